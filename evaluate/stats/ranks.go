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
)

// String is "drop" or "pratt"; [ParseZeros] reads it back.
func (z Zeros) String() string {
	if z == Pratt {
		return "pratt"
	}
	return "drop"
}

// ParseZeros is the inverse of [Zeros.String].
func ParseZeros(s string) (Zeros, error) {
	for _, z := range []Zeros{Drop, Pratt} {
		if z.String() == s {
			return z, nil
		}
	}
	return Drop, fmt.Errorf("stats: treatment of zeros is %q, must be \"drop\" or \"pratt\"", s)
}

// signedRanks are the ranks of the absolute non-zero differences, doubled so
// that the midranks of ties are integers.
type signedRanks struct {
	doubled []int // ascending
	plus    int   // doubled sum of the ranks of positive differences
	minus   int   // doubled sum of the ranks of negative differences
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
		r.add(d[start:end], start+1+end) // ranks start+1..end have the mean (start+1+end)/2
		start = end
	}
	return r
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
