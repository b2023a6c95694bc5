package stats

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// programmed is the dynamic programme, whatever the size.
func programmed(weights []int, at int) signSums {
	w, at := withoutCommonDivisor(weights, at)
	counts, exponent := countSums(slices.Sorted(slices.Values(w)), at)
	return signSums{
		AtMost:  math.Ldexp(sumBetween(counts, 0, at), exponent-len(w)),
		Exactly: math.Ldexp(countAt(counts, at), exponent-len(w)),
	}
}

// The tilted sum agrees with counting: few and many weights, tied or not, from
// far out in the tail to the middle.
func TestTiltedIsProgrammed(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for _, n := range []int{5, 30, 120, 400} {
		for _, kinds := range []int{1, 2, 4, 30, n} {
			weights, total := make([]int, n), 0
			for i := range weights {
				weights[i] = 1 + i*kinds/n*(1+r.IntN(2))
				total += weights[i]
			}
			for _, part := range []float64{0.02, 0.1, 0.2, 0.35, 0.45, 0.5} {
				at := max(1, int(part*float64(total)))
				got, want := tiltedSignSums(weights, at), programmed(weights, at)
				if missed(got.AtMost, want.AtMost) > 1e-11 || missed(got.Exactly, want.Exactly) > 1e-11*math.Sqrt(want.AtMost/max(want.Exactly, 1e-300)) {
					t.Errorf("n %d, %d kinds, at %d of %d: %v, want %v (%g, %g)", n, kinds, at, total, got, want,
						missed(got.AtMost, want.AtMost), missed(got.Exactly, want.Exactly))
				}
			}
		}
	}
}

func missed(got, want float64) float64 {
	if want == 0 {
		return got // only rounding may be left
	}
	return math.Abs(got/want - 1)
}
