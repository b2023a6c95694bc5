package indicators

import (
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

func TestCountersOfUnlikeSetsDoNotMerge(t *testing.T) {
	strict := mustLoad(t, "esf-2014-2020")
	p := strict.Parameters
	p.LongTerm.Strict = false
	loose, err := strict.WithParameters(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range []*Set{loose, mustLoad(t, "po-kl-2007-2013")} {
		a, _ := NewCounter(strict, Options{})
		b, _ := NewCounter(other, Options{})
		if err := a.Merge(b); err == nil {
			t.Errorf("counters of %s and %s were merged", strict.Name, other.Name)
		}
	}
	a, _ := NewCounter(strict, Options{})
	b, _ := NewCounter(mustLoad(t, "esf-2014-2020"), Options{})
	if err := a.Merge(b); err != nil {
		t.Errorf("the same set loaded twice: %v", err)
	}
}

func TestABatchOfAnotherSchemaIsAnError(t *testing.T) {
	answers, err := datasets.ReadSchema("answers")
	if err != nil {
		t.Fatal(err)
	}
	b := datasets.NewBatch(answers, "survey.csv", "")
	b.AddRow(2)
	c, _ := NewCounter(mustLoad(t, "esf-2014-2020"), Options{})
	if err := c.Add(b); err == nil || !strings.Contains(err.Error(), "survey.csv (schema answers)") {
		t.Errorf("got %v", err)
	}
	if got := cell(t, c.Table(), GrandTotal, Total).text(); got != "0/0" {
		t.Errorf("the refused batch was counted: %s", got)
	}
}

func TestNothingReadIsNotZero(t *testing.T) {
	table := tableOf(t, mustLoad(t, "esf-2014-2020"))
	if c := cell(t, table, "CO01", Total); c.Available || c.Why.EN == "" {
		t.Errorf("CO01 of nobody is %s (%s)", c.text(), c.Why.EN)
	}
	if got := cell(t, table, Participants, Total).text(); got != "0/0" {
		t.Errorf("participants %s, want 0/0", got)
	}
}

func TestPartOfTheRecordsLacksAColumn(t *testing.T) {
	with := batchOf(t, canonicalProfile(t), "sex,age,education,labour_status,disability\nwoman,30,isced3,inactive,yes\n")
	without := batchOf(t, canonicalProfile(t), "sex,age,education,labour_status\nwoman,30,isced3,inactive\nman,30,isced3,inactive\n")
	c := cell(t, tableOf(t, mustLoad(t, "esf-2014-2020"), with, without), "CO16", Total)
	if c.Available || !strings.Contains(c.Why.EN, "(for 2 of 3 records)") || !strings.Contains(c.Why.PL, "(dotyczy 2 z 3 rekordów)") {
		t.Errorf("CO16 is %s, because %s / %s", c.text(), c.Why.EN, c.Why.PL)
	}
}

func TestCompletersMayBeStated(t *testing.T) {
	b := batchOf(t, canonicalProfile(t), `sex,age,education,labour_status,completed,exit_date
woman,30,isced3,inactive,yes,2019-05-31
woman,30,isced3,inactive,no,2019-05-31
man,30,isced3,inactive,,
`)
	for want, o := range map[string]Options{"1/3": {}, "2/3": {Completers: &Criterion{Known: "exit_date"}}} {
		c, err := NewCounter(mustLoad(t, "esf-2014-2020"), o)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Add(b); err != nil {
			t.Fatal(err)
		}
		if got := cell(t, c.Table(), Completed, Total).text(); got != want {
			t.Errorf("completed %s, want %s", got, want)
		}
	}
	_, err := NewCounter(mustLoad(t, "esf-2014-2020"), Options{Completers: &Criterion{Known: "exit"}})
	if err == nil || !strings.Contains(err.Error(), "completers: ") {
		t.Errorf("an unknown field among the completers: %v", err)
	}
}

// Year of entry less year of birth makes people older by up to a year.
func TestAgeByYearDifference(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	b := batchOf(t, canonicalProfile(t), `sex,age,birth_date,entry_date,education,labour_status
woman,24,1994-12-31,2019-01-01,isced3,inactive
woman,24,,2019-01-01,isced3,inactive
`)
	p := s.Parameters
	p.Age = YearDifference
	other, err := s.WithParameters(p)
	if err != nil {
		t.Fatal(err)
	}
	if got := cell(t, tableOf(t, s, b), "CO06", Total).text(); got != "2/2" {
		t.Errorf("completed years: CO06 = %s, want 2/2", got)
	}
	if got := cell(t, tableOf(t, other, b), "CO06", Total).text(); got != "1/2" {
		t.Errorf("year difference: CO06 = %s, want 1/2", got)
	}
}

func TestNeedsNameColumnsAndWhetherTheyDecide(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	got := ""
	needs, err := s.Needs(&Criterion{All: []Criterion{{Indicator: "CR01"}, {Indicator: "CO06"}, {Indicator: "CR02"}, {Indicator: "CO14"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range needs {
		got += n.String()
		if n.Optional {
			got += " (optional)"
		}
		got += "\n"
	}
	want := `labour_status
exit_date
exit_situation
job_search_on + exit_date (optional)
entry_date (optional)
age or birth_date + entry_date
labour_status_detail (optional)
education_on + exit_date (optional)
single_adult_household
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestRowsRefuseWhatNoTableHas(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	b := batchOf(t, canonicalProfile(t), "sex\nwoman\n")
	if _, err := Rows(s, "CO99", Total, b); err == nil || !strings.Contains(err.Error(), `no figure "CO99"`) {
		t.Errorf("got %v", err)
	}
	if _, err := Rows(s, "CO01", NonBinary, b); err == nil || !strings.Contains(err.Error(), "has no group non-binary") {
		t.Errorf("got %v", err)
	}
}

// Of three who are in the sets, the rows of a cell and of its denominator are told apart.
func TestRowsOfTheDenominatorHoldThoseOfTheNumerator(t *testing.T) {
	s := mustLoad(t, "esf-plus-2021-2027")
	b := batchOf(t, canonicalProfile(t), "sex,age,entry_date,unemployed_since,labour_status,education\n"+
		"woman,40,2023-05-10,2021-01-01,unemployed,isced3\nwoman,40,2023-05-10,2023-05-01,unemployed,isced3\nman,40,2023-05-10,2021-01-01,unemployed,isced3\n")
	counted, err := Rows(s, "EECO03", Women, b)
	if err != nil {
		t.Fatal(err)
	}
	eligible, err := EligibleRows(s, "EECO03", Women, b)
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.Collect(counted); !slices.Equal(got, []int{0}) {
		t.Errorf("counted: rows %v, want 0", got)
	}
	if got := slices.Collect(eligible); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("eligible: rows %v, want 0 and 1", got)
	}
}

func TestPresetsAreTheSetsOfTheirNames(t *testing.T) {
	for name, load := range map[string]func() (*Set, error){"esf-plus-2021-2027": ESFPlus, "esf-2014-2020": ESF, "wlwk-2014-2020": WLWK} {
		if s, err := load(); err != nil || s.Name != name {
			t.Errorf("got %v, %v, want %s", s, err, name)
		}
	}
}
