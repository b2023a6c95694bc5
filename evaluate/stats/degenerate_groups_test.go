package stats_test

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

var maybeType = reflect.TypeFor[stats.Maybe]()

// eachMaybe visits every statistic within a result, however deep.
func eachMaybe(v reflect.Value, path string, visit func(path string, m stats.Maybe)) {
	switch {
	case v.Type() == maybeType:
		visit(path, v.Interface().(stats.Maybe))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachMaybe(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			eachMaybe(v.Index(i), path, visit)
		}
	case v.Kind() == reflect.Float64:
		if math.IsNaN(v.Float()) {
			visit(path, stats.Maybe{Value: v.Float()})
		}
	}
}

// numberOrReason fails where a statistic is neither a number nor a reason.
func numberOrReason(t *rapid.T, result any) {
	eachMaybe(reflect.ValueOf(result), reflect.TypeOf(result).Name(), func(path string, m stats.Maybe) {
		if math.IsNaN(m.Value) || math.IsInf(m.Value, 0) || m.Defined == (m.Why != "") {
			t.Fatalf("%s is %+v", path, m)
		}
	})
}

func someWild(t *rapid.T, name string, most int) []float64 {
	wild := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-3, 3), rapid.SampledFrom([]float64{0, 1, 1e300, -1e300, 5e-324, 1e308}))
	return rapid.SliceOfN(wild, 0, most).Draw(t, name)
}

// No result of any two groups is NaN or infinite, and an undefined one says why.
func TestLawGroupsDefinedOrWhy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := someWild(t, "x", 5), someWild(t, "y", 5)
		numberOrReason(t, compared(t, x, y))
		s, err := stats.ShapiroWilk(x)
		if err != nil {
			t.Fatal(err)
		}
		numberOrReason(t, s)
	})
}

// Nor is one of any model.
func TestLawModelsDefinedOrWhy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 7).Draw(t, "n")
		few := rapid.OneOf(rapid.Map(rapid.IntRange(0, 3), func(i int) float64 { return float64(i) }), rapid.SampledFrom([]float64{1e300, -1e200, 0.1}))
		c := cohort{rapid.SliceOfN(few, n, n).Draw(t, "pre"), rapid.SliceOfN(few, n, n).Draw(t, "post"), make([]int, n)}
		for i := range c.group {
			c.group[i] = i % 2
		}
		m := modelsOf(t, c)
		numberOrReason(t, m)
		for _, cov := range []stats.Covariance{stats.Classical, stats.HC0, stats.HC1, stats.HC2, stats.HC3} {
			b, err := m.Ancova.Model.Coefficients(cov, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			numberOrReason(t, struct{ B []stats.Coefficient }{b})
		}
	})
}

func TestLawSharesDefinedOrWhy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n1, n2 := rapid.IntRange(0, 4).Draw(t, "n1"), rapid.IntRange(0, 4).Draw(t, "n2")
		x1, x2 := rapid.IntRange(0, n1).Draw(t, "x1"), rapid.IntRange(0, n2).Draw(t, "x2")
		a, err := stats.CompareShares(x1, n1, x2, n2, 0.95)
		f, err2 := stats.FisherExact(x1, n1, x2, n2, 0.95)
		c, err3 := stats.Contingency([][]int{{x1, n1 - x1}, {x2, n2 - x2}})
		p, err4 := stats.ShareTargetPower(0.5, float64(x1)/4, n1, 0.95)
		if err := errors.Join(err, err2, err3, err4); err != nil {
			t.Fatal(err)
		}
		numberOrReason(t, a)
		numberOrReason(t, f)
		numberOrReason(t, c)
		numberOrReason(t, p)
		for _, effect := range []func(x1, n1, x2, n2 int, level float64) (stats.RatioEffect, error){
			stats.OddsRatio, stats.RiskRatio, stats.HaldaneOddsRatio,
		} {
			e, err := effect(x1, n1, x2, n2, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			numberOrReason(t, e)
		}
	})
}

// The outcomes of degenerate groups, one line a case.
func TestDegenerateGroups(t *testing.T) {
	plus := func(a, b float64) float64 { return a + b } // in binary: constants would be exact
	for what, c := range map[string]struct {
		x, y                    []float64
		welch, pooled, exact, f string
	}{
		"nobody in one":    {nil, []float64{1, 2}, "undefined (no values)", "undefined (no values)", "undefined (no values)", "undefined (no values)"},
		"one and two":      {[]float64{3}, []float64{1, 2}, "undefined (n<2)", "1.7320508075688772", "0.6666666666666666", "3"},
		"one and one":      {[]float64{3}, []float64{1}, "undefined (n<2)", "undefined (n<2)", "1", "undefined (too few rows for the model)"},
		"all alike":        {[]float64{2, 2, 2}, []float64{2, 2}, "undefined (no variance)", "undefined (no variance)", "undefined (no variance)", "undefined (no variance)"},
		"apart, no spread": {[]float64{2, 2, 2}, []float64{1, 1}, "undefined (no variance)", "undefined (no variance)", "0.1", "undefined (no variance)"},
		"rounding spread":  {[]float64{plus(0.1, 0.2), 0.3}, []float64{0.3, 0.3}, "undefined (no variance)", "undefined (no variance)", "1", "undefined (no variance)"},
	} {
		g := compared(t, c.x, c.y)
		says(t, what+", Welch", g.Welch.T, c.welch)
		says(t, what+", pooled", g.Pooled.T, c.pooled)
		says(t, what+", exact p", g.Ranks.Exact.Two, c.exact)
		says(t, what+", F", g.Anova.F, c.f)
	}
}

