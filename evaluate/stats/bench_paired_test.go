package stats_test

import (
	"strconv"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

func run(b *testing.B, call func() error) {
	b.Helper()
	for b.Loop() {
		if err := call(); err != nil {
			b.Fatal(err)
		}
	}
}

// The worst case of the exact count: a statistic near its middle.
func BenchmarkSignedRankMiddle(b *testing.B) {
	d := likertDifferences(2000)
	for i := range d { // as many rises as falls
		d[i] -= 0.3 * float64(i%2)
	}
	for _, zeros := range []stats.Zeros{stats.Drop, stats.Pratt} {
		b.Run(zeros.String(), func(b *testing.B) {
			run(b, func() error {
				_, err := stats.SignedRank(d, stats.SignedRankOptions{Zeros: zeros})
				return err
			})
		})
	}
}

func BenchmarkPermutationMean(b *testing.B) {
	for _, n := range []int{15, 60, 2000} {
		b.Run("counted"+strconv.Itoa(n), func(b *testing.B) {
			d := likertDifferences(n)
			run(b, func() error {
				_, err := stats.PermutationMean(d, stats.PermutationOptions{})
				return err
			})
		})
	}
	b.Run("enumerated20", func(b *testing.B) { permuted(b, untiedDifferences(20)) })
	b.Run("drawn839", func(b *testing.B) { permuted(b, untiedDifferences(839)) })
}

func permuted(b *testing.B, d []float64) {
	run(b, func() error {
		_, err := stats.PermutationMean(d, stats.PermutationOptions{Resamples: 9999})
		return err
	})
}

// 10 000 resamples of a thousand people.
func BenchmarkBCa(b *testing.B) {
	d := likertDifferences(1000)
	for name, f := range map[string]func([]float64) stats.Maybe{"mean": meanOf, "median": stats.Median} {
		b.Run(name, func(b *testing.B) {
			run(b, func() error {
				_, err := stats.BCa(d, f, stats.BCaOptions{})
				return err
			})
		})
	}
	b.Run("five units", func(b *testing.B) {
		pre, post := make([]float64, 1000), d
		for i := range pre {
			pre[i] = float64(i % 5)
		}
		run(b, func() error {
			_, err := stats.MeanChangeBCa(pre, post, stats.BCaOptions{})
			return err
		})
	})
}
