package stats

import (
	"fmt"
	"math"
	"slices"
)

// Quantile is the p-quantile of x by R's type 7, its default and that of
// spreadsheets: linear between the order statistics around
//
//	1 + (n-1) p
//
// p = 0.25 and 0.75 are the quartiles, 0.5 the median. An empty x leaves it
// undefined (NoValues); p outside 0..1 and non-finite values are errors.
// Hyndman and Fan (1996). R: quantile(x, p).
func Quantile(x []float64, p float64) (Maybe, error) {
	if err := checkFinite("x", x); err != nil {
		return Maybe{}, err
	}
	if !(p >= 0 && p <= 1) {
		return Maybe{}, fmt.Errorf("%w: quantile of %v, must lie in 0..1", ErrLevel, p)
	}
	if len(x) == 0 {
		return undefined(NoValues), nil
	}
	sorted := slices.Sorted(slices.Values(x))
	at := float64(len(x)-1) * p
	below := int(math.Floor(at))
	share := at - float64(below)
	if share == 0 {
		return defined(sorted[below]), nil
	}
	return defined(sorted[below]*(1-share) + sorted[below+1]*share), nil
}

// middleTwo are the two values in the middle of a non-empty x, the same one
// twice where their number is odd.
func middleTwo(x []float64) (low, high float64) {
	sorted := slices.Sorted(slices.Values(x))
	return sorted[(len(x)-1)/2], sorted[len(x)/2]
}
