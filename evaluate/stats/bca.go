package stats

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// BCaOptions are those of [BCa] and [BCaPairs].
type BCaOptions struct {
	// Level of the interval. Defaults to 0.95.
	Level float64
	// Resamples drawn. Defaults to 10 000.
	Resamples int
	// Seed of the resamples. The same seed gives the same interval, whatever Workers is.
	Seed uint64
	// Workers share the resamples. Defaults to the processors available.
	Workers int
	// Strict counts for the bias only resamples below the estimate, as R's boot
	// does. By default one equal to it counts half, which matters for statistics
	// that take few values, such as a median of answers.
	Strict bool
}

// BCaInterval is the outcome of [BCa].
type BCaInterval struct {
	N         int
	Estimate  Maybe
	Interval  Interval
	Bias      Maybe // z0, the median bias in normal units
	Accel     Maybe // a, the acceleration
	SE        Maybe // standard deviation of the resampled values
	Resamples int   // asked for
	Undefined int   // resamples in which the statistic was undefined; they are left out
	// AtEdge tells that a bound is the smallest or largest resampled value: draw more.
	AtEdge bool
	Need   Need
}

// BCa is the bias-corrected and accelerated bootstrap interval of a statistic of
// one sample (Efron 1987), such as a median change. With B resampled values t*,
// G the normal distribution function, z = G^-1((1-level)/2) and u the estimate:
//
//	z0 = G^-1(share of t* below u)
//	a  = sum(l^3) / (6 sum(l^2)^1.5),  l = mean of the leave-one-out values - each of them
//	lower bound: the t* at the share G(z0 + (z0+z)/(1 - a(z0+z))); upper: with -z
//
// A share between two order statistics of B is interpolated on the normal scale
// (Davison and Hinkley 1997, 5.8), as R's boot does.
//
// The statistic gets the people drawn in a slice that it may sort but not keep;
// it is called by several goroutines. Resample r depends on Seed and r alone.
//
// Undefined: as the statistic itself; NoSpreadDrawn where it is the same in all
// resamples or leave-one-out samples; OneSided; FewDefined where it is undefined in more
// than 5 % of the resamples. Non-finite values and options out of range are errors.
// R: boot.ci(boot(x, f, R), type = "bca", L = l - mean(l)), where
// l <- empinf(data = x, statistic = f, type = "jack"): these lie about u, and the
// formula wants them about their mean.
func BCa(x []float64, statistic func(x []float64) Maybe, o BCaOptions) (BCaInterval, error) {
	if err := checkFinite("x", x); err != nil {
		return BCaInterval{}, err
	}
	return first(bcaOf(len(x), 1, func() several {
		drawn := make([]float64, len(x))
		return func(people []int, out []Maybe) { out[0] = statistic(pick(drawn, x, people)) }
	}, o))
}

// BCaPairs is [BCa] of a statistic of pairs: people are drawn, so the two values
// of one person stay together. Unequal lengths are an error besides those of BCa.
func BCaPairs(pre, post []float64, statistic func(pre, post []float64) Maybe, o BCaOptions) (BCaInterval, error) {
	if err := checkPairs(pre, post); err != nil {
		return BCaInterval{}, err
	}
	return first(bcaOf(len(pre), 1, func() several {
		before, after := make([]float64, len(pre)), make([]float64, len(pre))
		return func(people []int, out []Maybe) {
			out[0] = statistic(pick(before, pre, people), pick(after, post, people))
		}
	}, o))
}

func first(all []BCaInterval, err error) (BCaInterval, error) {
	if err != nil {
		return BCaInterval{}, err
	}
	return all[0], nil
}

// NeedForBCa is the sample from which the interval is worth printing. At 0.95 the
// interval of a mean of ten normal differences holds about 0.90, of twenty 0.92,
// of fifty 0.94; of lopsided ones 0.86, 0.91, 0.93 (TestCoverageBCa). The level
// asked for does not change the advice.
func NeedForBCa() Need { return Need{N: 20, Of: "pairs", For: "a bootstrap BCa interval"} }

func pick(into, from []float64, people []int) []float64 {
	into = into[:len(people)]
	for i, p := range people {
		into[i] = from[p]
	}
	return into
}

func (o BCaOptions) withDefaults() (BCaOptions, error) {
	if o.Level == 0 {
		o.Level = 0.95
	}
	if o.Resamples < 0 || o.Workers < 0 {
		return o, fmt.Errorf("%w: %d resamples by %d workers; want 0 for the default or more", ErrCount, o.Resamples, o.Workers)
	}
	if o.Resamples == 0 {
		o.Resamples = 10_000
	}
	return o, checkLevel(o.Level)
}

// several computes some statistics of the people drawn, by their numbers, into out.
type several func(people []int, out []Maybe)

// bcaOf bootstraps k statistics by the same resamples; statistics makes one
// function, with its own scratch space, for each worker.
func bcaOf(n, k int, statistics func() several, o BCaOptions) ([]BCaInterval, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	found := make([]Maybe, k)
	everybody := make([]int, n)
	for i := range everybody {
		everybody[i] = i
	}
	statistics()(everybody, found)
	out := make([]BCaInterval, k)
	var drawn, left []Maybe // k for each resample, k for each person left out
	if slices.ContainsFunc(found, func(m Maybe) bool { return m.Defined }) && n > 0 {
		drawn, left = resampled(n, k, statistics, o), leaveOneOut(n, k, statistics, o.Workers)
	}
	for i := range out {
		out[i] = BCaInterval{N: n, Estimate: found[i], Resamples: o.Resamples, Need: NeedForBCa()}
		if n == 0 {
			out[i].Estimate = undefined(NoPairs)
		}
		out[i].conclude(every(drawn, i, k), every(left, i, k), o)
	}
	return out, nil
}

// every is the i-th of each k values.
func every(all []Maybe, i, k int) []Maybe {
	out := make([]Maybe, 0, len(all)/k)
	for ; i < len(all); i += k {
		out = append(out, all[i])
	}
	return out
}

func resampled(n, k int, statistics func() several, o BCaOptions) []Maybe {
	out := make([]Maybe, k*o.Resamples)
	replicate(o.Resamples, o.Workers, o.Seed, func() func(int, *rand.PCG) {
		of, people := statistics(), make([]int, n)
		return func(r int, source *rand.PCG) {
			for i := range people {
				people[i] = below(n, source)
			}
			of(people, out[k*r:k*(r+1)])
		}
	})
	return out
}

// below is a number from 0 to n-1, all equally likely, by the high half of a
// product and rejection of the uneven rest (Lemire 2019).
func below(n int, source *rand.PCG) int {
	m := uint64(n)
	high, low := bits.Mul64(source.Uint64(), m)
	if low < m {
		for least := -m % m; low < least; {
			high, low = bits.Mul64(source.Uint64(), m)
		}
	}
	return int(high)
}

// leaveOneOut needs n >= 1; a person alone leaves nothing.
func leaveOneOut(n, k int, statistics func() several, workers int) []Maybe {
	if n == 1 {
		return slices.Repeat([]Maybe{undefined(FewerThanTwo)}, k)
	}
	out := make([]Maybe, k*n)
	replicate(n, workers, 0, func() func(int, *rand.PCG) {
		of, people := statistics(), make([]int, n-1)
		return func(left int, _ *rand.PCG) {
			for i := range people {
				people[i] = i
				if i >= left {
					people[i] = i + 1
				}
			}
			of(people, out[k*left:k*(left+1)])
		}
	})
	return out
}
