package stats

import "math"

// maxOutcomes is how many outcomes [Multinomial] goes through: a tenth of a second.
const maxOutcomes = 2_000_000

// Multinomial is the exact p that counts come from given shares: the probability of all outcomes
// of as many counts that are at most as probable as the one observed, with the relative slack of
// 1e-7 of [BinomialTest].
//
//	P(x) = n! / (x1! … xk!) · p1^x1 … pk^xk
//
// It serves where expected counts are too small for [ChiSquareFit], whose arguments and errors it
// shares. With more outcomes than two million it is undefined (TooManyOutcomes).
// R: full enumeration with dmultinom.
func Multinomial(observed []int, shares []float64) (Maybe, error) {
	n, err := checkFit(observed, shares)
	if err != nil {
		return Maybe{}, err
	}
	m := multinomial{logFactorial: logFactorials(n)}
	var counts []int
	for i, p := range shares {
		if p > 0 {
			m.logShare = append(m.logShare, math.Log(p))
			counts = append(counts, observed[i])
		}
	}
	switch k := len(counts); {
	case n == 0:
		return undefined(NoTrials), nil
	case k == 1:
		return undefined(NoVariance), nil
	case outcomes(n, k) > maxOutcomes:
		return undefined(TooManyOutcomes), nil
	}
	m.limit = m.logFactorial[n] + math.Log1p(1e-7)
	for i, x := range counts {
		m.limit += m.term(i, x)
	}
	m.through(0, n, m.logFactorial[n])
	return defined(min(1, m.sum)), nil
}

// multinomial is the sum while it grows.
type multinomial struct {
	logShare, logFactorial []float64
	limit, sum             float64
}

func (m *multinomial) term(category, x int) float64 {
	return float64(x)*m.logShare[category] - m.logFactorial[x]
}

// through shares the rest out over a category and those after it.
func (m *multinomial) through(category, rest int, log float64) {
	if category == len(m.logShare)-1 {
		if log += m.term(category, rest); log <= m.limit {
			m.sum += math.Exp(log)
		}
		return
	}
	for x := range rest + 1 {
		m.through(category+1, rest-x, log+m.term(category, x))
	}
}

// outcomes is (n+k-1 choose k-1), in floating point since it soon overflows.
func outcomes(n, k int) float64 {
	all := 1.0
	for i := 1; i < k; i++ {
		all *= float64(n+i) / float64(i)
	}
	return all
}

func logFactorials(n int) []float64 {
	out := make([]float64, n+1)
	for i := 2; i <= n; i++ {
		out[i] = out[i-1] + math.Log(float64(i))
	}
	return out
}
