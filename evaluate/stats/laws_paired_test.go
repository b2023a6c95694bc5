package stats_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// The laws of paired comparison, told once and asked of every method: see measured.

// answered draws answers of a few people on a scale of whole numbers.
func answered(t *rapid.T) (pre, post []float64) {
	n := rapid.IntRange(0, 16).Draw(t, "n")
	answer := rapid.Map(rapid.IntRange(1, 6), func(i int) float64 { return float64(i) })
	return rapid.SliceOfN(answer, n, n).Draw(t, "pre"), rapid.SliceOfN(answer, n, n).Draw(t, "post")
}

func (m measure) mustBe(t *rapid.T, want stats.Maybe, law string) {
	if m.value.Defined != want.Defined || m.value.Why != want.Why ||
		math.Abs(m.value.Value-want.Value) > 1e-8*max(1e-3, math.Abs(want.Value)) {
		t.Errorf("%s: %s is %v, want %v", law, m.name, m.value, want)
	}
}

func named(t *rapid.T, all []measure, name string) stats.Maybe {
	i := slices.IndexFunc(all, func(o measure) bool { return o.name == name })
	if i < 0 {
		t.Fatalf("there is no measure %q", name)
	}
	return all[i].value
}

func TestLawPairedSwap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := answered(t)
		swapped := measured(t, post, pre)
		for _, m := range measured(t, pre, post) {
			if m.swap.turn == nil {
				continue
			}
			want := named(t, swapped, m.swap.name)
			if want.Defined {
				want.Value = m.swap.turn(want.Value)
			}
			m.mustBe(t, want, "pre and post swapped")
		}
	})
}

func TestLawPairedShiftAndScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := answered(t)
		factor := rapid.SampledFrom([]float64{1, 3, 10, 0.1}).Draw(t, "factor")
		shift := float64(rapid.IntRange(-40, 40).Draw(t, "shift"))
		moved := func(x []float64) []float64 {
			out := make([]float64, len(x))
			for i, v := range x {
				out[i] = (v + shift) * factor
				if factor == 0.1 {
					out[i] = (v + shift) / 10 // the nearest to the decimal
				}
			}
			return out
		}
		changed := measured(t, moved(pre), moved(post))
		for _, m := range measured(t, pre, post) {
			if m.unit {
				m.value.Value *= factor
			}
			m.mustBe(t, named(t, changed, m.name), "scale moved")
		}
	})
}

func TestLawPairedOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := answered(t)
		order := make([]int, len(pre))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		other := measured(t, inOrder(pre, order), inOrder(post, order))
		for _, m := range measured(t, pre, post) {
			if !m.drawn {
				m.mustBe(t, named(t, other, m.name), "people in another order")
			}
		}
	})
}

func inOrder(x []float64, order []int) []float64 {
	out := make([]float64, len(x))
	for i, from := range order {
		out[i] = x[from]
	}
	return out
}

func TestLawPairedDefinedOrWhy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := answered(t)
		for _, m := range measured(t, pre, post) {
			if math.IsNaN(m.value.Value) || math.IsInf(m.value.Value, 0) || m.value.Defined == (m.value.Why != "") {
				t.Errorf("%s is %+v", m.name, m.value)
			}
		}
	})
}
