package indicators

import (
	"iter"
	"math/bits"
)

// A bitset has a bit for each row of a batch, 64 rows a word, the first row lowest. Bits past the last
// row are 0.

// words is how many words of 64 bits a number of bits takes.
func words(n int) int { return (n + 63) / 64 }

// lowest is the place of the lowest bit that is set; 64 where none is.
func lowest(word uint64) int { return bits.TrailingZeros64(word) }

// fill sets every bit, also those past the last row.
func fill(out []uint64) {
	for w := range out {
		out[w] = ^uint64(0)
	}
}

// andCount is the number of rows in both bitsets.
func andCount(a, b []uint64) int64 {
	n := 0
	b = b[:len(a)]
	for w, x := range a {
		n += bits.OnesCount64(x & b[w])
	}
	return int64(n)
}

// bothSet lists the rows that are in both bitsets, in order.
func bothSet(a, b []uint64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for w := range a {
			for rest := a[w] & b[w]; rest != 0; rest &= rest - 1 {
				if !yield(w*64 + lowest(rest)) {
					return
				}
			}
		}
	}
}
