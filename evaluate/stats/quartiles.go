package stats

import "slices"

// Quartiles are the values that a quarter, a half and three quarters of x do not
// exceed, by R's type 7, its default and that of spreadsheets: linear between the
// sorted values about place 1 + (n-1)/4 and so on. An empty x leaves them
// undefined (NoValues); non-finite values are an error.
// Hyndman and Fan (1996). R: quantile(x, c(.25, .5, .75)).
func Quartiles(x []float64) (q1, median, q3 Maybe, err error) {
	if err := checkFinite("x", x); err != nil {
		return Maybe{}, Maybe{}, Maybe{}, err
	}
	if len(x) == 0 {
		return undefined(NoValues), undefined(NoValues), undefined(NoValues), nil
	}
	sorted := slices.Sorted(slices.Values(x))
	at := func(quarters float64) Maybe { return defined(placed(sorted, quarters/4*float64(len(sorted)-1))) }
	return at(1), at(2), at(3), nil
}
