package stats

import (
	"errors"
	"fmt"
	"math"
)

// ErrDesign is the fault of a regression whose columns and outcome do not fit together.
var ErrDesign = errors.New("stats: columns of the regression do not fit together")

// LinearModel is a fitted linear regression. Standard errors come from
// [LinearModel.Coefficients], by the covariance asked for.
//
// Where the columns are not independent, or there are fewer rows than columns,
// every statistic is undefined (Collinear, FewerRows).
type LinearModel struct {
	N, K         int     // rows, coefficients
	DFRegression int     // K less the intercept
	DFResidual   int     // N - K
	Estimates    []Maybe // one for each column, the intercept first where there is one
	// SSRegression is about the mean where there is an intercept, about 0 otherwise.
	SSRegression, SSResidual Maybe
	ResidualSD               Maybe     // sqrt(SSResidual / DFResidual)
	R2, AdjustedR2           Maybe     // uncentred without an intercept
	F, P                     Maybe     // test of all columns but the intercept
	Residuals, Leverages     []float64 // a row each; nil where there is no fit
	Need                     Need
	residuals, leverages     []float64   // the same, whatever a caller does with those above
	weights                  [][]float64 // (X'X)^-1 X'
	why                      Reason      // why there is no fit
}

// LeastSquares fits y = b0 + b1 x1 + ... by least squares; columns holds the x,
// one slice for each, all as long as y. An intercept comes first in the result
// where intercept is true.
//
//	b = (X'X)^-1 X'y,  s^2 = e'e / (n - p),  F = (SSRegression / df1) / s^2
//
// The columns are orthogonalised in twice the precision of float64 and read in
// the decimals they were written in, so that NIST's hardest set (Filip) keeps 13
// digits where its powers are formed by [Polynomial]. A residual sum that is
// rounding noise is 0, and what divides by it undefined (NoVariance).
//
// Unequal lengths, no column at all and non-finite values are errors.
// R: summary(lm(y ~ x1 + x2)).
func LeastSquares(y []float64, columns [][]float64, intercept bool) (LinearModel, error) {
	if err := checkDesign(y, columns, intercept); err != nil {
		return LinearModel{}, err
	}
	var design [][]double
	if intercept {
		design = append(design, ones(len(y)))
	}
	for _, c := range columns {
		design = append(design, allAsWritten(c))
	}
	return fitLinear(allAsWritten(y), design, intercept), nil
}

func checkDesign(y []float64, columns [][]float64, intercept bool) error {
	if len(columns) == 0 && !intercept {
		return fmt.Errorf("%w: no column and no intercept", ErrDesign)
	}
	errs := []error{checkFinite("y", y)}
	for j, c := range columns {
		if len(c) != len(y) {
			errs = append(errs, fmt.Errorf("%w: %d outcomes and %d values in column %d; pass only rows that are complete", ErrLength, len(y), len(c), j+1))
		}
		errs = append(errs, checkFinite(fmt.Sprintf("column %d", j+1), c))
	}
	return errors.Join(errs...)
}

func ones(n int) []double {
	out := make([]double, n)
	for i := range out {
		out[i] = inDouble(1)
	}
	return out
}

// fitLinear is [LeastSquares] for a design that is ready.
func fitLinear(y []double, design [][]double, intercept bool) LinearModel {
	m := LinearModel{N: len(y), K: len(design), DFRegression: len(design), DFResidual: len(y) - len(design)}
	m.Need = Need{N: m.K + 1, Of: "complete rows", For: "a regression with a standard error"}
	if intercept {
		m.DFRegression--
	}
	if m.N < m.K {
		return m.without(FewerRows)
	}
	o, ok := orthogonalise(design)
	if !ok {
		return m.without(Collinear)
	}
	z, rest := o.project(y)
	for _, b := range o.solve(z) {
		m.Estimates = append(m.Estimates, defined(b.value()))
	}
	m.weights, m.Leverages = o.weights(), o.leverages()
	explained := z[m.K-m.DFRegression:]
	return m.sums(dot(explained, explained).value(), rest, dot(y, y).value())
}

// sums fills in what is made of the two sums of squares. noise is the share of
// the outcome's length that rounding leaves as residuals of an exact fit.
func (m LinearModel) sums(regression float64, rest []double, whole float64) LinearModel {
	const noise = 1e-15
	if math.IsInf(whole, 0) || math.IsNaN(regression+whole) {
		return m.without(NotFinite) // squares above 1e308
	}
	residual := dot(rest, rest).value()
	if math.Sqrt(residual) <= noise*math.Sqrt(whole) {
		residual, rest = 0, make([]double, len(rest))
	}
	for _, e := range rest {
		m.Residuals = append(m.Residuals, e.value())
	}
	m.SSRegression, m.SSResidual = defined(regression), defined(residual)
	m.R2 = undefined(NoVariance)
	if regression+residual > 0 {
		m.R2 = defined(regression / (regression + residual))
	}
	m.residuals, m.leverages = m.Residuals, m.Leverages
	m.tests()
	return m
}

func (m *LinearModel) tests() {
	if m.DFResidual == 0 {
		u := undefined(FewerRows)
		m.ResidualSD, m.AdjustedR2, m.F, m.P = u, u, u, u
		return
	}
	df := float64(m.DFResidual)
	variance := m.SSResidual.Value / df
	m.ResidualSD = defined(math.Sqrt(variance))
	m.AdjustedR2 = m.R2.then(func(r float64) float64 { return 1 - (1-r)*float64(m.DFResidual+m.DFRegression)/df })
	m.F, m.P = fTest(m.SSRegression.Value, m.DFRegression, variance, m.DFResidual)
}

// fTest is the F of a sum of squares on its degrees of freedom against a
// variance, with its p-value.
func fTest(squares float64, df1 int, variance float64, df2 int) (f, p Maybe) {
	if df1 <= 0 || df2 <= 0 || variance == 0 {
		return undefined(NoVariance), undefined(NoVariance)
	}
	f = defined(squares / float64(df1) / variance)
	return f, f.then(func(v float64) float64 { return fTail(v, float64(df1), float64(df2)) })
}

func (m LinearModel) without(why Reason) LinearModel {
	u := undefined(why)
	m.why, m.Estimates, m.Residuals, m.Leverages = why, nil, nil, nil
	for range m.K {
		m.Estimates = append(m.Estimates, u)
	}
	m.SSRegression, m.SSResidual, m.ResidualSD = u, u, u
	m.R2, m.AdjustedR2, m.F, m.P = u, u, u, u
	return m
}
