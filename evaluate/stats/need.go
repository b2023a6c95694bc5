package stats

import (
	"fmt"
	"math"
)

// Need is the smallest sample with which a statistic can say anything.
type Need struct {
	N   int    // how many
	Of  string // of what: "pairs", "non-zero differences"
	For string // for what: "a t interval"
}

// String reads "need >= 6 pairs for ...".
func (n Need) String() string { return fmt.Sprintf("need >= %d %s for %s", n.N, n.Of, n.For) }

// Met tells whether a sample of n is enough.
func (n Need) Met(sample int) bool { return sample >= n.N }

// smallestSignSample is the smallest n whose most extreme outcome, all n
// differences of one sign, has a two-sided exact probability of at most alpha:
//
//	2 * 2^-n <= alpha
//
// It serves the sign test and the signed-rank test alike, with or without ties,
// because both give that outcome the same probability.
func smallestSignSample(alpha float64) int {
	n := 1
	for math.Ldexp(1, 1-n) > alpha {
		n++
	}
	return n
}

// NeedForSignedRank is the number of non-zero differences from which an exact
// two-sided signed-rank p of 1-level or less can be reached at all.
// An error is returned where level is not strictly between 0 and 1.
func NeedForSignedRank(level float64) (Need, error) {
	if err := checkLevel(level); err != nil {
		return Need{}, err
	}
	return needForSigns(level, "a two-sided signed-rank p"), nil
}

func needForSigns(level float64, what string) Need {
	a := 1 - level
	return Need{N: smallestSignSample(a), Of: "non-zero differences", For: fmt.Sprintf("%s <= %.4g", what, a)}
}

func needForHodgesLehmann(level float64) Need {
	return Need{
		N: smallestSignSample(1 - level), Of: "pairs",
		For: fmt.Sprintf("a %.4g %% Wilcoxon interval", 100*level),
	}
}

func needForT(what string) Need { return Need{N: 2, Of: "pairs that are not all alike", For: what} }
