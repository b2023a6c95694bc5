package prepost

import (
	"math/rand/v2"
	"testing"
)

// madeUpPairs are pairs of people who do not exist: the mean of so many answers from 1 to 5, before and after.
func madeUpPairs(n, items int) []Pair {
	random := rand.New(rand.NewPCG(1, 2))
	pairs := make([]Pair, n)
	for i := range pairs {
		var before, after int
		for range items {
			x := 1 + random.IntN(5)
			before, after = before+x, after+min(5, max(1, x+random.IntN(4)-1))
		}
		pairs[i] = Pair{Pre: float64(before) / float64(items), Post: float64(after) / float64(items)}
	}
	return pairs
}

// The change of 839 people with everything that a report says of it, and with the bootstrap apart.
func BenchmarkCompare(b *testing.B) {
	pairs := madeUpPairs(839, 20)
	for name, resamples := range map[string]int{"plain": 0, "bootstrap": 5000} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Compare(pairs, Options{Resamples: resamples, Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
