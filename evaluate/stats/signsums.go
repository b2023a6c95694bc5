package stats

import (
	"math"
	"math/big"
	"slices"
)

// signSums is the null distribution of a sum of positive integer weights, each
// of which counts or not with probability one half: the signed-rank statistic
// given the ranks found. It knows the lower tail up to one point.
type signSums struct {
	AtMost  float64 // P(S <= at)
	Exactly float64 // P(S = at)
}

// tiltedIsFaster tells when the dynamic programme, of at most n*at/2 additions,
// takes longer than [tiltedSignSums], whose transform grows with the largest
// weight and whose points do so far out in the tail, where few weights are free.
func tiltedIsFaster(n, at int, weights []int) bool {
	total, largest := 0, 0
	for _, w := range weights {
		total, largest = total+w, max(largest, w)
	}
	cost := n * at
	return cost > 6_000*largest && (cost > 100_000_000 || cost > 8_000_000 && at >= total/10)
}

// countSignSums counts the 2^n sign patterns whose sum is at most, and exactly,
// at. It is dynamic programming over the sums up to at only; counts run over
// 2^1024 are carried with a common binary exponent. The commonest weight, a
// large group of ties in questionnaire data, is left out of the programme and
// added at the end with binomial coefficients.
//
// The programme takes about n*at/2 additions; call it with the smaller tail. Where
// those are too many [tiltedSignSums] gives the same in less, and where there are
// few different weights [tiedSignSums] does. There must be at least one weight. A
// probability below the smallest float64 is returned as that number, not as 0.
func countSignSums(weights []int, at int) signSums {
	w, at := withoutCommonDivisor(weights, at)
	if s, few := tiedSignSums(w, at); few {
		return s
	}
	tied, times, rest := splitCommonest(w)
	if tiltedIsFaster(len(rest), at, w) {
		return tiltedSignSums(w, at)
	}
	counts, exponent := countSums(rest, at)

	atMost, exactly := new(big.Float), new(big.Float)
	choose := big.NewFloat(1) // C(times, k)
	below := big.NewFloat(1)  // sum of C(times, 0..k)
	for k := 0; k*tied <= at; k++ {
		if k > 0 {
			choose.Mul(choose, big.NewFloat(float64(max(0, times-k+1))))
			choose.Quo(choose, big.NewFloat(float64(k)))
			below.Add(below, choose)
		}
		remains := at - k*tied
		// Sums of the rest in this stretch leave room for k tied weights.
		stretch := sumBetween(counts, remains-tied+1, remains)
		addProduct(atMost, stretch, below)
		addProduct(exactly, countAt(counts, remains), choose)
	}
	shift := exponent - len(w)
	return signSums{AtMost: shifted(atMost, shift), Exactly: shifted(exactly, shift)}
}

func addProduct(sum *big.Float, count float64, factor *big.Float) {
	if count != 0 {
		sum.Add(sum, new(big.Float).Mul(big.NewFloat(count), factor))
	}
}

// shifted is x * 2^shift, kept above zero where x is.
func shifted(x *big.Float, shift int) float64 {
	v, _ := new(big.Float).SetMantExp(x, shift).Float64()
	if v == 0 && x.Sign() > 0 {
		return math.SmallestNonzeroFloat64
	}
	return v
}

// withoutCommonDivisor divides the weights by their greatest common divisor;
// the doubled ranks of untied data are all even.
func withoutCommonDivisor(weights []int, at int) ([]int, int) {
	divisor := 0
	for _, w := range weights {
		for divisor, w = w, divisor; w != 0; {
			divisor, w = w, divisor%w
		}
	}
	out := make([]int, len(weights))
	for i, w := range weights {
		out[i] = w / divisor
	}
	return out, at / divisor
}

// splitCommonest takes the most frequent weight out (the largest of those) and
// returns the rest in ascending order.
func splitCommonest(weights []int) (value, times int, rest []int) {
	sorted := slices.Sorted(slices.Values(weights))
	from := 0
	for start := 0; start < len(sorted); {
		end := start + 1
		for end < len(sorted) && sorted[end] == sorted[start] {
			end++
		}
		if end-start >= times {
			value, times, from = sorted[start], end-start, start
		}
		start = end
	}
	return value, times, slices.Delete(sorted, from, from+times)
}

// countSums returns, for each sum up to limit, how many subsets of the
// ascending weights have it, divided by 2^exponent. Counts more than 300
// decimal orders below the largest become zero; their share of the tail is
// below anything a float64 shows.
func countSums(weights []int, limit int) (counts []float64, exponent int) {
	total := 0
	for _, w := range weights {
		total += w
	}
	counts = make([]float64, min(total, limit)+1)
	counts[0] = 1
	top := 0
	for i, w := range weights {
		top = min(top+w, len(counts)-1)
		addShifted(counts[:top+1], w)
		if i%500 == 499 { // each weight at most doubles the largest count
			exponent += rescale(counts[:top+1])
		}
	}
	return counts, exponent
}

// addShifted adds to every count the one w below it, from the top down.
func addShifted(counts []float64, w int) {
	if w >= len(counts) {
		return
	}
	to, from := counts[w:], counts[:len(counts)-w]
	for i := len(from) - 1; i >= 0; i-- {
		to[i] += from[i]
	}
}

func rescale(counts []float64) int {
	_, exponent := math.Frexp(slices.Max(counts))
	factor := math.Ldexp(1, -exponent)
	for i := range counts {
		counts[i] *= factor
	}
	return exponent
}

func sumBetween(counts []float64, low, high int) float64 {
	var sum float64
	for i := max(low, 0); i <= min(high, len(counts)-1); i++ {
		sum += counts[i]
	}
	return sum
}

func countAt(counts []float64, i int) float64 {
	if i < 0 || i >= len(counts) {
		return 0
	}
	return counts[i]
}
