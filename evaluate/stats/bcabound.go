package stats

import (
	"math"
	"slices"
)

func definedValues(all []Maybe) []float64 {
	out := make([]float64, 0, len(all))
	for _, m := range all {
		if m.Defined {
			out = append(out, m.Value)
		}
	}
	return out
}

// definedOrWhy gives the values, or the reason of the first that has none.
func definedOrWhy(all []Maybe) ([]float64, Reason) {
	for _, m := range all {
		if !m.Defined {
			return nil, m.Why
		}
	}
	return definedValues(all), ""
}

func acceleration(left []float64, why Reason) Maybe {
	if why != "" {
		return undefined(why)
	}
	m := mean(left)
	if len(left) < 2 {
		return undefined(FewerThanTwo)
	}
	if negligible(left) {
		return undefined(NoSpreadDrawn)
	}
	var squares, cubes float64
	scale := slices.Max(left) - slices.Min(left) // cubes of tiny values would vanish
	for _, v := range left {
		l := (m - v) / scale
		squares += l * l
		cubes += l * l * l
	}
	return defined(cubes / (6 * math.Pow(squares, 1.5)))
}

// negligible tells values that differ by rounding alone.
func negligible(x []float64) bool {
	low, high := slices.Min(x), slices.Max(x)
	return high-low <= 1e-12*max(math.Abs(low), math.Abs(high))
}

// conclude takes the values of the resamples and of the leave-one-out samples.
func (r *BCaInterval) conclude(drawn, left []Maybe, o BCaOptions) {
	if !r.Estimate.Defined {
		r.without(r.Estimate.Why, o.Level)
		return
	}
	values := definedValues(drawn)
	r.Undefined = o.Resamples - len(values)
	r.Accel = acceleration(definedOrWhy(left))
	if 20*r.Undefined > o.Resamples {
		r.without(FewDefined, o.Level)
		return
	}
	slices.Sort(values)
	r.finish(values, o)
}

// finish computes the interval from the resampled values in ascending order.
func (r *BCaInterval) finish(sorted []float64, o BCaOptions) {
	if len(sorted) > 1 {
		r.SE = defined(math.Sqrt(variance(sorted, mean(sorted))))
	}
	if negligible(sorted) {
		r.without(NoSpreadDrawn, o.Level)
		return
	}
	share := shareBelow(sorted, r.Estimate.Value, o.Strict)
	if share == 0 || share == 1 {
		r.without(OneSided, o.Level)
		return
	}
	r.Bias = defined(normalQuantile(share))
	if !r.Accel.Defined {
		r.Interval = noInterval(r.Accel.Why, o.Level)
		return
	}
	z := normalQuantile((1 - o.Level) / 2)
	low, lowEdge, okLow := r.bound(sorted, z)
	high, highEdge, okHigh := r.bound(sorted, -z)
	r.Interval, r.AtEdge = interval(low, high, o.Level), lowEdge || highEdge
	if !okLow || !okHigh {
		r.Interval, r.AtEdge = noInterval(NotFinite, o.Level), false
	}
}

// without leaves the interval and what leads to it undefined.
func (r *BCaInterval) without(why Reason, level float64) {
	r.Interval, r.Bias = noInterval(why, level), undefined(why)
	for _, m := range []*Maybe{&r.Accel, &r.SE} {
		if !m.Defined && m.Why == "" {
			*m = undefined(why)
		}
	}
}

// shareBelow is the share of values below u, those equal counted half unless
// strict. Equal is what differs by no more than rounding leaves of the same people
// summed in another order.
func shareBelow(sorted []float64, u float64, strict bool) float64 {
	slack := 1e-12 * max(math.Abs(sorted[0]), math.Abs(sorted[len(sorted)-1]))
	below, _ := slices.BinarySearch(sorted, u-slack)
	atMost := below
	for atMost < len(sorted) && sorted[atMost] <= u+slack {
		atMost++
	}
	if strict {
		return float64(below) / float64(len(sorted))
	}
	return float64(below+atMost) / float64(2*len(sorted))
}

// bound is the value at the corrected share; not ok where the correction runs
// over the end of the normal scale.
func (r BCaInterval) bound(sorted []float64, z float64) (value float64, edge, ok bool) {
	w := r.Bias.Value + z
	bend := 1 - r.Accel.Value*w
	if bend <= 0 {
		return 0, false, false
	}
	value, edge = orderStatistic(sorted, normalCDF(r.Bias.Value+w/bend))
	return value, edge, true
}

// orderStatistic is the value at a share of the distribution, interpolated on
// the normal scale between the k-th and the next of B values, k = (B+1) share
// rounded down; at the ends it is the outermost value.
func orderStatistic(sorted []float64, share float64) (value float64, edge bool) {
	b := float64(len(sorted))
	k := int((b + 1) * share)
	switch {
	case k < 1:
		return sorted[0], true
	case k >= len(sorted):
		return sorted[len(sorted)-1], true
	}
	if float64(k) == (b+1)*share {
		return sorted[k-1], false
	}
	from, to := normalQuantile(float64(k)/(b+1)), normalQuantile(float64(k+1)/(b+1))
	part := (normalQuantile(share) - from) / (to - from)
	return sorted[k-1] + part*(sorted[k]-sorted[k-1]), false
}
