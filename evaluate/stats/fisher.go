package stats

import "math"

// FisherTest is Fisher's exact test of two shares, conditional on how many have
// the outcome in all.
type FisherTest struct {
	PTwo, PGreater, PLess Maybe // Greater: the first group has the outcome more often
	PMid                  Maybe // twice the smaller one-sided mid-p, at most 1
	// OddsRatio is the conditional maximum likelihood estimate, another quantity
	// than the sample's [OddsRatio]; Unbounded where the first group has as many
	// with the outcome as it can.
	OddsRatio Maybe
	// OddsLow and OddsHigh bound it at Level. Low is 0 or High is Unbounded where
	// the table is at its end, so they are no Interval, whose bounds go together.
	OddsLow, OddsHigh Maybe
	Level             float64
	Need              Need
}

// FisherExact tests x1 of n1 against x2 of n2 by the hypergeometric distribution.
//
// The two-sided p adds up the tables that are at most as probable as the one
// found, with the relative slack of 1e-7 that R uses. The odds ratio psi solves
//
//	E_psi(X) = x1,  P_psi(X = k) ~ (n1 choose k) (n2 choose m-k) psi^k
//
// and its bounds P_psi(X >= x1) = P_psi(X <= x1) = (1-level)/2, all to 13 digits
// (R's fisher.test stops at four).
//
// With an empty group all is undefined (NoTrials), as where nobody has the
// outcome, or everybody (NoVariance). Counts that do not fit and an impossible
// level are errors. R: fisher.test; mid-p: epitools::ormidp.test.
func FisherExact(x1, n1, x2, n2 int, level float64) (FisherTest, error) {
	if err := checkTwoShares(x1, n1, x2, n2, level); err != nil {
		return FisherTest{}, err
	}
	f := FisherTest{Level: level, Need: Need{N: 1, Of: "people in each group with and without the outcome", For: "Fisher's exact test"}}
	switch {
	case min(n1, n2) == 0:
		return f.without(NoTrials), nil
	case x1+x2 == 0 || x1+x2 == n1+n2:
		return f.without(NoVariance), nil
	}
	h := newHypergeometric(n1, n2, x1+x2)
	f.tails(h, x1)
	f.odds(h, x1)
	return f, nil
}

func (f FisherTest) without(why Reason) FisherTest {
	u := undefined(why)
	f.PTwo, f.PGreater, f.PLess, f.PMid = u, u, u, u
	f.OddsRatio, f.OddsLow, f.OddsHigh = u, u, u
	return f
}

func (f *FisherTest) tails(h hypergeometric, x int) {
	p := h.probabilities(0)
	at := p[x-h.low]
	var less, greater, two float64
	for i, v := range p {
		if h.low+i < x {
			less += v
		}
		if h.low+i > x {
			greater += v
		}
		if v <= at*(1+1e-7) {
			two += v
		}
	}
	f.PTwo = defined(min(1, two))
	f.PGreater, f.PLess = defined(min(1, greater+at)), defined(min(1, less+at))
	f.PMid = defined(min(1, 2*min(less, greater)+at))
}

func (f *FisherTest) odds(h hypergeometric, x int) {
	tail := (1 - f.Level) / 2
	f.OddsRatio, f.OddsLow, f.OddsHigh = defined(0), defined(0), undefined(Unbounded)
	if x == h.high {
		f.OddsRatio = undefined(Unbounded)
	} else if x > h.low {
		f.OddsRatio = h.solve(func(p []float64) float64 { return float64(x) - h.mean(p) })
	}
	if x > h.low {
		f.OddsLow = h.solve(func(p []float64) float64 { return tail - sumFloats(p[x-h.low:]) })
	}
	if x < h.high {
		f.OddsHigh = h.solve(func(p []float64) float64 { return sumFloats(p[:x-h.low+1]) - tail })
	}
}

func sumFloats(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum
}

// hypergeometric is how many of the m with the outcome are in the first group,
// when each split is as probable as another but for the odds ratio.
type hypergeometric struct {
	low, high int
	log       []float64 // of (n1 choose k)(n2 choose m-k), less that of low
}

func newHypergeometric(n1, n2, m int) hypergeometric {
	h := hypergeometric{low: max(0, m-n2), high: min(n1, m)}
	h.log = make([]float64, h.high-h.low+1)
	for i := 1; i < len(h.log); i++ {
		k := h.low + i
		up := float64(n1-k+1) * float64(m-k+1)
		down := float64(k) * float64(n2-m+k)
		h.log[i] = h.log[i-1] + math.Log(up/down)
	}
	return h
}

// probabilities are those of low..high at a log odds ratio.
func (h hypergeometric) probabilities(logOdds float64) []float64 {
	largest := math.Inf(-1)
	out := make([]float64, len(h.log))
	for i, l := range h.log {
		out[i] = l + float64(i)*logOdds
		largest = max(largest, out[i])
	}
	for i := range out {
		out[i] = math.Exp(out[i] - largest)
	}
	sum := sumFloats(out)
	for i := range out {
		out[i] /= sum
	}
	return out
}

func (h hypergeometric) mean(p []float64) float64 {
	sum := 0.0
	for i, v := range p {
		sum += v * float64(h.low+i)
	}
	return sum
}

// solve is the odds ratio at which f, falling as it grows, passes 0.
func (h hypergeometric) solve(f func(p []float64) float64) Maybe {
	at := func(logOdds float64) float64 { return f(h.probabilities(logOdds)) }
	low, high := -1.0, 1.0
	for at(low) <= 0 && low > -700 {
		low *= 2
	}
	for at(high) > 0 && high < 700 {
		high *= 2
	}
	return defined(math.Exp(ridders(at, low, high)))
}
