package prepost

import (
	"math"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// attritionCase is made up: six stayers, three leavers, one newcomer, one without a score.
//
//	stayers  pre 10 12 14 16 18 20, change 4 2 3 0 1 -1: mean 9/6 = 1.5, worst -1, best 4
//	leavers  pre 9 11 13: mean 11; stayers' mean 15
func attritionCase(t *testing.T) Pairs {
	t.Helper()
	post := []float64{14, 14, 17, 16, 19, 19}
	var before, after []Sheet
	for i, pre := range []float64{10, 12, 14, 16, 18, 20, 9, 11, 13} {
		s := sheet("s-0"+string(rune('1'+i)), 0, pre)
		s.Index, s.Group = i, []string{"woman", "man"}[i%2]
		before = append(before, s)
		if i < len(post) {
			after = append(after, sheet("S0"+string(rune('1'+i)), 0, post[i]))
		}
	}
	after = append(after, sheet("new", 0, 15), Sheet{Code: "blank"})
	p, err := Match(before, after)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func figuresOf(t *testing.T, a Attrition) map[string]evaluate.Figure {
	t.Helper()
	var all evaluate.Figures
	out := map[string]evaluate.Figure{}
	for _, f := range a.Figures("survey/x", evaluate.T("motywacja", "motivation")) {
		if err := all.Add(f); err != nil {
			t.Error(err)
		}
		if f.Status != evaluate.Known && (f.Reason.PL == "" || f.Reason.EN == "") {
			t.Errorf("%s is not available without a reason", f.ID)
		}
		for _, text := range append([]evaluate.Text{f.Label, f.Method, f.Reason}, f.Note()) {
			if strings.Contains(text.PL+text.EN, "NaN") || (text.PL == "") != (text.EN == "") {
				t.Errorf("%s says %q, %q", f.ID, text.PL, text.EN)
			}
		}
		out[strings.TrimPrefix(f.ID, "survey/x/attrition/")] = f
	}
	return out
}

func warned(f evaluate.Figure, code string) bool {
	for _, w := range f.Warnings {
		if w.Code == code {
			return true
		}
	}
	return false
}

func TestAttritionFigures(t *testing.T) {
	a, err := attritionCase(t).Attrition(AttritionOptions{})
	if err != nil {
		t.Fatal(err)
	}
	figures := figuresOf(t, a)
	for id, want := range map[string]float64{
		"pairs": 6, "folded": 6, "only-pre": 3, "only-post": 1, "unscored": 1, "share": 1. / 3,
		"pre-difference":   -4,
		"pre-difference/p": 0.076270244313742214, // R: t.test(c(9, 11, 13), c(10, 12, 14, 16, 18, 20))
		"pre-smd":          -1.0643241106883155,  // R: J(7) * -4 / pooled SD, J by lgamma
		"bound/unchanged":  1,                    // 9/9
		"bound/worst":      2. / 3,               // (9 - 3)/9
		"bound/best":       7. / 3,               // (9 + 12)/9
	} {
		if got := figures[id].Value.Float(); math.Abs(got-want) > 1e-12*math.Abs(want) {
			t.Errorf("%s = %.14g, want %.14g", id, got, want)
		}
	}
	for _, id := range []string{"ipw/mean", "ipw/se", "ipw/se-stacked", "ipw/ess", "ipw/max-weight"} {
		if figures[id].Status != evaluate.NotAvailable {
			t.Errorf("%s = %s without covariates", id, figures[id].Value)
		}
	}
	if !warned(figures["pre-smd"], "attrition.differ") || !warned(figures["pre-difference"], "small-sample") || !warned(figures["only-pre"], "attrition.bias") {
		t.Error("leavers that differ, and few of them, were not warned of")
	}
	if want := "m = 3: people with a score before alone; c = −1"; !strings.Contains(figures["bound/worst"].Method.EN, want) {
		t.Errorf("worst: %q, want %q in it", figures["bound/worst"].Method.EN, want)
	}
}

func TestBoundsByDirectionAndForEverybody(t *testing.T) {
	p := attritionCase(t)
	a, err := p.Attrition(AttritionOptions{LowerIsBetter: true, Everybody: true})
	if err != nil {
		t.Fatal(err)
	}
	// Five without a pair: unchanged 9/11, worst (9 + 5·4)/11, best (9 - 5)/11.
	for what, c := range map[string][2]float64{"unchanged": {a.Bounds.Unchanged.Value, 9. / 11}, "worst": {a.Worst.Value, 29. / 11}, "best": {a.Best.Value, 4. / 11}} {
		if math.Abs(c[0]-c[1]) > 1e-14 {
			t.Errorf("%s %v, want %v", what, c[0], c[1])
		}
	}
}

func TestGroupsOfAttrition(t *testing.T) {
	a, err := attritionCase(t).Attrition(AttritionOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var all evaluate.Figures
	for _, f := range a.GroupFigures("survey/x", evaluate.Same("x"), []GroupName{{"woman", "women", evaluate.T("kobiety", "women")}, {"non_binary", "non-binary", evaluate.T("osoby niebinarne", "non-binary")}}) {
		if err := all.Add(f); err != nil {
			t.Error(err)
		}
	}
	share, _ := all.Get("survey/x/attrition/women/share")
	none, _ := all.Get("survey/x/attrition/non-binary/share")
	if share.Numerator.Float() != 2 || share.Denominator.Float() != 5 || none.Status != evaluate.NotAvailable {
		t.Errorf("women %s of %s, non-binary %s", share.Numerator, share.Denominator, none.Status)
	}
}

func TestWeightsWithCovariates(t *testing.T) {
	p := attritionCase(t)
	age := map[int]float64{}
	for i, years := range []float64{30, 42, 25, 51, 38, 29, 33, 47, 40} {
		age[i] = years
	}
	of := func(values map[int]float64) map[string]evaluate.Figure {
		a, err := p.Attrition(AttritionOptions{Covariates: []Covariate{{Name: evaluate.T("wiek", "age"), Values: values}}})
		if err != nil {
			t.Fatal(err)
		}
		return figuresOf(t, a)
	}
	figures := of(age)
	// R: p <- fitted(glm(stay ~ pre + age, binomial, epsilon = 1e-14)); w <- 1/p[stay]
	for id, want := range map[string]float64{"ipw/mean": 1.7359016413193107, "ipw/ess": 5.3876866017380767, "ipw/max-weight": 2.2254938861165505} {
		if got := figures[id].Value.Float(); math.Abs(got-want) > 1e-10*math.Abs(want) {
			t.Errorf("%s = %.17g, want %.17g", id, got, want)
		}
	}
	if !strings.Contains(figures["ipw/mean"].Method.PL, "wynik przed, wiek") || !warned(figures["ipw/mean"], "small-sample") {
		t.Errorf("method %q", figures["ipw/mean"].Method.PL)
	}
	separated := map[int]float64{}
	for i := range 9 {
		separated[i] = float64(i)
	}
	if f := of(separated)["ipw/mean"]; f.Status != evaluate.NotAvailable || !strings.Contains(f.Reason.EN, "tell without fail who left") {
		t.Errorf("separated: %s, %q", f.Value, f.Reason.EN)
	}
	alike := map[int]float64{}
	for i := range 9 {
		alike[i] = 1
	}
	delete(alike, 8)
	if f := of(alike)["ipw/mean"]; !warned(f, "attrition.alike-covariate") || !warned(f, "attrition.unknown-covariate") {
		t.Errorf("a constant column and an unknown value: %+v", f.Warnings)
	}
}

// One stayer like many leavers speaks for all of them: that is told.
func TestExtremeWeightsAreTold(t *testing.T) {
	var before, after []Sheet
	old := map[int]float64{}
	for i := range 60 {
		code := "s" + string(rune('a'+i/26)) + string(rune('a'+i%26))
		s := sheet(code, 0, float64(10+i%4))
		s.Index, old[i] = i, 0
		if i < 30 {
			old[i] = 1
		}
		before = append(before, s)
		if i == 0 || i >= 31 {
			after = append(after, sheet(code, 0, float64(11+i%5)))
		}
	}
	p, err := Match(before, after)
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Attrition(AttritionOptions{Covariates: []Covariate{{Name: evaluate.T("wiek 55+", "aged 55+"), Values: old}}})
	if err != nil {
		t.Fatal(err)
	}
	if f := figuresOf(t, a)["ipw/mean"]; f.Status != evaluate.Known || !warned(f, "attrition.extreme-weights") {
		t.Errorf("%s, %+v", f.Value, f.Warnings)
	}
}

// Small and empty surveys have reasons, never NaN.
func TestAttritionOfFew(t *testing.T) {
	for pairs := range 3 {
		for leavers := range 3 {
			var before, after []Sheet
			for i := range pairs + leavers {
				s := sheet(string(rune('a'+i)), 0, 3)
				s.Index = i
				before = append(before, s)
				if i < pairs {
					after = append(after, s)
				}
			}
			p, err := Match(before, after)
			if err != nil {
				t.Fatal(err)
			}
			a, err := p.Attrition(AttritionOptions{Covariates: []Covariate{{Name: evaluate.Same("x"), Values: map[int]float64{0: 1, 1: 2, 2: 1, 3: 2}}}})
			if err != nil {
				t.Fatalf("%d pairs, %d leavers: %v", pairs, leavers, err)
			}
			figures := figuresOf(t, a)
			if len(figures) != 17 {
				t.Errorf("%d figures, want 17 whatever there is", len(figures))
			}
		}
	}
}
