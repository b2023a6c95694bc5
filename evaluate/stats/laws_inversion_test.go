package stats_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// Intervals are what their tests do not reject: moved by a bound, the data stand on
// the edge of rejection.

func TestLawTIntervalInvertsTest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.SliceOfN(rapid.Float64Range(-50, 50), 2, 30).Draw(t, "d")
		level := rapid.Float64Range(0.5, 0.999).Draw(t, "level")
		r := ask1[stats.TTest](t)(stats.DifferenceT(d, level))
		if !r.T.Defined {
			return
		}
		for _, bound := range []stats.Maybe{r.Interval.Lo, r.Interval.Hi} {
			at := ask1[stats.TTest](t)(stats.DifferenceT(movedBy(d, -bound.Value), level))
			if math.Abs(at.PTwo.Value-(1-level)) > 1e-7 {
				t.Errorf("p at %v is %v, want %v", bound, at.PTwo, 1-level)
			}
		}
	})
}

func movedBy(d []float64, by float64) []float64 {
	out := make([]float64, len(d))
	for i, v := range d {
		out[i] = v + by
	}
	return out
}

// Just inside the interval the test keeps its hypothesis, just outside it rejects:
// signed ranks for Hodges and Lehmann's, signs for the median's. The differences
// are whole and far apart, so a millionth is beside no other average.
func TestLawRankIntervalsInvertTests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(6, 16).Draw(t, "n")
		d := make([]float64, n)
		for i := range d { // powers apart: no two averages are equal
			d[i] = math.Pow(3, float64(i)) * rapid.SampledFrom([]float64{-1, 1}).Draw(t, "sign")
		}
		level := rapid.SampledFrom([]float64{0.5, 0.8, 0.9, 0.95}).Draw(t, "level")
		ranks := func(d []float64) float64 {
			return ask1[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{})).Exact.Two.Value
		}
		signs := func(d []float64) float64 { return ask1[stats.SignTestResult](t)(stats.SignTest(d)).PTwo.Value }
		inverts(t, d, ask1[stats.Shift](t)(stats.HodgesLehmann(d, level)).Interval, ranks)
		inverts(t, d, ask1[stats.QuantileChange](t)(stats.Quantile(d, 0.5, level)).Interval, signs)
	})
}

func inverts(t *rapid.T, d []float64, i stats.Interval, p func([]float64) float64) {
	const step = 1e-6
	for _, c := range []struct {
		bound, inward float64
	}{{i.Lo.Value, step}, {i.Hi.Value, -step}} {
		inside, outside := p(movedBy(d, -c.bound-c.inward)), p(movedBy(d, -c.bound+c.inward))
		if inside <= 1-i.Level || outside > 1-i.Level+1e-12 {
			t.Errorf("level %v, bound %v: p inside %v, outside %v", i.Level, c.bound, inside, outside)
		}
	}
}

// The odds at an end of McNemar's interval make the count found as rare as the tail.
func TestLawOddsIntervalInvertsTest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		up, down := rapid.IntRange(1, 60).Draw(t, "up"), rapid.IntRange(1, 60).Draw(t, "down")
		m := ask1[stats.McNemarTest](t)(stats.McNemar(up, down, 0.95))
		at := func(odds float64) stats.BinomialP {
			return ask1[stats.BinomialP](t)(stats.BinomialTest(up, up+down, odds/(1+odds)))
		}
		low, high := at(m.OddsInterval.Lo.Value).PGreater.Value, at(m.OddsInterval.Hi.Value).PLess.Value
		if math.Abs(low-0.025) > 1e-9 || math.Abs(high-0.025) > 1e-9 {
			t.Errorf("%d up, %d down: tails %v and %v", up, down, low, high)
		}
	})
}
