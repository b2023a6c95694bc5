package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// WilsonCorrected is [Wilson]'s interval with continuity correction (Newcombe
// 1998, method 4), wider and closer to [ClopperPearson]:
//
//	(2k + z^2 ∓ 1 ∓ z sqrt(z^2 ∓ 2 - 1/n + 4(k/n)(n - k ± 1))) / (2(n + z^2))
//
// 0 where k = 0 and 1 where k = n. With n = 0 it is undefined (NoTrials). Errors
// are those of [Wilson].
// R: prop.test(k, n)$conf.int, which leaves the correction out at k = n/2.
func WilsonCorrected(k, n int, level float64) (Interval, error) {
	if err := checkShare(k, n, level); err != nil || n == 0 {
		return noInterval(NoTrials, level), err
	}
	z := -normalQuantile((1 - level) / 2)
	x, m := float64(k), float64(n)
	end := func(sign float64) float64 {
		root := math.Sqrt(z*z + 2*sign - 1/m + 4*x/m*(m-x-sign))
		return (2*x + z*z + sign + sign*z*root) / (2 * (m + z*z))
	}
	low, high := 0.0, 1.0
	if k > 0 {
		low = max(0, end(-1))
	}
	if k < n {
		high = min(1, end(1))
	}
	return interval(low, high, level), nil
}

// AgrestiCoull is the interval about the share after z^2/2 successes and
// failures are added (1998), not cut off at 0 and 1:
//
//	p~ = (k + z^2/2) / (n + z^2),  p~ ± z sqrt(p~(1-p~)/(n + z^2))
//
// With n = 0 it is undefined (NoTrials). Errors are those of [Wilson].
func AgrestiCoull(k, n int, level float64) (Interval, error) {
	if err := checkShare(k, n, level); err != nil || n == 0 {
		return noInterval(NoTrials, level), err
	}
	z := -normalQuantile((1 - level) / 2)
	m := float64(n) + z*z
	p := (float64(k) + z*z/2) / m
	half := z * math.Sqrt(p*(1-p)/m)
	return interval(p-half, p+half, level), nil
}

// Jeffreys is the interval of equal tails of a Beta(k + 1/2, n - k + 1/2), with
// 0 where k = 0 and 1 where k = n (Brown, Cai and DasGupta 2001). With n = 0 it
// is undefined (NoTrials). Errors are those of [Wilson]. R: qbeta(c(.025, .975), k + .5, n - k + .5).
func Jeffreys(k, n int, level float64) (Interval, error) {
	if err := checkShare(k, n, level); err != nil || n == 0 {
		return noInterval(NoTrials, level), err
	}
	tail, a, b := (1-level)/2, float64(k)+0.5, float64(n-k)+0.5
	low, high := 0.0, 1.0
	if k > 0 {
		low = mathext.InvRegIncBeta(a, b, tail)
	}
	if k < n {
		high = 1 - mathext.InvRegIncBeta(b, a, tail)
	}
	return interval(low, high, level), nil
}

// Wald is the textbook interval, for comparison with figures that used it. It is
// of width 0 at shares of 0 and 1 and misses its level in small groups: report
// [Wilson].
//
//	p ± z sqrt(p(1-p)/n)
//
// With n = 0 it is undefined (NoTrials). Errors are those of [Wilson].
func Wald(k, n int, level float64) (Interval, error) {
	if err := checkShare(k, n, level); err != nil || n == 0 {
		return noInterval(NoTrials, level), err
	}
	x, m := float64(k), float64(n)
	half := -normalQuantile((1-level)/2) * math.Sqrt(x*(m-x)/m) / m
	return interval(x/m-half, x/m+half, level), nil
}
