package stats

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// ErrWeight is the fault of a weight that is negative, or of weights that are all 0.
var ErrWeight = errors.New("stats: weights do not fit")

// WeightedMean is a mean under weights that are not counts: inverse probabilities, say. Undefined
// members say why: without values NoValues, with one FewerThanTwo, where all values are alike
// NoVariance, where one has all the weight FullLeverage.
type WeightedMean struct {
	N             int
	Covariance    Covariance
	Mean, SE, DF  Maybe // DF = N - 1
	Interval      Interval
	EffectiveN    Maybe // (sum w)^2 / sum w^2: as many equal weights would be as steady (Kish 1965)
	LargestWeight Maybe
	LargestShare  Maybe // of the largest weight in their sum, 0..1
	Need          Need
}

// MeanByWeights is the weighted mean of x, as the regression on a constant gives it:
//
//	m = sum(w x) / sum(w),  interval: m ± t_{n-1; (1+level)/2} se
//	se^2 = sum(w^2 v) / sum(w)^2,  v = e^2 of [HC0], e^2/(1-h) of [HC2], ...
//
// with e = x - m and leverages h = w/sum(w). Under [Classical] the weights are taken for precisions:
// se^2 = sum(w e^2) / (n-1) / sum(w). The robust ones take the weights for fixed. With equal weights
// HC1, HC2 and Classical are all sd/sqrt(n). Unequal lengths, values that are not finite, a negative
// weight, weights that are all 0 and an impossible level are errors.
// R: m <- lm(x ~ 1, weights = w); sandwich::vcovHC(m, type = "HC2").
func MeanByWeights(x, weights []float64, c Covariance, level float64) (WeightedMean, error) {
	r := WeightedMean{N: len(x), Covariance: c, Need: Need{N: 2, Of: "values that are not all alike", For: "a weighted mean with an interval"}}
	if err := errors.Join(checkLevel(level), checkWeights(x, weights)); err != nil {
		return WeightedMean{}, err
	}
	if len(x) == 0 {
		return r.without(undefined(NoValues), NoValues, level), nil
	}
	total := mean(weights) * float64(len(x))
	r.weigh(weights, total)
	m := weightedMean(x, weights, total)
	if len(x) == 1 {
		return r.without(defined(m), FewerThanTwo, level), nil
	}
	if slices.Min(x) == slices.Max(x) {
		return r.without(defined(x[0]), NoVariance, level), nil
	}
	se := weightedError(x, weights, total, m, c)
	if !se.Defined {
		return r.without(defined(m), se.Why, level), nil
	}
	df := float64(len(x) - 1)
	half := studentQuantile(level, df) * se.Value
	r.Mean, r.SE, r.DF = defined(m), se, defined(df)
	r.Interval = interval(m-half, m+half, level)
	return r, nil
}

func (r *WeightedMean) weigh(weights []float64, total float64) {
	var squares float64
	for _, w := range weights {
		squares += (w / total) * (w / total)
	}
	r.EffectiveN = defined(1 / squares)
	r.LargestWeight = defined(slices.Max(weights))
	r.LargestShare = defined(slices.Max(weights) / total)
}

func (r WeightedMean) without(m Maybe, why Reason, level float64) WeightedMean {
	r.Mean, r.SE, r.DF, r.Interval = m, undefined(why), undefined(why), noInterval(why, level)
	if !m.Defined {
		r.EffectiveN, r.LargestWeight, r.LargestShare = m, m, m
	}
	return r
}

// weightedMean starts from the plain mean, so that a huge common offset costs no digits and equal
// weights give the plain mean itself.
func weightedMean(x, weights []float64, total float64) float64 {
	m := mean(x)
	var off float64
	for i, w := range weights {
		off += (w - weights[0]) * (x[i] - m)
	}
	return m + off/total
}

func weightedError(x, weights []float64, total, m float64, c Covariance) Maybe {
	const full = 1e-10 // what is left beside a leverage of 1
	n := float64(len(x))
	var sum float64
	for i, w := range weights {
		share, e := w/total, x[i]-m
		switch {
		case c == Classical:
			sum += share * e * e / (n - 1)
			continue
		case c == HC1:
			e *= math.Sqrt(n / (n - 1))
		case c != HC0 && 1-share < full:
			return undefined(FullLeverage)
		case c == HC2:
			e /= math.Sqrt(1 - share)
		case c == HC3:
			e /= 1 - share
		}
		sum += share * e * share * e
	}
	return defined(math.Sqrt(sum))
}

func checkWeights(x, weights []float64) error {
	if len(x) != len(weights) {
		return fmt.Errorf("%w: %d values and %d weights; want a weight for each", ErrLength, len(x), len(weights))
	}
	for i, w := range weights {
		if w < 0 {
			return fmt.Errorf("%w: weights[%d] is %v, must not be negative", ErrWeight, i, w)
		}
	}
	if len(weights) > 0 && slices.Max(weights) == 0 {
		return fmt.Errorf("%w: all are 0", ErrWeight)
	}
	return errors.Join(checkFinite("x", x), checkFinite("weights", weights))
}
