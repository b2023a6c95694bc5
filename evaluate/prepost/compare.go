package prepost

import (
	"github.com/efseval/efseval/evaluate/stats"
)

// Change is what the pairs show. Differences are after minus before.
type Change struct {
	N                             int
	Pre, Post                     stats.Summary
	T                             stats.TTest
	Wilcoxon                      stats.SignedRankTest // zeros dropped: the headline
	Pratt                         stats.SignedRankTest // zeros ranked, for the doubter
	Effect                        stats.MeanChange
	Improved, Unchanged, Worsened int
	Level                         float64
	higherIsBetter                bool
}

// Compare works out the change of pairs at a confidence level. Higher scores are taken as
// better where higherIsBetter is true; then Improved counts rises.
func Compare(pairs []Pair, level float64, higherIsBetter bool) (Change, error) {
	pre, post := make([]float64, len(pairs)), make([]float64, len(pairs))
	for i, p := range pairs {
		pre[i], post[i] = p.Pre, p.Post
	}
	c := Change{N: len(pairs), Level: level, higherIsBetter: higherIsBetter}
	diff, err := stats.DecimalDifferences(pre, post)
	if err != nil {
		return c, err
	}
	c.count(diff.Values)
	return c, c.test(pre, post, diff.Values)
}

func (c *Change) count(diff []float64) {
	for _, d := range diff {
		switch {
		case d == 0:
			c.Unchanged++
		case d > 0 == c.higherIsBetter:
			c.Improved++
		default:
			c.Worsened++
		}
	}
}

func (c *Change) test(pre, post, diff []float64) (err error) {
	if c.Pre, err = stats.Describe(pre); err != nil {
		return err
	}
	if c.Post, err = stats.Describe(post); err != nil {
		return err
	}
	if c.T, err = stats.PairedT(pre, post, c.Level); err != nil {
		return err
	}
	if c.Wilcoxon, err = stats.SignedRank(diff, stats.SignedRankOptions{Zeros: stats.Drop, Level: c.Level}); err != nil {
		return err
	}
	if c.Pratt, err = stats.SignedRank(diff, stats.SignedRankOptions{Zeros: stats.Pratt, Level: c.Level}); err != nil {
		return err
	}
	c.Effect, err = stats.StandardizedMeanChange(pre, post, c.Level)
	return err
}
