package stats

import "math"

// GroupEffect is the difference of two independent means in units of a standard
// deviation. The members differ in that unit: always print which it is.
//
// With m = mx - my and s the pooled SD of [PooledT]:
//
//	D         m / s                            Cohen's d
//	DAverage  m / sqrt((sx^2 + sy^2)/2)        average variance
//	G         J(nx+ny-2) D                     Hedges' correction, exact J
//	Glass     m / sy                           by the spread of the comparison group
//	Superior  Phi(D / sqrt 2)                  P(one of x above one of y), under normal values
//
// DInterval inverts the noncentral t exactly, GInterval is J times it and
// SuperiorInterval is Phi of it. Undefined members say why: NoValues,
// FewerThanTwo, NoVariance, and FewerThan3 for the correction.
type GroupEffect struct {
	NX, NY                          int
	D, DAverage, G, Glass, Superior Maybe
	J                               Maybe
	DInterval, GInterval            Interval
	SuperiorInterval                Interval
	Need                            Need
}

// StandardizedDifference computes every unit of [GroupEffect]; y is the
// comparison group. Non-finite values and an impossible level are errors.
// R: effectsize::cohens_d(x, y), hedges_g, glass_delta, p_superiority; its
// intervals come from an optimiser that is off by up to 1e-5.
func StandardizedDifference(x, y []float64, level float64) (GroupEffect, error) {
	t, err := PooledT(x, y, level)
	if err != nil {
		return GroupEffect{}, err
	}
	e := GroupEffect{NX: t.NX, NY: t.NY, Need: needForGroups("a standardised difference")}
	e.units(t, x, y)
	e.J = HedgesJ(float64(t.NX + t.NY - 2))
	e.G = e.D
	if e.D.Defined {
		e.G = e.J.then(func(j float64) float64 { return j * e.D.Value })
	}
	e.intervals(t, level)
	return e, nil
}

func (e *GroupEffect) units(t TwoSampleT, x, y []float64) {
	g := newPair(x, y)
	by := func(variance float64) Maybe {
		if !t.T.Defined {
			return t.T
		}
		return t.Difference.over(defined(math.Sqrt(variance)))
	}
	e.D, e.DAverage, e.Glass = by(g.pooled()), by((g.varX+g.varY)/2), by(g.varY)
	if t.T.Defined && t.NX == 1 {
		e.DAverage = undefined(FewerThanTwo)
	}
	if t.T.Defined && t.NY == 1 {
		e.DAverage, e.Glass = undefined(FewerThanTwo), undefined(FewerThanTwo)
	}
	e.Superior = e.D.then(superiority)
}

// superiority is Phi(d/sqrt 2), the probability that one of two normal values d apart is the larger.
func superiority(d float64) float64 { return normalCDF(d / math.Sqrt2) }

func (e *GroupEffect) intervals(t TwoSampleT, level float64) {
	if !t.T.Defined {
		no := noInterval(t.T.Why, level)
		e.DInterval, e.GInterval, e.SuperiorInterval = no, no, no
		return
	}
	root := math.Sqrt(1/float64(t.NX) + 1/float64(t.NY))
	tail := (1 - level) / 2
	low := root * noncentralitySolving(t.T.Value, t.DF.Value, 1-tail)
	high := root * noncentralitySolving(t.T.Value, t.DF.Value, tail)
	e.DInterval = interval(low, high, level)
	e.GInterval = e.DInterval.times(e.J)
	e.SuperiorInterval = interval(superiority(low), superiority(high), level)
}
