package stats

import "math"

// RatioEffect is a ratio of two shares or odds with its interval.
type RatioEffect struct {
	Ratio    Maybe
	Interval Interval
}

// RiskRatio is the share x1/n1 divided by the share x2/n2, with the interval by
// its logarithm (Katz and others 1978):
//
//	exp(log rr ± z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2))
//
// Where nobody of the second group has the outcome it is Unbounded; where nobody
// of the first has it is 0 and its interval undefined (AtBound). An empty group
// leaves all undefined (NoTrials), no outcome at all too (NoVariance). Counts that
// do not fit and an impossible level are errors. R: epitools::riskratio.wald.
func RiskRatio(x1, n1, x2, n2 int, level float64) (RatioEffect, error) {
	if err := checkTwoShares(x1, n1, x2, n2, level); err != nil {
		return RatioEffect{}, err
	}
	why, atZero := whyNoRatio(n1, n2, x1, x2)
	if why != "" || atZero {
		return noRatio(why, level), nil
	}
	a, b := float64(x1), float64(x2)
	se := math.Sqrt(1/a - 1/float64(n1) + 1/b - 1/float64(n2))
	return ratioEffect(a*float64(n2)/(b*float64(n1)), se, level), nil
}

// OddsRatio is the odds x1/(n1-x1) divided by the odds x2/(n2-x2), the sample
// odds ratio, with Woolf's interval (1955):
//
//	exp(log or ± z sqrt(1/a + 1/b + 1/c + 1/d))
//
// over the four counts. Where one of them is 0 it is Unbounded, or 0 with an
// undefined interval (AtBound); [HaldaneOddsRatio] and [FisherExact] have an answer
// then. An empty group leaves all undefined (NoTrials), and nobody or everybody
// with the outcome too (NoVariance). Errors are those of [RiskRatio].
func OddsRatio(x1, n1, x2, n2 int, level float64) (RatioEffect, error) {
	if err := checkTwoShares(x1, n1, x2, n2, level); err != nil {
		return RatioEffect{}, err
	}
	if x1+x2 == n1+n2 && min(n1, n2) > 0 {
		return noRatioAtAll(NoVariance, level), nil
	}
	why, atZero := whyNoRatio(n1, n2, x1*(n2-x2), x2*(n1-x1))
	if why != "" || atZero {
		return noRatio(why, level), nil
	}
	return oddsRatio(float64(x1), float64(n1-x1), float64(x2), float64(n2-x2), level), nil
}

// HaldaneOddsRatio is [OddsRatio] after 1/2 is added to each of the four counts
// (Haldane 1956, Anscombe 1956), defined wherever both groups and both outcomes
// occur. Errors are those of [RiskRatio].
func HaldaneOddsRatio(x1, n1, x2, n2 int, level float64) (RatioEffect, error) {
	if err := checkTwoShares(x1, n1, x2, n2, level); err != nil {
		return RatioEffect{}, err
	}
	switch {
	case min(n1, n2) == 0:
		return noRatioAtAll(NoTrials, level), nil
	case x1+x2 == 0 || x1+x2 == n1+n2:
		return noRatioAtAll(NoVariance, level), nil
	}
	half := func(k int) float64 { return float64(k) + 0.5 }
	return oddsRatio(half(x1), half(n1-x1), half(x2), half(n2-x2), level), nil
}

func oddsRatio(a, b, c, d, level float64) RatioEffect {
	return ratioEffect(a*d/(b*c), math.Sqrt(1/a+1/b+1/c+1/d), level)
}

func ratioEffect(ratio, se, level float64) RatioEffect {
	half := -normalQuantile((1-level)/2) * se
	return RatioEffect{
		Ratio:    defined(ratio),
		Interval: interval(ratio*math.Exp(-half), ratio*math.Exp(half), level),
	}
}

// whyNoRatio says why top/bottom has no value, or that it is 0.
func whyNoRatio(n1, n2, top, bottom int) (why Reason, atZero bool) {
	switch {
	case min(n1, n2) == 0:
		return NoTrials, false
	case top == 0 && bottom == 0:
		return NoVariance, false
	case bottom == 0:
		return Unbounded, false
	}
	return "", top == 0
}

// noRatio is a ratio without a value, or of 0 where why is empty.
func noRatio(why Reason, level float64) RatioEffect {
	if why == "" {
		return RatioEffect{Ratio: defined(0), Interval: noInterval(AtBound, level)}
	}
	return noRatioAtAll(why, level)
}

func noRatioAtAll(why Reason, level float64) RatioEffect {
	return RatioEffect{Ratio: undefined(why), Interval: noInterval(why, level)}
}
