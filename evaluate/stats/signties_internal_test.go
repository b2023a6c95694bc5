package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Few groups of ties give what the plain count gives, far out in the tail, too.
func TestLawTiedSumsArePlainSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var weights []int
		total := 0
		for range rapid.IntRange(1, 4).Draw(t, "groups") {
			w, n := rapid.IntRange(1, 60).Draw(t, "weight"), rapid.IntRange(1, 25).Draw(t, "times")
			for range n {
				weights, total = append(weights, w), total+w
			}
		}
		at := rapid.IntRange(0, total).Draw(t, "at")
		got, few := tiedSignSums(weights, at)
		if !few {
			t.Skip()
		}
		counts, exponent := countSums(weights, at)
		shift := math.Ldexp(1, exponent-len(weights))
		want := signSums{AtMost: sumBetween(counts, 0, at) * shift, Exactly: countAt(counts, at) * shift}
		if math.Abs(got.AtMost-want.AtMost) > 1e-13*want.AtMost || math.Abs(got.Exactly-want.Exactly) > 1e-13*want.Exactly {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func TestFairCoins(t *testing.T) {
	for n, want := range map[int][]float64{0: {1}, 1: {0.5, 0.5}, 2: {0.25, 0.5, 0.25}, 3: {0.125, 0.375, 0.375, 0.125}} {
		for k, p := range fairCoins(n) {
			if p != want[k] {
				t.Errorf("%d of %d is %v, want %v", k, n, p, want[k])
			}
		}
	}
	if p := fairCoins(mostTied); p[0] != math.Ldexp(1, -mostTied) && math.Abs(p[0]/math.Ldexp(1, -mostTied)-1) > 1e-12 {
		t.Errorf("none of %d is %v", mostTied, p[0])
	}
}
