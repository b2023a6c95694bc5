package indicators

import (
	"math"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/google/go-cmp/cmp"
)

// factsSet has a fact in projects and one in persons beside a counted indicator.
func factsSet(t *testing.T) *Set {
	t.Helper()
	s, err := ParseSet([]byte(strings.Replace(smallSet, "§", "{everyone: true}", 1) +
		"  - {code: P, name: {pl: projekty, en: projects}, stage: output, unit: projects, fact: true}\n" +
		"  - {code: F, name: {pl: osoby, en: persons}, stage: output, fact: true}\n" +
		"  - {code: Z, name: {pl: z, en: z}, stage: output, achieved: {field: sex, in: [man]}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func number(n int64) *int64 { return &n }

func stated(t *testing.T, facts map[string]Fact) *Table {
	t.Helper()
	c, err := NewCounter(factsSet(t), Options{Facts: facts})
	if err != nil {
		t.Fatal(err)
	}
	return c.Table()
}

// The facts stand in the order of the set among what was counted, and nothing is made up: what
// was not stated is not available and the reason names the line to write.
func TestFacts(t *testing.T) {
	for name, c := range map[string]struct {
		facts map[string]Fact
		want  string // P total, P women, F total, F women, F men, F unknown
		why   string // of F women
	}{
		"none":    {nil, "n/a n/a n/a n/a n/a n/a", "write in project.yaml: indicator_facts: {F: {total: …}}"},
		"totals":  {map[string]Fact{"P": {Total: number(1)}, "F": {Total: number(5)}}, "1/0 n/a 5/0 n/a n/a n/a", "stated the total only; write in project.yaml: indicator_facts: {F: {total: …, women: …, men: …}}"},
		"by sex":  {map[string]Fact{"F": {Women: number(3), Men: number(2)}}, "n/a n/a 5/0 3/0 2/0 0/0", ""},
		"all":     {map[string]Fact{"P": {Total: number(0)}, "F": {Total: number(5), Women: number(3), Men: number(2)}}, "0/0 n/a 5/0 3/0 2/0 0/0", ""},
		"partly":  {map[string]Fact{"F": {Total: number(5), Women: number(3)}}, "n/a n/a 5/0 3/0 n/a n/a", ""},
		"no part": {map[string]Fact{"F": {Women: number(3)}}, "n/a n/a n/a 3/0 n/a n/a", ""},
	} {
		table := stated(t, c.facts)
		got := strings.Join([]string{cell(t, table, "P", Total).text(), cell(t, table, "P", Women).text(), cell(t, table, "F", Total).text(),
			cell(t, table, "F", Women).text(), cell(t, table, "F", Men).text(), cell(t, table, "F", UnknownSex).text()}, " ")
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		if why := cell(t, table, "F", Women).Why.EN; !strings.Contains(why, c.why) || (c.why == "") != (why == "") {
			t.Errorf("%s: women not available because %q, want %q", name, why, c.why)
		}
		if len(table.Check()) > 0 {
			t.Errorf("%s: %v", name, table.Check())
		}
	}
	if why := cell(t, stated(t, nil), "P", Women).Why; !strings.Contains(why.EN, "(projects) has no sex") || !strings.Contains(why.PL, "nie ma płci") {
		t.Errorf("projects by sex: %q", why)
	}
}

// Facts do not depend on rows, do not shift the rows that were counted, and have no rows behind.
func TestFactsStandBesideWhatWasCounted(t *testing.T) {
	b := batchOf(t, canonicalProfile(t), "sex\nwoman\nman\nman\n")
	c, err := NewCounter(factsSet(t), Options{Facts: map[string]Fact{"P": {Total: number(7)}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Add(b); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, r := range c.Table().Indicators {
		codes = append(codes, r.Code+" "+r.Cells[len(r.Cells)-1].text())
	}
	if diff := cmp.Diff([]string{"A1 3/3", "P 7/0", "F n/a", "Z 2/3"}, codes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	rows, err := Rows(factsSet(t), "P", Total, b)
	if err != nil {
		t.Fatal(err)
	}
	for row := range rows {
		t.Errorf("row %d is behind a fact", row)
	}
	if r, _ := c.Table().Row("P"); !r.Fact {
		t.Error("the row of P does not say that it is a fact")
	}
}

func TestFactsThatContradictAreRefused(t *testing.T) {
	for want, facts := range map[string]map[string]Fact{
		`no fact "G"`:                                      {"G": {Total: number(1)}},
		"A1 of small is counted from the export":           {"A1": {Total: number(1)}},
		"the fact F is -1, must not be negative":           {"F": {Total: number(-1)}},
		"the fact F is -2 (men), must not be negative":     {"F": {Men: number(-2)}},
		"total of 10, but its parts by sex add up to 9":    {"F": {Total: number(10), Women: number(5), Men: number(4)}},
		"total of 2, but its parts by sex add up to 3":     {"F": {Total: number(2), Women: number(3)}},
		"states non_binary, which the rule set small does": {"F": {NonBinary: number(1)}},
		"counts projects, which have no sex":               {"P": {Women: number(1)}},
	} {
		if _, err := NewCounter(factsSet(t), Options{Facts: facts}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// Counters of one project's shares were told the same and are not added up.
func TestMergeDoesNotAddFacts(t *testing.T) {
	s := factsSet(t)
	one := func(facts map[string]Fact) *Counter {
		c, err := NewCounter(s, Options{Facts: facts})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	p := map[string]Fact{"P": {Total: number(1)}}
	c := one(nil)
	for _, o := range []*Counter{one(p), one(p), one(nil)} {
		if err := c.Merge(o); err != nil {
			t.Fatal(err)
		}
	}
	if got := cell(t, c.Table(), "P", Total).text(); got != "1/0" {
		t.Errorf("merged: P = %s, want 1/0", got)
	}
	err := c.Merge(one(map[string]Fact{"P": {Total: number(2)}}))
	if err == nil || !strings.Contains(err.Error(), "different facts of P") {
		t.Errorf("unlike facts were merged: %v", err)
	}
	sum := p["P"].Plus(Fact{Total: number(2), Women: number(1)})
	if *sum.Total != 3 || sum.Women != nil {
		t.Errorf("the sum is %d, women %v; want 3 and not stated", *sum.Total, sum.Women)
	}
}

func TestUnitsSayThemselves(t *testing.T) {
	seen := map[datasets.Label]bool{}
	for _, u := range units() {
		l := Unit(u).Label()
		if l.PL == "" || l.EN != u || seen[l] {
			t.Errorf("unit %s is called %v", u, l)
		}
		seen[l] = true
	}
}

// Parts that add up to more than a whole number can hold are a slip of the pen, not a negative total.
func TestFactsThatOverflowAreRefused(t *testing.T) {
	facts := map[string]Fact{"F": {Women: number(math.MaxInt64), Men: number(1)}}
	if err := factsSet(t).CheckFacts(facts); err == nil || !strings.Contains(err.Error(), "F") {
		t.Errorf("women and men that overflow together: %v, want an error that names F", err)
	}
}
