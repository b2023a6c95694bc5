package prepost

import (
	"math"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

func groupNamed(name string) GroupName {
	return GroupName{Group: name, ID: strings.ToLower(name), Label: evaluate.T("grupa "+name, "group "+name)}
}

// The two groups of 07_groups: Welch, the standardized difference and the ranks of the changes, and
// ANCOVA with HC3 errors where there are no further groups in the model.
func TestFactsOfGroupsCompared(t *testing.T) {
	compared := 0
	for _, g := range []struct{ pattern, group, pre, post, first, second, id, term string }{
		{"07_groups/likert_*", "group", "pre", "post", "program", "control", "", "gprogram"},
		{"07_groups/score_*", "group", "pre", "post", "program", "control", "", "gprogram"},
		{"07_groups/real_anorexia", "Treat", "Prewt", "Postwt", "FT", "Cont", "FT_vs_Cont.", ""},
	} {
		for _, c := range references(t, g.pattern) {
			b, err := CompareGroups(c.pairs(t, g.group, g.pre, g.post).Matched, groupNamed(g.first), groupNamed(g.second), 0.95)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			p := "x/difference/" + strings.ToLower(g.first) + "-" + strings.ToLower(g.second) + "/"
			ids := map[string]string{p + "change": g.id + "change.diff " + g.id + "change.welch.ci95*", p + "p-welch": g.id + "change.welch.p", p + "g": g.id + "change.hedges_g"}
			switch {
			case c.facts[g.id+"change.mw.exact_p"].Raw != nil:
				ids[p+"p-mann-whitney"] = g.id + "change.mw.exact_p"
			default:
				t.Errorf("%s has no exact p of the ranks", c.name)
			}
			if g.term != "" {
				ids[p+"ancova"], ids[p+"p-ancova"] = "ancova.coef."+g.term, "ancova.p_HC3."+g.term
			}
			figures := b.Figures("x", evaluate.T("wynik", "score"))
			by := wholesome(t, c.name, figures)
			n := c.held(t, figures, ids, func(id string) bool { return true })
			if want := 6 + 2*min(len(g.term), 1); n != want {
				t.Errorf("%s: %d values compared, want %d", c.name, n, want)
			}
			compared += n
			if g.term == "" {
				continue
			}
			for end, v := range map[string]evaluate.Value{"low": by[p+"ancova"].Interval.Lo, "high": by[p+"ancova"].Interval.Hi} {
				compared++
				want := c.facts["ancova.ci95_HC3_"+end+"."+g.term]
				if fault := want.differs(v); fault != "" {
					t.Errorf("%s ancova %s: %s [%s]", c.name, end, fault, want.Source)
				}
			}
		}
	}
	t.Logf("%d values", compared)
}

// Groups of nobody, of one person and of people who all changed alike say why there is no comparison.
func TestGroupsThatCannotBeCompared(t *testing.T) {
	women := []Pair{{"k", 1, 2}, {"k", 2, 4}, {"k", 3, 3}}
	for what, pairs := range map[string][]Pair{
		"nobody": nil, "women alone": women, "one of each": {{"k", 1, 2}, {"m", 2, 2}},
		"all alike": {{"k", 2, 3}, {"k", 2, 3}, {"m", 2, 3}, {"m", 2, 3}},
		"one man":   append([]Pair{{"m", 2, 5}}, women...),
	} {
		b, err := CompareGroups(pairs, groupNamed("k"), groupNamed("m"), 0.95)
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		by := wholesome(t, what, b.Figures("x", evaluate.Same("x")))
		if f := by["x/difference/k-m/p-welch"]; f.Status != evaluate.NotAvailable {
			t.Errorf("%s: p %s", what, f.Value)
		}
		if f := by["x/difference/k-m/p-ancova"]; f.Status != evaluate.NotAvailable {
			t.Errorf("%s: p of ANCOVA %s", what, f.Value)
		}
		if what == "all alike" {
			if f := by["x/difference/k-m/change"]; f.Value.Float() != 0 || f.Interval.Level != 0 {
				t.Errorf("all alike: difference %s, interval %v", f.Value, f.Interval)
			}
		}
	}
	if _, err := CompareGroups(women, groupNamed("k"), groupNamed("m"), 1.5); err == nil {
		t.Error("a level of 150 % is no error")
	}
	if _, err := CompareGroups([]Pair{{"k", math.NaN(), 1}}, groupNamed("k"), groupNamed("m"), 0.95); err == nil {
		t.Error("NaN is no error")
	}
}

// Derived by hand: women changed by 1, 2, 3 and men by 0, 0, 3: the means differ by 2 - 1 = 1.
func TestGroupsByHand(t *testing.T) {
	b, err := CompareGroups([]Pair{{"k", 1, 2}, {"m", 1, 1}, {"k", 1, 3}, {"m", 2, 2}, {"k", 2, 5}, {"m", 1, 4}, {"", 1, 9}}, groupNamed("k"), groupNamed("m"), 0.95)
	if err != nil || b.Welch.Difference.Value != 1 || b.Welch.NX != 3 || b.Welch.NY != 3 {
		t.Errorf("%+v, %v", b.Welch, err)
	}
	if b.Ranks.Exact.Two.Why == stats.TooManyExact {
		t.Error("six people are too many to count")
	}
}

// Means of three answers have no exact decimals. The rounding that makes equal changes tie for the ranks
// must not touch the means: the difference of two groups is that of their own mean changes, to the last digit.
func TestGroupsOfThirdsKeepTheirMeans(t *testing.T) {
	third := 1.0 / 3
	pairs := []Pair{{"A", 2, 2 + third}, {"A", 1, 1 + 2*third}, {"A", 3, 4}, {"B", 2, 2 + third}, {"B", 3, 3 - third}, {"B", 1, 1 + third}}
	b, err := CompareGroups(pairs, groupNamed("A"), groupNamed("B"), 0.95)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range []struct {
		name string
		got  stats.Maybe
	}{{"A", b.Welch.MeanX}, {"B", b.Welch.MeanY}} {
		c, err := Compare(Pairs{Matched: pairs}.In(g.name), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if g.got != c.T.Mean {
			t.Errorf("the mean change of group %s is %s beside the other group and %s by itself", g.name, g.got, c.T.Mean)
		}
	}
}
