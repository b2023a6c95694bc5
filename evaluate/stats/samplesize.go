package stats

import (
	"fmt"
	"math"
)

// UnlimitedSample is the sample that estimates any share to within ± margin at a level when the
// population has no end, before it is rounded up:
//
//	n0 = z² p (1-p) / margin²  at p = 1/2, where it is largest
//
// A margin of 0.03 at 0.95 asks for n0 = 1067.07. The margin is a share, 0.03 for 3 percentage
// points, and must lie strictly between 0 and 1. Cochran (1977), Sampling Techniques, 4.4.
func UnlimitedSample(margin, level float64) (float64, error) {
	if err := checkLevel(level); err != nil {
		return 0, err
	}
	if !(margin > 0 && margin < 1) {
		return 0, fmt.Errorf("%w: margin is %v, must be strictly between 0 and 1", ErrCount, margin)
	}
	z := normalQuantile((1 - level) / 2)
	return z * z / (4 * margin * margin), nil
}

// SampleSize is the smallest sample, drawn without replacement from a population, that estimates
// any share in it to within ± margin at a level:
//
//	n = n0 / (1 + (n0 - 1) / N), rounded up
//
// with n0 of [UnlimitedSample]: the finite population correction. For ± 3 points at 0.95 it is 470
// of 839, 412 of 670, 84 of 90. A population of 0 or less is an error. Cochran (1977), 4.4.
func SampleSize(margin, level float64, population int) (int, error) {
	n0, err := UnlimitedSample(margin, level)
	if err != nil {
		return 0, err
	}
	if population < 1 {
		return 0, fmt.Errorf("%w: a population of %d", ErrCount, population)
	}
	n := n0 / (1 + (n0-1)/float64(population))
	return min(population, max(1, int(math.Ceil(n*(1-1e-12))))), nil // a rounding trace asks for nobody more
}

// Margin is how far, at a level, the share in a simple random sample of n drawn without
// replacement may lie from that in its population, whatever the share is:
//
//	z sqrt( p (1-p) / n · (N - n) / (N - 1) )  at p = 1/2
//
// It is [SampleSize] read the other way round, and 0 where everybody was asked. With n = 0 it is
// undefined (NoTrials). A sample larger than its population is an error.
func Margin(n, population int, level float64) (Maybe, error) {
	if err := checkLevel(level); err != nil {
		return Maybe{}, err
	}
	if err := checkCounts(n, population); err != nil {
		return Maybe{}, err
	}
	switch {
	case n == 0:
		return undefined(NoTrials), nil
	case n == population:
		return defined(0), nil
	}
	z, part, whole := -normalQuantile((1-level)/2), float64(n), float64(population)
	return defined(z / 2 * math.Sqrt((whole-part)/(whole-1)/part)), nil
}
