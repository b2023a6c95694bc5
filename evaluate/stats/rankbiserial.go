package stats

import (
	"fmt"
	"math"
)

// RankEffect is the matched-pairs rank-biserial correlation.
type RankEffect struct {
	NonZero  int
	R        Maybe
	Interval Interval
}

// RankBiserial is the effect size of the signed-rank test (Kerby 2014): the
// share of rank sum in favour of a rise less the share against,
//
//	r = (W+ - W-) / (W+ + W-)
//
// 1 where all who changed rose, -1 where all fell. The interval is the one by
// Fisher's z that effectsize (R) gives, with n the number of non-zero
// differences (effectsize counts non-zero scores, which is a fault):
//
//	tanh(atanh r ± z sqrt((2n^3 + 3n^2 + n)/6) / ((n^2 + n)/2))
//
// It holds for Drop only (else NotDefinedFor), and not where |r| = 1 (AtBound).
// Without non-zero differences all is undefined (NoPairs, NoNonZero). Non-finite
// differences and an impossible level are errors. Take the differences by
// [DecimalDifferences], or rounding noise breaks ties.
// R: effectsize::rank_biserial(post, pre, paired = TRUE), but for the n of the interval.
func RankBiserial(diff []float64, zeros Zeros, level float64) (RankEffect, error) {
	if err := checkLevel(level); err != nil {
		return RankEffect{}, err
	}
	if err := checkFinite("diff", diff); err != nil {
		return RankEffect{}, err
	}
	r := rankSigned(diff, zeros)
	e := RankEffect{NonZero: len(r.doubled)}
	if e.NonZero == 0 {
		why := whyNoSigns(len(diff))
		e.R, e.Interval = undefined(why), noInterval(why, level)
		return e, nil
	}
	e.R = defined(float64(r.plus-r.minus) / float64(r.plus+r.minus))
	e.Interval = noInterval(NotDefinedFor, level)
	if zeros == Drop {
		e.Interval = fisherInterval(e.R.Value, float64(e.NonZero), level)
	}
	return e, nil
}

// FisherRankInterval is the interval of [RankBiserial] for a rank-biserial r of
// n ranked differences, for r and n taken from a publication or to follow a
// program that counts n otherwise. r outside -1..1, n below 1 and an impossible
// level are errors; |r| = 1 is AtBound.
func FisherRankInterval(r float64, n int, level float64) (Interval, error) {
	if err := checkLevel(level); err != nil {
		return Interval{}, err
	}
	if !(r >= -1 && r <= 1) || n < 1 {
		return Interval{}, fmt.Errorf("%w: rank-biserial %v of %d differences; want it in -1..1, of at least 1", ErrCount, r, n)
	}
	return fisherInterval(r, float64(n), level), nil
}

func fisherInterval(r, n, level float64) Interval {
	if math.Abs(r) == 1 {
		return noInterval(AtBound, level)
	}
	se := math.Sqrt(n*(n+1)*(2*n+1)/6) / (n * (n + 1) / 2)
	half := -normalQuantile((1-level)/2) * se
	return interval(math.Tanh(math.Atanh(r)-half), math.Tanh(math.Atanh(r)+half), level)
}
