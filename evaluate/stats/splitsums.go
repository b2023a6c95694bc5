package stats

import "math"

// exactMannWhitney counts how many of the splits of the ranks give x a rank sum
// as far out as the one found. wins is twice the U of x.
func exactMannWhitney(ranks []int, nx, ny, wins int) ExactSplitP {
	if nx > ny { // fewer subsets of the smaller group; its U is the mirror image
		p := exactMannWhitney(ranks, ny, nx, 2*nx*ny-wins)
		p.Greater, p.Less = p.Less, p.Greater
		return p
	}
	// Both tails are counted from their ends: up to near on the side of wins, and
	// as far on the other side.
	near := min(wins, 2*nx*ny-wins)
	low, okLow := newSplitSums(ranks, nx, near)
	high, okHigh := newSplitSums(mirrored(ranks), nx, near)
	if !okLow || !okHigh {
		u := undefined(TooManyExact)
		return ExactSplitP{Two: u, Greater: u, Less: u, Mid: u}
	}
	found := low
	if wins > nx*ny {
		found = high
	}
	p := ExactSplitP{
		Less: defined(found.atMost), Greater: defined(min(1, 1-found.atMost+found.exactly)),
		Two: defined(min(1, low.atMost+high.atMost)), Mid: defined(min(1, low.atMost+high.atMost-(low.exactly+high.exactly)/2)),
	}
	if wins > nx*ny {
		p.Less, p.Greater = p.Greater, p.Less
	}
	if wins == nx*ny { // the outcome in the middle is in both tails
		p.Two, p.Mid = defined(1), defined(1-low.exactly/2)
	}
	return p
}

// mirrored are the ranks counted from the other end, ascending.
func mirrored(ranks []int) []int {
	out := make([]int, len(ranks))
	for i, r := range ranks {
		out[len(ranks)-1-i] = 2*(len(ranks)+1) - r
	}
	return out
}

// splitSums is the probability that the doubled U of m ranks drawn from all is
// at most, or exactly, a value.
type splitSums struct{ atMost, exactly float64 }

// newSplitSums counts the subsets of m of the ascending doubled ranks by their
// excess: what their sum has beyond that of the m smallest. A subset of k drawn
// so far never loses excess, so what exceeds the cap is dropped at once.
//
//	count(k+1, e + r_i - r_(k+1)) += count(k, e)
//
// ok is false where that would take more than [mannWhitneySteps] additions, or
// where the subsets are too many for float64.
func newSplitSums(ranks []int, m, doubledU int) (s splitSums, ok bool) {
	least := 0
	for _, r := range ranks[:m] {
		least += r
	}
	// The doubled U is the doubled rank sum less m(m+1).
	room := doubledU + m*(m+1) - least
	if room < 0 {
		return splitSums{}, true
	}
	unit := stepOf(ranks)
	limit := room / unit
	total := binomialCoefficient(len(ranks), m)
	if float64(limit+1)*float64(m)*float64(len(ranks)) > mannWhitneySteps || total > 1e300 {
		return splitSums{}, false
	}
	counts := countSubsets(ranks, m, unit, limit)
	sum := 0.0
	for _, c := range counts {
		sum += c
	}
	s.atMost = sum / total
	if room%unit == 0 {
		s.exactly = counts[limit] / total
	}
	return s, true
}

func countSubsets(ranks []int, m, unit, limit int) []float64 {
	counts := make([][]float64, m+1)
	for k := range counts {
		counts[k] = make([]float64, limit+1)
	}
	counts[0][0] = 1
	for i, r := range ranks {
		for k := min(i, m-1); k >= 0; k-- {
			shift := (r - ranks[k]) / unit
			if shift > limit {
				continue
			}
			from, to := counts[k][:limit+1-shift], counts[k+1][shift:]
			for e, c := range from {
				to[e] += c
			}
		}
	}
	return counts[m]
}

// stepOf is the largest number that divides all distances of ranks, 2 for
// untied ones.
func stepOf(ranks []int) int {
	step := 0
	for _, r := range ranks[1:] {
		for a, b := step, r-ranks[0]; ; a, b = b%a, a {
			if a == 0 {
				step = b
				break
			}
		}
	}
	return max(1, step)
}

// binomialCoefficient is (n choose k), infinite above 1e308.
func binomialCoefficient(n, k int) float64 {
	out := 1.0
	for i := range min(k, n-k) {
		out = out * float64(n-i) / float64(i+1)
	}
	if out < 1<<53 {
		return math.Round(out)
	}
	return out
}
