package stats

import (
	"cmp"
	"slices"
)

// mostTiedTerms is how many combinations [tiedSignSums] goes through at most: about a millisecond.
const mostTiedTerms = 300_000

// mostTied is how many weights there may be at most: one pattern of 1000 has a probability that is a normal
// float64, 2^-1000.
const mostTied = 1000

// tiedSignSums is [countSignSums] for few groups of tied weights, as the answers to one question of a
// questionnaire give them. With n_i weights w_i in group i the sum is that of independent binomials,
//
//	P(S = s) = sum over k_1 ... k_g with sum(k_i w_i) = s of prod(C(n_i, k_i) 2^-n_i)
//
// whose largest group is added by its distribution function. All terms are positive, and each level of the
// sum is added up by itself. False where there are no weights, more than [mostTied], or groups that make
// more than [mostTiedTerms] combinations.
func tiedSignSums(weights []int, at int) (signSums, bool) {
	if len(weights) == 0 || len(weights) > mostTied {
		return signSums{}, false
	}
	groups := groupWeights(weights)
	slices.SortFunc(groups, func(a, b weightGroup) int { return cmp.Or(b.times-a.times, b.weight-a.weight) })
	terms := 1
	for _, g := range groups[1:] {
		if terms *= min(g.times, at/g.weight) + 1; terms > mostTiedTerms {
			return signSums{}, false
		}
	}
	t := tiedSums{groups: groups}
	for _, g := range groups {
		t.chances = append(t.chances, fairCoins(g.times))
	}
	t.below = make([]float64, len(t.chances[0]))
	sum := 0.0
	for k, p := range t.chances[0] {
		sum += p
		t.below[k] = sum
	}
	return t.from(1, at), true
}

// tiedSums is the state of [tiedSignSums].
type tiedSums struct {
	groups  []weightGroup
	chances [][]float64 // C(n, k) 2^-n of each group
	below   []float64   // of the first group: at most k
}

// from sums over the groups from i on, where so much is left for them and the first.
func (t *tiedSums) from(i, left int) (s signSums) {
	if i == len(t.groups) {
		n, w := t.groups[0].times, t.groups[0].weight
		s.AtMost = t.below[min(left/w, n)]
		if left%w == 0 && left/w <= n {
			s.Exactly = t.chances[0][left/w]
		}
		return s
	}
	w := t.groups[i].weight
	for k, p := range t.chances[i] {
		if k*w > left {
			break
		}
		rest := t.from(i+1, left-k*w)
		s.AtMost += p * rest.AtMost
		s.Exactly += p * rest.Exactly
	}
	return s
}

// fairCoins are the probabilities of 0 to n of n fair coins, from the middle outwards so that none is built
// upon the rounding of a small one.
func fairCoins(n int) []float64 {
	p := make([]float64, n+1)
	middle := n / 2
	p[middle] = 1
	for i := 1; i <= middle; i++ { // C(2m, m) 4^-m = prod((2i-1)/2i)
		p[middle] *= float64(2*i-1) / float64(2*i)
	}
	if n%2 == 1 { // C(2m+1, m) = C(2m, m) (2m+1)/(m+1)
		p[middle] *= float64(n) / float64(2*(middle+1))
	}
	for k := middle; k < n; k++ {
		p[k+1] = p[k] * float64(n-k) / float64(k+1)
	}
	for k := middle; k > 0; k-- {
		p[k-1] = p[k] * float64(k) / float64(n-k+1)
	}
	return p
}
