package stats

import "math"

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
// Without non-zero differences all is undefined (NoPairs, NoNonZero).
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
	e.Interval = fisherInterval(e.R.Value, float64(e.NonZero), zeros, level)
	return e, nil
}

func fisherInterval(r, n float64, zeros Zeros, level float64) Interval {
	switch {
	case zeros != Drop:
		return noInterval(NotDefinedFor, level)
	case math.Abs(r) == 1:
		return noInterval(AtBound, level)
	}
	se := math.Sqrt(n*(n+1)*(2*n+1)/6) / (n * (n + 1) / 2)
	half := -normalQuantile((1-level)/2) * se
	return interval(math.Tanh(math.Atanh(r)-half), math.Tanh(math.Atanh(r)+half), level)
}
