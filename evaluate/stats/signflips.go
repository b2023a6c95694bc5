package stats

import (
	"math"
	"math/rand/v2"
)

// flips are the sizes of the non-zero differences and the sum found.
type flips struct {
	sizes []float64
	found float64
	slack float64
}

func signFlips(diff []float64) flips {
	var f flips
	for _, d := range diff {
		if d != 0 {
			f.sizes = append(f.sizes, math.Abs(d))
			f.found += d
			f.slack += 1e-12 * math.Abs(d)
		}
	}
	return f
}

// flipCounts are how many patterns are as extreme as the one found.
type flipCounts struct{ two, greater, less, all int }

func (f *flips) judge(c *flipCounts, sum float64) {
	c.all++
	if math.Abs(sum) >= math.Abs(f.found)-f.slack {
		c.two++
	}
	if sum >= f.found-f.slack {
		c.greater++
	}
	if sum <= f.found+f.slack {
		c.less++
	}
}

// enumerate adds every sum of the first half to every sum of the second, so
// that no sum is long enough to gather rounding.
func (f *flips) enumerate() (two, greater, less float64) {
	half := len(f.sizes) / 2
	first, second := allSums(f.sizes[:half]), allSums(f.sizes[half:])
	var c flipCounts
	for _, a := range first {
		for _, b := range second {
			f.judge(&c, a+b)
		}
	}
	n := float64(c.all)
	return float64(c.two) / n, float64(c.greater) / n, float64(c.less) / n
}

func allSums(sizes []float64) []float64 {
	sums := []float64{0}
	for _, v := range sizes {
		next := make([]float64, 0, 2*len(sums))
		for _, s := range sums {
			next = append(next, s+v, s-v)
		}
		sums = next
	}
	return sums
}

// draw samples patterns; the r-th depends on the seed and r alone.
func (f *flips) draw(o PermutationOptions) (two, greater, less float64) {
	parts := make([]flipCounts, o.Resamples)
	replicate(o.Resamples, o.Workers, o.Seed, func() func(int, *rand.PCG) {
		return func(r int, source *rand.PCG) { f.judge(&parts[r], f.randomSum(source)) }
	})
	c := flipCounts{two: 1, greater: 1, less: 1, all: 1} // the pattern found is one of them
	for _, p := range parts {
		c.two, c.greater, c.less, c.all = c.two+p.two, c.greater+p.greater, c.less+p.less, c.all+p.all
	}
	n := float64(c.all)
	return float64(c.two) / n, float64(c.greater) / n, float64(c.less) / n
}

func (f *flips) randomSum(source *rand.PCG) float64 {
	var sum float64
	var bits uint64
	for i, v := range f.sizes {
		if i%64 == 0 {
			bits = source.Uint64()
		}
		if bits&1 == 1 {
			sum += v
		} else {
			sum -= v
		}
		bits >>= 1
	}
	return sum
}
