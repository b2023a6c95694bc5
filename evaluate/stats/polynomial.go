package stats

import "fmt"

// Polynomial fits y = b0 + b1 x + ... + b_degree x^degree by [LeastSquares].
// Powers are formed in twice the precision of float64: rounded to sixteen digits
// they would cost a tenth-degree fit half of its digits. Without an intercept b0
// is left out. A degree below 1 and the errors of [LeastSquares] are errors.
// R: lm(y ~ poly(x, degree, raw = TRUE)).
func Polynomial(y, x []float64, degree int, intercept bool) (LinearModel, error) {
	if degree < 1 {
		return LinearModel{}, fmt.Errorf("%w: degree is %d, must be at least 1", ErrDesign, degree)
	}
	if err := checkDesign(y, [][]float64{x}, intercept); err != nil {
		return LinearModel{}, err
	}
	base := allAsWritten(x)
	power := ones(len(x))
	var design [][]double
	if intercept {
		design = append(design, power)
	}
	for range degree {
		next := make([]double, len(x))
		for i := range next {
			next[i] = power[i].times(base[i])
		}
		design, power = append(design, next), next
	}
	return fitLinear(allAsWritten(y), design, intercept), nil
}