// About the mean by hand: deviations 1 1 and 1 0 1; F = (1/3 x 1/3 x 6/5) / (2/9).
func TestLeveneAboutMean(t *testing.T) {
	groups := [][]float64{{1, 3}, {4, 5, 6}}
	l := must[stats.GroupTest](t)(stats.Levene(groups, stats.AboutMean))
	near(t, "Levene", l.Statistic, 0.6, 1e-14)
	if l.DF1 != 1 || l.DF2.Value != 3 {
		t.Errorf("df %d and %v", l.DF1, l.DF2)
	}
}

func TestReasonsOfModels(t *testing.T) {
	up := []float64{1, 2, 3, 4}
	for want, m := range map[stats.Reason]stats.LinearModel{
		stats.Collinear: must[stats.LinearModel](t)(stats.LeastSquares(up, [][]float64{up, {0.3, 0.6, 0.9, 1.2}}, true)),
		stats.FewerRows: must[stats.LinearModel](t)(stats.LeastSquares(up[:1], [][]float64{up[:1]}, true)),
	} {
		if m.Estimates[0].Why != want || m.F.Why != want {
			t.Errorf("%v in %v, want %s", m.Estimates, m.F, want)
		}
	}
	full := must[stats.LinearModel](t)(stats.LeastSquares([]float64{1, 2, 4, 9}, [][]float64{{0, 0, 0, 1}}, true))
	for c, want := range map[stats.Covariance]stats.Reason{stats.Classical: "", stats.HC1: "", stats.HC3: stats.FullLeverage} {
		if b := must[[]stats.Coefficient](t)(full.Coefficients(c, 0.95)); b[1].SE.Why != want || !b[1].Estimate.Defined {
			t.Errorf("%v: %v, want %q", c, b[1], want)
		}
	}
	alone := must[stats.MixedModel](t)(stats.RandomIntercept(up, nil, []int{1, 2, 3, 4}))
	if alone.VarianceBetween.Why != stats.FewerThanTwo {
		t.Errorf("nobody has two rows: %v", alone)
	}
}

func TestModelsRefuse(t *testing.T) {
	up := []float64{1, 2, 3, 4}
	nan := []float64{1, 2, math.NaN(), 4}
	for what, c := range map[string]struct {
		err  error
		want error
	}{
		"another length": {second(stats.LeastSquares(up, [][]float64{{1}}, true)), stats.ErrLength},
		"NaN":            {second(stats.LeastSquares(up, [][]float64{nan}, true)), stats.ErrNotFinite},
		"no column":      {second(stats.LeastSquares(up, nil, false)), stats.ErrDesign},
		"degree 0":       {second(stats.Polynomial(up, up, 0, true)), stats.ErrDesign},
		"a gap":          {second(stats.Ancova(up, up, []int{0, 0, 2, 2}, stats.AncovaOptions{})), stats.ErrDesign},
		"group -1":       {second(stats.Ancova(up, up, []int{0, 0, -1, 1}, stats.AncovaOptions{})), stats.ErrDesign},
		"level 95":       {second(stats.WelchT(up, up, 95)), stats.ErrLevel},
		"NaN in a group": {second(stats.KruskalWallis([][]float64{up, nan})), stats.ErrNotFinite},
		"ragged table":   {second(stats.Contingency([][]int{{1, 2}, {3}})), stats.ErrLength},
		"count -1":       {second(stats.FisherTable([][]int{{1, 2}, {3, -1}})), stats.ErrCount},
		"5 of 4":         {second(stats.FisherExact(5, 4, 1, 2, 0.95)), stats.ErrCount},
		"target 60":      {second(stats.ShareAgainst(1, 2, 60)), stats.ErrCount},
		"power 80":       {second(stats.PairedTDetectable(20, 80, 0.95, stats.BothSides)), stats.ErrPower},
		"d of NaN":       {second(stats.PairedTPower(20, math.NaN(), 0.95, stats.BothSides)), stats.ErrPower},
		"clusters":       {second(stats.RandomIntercept(up, nil, []int{1})), stats.ErrLength},
		"outcomes":       {second(stats.Logistic([]bool{true}, [][]float64{up}, 0.95)), stats.ErrLength},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", what, c.err, c.want)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestReasonsAndWordsOfModels(t *testing.T) {
	other := stats.NotFinite.Sentence()
	for _, r := range []stats.Reason{
		stats.Collinear, stats.FewerRows, stats.FullLeverage, stats.Separated, stats.FewGroups, stats.Unbounded, stats.NotReached,
	} {
		if r.Sentence() == other {
			t.Errorf("%s has no sentence of its own", r)
		}
	}
	for _, c := range []stats.Covariance{stats.Classical, stats.HC0, stats.HC1, stats.HC2, stats.HC3} {
		if back := must[stats.Covariance](t)(stats.ParseCovariance(c.String())); back != c {
			t.Errorf("%v reads back as %v", c, back)
		}
	}
	for _, c := range []stats.Centre{stats.AboutMedian, stats.AboutMean} {
		if back := must[stats.Centre](t)(stats.ParseCentre(c.String())); back != c {
			t.Errorf("%v reads back as %v", c, back)
		}
	}
	for _, s := range []stats.Sides{stats.BothSides, stats.Greater} {
		if back := must[stats.Sides](t)(stats.ParseSides(s.String())); back != s {
			t.Errorf("%v reads back as %v", s, back)
		}
	}
	if _, err := stats.ParseSides("less"); err == nil {
		t.Error("unknown sides were accepted")
	}
	if _, err := stats.ParseCentre("mode"); err == nil {
		t.Error("an unknown centre was accepted")
	}
	if _, err := stats.ParseCovariance("HC5"); err == nil {
		t.Error("an unknown covariance was accepted")
	}
}
