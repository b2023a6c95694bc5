package stats

import (
	"fmt"
	"math"
)

// FixedEffect is a coefficient of [MixedModel]. T has no degrees of freedom that
// all agree on, so there is no p-value here: see [Ancova] for a test.
type FixedEffect struct {
	Estimate, SE, T Maybe
}

// MixedModel is a linear regression in which each person (cluster) has a level
// of their own.
type MixedModel struct {
	N, Clusters     int
	Fixed           []FixedEffect // the intercept first
	VarianceBetween Maybe         // of the persons' levels
	VarianceWithin  Maybe         // of the residuals
	ICC             Maybe         // between / (between + within)
	Need            Need
}

// RandomIntercept fits y = b0 + b1 x1 + ... + u_person + e by restricted maximum
// likelihood (REML). cluster holds a whole number for each row, the same for
// rows of one person; rows may come in any order and persons in any number of
// waves, so that people with one wave count too.
//
// With l = VarianceBetween / VarianceWithin and n_i the rows of person i, least
// squares after
//
//	y_ij - f_i mean_i(y),  f_i = 1 - 1/sqrt(1 + n_i l), and columns alike
//
// gives the coefficients; l is where the derivative of the restricted deviance
//
//	(N-p) log RSS + sum log(1 + n_i l) + log |X'X|
//
// is 0, found to 14 digits, or 0 where the deviance only rises.
//
// Undefined where the columns are not independent (Collinear), there are no more
// rows than coefficients (FewerRows), nobody has two rows (FewerThanTwo) or
// persons do not vary about their level (NoVariance). Unequal lengths and
// non-finite values are errors. R: lme4::lmer(y ~ x1 + (1 | person)), whose
// optimiser stops at 1e-5.
func RandomIntercept(y []float64, columns [][]float64, cluster []int) (MixedModel, error) {
	if err := checkDesign(y, columns, true); err != nil {
		return MixedModel{}, err
	}
	if len(cluster) != len(y) {
		return MixedModel{}, fmt.Errorf("%w: %d outcomes and %d cluster numbers", ErrLength, len(y), len(cluster))
	}
	r := newRestricted(y, columns, cluster)
	m := MixedModel{N: len(y), Clusters: len(r.size), Need: Need{N: 2, Of: "rows of the same person", For: "a random intercept"}}
	if why := r.whyNot(); why != "" {
		return m.without(why, len(columns)+1), nil
	}
	ratio, ok := r.ratio()
	if !ok {
		return m.without(NoVariance, len(columns)+1), nil
	}
	fit := r.at(ratio)
	if !fit.ok {
		return m.without(Collinear, len(columns)+1), nil
	}
	return m.filled(fit, ratio), nil
}

func (m MixedModel) filled(fit restrictedFit, ratio float64) MixedModel {
	k := len(fit.o.q)
	within := fit.squares / float64(m.N-k)
	m.VarianceWithin, m.VarianceBetween = defined(within), defined(within*ratio)
	m.ICC = defined(ratio / (1 + ratio))
	rows := fit.o.weights()
	for j, b := range fit.o.solve(fit.z) {
		var sum double
		for _, a := range rows[j] {
			sum = sum.plus(product(a, a))
		}
		e := FixedEffect{Estimate: defined(b.value()), SE: defined(math.Sqrt(within * sum.value()))}
		e.T = e.Estimate.over(e.SE)
		m.Fixed = append(m.Fixed, e)
	}
	return m
}

func (m MixedModel) without(why Reason, coefficients int) MixedModel {
	u := undefined(why)
	m.VarianceBetween, m.VarianceWithin, m.ICC = u, u, u
	for range coefficients {
		m.Fixed = append(m.Fixed, FixedEffect{Estimate: u, SE: u, T: u})
	}
	return m
}
