package stats_test

import (
	"math/rand/v2"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// drawn draws n scores from a seeded generator.
func drawn(n int, seed uint64) []float64 {
	r := rand.New(rand.NewPCG(seed, 5))
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(r.IntN(1_000_000)) / 1000
	}
	return out
}

func BenchmarkMannWhitney(b *testing.B) {
	x, y := drawn(80, 1), drawn(80, 2)
	for b.Loop() {
		if r, err := stats.MannWhitney(x, y, 0.95); err != nil || !r.Exact.Two.Defined {
			b.Fatal(r.Exact, err)
		}
	}
}

func BenchmarkMannWhitneyLarge(b *testing.B) { // beyond the exact count
	x, y := drawn(300, 1), drawn(539, 2)
	for b.Loop() {
		if r, err := stats.MannWhitney(x, y, 0.95); err != nil || r.Exact.Two.Why != stats.TooManyExact {
			b.Fatal(r.Exact, err)
		}
	}
}

func BenchmarkGroupShift(b *testing.B) {
	x, y := drawn(300, 1), drawn(539, 2)
	for b.Loop() {
		if _, err := stats.GroupShift(x, y); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAncova(b *testing.B) {
	pre, post := drawn(839, 1), drawn(839, 2)
	group := make([]int, len(pre))
	for i := range group {
		group[i] = i % 2
	}
	for b.Loop() {
		if _, err := stats.Ancova(pre, post, group, stats.AncovaOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLogistic(b *testing.B) {
	age, pre := drawn(839, 1), drawn(839, 2)
	stays := make([]bool, len(pre))
	for i := range stays {
		stays[i] = i%4 != 0
	}
	for b.Loop() {
		if m, err := stats.Logistic(stays, [][]float64{age, pre}, 0.95); err != nil || m.Fitted == nil {
			b.Fatal(m.Deviance, err)
		}
	}
}

func BenchmarkRandomIntercept(b *testing.B) {
	y, time, person := drawn(1678, 1), make([]float64, 1678), make([]int, 1678)
	for i := range y {
		person[i], time[i] = i%839, float64(i/839)
	}
	for b.Loop() {
		if _, err := stats.RandomIntercept(y, [][]float64{time}, person); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCoverage reports how often the intervals hold what they should, by
// 4000 draws a round: 95 % but for chance (± 0.7 points at 95 %).
func BenchmarkCoverage(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 7))
	const draws = 4000
	var welch, effect, newcombe int
	rounds := 0
	for b.Loop() {
		rounds++
		for range draws {
			x, y := make([]float64, 9), make([]float64, 14)
			x1, x2 := 0, 0
			for i := range x {
				x[i] = 1 + r.NormFloat64()
			}
			for i := range y {
				y[i] = r.NormFloat64()
			}
			for range 30 {
				x1 += r.IntN(10) / 7 // share .3
				x2 += r.IntN(2)
			}
			w, _ := stats.WelchT(x, y, 0.95)
			e, _ := stats.StandardizedDifference(x, y, 0.95)
			n, _ := stats.CompareShares(x1, 30, x2, 30, 0.95)
			welch += holds(w.Interval, 1)
			effect += holds(e.DInterval, 1)
			newcombe += holds(n.Newcombe, -0.2)
		}
	}
	all := float64(rounds*draws) / 100
	b.ReportMetric(float64(welch)/all, "%Welch")
	b.ReportMetric(float64(effect)/all, "%d")
	b.ReportMetric(float64(newcombe)/all, "%Newcombe")
}

func holds(i stats.Interval, truth float64) int {
	if i.Lo.Value <= truth && truth <= i.Hi.Value {
		return 1
	}
	return 0
}
