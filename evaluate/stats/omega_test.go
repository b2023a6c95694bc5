package stats_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// Items made of one factor and errors of their own, uncorrelated in the sample itself: both ways of fitting find
// the loadings.
func TestOmegaFindsTheFactor(t *testing.T) {
	// Five columns of a Hadamard matrix of order 8 are uncorrelated and have mean 0.
	common := []float64{1, -1, 1, -1, 1, -1, 1, -1}
	errors := [][]float64{{1, 1, -1, -1, 1, 1, -1, -1}, {1, -1, -1, 1, 1, -1, -1, 1}, {1, 1, 1, 1, -1, -1, -1, -1}, {1, -1, 1, -1, -1, 1, -1, 1}}
	loadings := []float64{0.9, 0.8, 0.7, 0.6}
	items := make([][]float64, len(loadings))
	sum, own := 0.0, 0.0
	for i, l := range loadings {
		for p := range common {
			items[i] = append(items[i], 3*(l*common[p]+math.Sqrt(1-l*l)*errors[i][p]))
		}
		sum, own = sum+3*l, own+9*(1-l*l)
	}
	for _, by := range []stats.Extraction{stats.MaximumLikelihood, stats.MinimumResiduals} {
		o := must[stats.Omega](t)(stats.OmegaTotal(items, by))
		near(t, string(by), o.Total, sum*sum/(sum*sum+own), 1e-10)
		near(t, string(by)+" observed", o.Observed, o.Total.Value, 1e-10)
		for i, l := range o.Loadings {
			near(t, "loading", number(l), 3*loadings[i], 1e-9)
		}
	}
}

func TestOmegaSaysWhyNot(t *testing.T) {
	one := []float64{1, 2, 3, 4, 2, 5}
	other := []float64{2, 1, 4, 3, 5, 1}
	third := []float64{1, 1, 2, 5, 3, 4}
	for want, items := range map[stats.Reason][][]float64{
		stats.FewFactorItems: {one, other},
		stats.FewerThanTwo:   {{1}, {2}, {3}},
		stats.NoVariance:     {one, other, {3, 3, 3, 3, 3, 3}},
		stats.Singular:       {one, other, third, one},
		// r12 = r13 = 0.9, r23 = 0.5: one factor needs a loading of sqrt(.9*.9/.5) > 1
		stats.Heywood: heywood(),
	} {
		for _, by := range []stats.Extraction{stats.MaximumLikelihood, stats.MinimumResiduals} {
			if o := must[stats.Omega](t)(stats.OmegaTotal(items, by)); o.Total.Why != want || o.Loadings != nil {
				t.Errorf("omega by %s is %v, want undefined (%s)", by, o.Total, want)
			}
		}
	}
	if _, err := stats.OmegaTotal([][]float64{one, other, third}, "pca"); err == nil {
		t.Error("an unknown extraction was accepted")
	}
}

// heywood are items with correlations 0.85, 0.85 and 0.5.
func heywood() [][]float64 {
	a, b, c := []float64{1, -1, 1, -1, 1, -1, 1, -1}, []float64{1, 1, -1, -1, 1, 1, -1, -1}, []float64{1, 1, 1, 1, -1, -1, -1, -1}
	items := [][]float64{a, nil, nil}
	rest := 1 - 0.85*0.85
	shared := (0.5 - 0.85*0.85) / rest
	for p := range a {
		items[1] = append(items[1], 0.85*a[p]+math.Sqrt(rest)*b[p])
		items[2] = append(items[2], 0.85*a[p]+math.Sqrt(rest)*(shared*b[p]+math.Sqrt(1-shared*shared)*c[p]))
	}
	return items
}

// Whatever the answers, loadings that are given solve the likelihood equations to 1e-7 of the items' spread, and the errors
// make up each variance. Where alpha is above 0.6 the search ends with a solution or a Heywood case.
func TestLawOmegaSolvesItsEquations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := someItems(t, 3, 8)
		o, err := stats.OmegaTotal(items, stats.MaximumLikelihood)
		if err != nil {
			t.Fatal(err)
		}
		if !o.Total.Defined {
			a, err := stats.CronbachAlpha(items, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			if o.Total.Why == stats.NotConverged && a.Alpha.Value > 0.6 { // below, the factor may be any
				t.Fatalf("no solution found for %v, alpha %v", items, a.Alpha)
			}
			return
		}
		s := exactCovariances(items)
		for i, next := range stepped(s, o.Loadings) {
			spread, _ := s[i][i].Float64()
			if math.Abs(next-o.Loadings[i]) > 1e-7*math.Sqrt(spread) {
				t.Fatalf("item %d loads %v, the equations say %v", i, o.Loadings[i], next)
			}
			if math.Abs(o.Loadings[i]*o.Loadings[i]+o.Errors[i]-spread) > 1e-7*spread {
				t.Fatalf("item %d: loading %v and error %v do not make up the variance %v", i, o.Loadings[i], o.Errors[i], spread)
			}
		}
	})
}
