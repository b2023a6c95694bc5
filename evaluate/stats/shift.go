package stats

import (
	"math"
	"slices"
)

// GroupShift is the Hodges-Lehmann estimate of how far x lies above y: the
// median of all nx ny differences x_i - y_j, the shift that [MannWhitney] speaks
// of. Differences are decimal-exact, as in [DecimalDifferences].
//
// With an empty group it is undefined (NoValues). Non-finite values are an error.
// Hodges and Lehmann (1963). R: median(outer(x, y, "-")).
func GroupShift(x, y []float64) (Maybe, error) {
	if err := checkTwo(x, y, 0.5); err != nil {
		return Maybe{}, err
	}
	if min(len(x), len(y)) == 0 {
		return undefined(NoValues), nil
	}
	x, y, scale := inUnits(x, y)
	d := pairwise{x: slices.Sorted(slices.Values(x)), y: slices.Sorted(slices.Values(y))}
	n := len(x) * len(y)
	return defined((d.at((n+1)/2)/2 + d.at(n/2+1)/2) / scale), nil
}

// inUnits gives both samples as whole multiples of 1/scale where their decimals
// allow it, else as they are.
func inUnits(x, y []float64) (a, b []float64, scale float64) {
	decimals := max(decimalsOf(x), decimalsOf(y))
	if decimals > maxDecimals {
		return x, y, 1
	}
	a, okA := allScaled(x, decimals)
	b, okB := allScaled(y, decimals)
	if !okA || !okB {
		return x, y, 1
	}
	return a, b, math.Pow10(decimals)
}

func allScaled(x []float64, decimals int) ([]float64, bool) {
	out := make([]float64, len(x))
	for i, v := range x {
		n, ok := scaled(v, decimals)
		if !ok {
			return nil, false
		}
		out[i] = float64(n)
	}
	return out, true
}

// pairwise stands for all differences of a value of x less one of y, ascending,
// without storing them; both are sorted.
type pairwise struct{ x, y []float64 }

// at is the k-th smallest difference, found as [walsh.at] finds an average.
func (d pairwise) at(k int) float64 {
	low := ordinal(d.x[0] - d.y[len(d.y)-1])
	high := ordinal(d.x[len(d.x)-1] - d.y[0])
	for low < high {
		middle := low + (high-low)/2
		if d.atMost(fromOrdinal(middle)) >= k {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return fromOrdinal(low) + 0 // never -0
}

func (d pairwise) atMost(v float64) int {
	count, j := 0, 0 // y[j:] are near enough to x
	for _, a := range d.x {
		for j < len(d.y) && a-d.y[j] > v {
			j++
		}
		count += len(d.y) - j
	}
	return count
}
