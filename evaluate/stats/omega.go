package stats

import (
	"fmt"
	"math"
)

// Extraction is the way in which a factor is fitted to the correlations.
type Extraction string

// The ways to fit one factor. Maximum likelihood is what lavaan and factanal
// do; minimum residuals (Harman and Jones 1966) is what psych does by default
// and asks for no distribution.
const (
	MaximumLikelihood Extraction = "ml"
	MinimumResiduals  Extraction = "minres"
)

// Omega is McDonald's omega total of a scale under a model with one factor:
// each item is its loading times the factor plus an error of its own.
//
//	Total         sum(lambda)^2 / (sum(lambda)^2 + sum(theta))   items in points
//	Observed      sum(lambda)^2 / sum(S)                         denominator as observed (Bentler)
//	Standardized  as Total, items standardised first
//
// Where the model fits, Total and Observed are near each other. Unlike alpha,
// omega does not assume that all items load alike.
type Omega struct {
	N, Items                      int
	By                            Extraction
	Total, Observed, Standardized Maybe
	Loadings                      []float64 // lambda by item, in points, variance of the factor 1; nil where undefined
	Errors                        []float64 // theta by item, variances; nil where undefined
	Steps                         int       // of the search
	Need                          Need
}

// OmegaTotal fits one factor to items as for [CronbachAlpha], without any random
// start: the first principal axis, then Fisher scoring for [MaximumLikelihood],
// or one loading after the other for [MinimumResiduals]. Loadings and errors
// take covariances with the divisor n, as lavaan does; omega is free of it.
//
// Undefined: below 3 items (FewFactorItems), below 2 people (FewerThanTwo),
// where an item does not vary (NoVariance), where items determine each other
// (Singular; with n <= items always), where an item would have no error left
// (Heywood), and where no solution is found (NotConverged).
// R: lavaan::cfa, one factor, std.lv = TRUE; factanal(x, 1).
func OmegaTotal(items [][]float64, by Extraction) (Omega, error) {
	if by != MaximumLikelihood && by != MinimumResiduals {
		return Omega{}, fmt.Errorf("stats: extraction %q; want %s or %s", by, MaximumLikelihood, MinimumResiduals)
	}
	if err := checkItems(items); err != nil {
		return Omega{}, err
	}
	o := Omega{Items: len(items), By: by, Need: Need{N: max(len(items), 3) + 1, Of: "complete answer sheets", For: "omega"}}
	if len(items) > 0 {
		o.N = len(items[0])
	}
	if why := o.fit(items); why != "" {
		o.Total, o.Observed, o.Standardized = undefined(why), undefined(why), undefined(why)
	}
	return o, nil
}

func (o *Omega) fit(items [][]float64) (why Reason) {
	switch {
	case len(items) < 3:
		return FewFactorItems
	case len(items[0]) < 2:
		return FewerThanTwo
	}
	s := covariances(items)
	r, ok := s.correlations()
	if !ok {
		return NoVariance
	}
	f, why := oneFactor(r, o.By)
	if why != "" {
		return why
	}
	o.Steps = f.steps
	o.Standardized = f.omega()
	o.inPoints(f, s)
	return ""
}

// inPoints turns a factor of correlations into one of covariances: both ways of
// fitting are applied to correlations, and maximum likelihood has no unit.
func (o *Omega) inPoints(f factor, s matrix) {
	shrink := float64(o.N-1) / float64(o.N) // divisor n in place of n-1
	points := factor{loading: make([]float64, len(s)), own: make([]float64, len(s))}
	var whole float64
	for i := range s {
		variance := shrink * s[i][i]
		points.loading[i] = f.loading[i] * math.Sqrt(variance)
		points.own[i] = f.own[i] * variance
		whole += points.loading[i]
	}
	o.Loadings, o.Errors = points.loading, points.own
	o.Total = points.omega()
	o.Observed = defined(whole * whole).over(defined(shrink * s.sum()))
}

// factor is one factor fitted to correlations.
type factor struct {
	loading, own []float64 // own: variance left to the item
	steps        int
}

func (f factor) omega() Maybe {
	var sum, own float64
	for i, l := range f.loading {
		sum += l
		own += f.own[i]
	}
	return defined(sum * sum / (sum*sum + own))
}

// upright turns the factor so that its loadings add up to no less than 0; its
// sign is otherwise arbitrary.
func (f factor) upright() factor {
	var sum float64
	for _, l := range f.loading {
		sum += l
	}
	if sum < 0 {
		for i := range f.loading {
			f.loading[i] = -f.loading[i]
		}
	}
	return f
}
