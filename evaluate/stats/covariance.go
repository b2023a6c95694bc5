package stats

import (
	"fmt"
	"math"
)

// Covariance says what the standard errors of a regression assume.
//
// With e the residuals, h the leverages and A = (X'X)^-1 X' the covariance of
// the coefficients is A diag(w) A', with
//
//	Classical  w = e'e/(n-p)     one variance for all
//	HC0        w = e^2           White (1980)
//	HC1        w = e^2 n/(n-p)   MacKinnon and White (1985)
//	HC2        w = e^2/(1-h)
//	HC3        w = e^2/(1-h)^2   the one for samples below 250: Long and Ervin (2000)
type Covariance int

// The covariances of [LinearModel.Coefficients].
const (
	Classical Covariance = iota
	HC0
	HC1
	HC2
	HC3
)

var covarianceNames = [...]string{"classical", "HC0", "HC1", "HC2", "HC3"}

// String is "classical" or "HC0" to "HC3"; [ParseCovariance] reads it back.
func (c Covariance) String() string {
	if c < 0 || int(c) >= len(covarianceNames) {
		return fmt.Sprintf("Covariance(%d)", int(c))
	}
	return covarianceNames[c]
}

// ParseCovariance is the inverse of [Covariance.String].
func ParseCovariance(s string) (Covariance, error) {
	for i, name := range covarianceNames {
		if s == name {
			return Covariance(i), nil
		}
	}
	return Classical, fmt.Errorf("stats: covariance is %q, must be classical, HC0, HC1, HC2 or HC3", s)
}

// Coefficient is one estimate with its t test against 0 on DF degrees of
// freedom. Where there is an estimate and no standard error, all but Estimate
// say why.
type Coefficient struct {
	Estimate, SE, T, P Maybe
	DF                 int
	Interval           Interval
}

// Coefficients are the estimates with standard errors by a covariance, in the
// order of [LinearModel.Estimates].
//
//	t = b / se,  interval: b ± t_{n-p; (1+level)/2} se
//
// HC2 and HC3 are undefined where one row alone decides a coefficient, its
// leverage being 1 (FullLeverage). An impossible level is an error.
// R: lmtest::coeftest(m, vcov. = sandwich::vcovHC(m, type = "HC3"), df = n-p).
func (m LinearModel) Coefficients(c Covariance, level float64) ([]Coefficient, error) {
	out := make([]Coefficient, 0, m.K)
	for j := range m.K {
		pick := make([]float64, m.K)
		pick[j] = 1
		one, err := m.Combination(pick, c, level)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

// Combination is a weighted sum of the coefficients, such as an adjusted mean,
// with its test and interval:
//
//	b'weights,  variance: the sum over rows of w (A'weights)^2
//
// There must be as many weights as coefficients; an impossible level is an error.
func (m LinearModel) Combination(weights []float64, c Covariance, level float64) (Coefficient, error) {
	if err := checkLevel(level); err != nil {
		return Coefficient{}, err
	}
	if len(weights) != m.K {
		return Coefficient{}, fmt.Errorf("%w: %d weights for %d coefficients", ErrDesign, len(weights), m.K)
	}
	if err := checkFinite("weights", weights); err != nil {
		return Coefficient{}, err
	}
	if m.why != "" {
		return coefficient(undefined(m.why), undefined(m.why), m.DFResidual, level), nil
	}
	var estimate double
	for j, w := range weights {
		estimate = estimate.plus(product(w, m.Estimates[j].Value))
	}
	return coefficient(defined(estimate.value()), m.standardError(weights, c), m.DFResidual, level), nil
}

func (m LinearModel) standardError(weights []float64, c Covariance) Maybe {
	if m.DFResidual == 0 {
		return undefined(FewerRows)
	}
	var sum double
	for i := range m.N {
		var a float64
		for j, w := range weights {
			a += w * m.weights[j][i]
		}
		v := m.rowVariance(i, c)
		if !v.Defined {
			return v
		}
		sum = sum.plus(product(a, a*v.Value))
	}
	return defined(math.Sqrt(sum.value()))
}

func (m LinearModel) rowVariance(i int, c Covariance) Maybe {
	const full = 1e-10 // what is left beside a leverage of 1
	e, h := m.residuals[i], m.leverages[i]
	switch {
	case c == Classical:
		return m.ResidualSD.then(func(s float64) float64 { return s * s })
	case c == HC0:
		return defined(e * e)
	case c == HC1:
		return defined(e * e * float64(m.N) / float64(m.DFResidual))
	case 1-h < full:
		return undefined(FullLeverage)
	case c == HC2:
		return defined(e * e / (1 - h))
	}
	return defined(e / (1 - h) * (e / (1 - h)))
}

func coefficient(estimate, se Maybe, df int, level float64) Coefficient {
	c := Coefficient{Estimate: estimate, SE: se, DF: df}
	c.T = estimate.over(se)
	c.P = c.T.then(func(t float64) float64 { return 2 * studentTail(math.Abs(t), float64(df)) })
	if !c.T.Defined {
		c.Interval = noInterval(c.T.Why, level)
		return c
	}
	half := studentQuantile(level, float64(df)) * se.Value
	c.Interval = interval(estimate.Value-half, estimate.Value+half, level)
	return c
}
