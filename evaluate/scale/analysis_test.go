package scale

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// madeUp are eight made-up people on four items, answers 1 to 5; item 4 is worded the other way round.
var madeUp = [][]float64{
	{1, 2, 1, 5}, {2, 2, 3, 4}, {5, 5, 5, 1}, {3, 4, 3, 3}, {4, 4, 5, 2}, {2, 1, 2, 4}, {1, 1, 1, 5}, {4, 5, 4, 1},
}

var fourItems = Key{Items: 4, Low: 1, High: 5, Step: 1, How: Sum, Reversed: []bool{false, false, false, true}}

func scored(k Key, people [][]float64) []Sheet {
	var sheets []Sheet
	for _, p := range people {
		sheets = append(sheets, k.Score(answers(p...)))
	}
	return sheets
}

func analysed(t testing.TB, sheets []Sheet, k Key) Analysis {
	t.Helper()
	a, err := Analyse(sheets, k, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// What the analysis says is what stats says of the turned answers, listed by item.
func TestAnalysisArranges(t *testing.T) {
	a := analysed(t, scored(fourItems, madeUp), fourItems)
	items := make([][]float64, 4)
	for _, p := range madeUp {
		for i, v := range p {
			if i == 3 {
				v = 6 - v
			}
			items[i] = append(items[i], v)
		}
	}
	alpha, err := stats.CronbachAlpha(items, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	omega, err := stats.OmegaTotal(items, stats.MaximumLikelihood)
	if err != nil {
		t.Fatal(err)
	}
	halves, err := stats.OddEven(items)
	if err != nil {
		t.Fatal(err)
	}
	found, err := stats.ItemAnalysis(items)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{alpha, omega, halves}, []any{a.Alpha, a.Omega, a.Halves}); diff != "" {
		t.Error(diff)
	}
	for i, item := range a.Items {
		if diff := cmp.Diff(found[i], item.Stats); diff != "" || item.Number != i+1 || item.Reversed != (i == 3) || item.MaybeUnreversed {
			t.Errorf("item %d: %+v\n%s", i+1, item, diff)
		}
	}
	if a.Ceiling.Num != 1 || a.Floor.Num != 1 || a.Ceiling.Den != 8 { // 5,5,5,5 and 1,1,1,1 after turning
		t.Errorf("floor %+v, ceiling %+v", a.Floor, a.Ceiling)
	}
}

// A key that forgets the reversed item is told where to look, and no answer is turned for it.
func TestUnreversedItemIsHinted(t *testing.T) {
	forgot := fourItems
	forgot.Reversed = nil
	a := analysed(t, scored(forgot, madeUp), forgot)
	for i, item := range a.Items {
		if item.MaybeUnreversed != (i == 3) {
			t.Errorf("item %d: hint %v (rest %v)", i+1, item.MaybeUnreversed, item.Stats.Rest)
		}
	}
	if m := a.Items[3].Answers.Mean.Value; m != 25.0/8 { // 5+4+1+3+2+4+5+1: as written
		t.Errorf("the mean of item 4 is %v; it was turned", m)
	}
	f := figure(t, a, "survey/x/item/4/item-rest/pre")
	if len(f.Warnings) != 1 || f.Warnings[0].Code != "scale.maybe-unreversed" || !strings.Contains(f.Warnings[0].Text.EN, "only a hint") {
		t.Errorf("%+v", f.Warnings)
	}
}

func figure(t testing.TB, a Analysis, id string) evaluate.Figure {
	t.Helper()
	var all evaluate.Figures
	for _, f := range a.Figures("survey/x", "pre", evaluate.T("samoocena", "self-esteem")) {
		if err := all.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	f, ok := all.Get(id)
	if !ok {
		t.Fatalf("no figure %s among\n%s", id, strings.Join(all.IDs(), "\n"))
	}
	return f
}

func TestBlanksAndFaultsAreCounted(t *testing.T) {
	k := fourItems
	k.Answered = 0.75
	people := append([][]float64{{1, 0, 2, 4}, {0, 0, 3, 3}, {1, 6, 1, 5}}, madeUp...)
	a := analysed(t, scored(k, people), k)
	if a.Sheets != 11 || a.Complete != 8 || a.Prorated != 1 || a.TooBlank != 1 || a.Faulty != 1 || a.Scored != 9 {
		t.Errorf("%+v", a)
	}
	if i := a.Items[1]; i.Missing != 2 || i.Faulty != 1 || i.Answers.N != 8 {
		t.Errorf("item 2: %+v", i)
	}
	if !a.Pairwise.Alpha.Defined || a.Pairwise.N != 9 || a.Alpha.N != 8 {
		t.Errorf("alpha of %d, pairwise %v of %d", a.Alpha.N, a.Pairwise.Alpha, a.Pairwise.N)
	}
	f := figure(t, a, "survey/x/item/2/missing/pre")
	if f.Value.String() != "2" || f.Denominator.String() != "11" {
		t.Errorf("%+v", f)
	}
	if f := figure(t, a, "survey/x/alpha-pairwise/pre"); f.N.String() != "9" {
		t.Errorf("%+v", f)
	}
}

// Every figure has both languages, its method or its reason, and warnings say what n they need.
func TestFiguresAreWhole(t *testing.T) {
	for name, people := range map[string][][]float64{"eight": madeUp, "one": madeUp[:1], "none": nil} {
		a := analysed(t, scored(fourItems, people), fourItems)
		ids := map[string]bool{}
		for _, f := range a.Figures("survey/x", "post", evaluate.T("samoocena", "self-esteem")) {
			ids[f.ID] = true
			if f.Status == evaluate.NotAvailable && (f.Reason.PL == "" || f.Reason.EN == "" || f.Reason.PL == "Wynik nie jest określony.") {
				t.Errorf("%s: %s has the reason %+v", name, f.ID, f.Reason)
			}
			if !f.Value.Exact() && (f.Method.PL == "" || f.Method.EN == "") {
				t.Errorf("%s: %s has no method", name, f.ID)
			}
			if !strings.Contains(f.Label.PL, " po") || !strings.Contains(f.Label.EN, "after") {
				t.Errorf("%s: label %+v", f.ID, f.Label)
			}
		}
		for _, id := range []string{"alpha", "alpha-standardized", "omega", "split-half", "floor", "ceiling", "item/4/item-rest", "item/1/mean"} {
			if !ids["survey/x/"+id+"/post"] {
				t.Errorf("%s: no figure %s", name, id)
			}
		}
	}
	f := figure(t, analysed(t, scored(fourItems, madeUp), fourItems), "survey/x/alpha/pre")
	if len(f.Warnings) != 1 || f.Warnings[0].Code != "small-sample" || !strings.Contains(f.Warnings[0].Text.EN, "there are 8") || !f.Interval.Present() {
		t.Errorf("%+v", f)
	}
}

// Where 15 % of the scores lie at the ceiling there is no room for a rise, and the figure says so.
func TestCeilingIsTold(t *testing.T) {
	full := []float64{5, 5, 5, 1}
	for _, c := range []struct {
		people [][]float64
		codes  int
	}{{madeUp, 0}, {append([][]float64{full}, madeUp...), 1}} { // 1 of 8, 2 of 9
		f := figure(t, analysed(t, scored(fourItems, c.people), fourItems), "survey/x/ceiling/pre")
		if len(f.Warnings) != c.codes || c.codes == 1 && f.Warnings[0].Code != "scale.ceiling" || !f.Interval.Present() {
			t.Errorf("%v of %v: %+v", f.Numerator, f.Denominator, f.Warnings)
		}
	}
}

func TestAnalyseRefuses(t *testing.T) {
	if _, err := Analyse([]Sheet{fourItems.Score(answers(1, 2, 3, 4)), Key{Low: 1, High: 5}.Score(answers(1, 2))}, fourItems, 0.95); err == nil {
		t.Error("sheets of two keys were analysed together")
	}
	if _, err := Analyse(nil, fourItems, 95); err == nil {
		t.Error("a level of 95 was accepted")
	}
	if _, err := Analyse(nil, Key{Low: 2, High: 1}, 0.95); err == nil {
		t.Error("a falling range was accepted")
	}
}
