package stats

import "fmt"

// Autocorrelation is the correlation of a series with itself a number of places
// later,
//
//	r = sum over i > lag of (x_i - m)(x_(i-lag) - m) / sum of (x_i - m)^2
//
// It serves to see whether answers were recorded in an order that matters. An
// empty series is undefined (NoValues), a constant one NoVariance. A negative
// lag, one as long as the series and non-finite values are errors.
// R: acf(x, lag.max = lag, plot = FALSE).
func Autocorrelation(x []float64, lag int) (Maybe, error) {
	if err := checkFinite("x", x); err != nil {
		return Maybe{}, err
	}
	if len(x) == 0 {
		return undefined(NoValues), nil
	}
	if lag < 0 || lag >= len(x) {
		return Maybe{}, fmt.Errorf("%w: a lag of %d in a series of %d; want 0 to %d", ErrCount, lag, len(x), len(x)-1)
	}
	if len(x) < 2 || variance(x, mean(x)) == 0 {
		return undefined(NoVariance), nil
	}
	m := mean(x)
	products, squares := make([]float64, 0, len(x)), make([]float64, 0, len(x))
	for i := range x {
		squares = append(squares, (x[i]-m)*(x[i]-m))
		if i >= lag {
			products = append(products, (x[i]-m)*(x[i-lag]-m))
		}
	}
	n, k := float64(len(x)), float64(len(x)-lag)
	return defined(mean(products) * k / (mean(squares) * n)), nil
}
