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
func walshRank(n int, tail float64) (k int, achieved Maybe) {
	if n > defaultExactUpTo {
		return normalWalshRank(n, tail), undefined(TooManyExact)
	}
	ranks := make([]int, n)
	for i := range ranks {
		ranks[i] = i + 1
	}
	counts, exponent := countSums(ranks, n*(n+1)/4)
	const slack = 10 * 0x1p-52 // as R does, lest rounding skip an exact quantile
	var below, before float64  // P(V <= k), P(V <= k-1)
	for k = 0; k < len(counts); k++ {
		before = below
		below += math.Ldexp(counts[k], exponent-n)
		if below >= tail-slack {
			break
		}
	}
	if k == 0 {
		return 1, defined(1 - 2*below)
	}
	return k, defined(1 - 2*before)
}

func normalWalshRank(n int, tail float64) int {
	m := float64(n)
	sd := math.Sqrt(m * (m + 1) * (2*m + 1) / 24)
	return max(1, int(math.Round(m*(m+1)/4+sd*normalQuantile(tail))))
}
