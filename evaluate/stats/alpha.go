package stats

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Reliability is Cronbach's alpha of a scale, and what the covariances and
// correlations of its items say beside it. With k items, S their covariance
// matrix, R their correlations and rbar the mean of those off the diagonal:
//
//	Alpha          k/(k-1) (1 - tr(S)/sum(S))                 raw
//	Standardized   k rbar / (1 + (k-1) rbar)                  as if all items had one SD
//	SE             sqrt(Q/n), Q of Duhachek and Iacobucci (2004) for Alpha
//	Measurement    sqrt(sum(S)) sqrt(1 - Alpha)               of the sum score, in points
//	SignalToNoise  k rbar / (1 - rbar)
//	Lambda6        1 - sum(1 - smc)/sum(R)                    Guttman, on correlations
//
// All but Alpha, Interval, SE and Measurement are undefined where an item does
// not vary (NoVariance); Lambda6 also where items determine each other
// (Singular).
type Reliability struct {
	N, Items int // people with complete answers, items
	Alpha    Maybe
	Interval Interval // Feldt, of Alpha
	SE       Maybe    // of Alpha

	Standardized   Maybe
	Measurement    Maybe // standard error of measurement
	MeanR, MedianR Maybe // of the correlations between items
	SignalToNoise  Maybe
	Lambda6        Maybe
	Need           Need
}

// CronbachAlpha is the raw (covariance) alpha of a scale. items[i][j] is the
// answer of person j to item i, reversed items already turned; every person has
// answered every item (listwise), and the caller says how many did not.
//
//	alpha = k/(k-1) (1 - sum(var(item)) / var(total))
//
// The interval is Feldt's (1965), exact for normal answers of equal covariance,
// with df1 = n-1 and df2 = (n-1)(k-1):
//
//	1 - (1-alpha) F_{1-a/2; df1, df2}  to  1 - (1-alpha) F_{a/2; df1, df2}
//
// Alpha may be negative, where items run against each other. It is undefined
// below 2 items (FewItems) or 2 people (FewerThanTwo) and where the total does
// not vary (NoVariance). Items of unequal length and non-finite answers are
// errors. R: psych::alpha(x)$total$raw_alpha, psych::alpha.ci.
func CronbachAlpha(items [][]float64, level float64) (Reliability, error) {
	if err := checkLevel(level); err != nil {
		return Reliability{}, err
	}
	if err := checkItems(items); err != nil {
		return Reliability{}, err
	}
	r := Reliability{Items: len(items)}
	if len(items) > 0 {
		r.N = len(items[0])
	}
	r.Alpha = alpha(items)
	if r.Alpha.Defined {
		r.among(covariances(items))
	}
	return r.finished(level), nil
}

// finished adds what follows from Alpha alone; where that is undefined, so is
// all the rest, for the same reason.
func (r Reliability) finished(level float64) Reliability {
	r.Need = Need{N: 2, Of: "complete answer sheets", For: "alpha"}
	r.Interval = feldt(r.Alpha, r.N, r.Items, level)
	if !r.Alpha.Defined {
		for _, m := range []*Maybe{&r.SE, &r.Standardized, &r.Measurement, &r.MeanR, &r.MedianR, &r.SignalToNoise, &r.Lambda6} {
			*m = r.Alpha
		}
	}
	return r
}

func checkItems(items [][]float64) error {
	for i, item := range items {
		if len(item) != len(items[0]) {
			return fmt.Errorf("%w: item %d has %d answers, item 0 has %d; keep only complete answer sheets",
				ErrLength, i, len(item), len(items[0]))
		}
		if err := checkFinite(fmt.Sprintf("items[%d]", i), item); err != nil {
			return err
		}
	}
	return nil
}

func alpha(items [][]float64) Maybe {
	switch {
	case len(items) < 2:
		return undefined(FewItems)
	case len(items[0]) < 2:
		return undefined(FewerThanTwo)
	}
	var parts float64
	for _, item := range items {
		parts += variance(item, mean(item))
	}
	total := totals(items, -1)
	return alphaOf(parts, variance(total, mean(total)), len(items))
}

// alphaOf is alpha from the sum of the variances of k items and the variance
// of their total.
func alphaOf(parts, whole float64, k int) Maybe {
	if whole == 0 {
		return undefined(NoVariance)
	}
	return defined(float64(k) / float64(k-1) * (1 - parts/whole))
}

// totals adds up the answers of each person, without the item numbered except.
func totals(items [][]float64, except int) []float64 {
	sum := make([]float64, len(items[0]))
	for i, item := range items {
		if i == except {
			continue
		}
		for j, answer := range item {
			sum[j] += answer
		}
	}
	return sum
}

func feldt(alpha Maybe, n, k int, level float64) Interval {
	if !alpha.Defined {
		return noInterval(alpha.Why, level)
	}
	if alpha.Value >= 1 {
		return noInterval(AtBound, level)
	}
	f := distuv.F{D1: float64(n - 1), D2: float64((n - 1) * (k - 1))}
	tail := (1 - level) / 2
	return interval(1-(1-alpha.Value)*f.Quantile(1-tail), 1-(1-alpha.Value)*f.Quantile(tail), level)
}

// alphaSE is the standard error of raw alpha after Duhachek and Iacobucci
// (2004), "Alpha's Standard Error (ASE)", Journal of Applied Psychology 89:
//
//	Q = 2k^2 / ((k-1)^2 s^3) (s (tr(S^2) + tr(S)^2) - 2 tr(S) sum(S^2)),  s = sum(S)
//	SE = sqrt(Q/n)
func alphaSE(s matrix, n int) Maybe {
	k, sum, trace := float64(len(s)), s.sum(), s.trace()
	if !(sum > 0) {
		return undefined(NoVariance)
	}
	var squares, through float64 // tr(S^2), sum(S^2)
	for _, row := range s {
		var total float64
		for _, c := range row {
			squares += c * c
			total += c
		}
		through += total * total
	}
	whole := sum * (squares + trace*trace)
	left := whole - 2*trace*through
	if left < 1e-14*whole { // items that follow each other leave 0, of which rounding makes a little
		left = 0
	}
	return defined(math.Sqrt(2 * k * k / ((k - 1) * (k - 1) * sum * sum * sum) * left / float64(n)))
}
