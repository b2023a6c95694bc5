package stats

import (
	"fmt"
	"math"
	"slices"
	"sort"
)

// QuantileChange is a quantile of the differences with its interval.
type QuantileChange struct {
	N        int
	Estimate Maybe
	Interval Interval
	// Achieved is the least level that the interval holds, whatever the
	// distribution; it is not below the level asked for.
	Achieved Maybe
	Need     Need
}

// Quantile is the quantile of x at a share p: the median at 0.5. With the sorted
// values x(1) <= ... <= x(n) and h = (n-1) p + 1 it is interpolated between the
// values about place h (R's type 7). The interval is free of any distribution:
//
//	from x(l) to x(u),  P(X < l) <= (1-level)/2 and P(X >= u) <= (1-level)/2
//
// with X binomial (n, p) and the narrowest such l and u. For the median it is the
// set of changes that the sign test does not reject.
//
// Undefined: NoValues without values; the interval FewForQuantile where no l or u
// will do, as for the median of fewer than 6 values at 0.95. A p not strictly
// between 0 and 1, non-finite values and an impossible level are errors.
// R: quantile(x, p); Conover (1999), 3.2.
func Quantile(x []float64, p, level float64) (QuantileChange, error) {
	if err := checkLevel(level); err != nil {
		return QuantileChange{}, err
	}
	if err := checkFinite("x", x); err != nil {
		return QuantileChange{}, err
	}
	if !(p > 0 && p < 1) {
		return QuantileChange{}, fmt.Errorf("%w: quantile at %v, must lie strictly between 0 and 1", ErrLevel, p)
	}
	q := QuantileChange{N: len(x), Need: needForQuantile(p, level)}
	if len(x) == 0 {
		q.Estimate, q.Achieved = undefined(NoValues), undefined(NoValues)
		q.Interval = noInterval(NoValues, level)
		return q, nil
	}
	sorted := slices.Sorted(slices.Values(x))
	q.Estimate = defined(placed(sorted, float64(len(x)-1)*p))
	q.limits(sorted, p, level)
	return q, nil
}

// Median is the middle value of x, or the mean of the middle two: [Quantile] at 0.5
// without its interval, in the shape that [BCa] takes. It is undefined without
// values (NoValues) and where one is not finite (NotFinite).
func Median(x []float64) Maybe {
	if len(x) == 0 {
		return undefined(NoValues)
	}
	if checkFinite("x", x) != nil {
		return undefined(NotFinite)
	}
	return defined(median(x))
}

// placed is the value at a place from 0 to n-1, between two values linearly.
func placed(sorted []float64, place float64) float64 {
	k := int(place)
	part := place - float64(k)
	if part == 0 || k+1 >= len(sorted) {
		return sorted[k]
	}
	return sorted[k]*(1-part) + sorted[k+1]*part
}

func (q *QuantileChange) limits(sorted []float64, p, level float64) {
	b, tail := binomial{n: len(sorted), p: p}, (1-level)/2*(1+1e-12)
	low := sort.Search(b.n, func(k int) bool { return b.atMost(k) > tail })
	high := 1 + sort.Search(b.n, func(k int) bool { return b.atLeast(k+1) <= tail })
	if low == 0 || high > b.n {
		q.Interval, q.Achieved = noInterval(FewForQuantile, level), undefined(FewForQuantile)
		return
	}
	q.Interval = interval(sorted[low-1], sorted[high-1], level)
	q.Achieved = defined(1 - b.atMost(low-1) - b.atLeast(high))
}

// NeedForQuantile is the number of values from which the interval of the
// quantile at p exists:
//
//	max(p, 1-p)^n <= (1-level)/2
//
// An impossible level and a p not strictly between 0 and 1 are errors.
func NeedForQuantile(p, level float64) (Need, error) {
	if err := checkLevel(level); err != nil {
		return Need{}, err
	}
	if !(p > 0 && p < 1) {
		return Need{}, fmt.Errorf("%w: quantile at %v, must lie strictly between 0 and 1", ErrLevel, p)
	}
	return needForQuantile(p, level), nil
}

func needForQuantile(p, level float64) Need {
	n := math.Ceil(math.Log((1-level)/2)/math.Log(max(p, 1-p)) - 1e-9)
	return Need{N: int(max(1, n)), Of: "values", For: fmt.Sprintf("a %.4g %% interval of the quantile at %.4g", 100*level, p)}
}
