package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Wilson is the score interval of a share k of n, without continuity
// correction (Wilson 1927):
//
//	(k + z^2/2 ± z sqrt(k(n-k)/n + z^2/4)) / (n + z^2)
//
// It stays within 0..1, is never of width zero and holds its level well in small
// groups, so it is the interval for shares of participants. With n = 0 it is
// undefined (NoTrials). k outside 0..n and an impossible level are errors, as of
// every interval of a share here. R: prop.test(k, n, correct = FALSE)$conf.int.
func Wilson(k, n int, level float64) (Interval, error) {
	if err := checkShare(k, n, level); err != nil || n == 0 {
		return noInterval(NoTrials, level), err
	}
	z := -normalQuantile((1 - level) / 2)
	x, m := float64(k), float64(n)
	middle := x + z*z/2
	half := z * math.Sqrt(x*(m-x)/m+z*z/4)
	low, high := (middle-half)/(m+z*z), (middle+half)/(m+z*z)
	if k == 0 {
		low = 0 // exactly; the formula leaves a rounding trace
	}
	if k == n {
		high = 1
	}
	return interval(low, high, level), nil
}

// ClopperPearson is the exact interval of a share k of n: the shares that
// neither one-sided binomial test at (1-level)/2 rejects (1934),
//
//	lower: Beta quantile (1-level)/2 of (k, n-k+1), 0 where k = 0
//	upper: Beta quantile 1-(1-level)/2 of (k+1, n-k), 1 where k = n
//
// It never holds less than its level, and mostly more. With n = 0 it is
// undefined (NoTrials). Errors are those of [Wilson].
// R: binom.test(k, n, conf.level = level)$conf.int.
func ClopperPearson(k, n int, level float64) (Interval, error) {
	if err := checkShare(k, n, level); err != nil || n == 0 {
		return noInterval(NoTrials, level), err
	}
	tail := (1 - level) / 2
	low, high := 0.0, 1.0
	if k > 0 {
		low = mathext.InvRegIncBeta(float64(k), float64(n-k+1), tail)
	}
	if k < n {
		high = 1 - mathext.InvRegIncBeta(float64(n-k), float64(k+1), tail)
	}
	return interval(low, high, level), nil
}

func checkShare(k, n int, level float64) error {
	if err := checkLevel(level); err != nil {
		return err
	}
	return checkCounts(k, n)
}
