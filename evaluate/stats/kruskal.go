package stats

import (
	"math"
	"slices"
)

// KruskalTest is the outcome of [KruskalWallis].
type KruskalTest struct {
	GroupTest
	EpsilonSquared Maybe // H / (N-1): the share of the rank variance between the groups
}

// KruskalWallis is the rank test of several independent groups (1952), with
// R_j the rank sums and the correction for ties in the divisor:
//
//	H = (12/(N(N+1)) sum R_j^2/n_j - 3(N+1)) / (1 - sum(t^3 - t)/(N^3 - N))
//
// against chi-square on k-1 degrees of freedom. Fewer than two groups, an empty
// one and values that are all alike leave it undefined (FewGroups, NoValues,
// NoVariance). Non-finite values are an error. Take changes by
// [DecimalDifferences]. R: kruskal.test(y ~ g); epsilon squared: H/(n-1).
func KruskalWallis(groups [][]float64) (KruskalTest, error) {
	if err := checkGroups(groups); err != nil {
		return KruskalTest{}, err
	}
	r := KruskalTest{GroupTest: newGroupTest(groups, "a Kruskal-Wallis test")}
	r.Need = Need{N: 5, Of: "values in each group", For: "the chi-square approximation of a Kruskal-Wallis p"}
	if why := whyNoGroups(groups); why != "" {
		r.GroupTest, r.EpsilonSquared = r.without(why), undefined(why)
		return r, nil
	}
	all := slices.Concat(groups...)
	slices.Sort(all)
	ranks := doubledRanks(all)
	n := float64(r.N)
	correction := 1 - tieSum(ranks)/(n*(n-1)*(n+1))
	if all[0] == all[len(all)-1] {
		r.GroupTest, r.EpsilonSquared = r.without(NoVariance), undefined(NoVariance)
		return r, nil
	}
	var sum float64
	for _, g := range groups {
		off := meanRank(g, all, ranks) - (n+1)/2
		sum += float64(len(g)) * off * off
	}
	r.Statistic = defined(12 / (n * (n + 1)) * sum / correction)
	r.P = r.Statistic.then(func(h float64) float64 { return chiSquareTail(h, float64(r.DF1)) })
	r.EpsilonSquared = r.Statistic.then(func(h float64) float64 { return math.Min(1, h/(n-1)) })
	return r, nil
}

func meanRank(g, sorted []float64, doubled []int) float64 {
	sum := 0
	for _, v := range g {
		at, _ := slices.BinarySearch(sorted, v)
		sum += doubled[at]
	}
	return float64(sum) / 2 / float64(len(g))
}
