package stats

import "math"

// Shift is the Hodges-Lehmann estimate of the change and its interval.
type Shift struct {
	N        int
	Estimate Maybe
	// Interval runs from the K-th smallest to the K-th largest Walsh average.
	Interval Interval
	K        int
	// Achieved is the level that the interval has for untied differences. Below
	// Need it is less than the level asked for.
	Achieved Maybe
	Need     Need
}

// HodgesLehmann is the median of all n(n+1)/2 Walsh averages (d_i + d_j)/2,
// i <= j, zeros kept: the change that the signed-rank test speaks of.
//
// The interval takes the k-th average from each end, k being the (1-level)/2
// quantile of the signed-rank statistic of n untied differences, at least 1 (R:
// qsignrank). Take the differences by [DecimalDifferences]. Above 2000
// differences k comes from the normal approximation of the statistic, and
// Achieved is undefined (TooManyExact).
//
// Without differences all is undefined (NoPairs). Non-finite differences and an
// impossible level are errors.
//
// Hodges and Lehmann (1963); interval: Hollander and Wolfe (1999), 3.3.
func HodgesLehmann(diff []float64, level float64) (Shift, error) {
	if err := checkLevel(level); err != nil {
		return Shift{}, err
	}
	if err := checkFinite("diff", diff); err != nil {
		return Shift{}, err
	}
	s := Shift{N: len(diff), Need: needForHodgesLehmann(level)}
	if len(diff) == 0 {
		s.Estimate, s.Achieved = undefined(NoPairs), undefined(NoPairs)
		s.Interval = noInterval(NoPairs, level)
		return s, nil
	}
	w := newWalsh(diff)
	s.Estimate = defined(w.at((w.count+1)/2)/2 + w.at(w.count/2+1)/2)
	s.K, s.Achieved = walshRank(len(diff), (1-level)/2)
	s.Interval = interval(w.at(s.K), w.at(w.count+1-s.K), level)
	return s, nil
}

// walshRank is the k of the interval and the level that it achieves,
// 1 - 2 P(V <= k-1) for the signed-rank statistic V of n untied differences.
// From the normal approximation it walks to the first k with P(V <= k) >= tail.
func walshRank(n int, tail float64) (k int, achieved Maybe) {
	k = normalWalshRank(n, tail)
	if n > defaultExactUpTo {
		return k, undefined(TooManyExact)
	}
	ranks := make([]int, n)
	for i := range ranks {
		ranks[i] = i + 1
	}
	tail -= 10 * 0x1p-52 // as R does, lest rounding skip an exact quantile
	for {
		v := countSignSums(ranks, k)
		below := v.AtMost - v.Exactly
		switch {
		case v.AtMost < tail:
			k += 1 + int(min(float64(n), (tail-v.AtMost)/v.Exactly/2))
		case k > 0 && below >= tail:
			k -= min(k, 1+int(min(float64(n), (below-tail)/v.Exactly/2)))
		case k == 0:
			return 1, defined(1 - 2*v.AtMost)
		default:
			return k, defined(1 - 2*below)
		}
	}
}

// normalWalshRank is the k of the normal approximation with the fourth cumulant (Cornish and Fisher),
// which is the exact one but for a few n: each further look of [walshRank] counts anew.
func normalWalshRank(n int, tail float64) int {
	m := float64(n)
	squares := m * (m + 1) * (2*m + 1) / 6
	fourth := -squares * (3*m*m + 3*m - 1) / 5 / 8 / (squares * squares / 16) // kappa_4 / sigma^4
	z := normalQuantile(tail)
	z += fourth * (z*z*z - 3*z) / 24
	return max(1, int(math.Ceil(m*(m+1)/4+math.Sqrt(squares/4)*z-0.5)))
}
