package prepost

import (
	"errors"

	"github.com/efseval/efseval/evaluate/stats"
)

// Change is what the pairs show. Differences are after minus before: those of stats.DecimalDifferences, whose
// ties are ties, and for means those of stats.PlainDifferences. Members that the pairs cannot give are
// undefined and say why.
type Change struct {
	N           int
	Pre, Post   stats.Summary
	T           stats.TTest
	Median      stats.QuantileChange // of the differences, with its distribution-free interval
	Wilcoxon    stats.SignedRankTest // zeros dropped: the headline
	Pratt       stats.SignedRankTest // zeros ranked, for the doubter
	Sign        stats.SignTestResult
	Permutation stats.PermutationTest
	Shift       stats.Shift // Hodges and Lehmann
	Effect      stats.MeanChange
	Rank        stats.RankEffect // zeros dropped
	RankPratt   stats.RankEffect
	Common      stats.CommonLanguage
	Bootstrap   stats.MeanChangeIntervals // of d_av, d_rm and Glass's delta; zero where no resamples were asked for
	Superior    stats.BCaInterval         // of Common.Same.NonParametric, likewise
	Power       stats.Maybe               // to find a d_z of 0.5 with so many pairs
	Detectable  stats.Maybe               // the smallest d_z that so many pairs find with a power of 0.8

	Improved, Unchanged, Worsened int
	Reliable                      *stats.ReliableChangeResult // nil: no yardstick was given
	Changes                       []float64                   // of each person, in order of the pairs

	options Options
}

// Compare works out the change of pairs. A Yardstick whose reliability is undefined leaves the reliable
// change undefined, too. An impossible level and values that are not finite are errors.
func Compare(pairs []Pair, o Options) (Change, error) {
	pre, post := scoresOf(pairs)
	c := Change{N: len(pairs), options: o}
	diff, err := stats.DecimalDifferences(pre, post)
	if err != nil {
		return c, err
	}
	c.Changes = diff.Values
	c.count(diff.Values)
	d := diff.Values
	return c, errors.Join(c.describe(pre, post, d), c.tests(pre, post, d), c.effects(pre, post, d), c.resample(pre, post, d), c.reliable(pre, post))
}

func (c *Change) count(diff []float64) {
	for _, d := range diff {
		switch {
		case d == 0:
			c.Unchanged++
		case d > 0 == !c.options.LowerIsBetter:
			c.Improved++
		default:
			c.Worsened++
		}
	}
}

func (c *Change) describe(pre, post, diff []float64) error {
	var errs [3]error
	c.Pre, errs[0] = stats.Describe(pre)
	c.Post, errs[1] = stats.Describe(post)
	c.Median, errs[2] = stats.Quantile(diff, 0.5, c.options.level())
	return errors.Join(errs[:]...)
}

func (c *Change) tests(pre, post, diff []float64) error {
	level := c.options.level()
	var errs [7]error
	c.T, errs[0] = stats.PairedT(pre, post, level)
	c.Wilcoxon, errs[1] = stats.SignedRank(diff, stats.SignedRankOptions{Zeros: stats.Drop, Level: level})
	c.Pratt, errs[2] = stats.SignedRank(diff, stats.SignedRankOptions{Zeros: stats.Pratt, Level: level})
	c.Sign, errs[3] = stats.SignTest(diff)
	c.Permutation, errs[4] = stats.PermutationMean(diff, stats.PermutationOptions{Level: level})
	c.Power, errs[5] = stats.PairedTPower(len(diff), mediumEffect, level, stats.BothSides)
	c.Detectable, errs[6] = stats.PairedTDetectable(len(diff), defaultPower, level, stats.BothSides)
	return errors.Join(errs[:]...)
}

func (c *Change) effects(pre, post, diff []float64) error {
	level := c.options.level()
	var errs [5]error
	c.Shift, errs[0] = stats.HodgesLehmann(diff, level)
	c.Effect, errs[1] = stats.StandardizedMeanChange(pre, post, level)
	c.Rank, errs[2] = stats.RankBiserial(diff, stats.Drop, level)
	c.RankPratt, errs[3] = stats.RankBiserial(diff, stats.Pratt, level)
	c.Common, errs[4] = stats.CommonLanguageEffects(diff, level)
	return errors.Join(errs[:]...)
}

// resample draws the bootstrap intervals.
func (c *Change) resample(pre, post, diff []float64) error {
	if c.options.Resamples == 0 {
		return nil
	}
	o := stats.BCaOptions{Level: c.options.level(), Resamples: c.options.Resamples, Seed: c.options.Seed}
	var err1, err2 error
	c.Bootstrap, err1 = stats.MeanChangeBCa(pre, post, o)
	c.Superior, err2 = stats.BCa(diff, stats.RiseShare, o)
	return errors.Join(err1, err2)
}

// reliable holds each person's change against the yardstick.
func (c *Change) reliable(pre, post []float64) error {
	y := c.options.Yardstick
	if y == nil {
		return nil
	}
	r := stats.ReliableChangeResult{Threshold: y.Reliability}
	if y.Reliability.Defined {
		var err error
		if r, err = stats.ReliableChange(pre, post, stats.ReliableChangeOptions{
			Reliability: y.Reliability.Value, SD: y.SD, Level: c.options.level(), LowerIsBetter: c.options.LowerIsBetter}); err != nil {
			return err
		}
	}
	c.Reliable = &r
	return nil
}
