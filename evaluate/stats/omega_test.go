package stats_test

import (
	"math"
	"testing"

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
