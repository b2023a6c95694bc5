package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// TTest is a t test of a mean difference against zero, with the interval of
// the mean difference.
//
// With no pairs every member is undefined (NoPairs); with one pair the mean is
// defined and the rest is not (FewerThanTwo); where all differences are alike T,
// the p-values and the interval are undefined (NoVariance).
type TTest struct {
	N                     int
	Mean, SD, SE          Maybe // of the differences; SD with n-1
	T, DF                 Maybe // statistic and degrees of freedom n-1
	PTwo, PGreater, PLess Maybe // Greater: the mean difference is above zero
	Interval              Interval
	Need                  Need
}

// PairedT is Student's t test of post - pre:
//
//	t = mean(d) / (sd(d)/sqrt(n)),  df = n-1
//	interval: mean(d) ± t_{df; (1+level)/2} * sd(d)/sqrt(n)
//
// Differences are those of [PlainDifferences]. It assumes that the mean difference is about normal; for
// few or lopsided differences see [SignedRank]. Unequal lengths, non-finite values and an impossible
// level are errors. R: t.test(post, pre, paired = TRUE, conf.level = level).
func PairedT(pre, post []float64, level float64) (TTest, error) {
	d, err := PlainDifferences(pre, post)
	if err != nil {
		return TTest{}, err
	}
	return DifferenceT(d, level)
}

// DifferenceT is [PairedT] for differences already taken. Non-finite differences and an impossible level
// are errors.
func DifferenceT(diff []float64, level float64) (TTest, error) {
	if err := checkLevel(level); err != nil {
		return TTest{}, err
	}
	if err := checkFinite("diff", diff); err != nil {
		return TTest{}, err
	}
	return newTTest(describe(diff, NoPairs), level), nil
}

func newTTest(s Summary, level float64) TTest {
	r := TTest{N: s.N, Mean: s.Mean, SD: s.SD, SE: s.SE, Need: needForT("a t test")}
	for _, m := range []Maybe{s.Mean, s.SD} {
		if !m.Defined {
			return r.without(m.Why, level)
		}
	}
	df := float64(s.N - 1)
	r.DF = defined(df)
	if essentiallyConstant(s) {
		dfKept := r.DF
		r = r.without(NoVariance, level)
		r.DF = dfKept
		return r
	}
	t := s.Mean.Value / s.SE.Value
	r.T = defined(t)
	r.PTwo = defined(2 * studentTail(math.Abs(t), df))
	r.PGreater, r.PLess = defined(studentTail(t, df)), defined(studentTail(-t, df))
	half := studentQuantile(level, df) * s.SE.Value
	r.Interval = interval(s.Mean.Value-half, s.Mean.Value+half, level)
	return r
}

// without leaves everything that needs a standard error undefined.
func (r TTest) without(why Reason, level float64) TTest {
	u := undefined(why)
	r.T, r.DF, r.PTwo, r.PGreater, r.PLess = u, u, u, u, u
	r.Interval = noInterval(why, level)
	return r
}

// essentiallyConstant tells differences whose spread is rounding noise. The
// factor 10 machine epsilons is the one that R's t.test uses.
func essentiallyConstant(s Summary) bool {
	const epsilon = 0x1p-52
	return s.SE.Value <= 10*epsilon*math.Abs(s.Mean.Value)
}

// studentTail is P(T > t) for Student's t, without 1 - p, so that small
// probabilities keep their digits.
func studentTail(t, df float64) float64 {
	half := mathext.RegIncBeta(df/2, 0.5, df/(df+t*t)) / 2
	if t < 0 {
		return 1 - half
	}
	return half
}

// studentQuantile is the t with P(-t < T < t) = level.
func studentQuantile(level, df float64) float64 {
	return -distuv.StudentsT{Sigma: 1, Nu: df}.Quantile((1 - level) / 2)
}
