package stats

import (
	"math"
	"slices"
)

// walsh stands for the n(n+1)/2 averages of all pairs of values, each with
// itself included, in ascending order, without storing them.
type walsh struct {
	sorted []float64
	count  int
}

func newWalsh(d []float64) walsh {
	return walsh{sorted: slices.Sorted(slices.Values(d)), count: len(d) * (len(d) + 1) / 2}
}

// at is the k-th smallest average, k from 1 to count. It halves the range of
// float64 values until one is left, counting the averages at or below it, so it
// is exact and takes at most 64 passes over the values.
func (w walsh) at(k int) float64 {
	low, high := ordinal(w.sorted[0]), ordinal(w.sorted[len(w.sorted)-1])
	for low < high {
		middle := low + (high-low)/2
		if w.atMost(fromOrdinal(middle)) >= k {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return fromOrdinal(low) + 0 // never -0
}

// atMost counts the averages not above x: for each value the partners that fit
// shrink as the value grows.
func (w walsh) atMost(x float64) int {
	count, j := 0, len(w.sorted)-1
	for i, v := range w.sorted {
		for j >= i && v/2+w.sorted[j]/2 > x {
			j--
		}
		if j < i {
			break
		}
		count += j - i + 1
	}
	return count
}

// ordinal numbers the float64 values in ascending order, -0 just below 0.
func ordinal(x float64) uint64 {
	bits := math.Float64bits(x)
	if bits>>63 == 1 {
		return ^bits
	}
	return bits | 1<<63
}

func fromOrdinal(n uint64) float64 {
	if n>>63 == 1 {
		return math.Float64frombits(n &^ (1 << 63))
	}
	return math.Float64frombits(^n)
}
