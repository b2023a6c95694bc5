package stats

// CommonLanguage holds the forms in which a change is told as a probability.
// They differ in whom they speak of; print which it is.
type CommonLanguage struct {
	// Same is the probability that a person stands higher after than before,
	// Phi(d_z) and, without normality, P(d > 0) + P(d = 0)/2.
	Same         Superiority
	SameInterval Interval // of Same.Parametric: Phi of the d_z interval
	// Apart is Phi(d_z/sqrt 2): what effectsize calls p_superiority(paired =
	// TRUE). It speaks of two people drawn from the differences and their mirror
	// image, not of a person before and after.
	Apart         Maybe
	ApartInterval Interval // Phi of the d_z interval / sqrt 2
	// Ranked is (1 + rank-biserial)/2: changes weighed by rank, zeros dropped.
	Ranked         Maybe
	RankedInterval Interval
	Need           Need
}

// CommonLanguageEffects computes them all from the differences post - pre, which
// [DecimalDifferences] takes. The intervals of Same and Apart invert the
// noncentral t, that of Ranked is [RankBiserial]'s; for Same.NonParametric use
// [BCa]. Undefined as [PairedSuperiority] and [RankBiserial]. Non-finite
// differences and an impossible level are errors.
//
// McGraw and Wong (1992), Psychological Bulletin 111, 361-365; Kerby (2014).
func CommonLanguageEffects(diff []float64, level float64) (CommonLanguage, error) {
	t, err := DifferenceT(diff, level)
	if err != nil {
		return CommonLanguage{}, err
	}
	same, err := PairedSuperiority(diff)
	if err != nil {
		return CommonLanguage{}, err
	}
	ranks, err := RankBiserial(diff, Drop, level)
	if err != nil {
		return CommonLanguage{}, err
	}
	halved := func(r float64) float64 { return (1 + r) / 2 }
	c := CommonLanguage{
		Same: same, Ranked: ranks.R.then(halved), RankedInterval: ranks.Interval.each(halved),
		Need: needForT("the probability of a rise under normal differences"),
	}
	c.byNormal(t, level)
	return c, nil
}

func (c *CommonLanguage) byNormal(t TTest, level float64) {
	c.Apart = t.T.then(func(float64) float64 { return superiority(t.Mean.Value / t.SD.Value) })
	if !t.T.Defined {
		c.SameInterval, c.ApartInterval = noInterval(t.T.Why, level), noInterval(t.T.Why, level)
		return
	}
	d := dzInterval(t)
	c.SameInterval, c.ApartInterval = d.each(normalCDF), d.each(superiority)
}

// each applies a rising function to both bounds.
func (i Interval) each(f func(float64) float64) Interval {
	return Interval{Lo: i.Lo.then(f), Hi: i.Hi.then(f), Level: i.Level}
}
