package stats

import (
	"fmt"
	"math"
)

// TargetTest compares the share k of n with a target that was set beforehand.
type TargetTest struct {
	Share, Difference Maybe // Difference: the share less the target, as a share
	Z, P              Maybe // score test
	H                 Maybe // [CohenH] of share and target
	Need              Need
}

// ShareAgainst is the score test of a share against a target strictly between 0
// and 1, without continuity correction, the one that [Wilson] inverts:
//
//	z = (k/n - p0) / sqrt(p0 (1-p0)/n)
//
// z^2 is the chi-square of [ChiSquareFit]; in small groups report [BinomialTest].
// With n = 0 all is undefined (NoTrials). A target or counts that make no sense
// are an error. R: prop.test(k, n, p0, correct = FALSE).
func ShareAgainst(k, n int, target float64) (TargetTest, error) {
	if err := checkCounts(k, n); err != nil {
		return TargetTest{}, err
	}
	if !(target > 0 && target < 1) {
		return TargetTest{}, fmt.Errorf("%w: target is %v, must lie strictly between 0 and 1", ErrCount, target)
	}
	expected := PoorBelow / math.Min(target, 1-target)
	t := TargetTest{Need: Need{N: int(math.Ceil(expected * (1 - 1e-12))), Of: "people", For: "the normal approximation of a share's test"}}
	if n == 0 {
		u := undefined(NoTrials)
		t.Share, t.Difference, t.Z, t.P, t.H = u, u, u, u, u
		return t, nil
	}
	x, m := float64(k), float64(n)
	t.Share, t.Difference = defined(x/m), defined(x/m-target)
	t.Z = defined((x - m*target) / math.Sqrt(m*target*(1-target)))
	t.P = t.Z.then(normalTwoSided)
	t.H = defined(arcsineDifference(x/m, target))
	return t, nil
}

// CohenH is the difference of two shares on the scale on which it has the same
// spread everywhere (Cohen 1988): 0.2 small, 0.5 middling, 0.8 large.
//
//	h = 2 asin sqrt(p1) - 2 asin sqrt(p2)
//
// Shares outside 0..1 are an error. R: pwr::ES.h(p1, p2).
func CohenH(p1, p2 float64) (float64, error) {
	for _, p := range []float64{p1, p2} {
		if !(p >= 0 && p <= 1) {
			return 0, fmt.Errorf("%w: share is %v, must lie in 0..1", ErrCount, p)
		}
	}
	return arcsineDifference(p1, p2), nil
}

func arcsineDifference(p1, p2 float64) float64 {
	return 2*math.Asin(math.Sqrt(p1)) - 2*math.Asin(math.Sqrt(p2))
}
