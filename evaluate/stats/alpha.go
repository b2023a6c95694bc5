package stats

import (
	"fmt"

	"gonum.org/v1/gonum/stat/distuv"
)

// Reliability is Cronbach's alpha of a scale.
type Reliability struct {
	N, Items int // people with complete answers, items
	Alpha    Maybe
	Interval Interval // Feldt
	Need     Need
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
	r := Reliability{Items: len(items), Need: Need{N: 2, Of: "complete answer sheets", For: "alpha"}}
	if len(items) > 0 {
		r.N = len(items[0])
	}
	r.Alpha = alpha(items)
	r.Interval = feldt(r.Alpha, r.N, r.Items, level)
	return r, nil
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
	whole := variance(total, mean(total))
	if whole == 0 {
		return undefined(NoVariance)
	}
	k := float64(len(items))
	return defined(k / (k - 1) * (1 - parts/whole))
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
