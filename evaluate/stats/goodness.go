package stats

import (
	"fmt"
	"math"
)

// Fit holds counts against the shares they are supposed to have.
type Fit struct {
	N             int     // counted
	ChiSquare     Maybe   // Σ (observed - expected)² / expected
	DF            int     // categories that are expected at all, less one
	P             Maybe   // of the chi-square distribution
	LeastExpected float64 // smallest expected count; below 5 the approximation is poor, see [Multinomial]
}

// PoorBelow is the expected count below which the chi-square approximation is not to be relied on
// (Cochran 1954).
const PoorBelow = 5

// ChiSquareFit is Pearson's test that counts come from given shares:
//
//	χ² = Σ (o - n p)² / (n p), on k - 1 degrees of freedom
//
// over the k categories with p > 0. The shares must add up to 1 and are as many as the counts. With
// no count, or one category alone, there is nothing to test (NoTrials, NoVariance). A negative
// count, a count in a category of share 0 and shares that do not add up are errors.
// R: chisq.test(observed, p = shares).
func ChiSquareFit(observed []int, shares []float64) (Fit, error) {
	n, err := checkFit(observed, shares)
	if err != nil {
		return Fit{}, err
	}
	f := Fit{N: n, DF: -1, LeastExpected: math.Inf(1)}
	sum := 0.0
	for i, p := range shares {
		if p == 0 {
			continue
		}
		expected := float64(n) * p
		f.DF++
		f.LeastExpected = min(f.LeastExpected, expected)
		if n > 0 {
			d := float64(observed[i]) - expected
			sum += d * d / expected
		}
	}
	switch {
	case n == 0:
		f.ChiSquare, f.P = undefined(NoTrials), undefined(NoTrials)
	case f.DF == 0:
		f.ChiSquare, f.P = undefined(NoVariance), undefined(NoVariance)
	default:
		f.ChiSquare, f.P = defined(sum), defined(chiSquareTail(sum, float64(f.DF)))
	}
	return f, nil
}

// checkFit refuses counts and shares that do not belong together and adds the counts up.
func checkFit(observed []int, shares []float64) (n int, err error) {
	if len(observed) != len(shares) || len(shares) == 0 {
		return 0, fmt.Errorf("%w: %d counts and %d shares; want as many of both, at least one", ErrCount, len(observed), len(shares))
	}
	whole := 0.0
	for i, p := range shares {
		switch {
		case !(p >= 0 && p <= 1):
			return 0, fmt.Errorf("%w: share %d is %v, must lie in 0..1", ErrCount, i+1, p)
		case observed[i] < 0:
			return 0, fmt.Errorf("%w: count %d is %d, must not be negative", ErrCount, i+1, observed[i])
		case p == 0 && observed[i] > 0:
			return 0, fmt.Errorf("%w: %d counted where the share is 0", ErrCount, observed[i])
		}
		n += observed[i]
		whole += p
	}
	if math.Abs(whole-1) > 1e-9 {
		return 0, fmt.Errorf("%w: the shares add up to %v, want 1", ErrCount, whole)
	}
	return n, nil
}
