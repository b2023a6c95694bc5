package stats_test

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// likertDifferences are made-up differences of five-point answers, many tied
// and many zero; untiedDifferences have neither.
func likertDifferences(n int) []float64 {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	d := make([]float64, n)
	for i := range d {
		d[i] = math.Round(0.3 + 1.2*r.NormFloat64())
	}
	return d
}

func untiedDifferences(n int) []float64 {
	r := rand.New(rand.NewPCG(2, uint64(n)))
	d := make([]float64, n)
	for i := range d {
		d[i] = 0.1 + r.NormFloat64()
	}
	return d
}

func BenchmarkSignedRank(b *testing.B) {
	for _, n := range []int{60, 2000} {
		b.Run("likert"+strconv.Itoa(n), func(b *testing.B) { signedRank(b, likertDifferences(n)) })
		b.Run("untied"+strconv.Itoa(n), func(b *testing.B) { signedRank(b, untiedDifferences(n)) })
	}
}

func signedRank(b *testing.B, d []float64) {
	for b.Loop() {
		if _, err := stats.SignedRank(d, stats.SignedRankOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHodgesLehmann(b *testing.B) {
	for _, n := range []int{60, 2000} {
		d := untiedDifferences(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := stats.HodgesLehmann(d, 0.95); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkStandardizedMeanChange(b *testing.B) {
	pre, post := make([]float64, 60), likertDifferences(60)
	for b.Loop() {
		if _, err := stats.StandardizedMeanChange(pre, post, 0.95); err != nil {
			b.Fatal(err)
		}
	}
}
