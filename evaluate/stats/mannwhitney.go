package stats

import (
	"math"
	"slices"
)

// MannWhitneyTest is the outcome of [MannWhitney].
type MannWhitneyTest struct {
	NX, NY   int
	U        Maybe // pairs in which x is above y, a tie counting a half
	Exact    ExactSplitP
	Normal   NormalP // tie-corrected, no continuity correction
	NormalCC NormalP // tie-corrected, continuity correction 1/2
	Need     Need
}

// ExactSplitP holds p-values counted over all ways to split the ranks found into
// groups of the sizes found.
type ExactSplitP struct {
	Two     Maybe // the outcomes at least as far from nx ny/2 as U, on both sides
	Greater Maybe // P(U >= found): x stands higher
	Less    Maybe // P(U <= found)
	Mid     Maybe // Two less half the probability of the outcomes exactly as far
}

// mannWhitneySteps bounds the additions of an exact count: a third of a second.
const mannWhitneySteps = 300_000_000

// MannWhitney is the rank test of two independent groups (Wilcoxon 1945, Mann
// and Whitney 1947).
//
// The exact p-values are conditional on the ties found. With ties U need not be
// symmetric, so Two adds up what is as far from the mean on both sides. The
// approximation is
//
//	z = (U - nx ny/2) / sqrt(nx ny/12 (N + 1 - sum(t^3 - t)/(N(N-1))))
//
// over the sizes t of the groups of ties; the continuity correction moves the
// numerator by 1/2 towards 0. Values are ranked as they are: take changes by
// [DecimalDifferences], or rounding noise breaks ties.
//
// An empty group leaves all undefined (NoValues), values that are all alike leave
// the p-values (NoVariance), and groups too large and untied for the count the
// exact ones (TooManyExact). Non-finite values and an impossible level are
// errors; the level only sets the p that Need speaks of.
//
// R: coin::wilcox_test(y ~ g, distribution = "exact"), exactRankTests::wilcox.exact(x, y).
func MannWhitney(x, y []float64, level float64) (MannWhitneyTest, error) {
	if err := checkTwo(x, y, level); err != nil {
		return MannWhitneyTest{}, err
	}
	m := MannWhitneyTest{NX: len(x), NY: len(y), Need: needForMannWhitney(level)}
	if min(m.NX, m.NY) == 0 {
		return m.without(NoValues), nil
	}
	wins := doubledWins(x, y)
	m.U = defined(float64(wins) / 2)
	ranks := doubledRanks(slices.Concat(x, y))
	if ranks[0] == ranks[len(ranks)-1] {
		return m.withoutP(NoVariance), nil
	}
	m.Exact = exactMannWhitney(ranks, m.NX, m.NY, wins)
	sd := math.Sqrt(mannWhitneyVariance(ranks, m.NX, m.NY))
	off := m.U.Value - float64(m.NX)*float64(m.NY)/2
	m.Normal = normalRankP(off, 0, sd)
	m.NormalCC = normalRankP(off, 0.5, sd)
	return m, nil
}

// needForMannWhitney is the smallest size of two equal groups whose complete
// separation, 2 of all splits, has a probability of at most 1-level.
func needForMannWhitney(level float64) Need {
	n := 1
	for splits := 2.0; 2/splits > 1-level; n++ { // (2n choose n)
		splits *= 2 * float64(2*n+1) / float64(n+1)
	}
	return Need{N: n, Of: "values in each group", For: "a two-sided Mann-Whitney p at that level"}
}

func normalRankP(off, correction, sd float64) NormalP {
	if off < 0 {
		off = min(0, off+correction)
	} else {
		off = max(0, off-correction)
	}
	return newNormalP(off / sd)
}

// doubledRanks are the midranks of all values, doubled, ascending.
func doubledRanks(x []float64) []int {
	sorted := slices.Sorted(slices.Values(x))
	out := make([]int, len(x))
	for start := 0; start < len(sorted); {
		end := start + 1
		for end < len(sorted) && sorted[end] == sorted[start] {
			end++
		}
		for i := start; i < end; i++ {
			out[i] = start + 1 + end
		}
		start = end
	}
	return out
}

// tieSum is the sum of t^3 - t over the groups of equal ascending ranks.
func tieSum(ranks []int) float64 {
	sum := 0.0
	for start := 0; start < len(ranks); {
		end := start + 1
		for end < len(ranks) && ranks[end] == ranks[start] {
			end++
		}
		t := float64(end - start)
		sum += t * (t - 1) * (t + 1)
		start = end
	}
	return sum
}

func mannWhitneyVariance(ranks []int, nx, ny int) float64 {
	n := float64(nx + ny)
	return float64(nx) * float64(ny) / 12 * (n + 1 - tieSum(ranks)/(n*(n-1)))
}

func (m MannWhitneyTest) without(why Reason) MannWhitneyTest {
	m.U = undefined(why)
	return m.withoutP(why)
}

func (m MannWhitneyTest) withoutP(why Reason) MannWhitneyTest {
	u := undefined(why)
	m.Exact = ExactSplitP{Two: u, Greater: u, Less: u, Mid: u}
	m.Normal, m.NormalCC = NormalP{Z: u, P: u}, NormalP{Z: u, P: u}
	return m
}
