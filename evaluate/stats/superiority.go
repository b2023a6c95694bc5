package stats

// Superiority is the probability that a person stands higher after than before.
type Superiority struct {
	N             int
	Parametric    Maybe // Phi(d_z): under normal differences
	NonParametric Maybe // share of rises plus half the share unchanged
}

// PairedSuperiority computes both forms from the differences post - pre:
//
//	Parametric     Phi(mean(d)/sd(d))          McGraw and Wong (1992), paired form
//	NonParametric  P(d > 0) + P(d = 0)/2
//
// It is not effectsize's p_superiority(paired = TRUE), which is Phi(d_z/sqrt 2)
// and speaks of two different people. Parametric is undefined where the
// differences do not vary (NoVariance) or are too few (FewerThanTwo); both are
// without pairs (NoPairs). Non-finite differences are an error.
func PairedSuperiority(diff []float64) (Superiority, error) {
	if err := checkFinite("diff", diff); err != nil {
		return Superiority{}, err
	}
	t := newTTest(describe(diff, NoPairs), 0.95)
	s := Superiority{N: t.N, Parametric: t.T.then(func(float64) float64 {
		return normalCDF(t.Mean.Value / t.SD.Value)
	})}
	s.NonParametric = RiseShare(diff)
	return s, nil
}

// RiseShare is P(d > 0) + P(d = 0)/2 of finite differences: NonParametric of [PairedSuperiority] by itself, as a
// statistic for [BCa]. Without differences it is undefined (NoPairs).
func RiseShare(diff []float64) Maybe {
	if len(diff) == 0 {
		return undefined(NoPairs)
	}
	halves := 0
	for _, d := range diff {
		if d > 0 {
			halves += 2
		} else if d == 0 {
			halves++
		}
	}
	return defined(float64(halves) / float64(2*len(diff)))
}
