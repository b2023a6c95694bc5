package stats

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Zeros says what a rank method does with differences of zero, the people who
// did not change.
type Zeros int

const (
	// Drop leaves zeros out before ranking: Wilcoxon (1945), R's wilcox.test.
	Drop Zeros = iota
	// Pratt ranks zeros with the rest and then drops their ranks: Pratt (1959),
	// coin's default. Non-zero differences weigh more the more zeros there are.
	Pratt
	// Split ranks zeros with the rest and gives half of their rank sum to the
	// rises and half to the falls: scipy's zsplit. It has a normal approximation
	// only, since no sign of a zero could be turned; Exact is NotDefinedFor.
	Split
)

// String is "drop", "pratt" or "zsplit"; [ParseZeros] reads it back.
func (z Zeros) String() string {
	switch z {
	case Pratt:
		return "pratt"
	case Split:
		return "zsplit"
	}
	return "drop"
}

// ParseZeros is the inverse of [Zeros.String].
func ParseZeros(s string) (Zeros, error) {
	for _, z := range []Zeros{Drop, Pratt, Split} {
		if z.String() == s {
			return z, nil
		}
	}
	return Drop, fmt.Errorf("stats: treatment of zeros is %q, must be \"drop\", \"pratt\" or \"zsplit\"", s)
}

// signedRanks are the ranks of the absolute non-zero differences, doubled so
// that the midranks of ties are integers.
type signedRanks struct {
	doubled []int // ascending
	plus    int   // doubled sum of the ranks of positive differences
	minus   int   // doubled sum of the ranks of negative differences
	split   []int // doubled ranks of zeros that were shared out, by Split
}

// rankSigned ranks the absolute values of diff. Ties are equal bits: take the
// differences by [DecimalDifferences].
func rankSigned(diff []float64, zeros Zeros) signedRanks {
	d := slices.Clone(diff)
	if zeros == Drop {
		d = slices.DeleteFunc(d, func(v float64) bool { return v == 0 })
	}
	slices.SortFunc(d, func(a, b float64) int { return cmp.Compare(math.Abs(a), math.Abs(b)) })
	r := signedRanks{doubled: make([]int, 0, len(d))}
	for start := 0; start < len(d); {
		end := start + 1
		for end < len(d) && math.Abs(d[end]) == math.Abs(d[start]) {
			end++
		}
		doubled := start + 1 + end // ranks start+1..end have the mean (start+1+end)/2
		if zeros == Split && d[start] == 0 {
			r.share(end, doubled)
		} else {
			r.add(d[start:end], doubled)
		}
		start = end
	}
	return r
}

// share gives n zeros, the lowest in rank, half to each side; n(n+1) is even.
func (r *signedRanks) share(n, doubled int) {
	for range n {
		r.split = append(r.split, doubled)
	}
	r.plus += n * doubled / 2
	r.minus += n * doubled / 2
}

// add takes one group of ties in; zeros take up ranks but do not count.
func (r *signedRanks) add(group []float64, doubled int) {
	for _, v := range group {
		switch {
		case v > 0:
			r.plus += doubled
		case v < 0:
			r.minus += doubled
		default:
			continue
		}
		r.doubled = append(r.doubled, doubled)
	}
}
