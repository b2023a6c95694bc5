package stats

import "math"

// MeanChangeIntervals are bootstrap intervals of the units of [MeanChange],
// drawn together, with Hedges' correction beside each that has one.
type MeanChangeIntervals struct {
	DZ, DAv, DAvLakens, DRM, GlassPre BCaInterval
	// G is J(n-1) times the interval of the d of that name.
	GZ, GAv, GRM, GGlassPre Interval
}

// MeanChangeBCa gives [BCa] intervals of the standardised mean changes of
// [StandardizedMeanChange], which has the formulas. d_z has an exact interval
// there under normal differences; the others have none, which is what this is
// for. A resample in which a divisor is zero counts as Undefined.
// Errors are those of [BCaPairs].
func MeanChangeBCa(pre, post []float64, o BCaOptions) (MeanChangeIntervals, error) {
	diff, err := PlainDifferences(pre, post)
	if err != nil {
		return MeanChangeIntervals{}, err
	}
	c := newCentred(pre, post, diff)
	all, err := bcaOf(len(pre), 5, func() several { return c.changes }, o)
	if err != nil {
		return MeanChangeIntervals{}, err
	}
	j := HedgesJ(float64(len(pre) - 1))
	return MeanChangeIntervals{
		DZ: all[0], DAv: all[1], DAvLakens: all[2], DRM: all[3], GlassPre: all[4],
		GZ: all[0].Interval.times(j), GAv: all[1].Interval.times(j),
		GRM: all[3].Interval.times(j), GGlassPre: all[4].Interval.times(j),
	}, nil
}

// centred are pairs less their means, so that the sums of any resample's squares
// lose no digits, and the mean difference.
type centred struct {
	pre, post, diff []float64
	change          float64
}

func newCentred(pre, post, diff []float64) centred {
	c := centred{pre: less(pre, mean(pre)), post: less(post, mean(post)), change: mean(diff)}
	c.diff = less(diff, c.change)
	return c
}

func less(x []float64, m float64) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = v - m
	}
	return out
}

// changes are d_z, d_av, d_av by Lakens, d_rm and Glass' d of the people given.
func (c *centred) changes(people []int, out []Maybe) {
	n := float64(len(people))
	var d, dd, x, xx, y, yy, xy float64
	for _, i := range people {
		a, b, e := c.pre[i], c.post[i], c.diff[i]
		d, dd = d+e, dd+e*e
		x, xx = x+a, xx+a*a
		y, yy = y+b, yy+b*b
		xy += a * b
	}
	s, s1, s2 := spread(d, dd, n), spread(x, xx, n), spread(y, yy, n)
	m := defined(c.mean(d, dd, n))
	out[0] = m.over(s)
	out[1] = m.over(s1.with(s2, func(a, b float64) float64 { return math.Hypot(a, b) / math.Sqrt2 }))
	out[2] = m.over(s1.with(s2, func(a, b float64) float64 { return (a + b) / 2 }))
	out[4] = m.over(s1)
	r := defined((xy - x*y/n) / (n - 1)).over(s1).over(s2)
	out[3] = out[0].with(r, func(dz, r float64) float64 { return dz * math.Sqrt(2*fallShort(r)) })
}

// mean is the mean difference of n people, from the sums of their centred differences and of the squares; what
// rounding leaves of no change at all is 0, or the jackknife would take it for a statistic that moves.
func (c *centred) mean(sum, squares, n float64) float64 {
	m := c.change + sum/n
	if m*m <= 1e-28*max(c.change*c.change, squares/n) {
		return 0
	}
	return m
}

// fallShort is 1 - r; what rounding leaves of a perfect correlation, as of any two
// people, is 0, since its root would not be small.
func fallShort(r float64) float64 {
	if r > 1-1e-13 {
		return 0
	}
	return 1 - r
}

// spread is the standard deviation by sum and sum of squares; what rounding
// leaves of no variance at all is 0.
func spread(sum, squares, n float64) Maybe {
	if n < 2 {
		return undefined(FewerThanTwo)
	}
	v := squares - sum*sum/n
	if v <= 1e-13*squares {
		return defined(0)
	}
	return defined(math.Sqrt(v / (n - 1)))
}

// with joins two defined values, or passes the first reason on.
func (m Maybe) with(other Maybe, f func(a, b float64) float64) Maybe {
	switch {
	case !m.Defined:
		return m
	case !other.Defined:
		return other
	}
	return defined(f(m.Value, other.Value))
}
