package stats

import "math"

// MeanChange is the mean change in units of a standard deviation. The members
// differ in that unit and are not interchangeable: always print which it is.
//
// With m, s the mean and SD of post - pre, s1, s2 the SDs of pre and post, r
// their correlation, n the pairs and J = J(n-1) the exact [HedgesJ]:
//
//	DZ         m / s                       Cohen's d_z, goes with the paired t test
//	DAv        m / sqrt((s1^2 + s2^2)/2)   average variance
//	DAvLakens  m / ((s1 + s2)/2)           average SD, Lakens (2013) equation 10
//	DRM        DZ * sqrt(2(1-r))           Morris and DeShon (2002)
//	GlassPre   m / s1                      Becker (1988), by the spread before
//	G...       J times the d of that name  Hedges' correction
//
// DZInterval inverts the noncentral t exactly: its bounds are the d_z under
// which the t found would have (1-level)/2 above, and below it. GZInterval is
// J times it. Undefined members say why: below two pairs FewerThanTwo, where
// the divisor is zero NoVariance, the corrected ones with two pairs FewerThan3.
type MeanChange struct {
	N                      int
	R                      Maybe // Pearson correlation of pre and post
	DZ, GZ                 Maybe
	DAv, GAv, DAvLakens    Maybe
	DRM, GRM               Maybe
	GlassPre, GGlassPre    Maybe
	SERM, SEAv, SEGlassPre Maybe
	J, JApprox             Maybe
	DZInterval, GZInterval Interval
	Need                   Need
}

// StandardizedMeanChange computes every unit of [MeanChange] from pairs.
// Unequal lengths, non-finite values and an impossible level are errors.
func StandardizedMeanChange(pre, post []float64, level float64) (MeanChange, error) {
	t, err := PairedT(pre, post, level)
	if err != nil {
		return MeanChange{}, err
	}
	df := float64(t.N - 1)
	c := MeanChange{
		N: t.N, R: correlation(pre, post), J: HedgesJ(df), JApprox: HedgesJApprox(df),
		Need: needForT("a standardised mean change"),
	}
	if t.N == 0 {
		c.R, c.J, c.JApprox = undefined(NoPairs), undefined(NoPairs), undefined(NoPairs)
	}
	spread := standardisedSpread(pre, post)
	c.byDifferences(t, spread)
	c.byScores(t, describe(pre, NoPairs).SD, describe(post, NoPairs).SD)
	c.correct()
	c.standardErrors(spread)
	return c, nil
}

// standardisedSpread is sqrt(2(1-r)), as the standard deviation of the
// difference of both sides' z-scores: 1-r itself loses its digits near r = 1.
func standardisedSpread(pre, post []float64) Maybe {
	if r := correlation(pre, post); !r.Defined {
		return r
	}
	m1, m2 := mean(pre), mean(post)
	s1, s2 := math.Sqrt(variance(pre, m1)), math.Sqrt(variance(post, m2))
	z := make([]float64, len(pre))
	for i := range pre {
		z[i] = (post[i]-m2)/s2 - (pre[i]-m1)/s1
	}
	return defined(math.Sqrt(variance(z, mean(z))))
}

func (c *MeanChange) byDifferences(t TTest, spread Maybe) {
	c.DZ = t.T.then(func(float64) float64 { return t.Mean.Value / t.SD.Value })
	c.DRM = spread.then(func(s float64) float64 { return c.DZ.Value * s })
	if !c.DZ.Defined {
		c.DRM = c.DZ
	}
	c.DZInterval = noInterval(t.T.Why, t.Interval.Level)
	if t.T.Defined {
		c.DZInterval = dzInterval(t)
	}
}

func dzInterval(t TTest) Interval {
	rootN := math.Sqrt(float64(t.N))
	tail := (1 - t.Interval.Level) / 2
	low := noncentralitySolving(t.T.Value, t.DF.Value, 1-tail)
	high := noncentralitySolving(t.T.Value, t.DF.Value, tail)
	return interval(low/rootN, high/rootN, t.Interval.Level)
}

func (c *MeanChange) byScores(t TTest, s1, s2 Maybe) {
	both := func(f func(a, b float64) float64) Maybe {
		return s1.then(func(a float64) float64 { return f(a, s2.Value) })
	}
	average := both(func(a, b float64) float64 { return math.Hypot(a, b) / math.Sqrt2 })
	c.DAv, c.SEAv = t.Mean.over(average), t.SE.over(average)
	c.DAvLakens = t.Mean.over(both(func(a, b float64) float64 { return (a + b) / 2 }))
	c.GlassPre = t.Mean.over(s1)
}

// standardErrors takes the spread of the differences of z-scores, sqrt(2(1-r)).
func (c *MeanChange) standardErrors(spread Maybe) {
	rootN := math.Sqrt(float64(c.N))
	with := func(d Maybe, f func(d, spread float64) float64) Maybe {
		if d.Defined && !spread.Defined {
			return spread
		}
		return d.then(func(v float64) float64 { return f(v, spread.Value) / rootN })
	}
	c.SERM = with(c.DRM, func(d, spread float64) float64 { return spread * math.Sqrt(1+d*d/2) })
	c.SEGlassPre = with(c.GlassPre, func(d, spread float64) float64 { return math.Hypot(spread, d/math.Sqrt2) })
}

func (c *MeanChange) correct() {
	byJ := func(d Maybe) Maybe {
		if d.Defined && !c.J.Defined {
			return c.J
		}
		return d.then(func(v float64) float64 { return c.J.Value * v })
	}
	c.GZ, c.GAv, c.GRM, c.GGlassPre = byJ(c.DZ), byJ(c.DAv), byJ(c.DRM), byJ(c.GlassPre)
	c.GZInterval = c.DZInterval.times(c.J)
}
