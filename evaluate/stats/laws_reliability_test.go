package stats_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// someItems are answers 1 to 5 of made-up people; items go together where a
// common part is drawn, and may run against each other.
func someItems(t *rapid.T, least, most int) [][]float64 {
	k, n := rapid.IntRange(least, most).Draw(t, "items"), rapid.IntRange(2, 40).Draw(t, "people")
	seed := rapid.Uint64().Draw(t, "seed")
	weight := rapid.Float64Range(-0.5, 2).Draw(t, "weight")
	random := rand.New(rand.NewPCG(seed, 5))
	items := make([][]float64, k)
	for range n {
		common := random.NormFloat64()
		for i := range items {
			w := weight * float64(i%3+1) / 2
			items[i] = append(items[i], math.Round(min(5, max(1, 3+w*common+random.NormFloat64()))))
		}
	}
	return items
}

// consistency is everything that the package says about the items of a scale.
type consistency struct {
	Alpha  stats.Reliability
	Items  []stats.Item
	Omega  stats.Omega
	MinRes stats.Omega
	Halves stats.SplitHalf
	Splits stats.Splits
}

func consistencyOf(t interface{ Fatal(...any) }, items [][]float64) consistency {
	var c consistency
	var errs [6]error
	c.Alpha, errs[0] = stats.CronbachAlpha(items, 0.95)
	c.Items, errs[1] = stats.ItemAnalysis(items)
	c.Omega, errs[2] = stats.OmegaTotal(items, stats.MaximumLikelihood)
	c.MinRes, errs[3] = stats.OmegaTotal(items, stats.MinimumResiduals)
	c.Halves, errs[4] = stats.OddEven(items)
	c.Splits, errs[5] = stats.AllSplits(items)
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	c.Omega.Steps, c.MinRes.Steps = 0, 0
	return c
}

func (c consistency) all() []stats.Maybe {
	all := []stats.Maybe{c.Alpha.Alpha, c.Alpha.Interval.Lo, c.Alpha.Interval.Hi, c.Alpha.SE, c.Alpha.Standardized, c.Alpha.Measurement,
		c.Alpha.MeanR, c.Alpha.MedianR, c.Alpha.SignalToNoise, c.Alpha.Lambda6, c.Omega.Total, c.Omega.Observed, c.Omega.Standardized,
		c.MinRes.Total, c.MinRes.Observed, c.MinRes.Standardized, c.Halves.R, c.Halves.SpearmanBrown, c.Halves.Guttman,
		c.Splits.Best, c.Splits.Mean, c.Splits.Worst}
	for _, i := range c.Items {
		all = append(all, i.Rest, i.Total, i.AlphaWithout, i.StandardizedAlphaWithout)
	}
	return all
}

// Whatever the answers, a statistic is a number or says why not; omega lies in [0, 1].
func TestLawReliabilityDefinedOrWhy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 5).Draw(t, "n")
		wild := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, 1, 1e308, -1e308, 5e-324}))
		items := rapid.SliceOfN(rapid.SliceOfN(wild, n, n), 0, 5).Draw(t, "items")
		if rapid.Bool().Draw(t, "tame") {
			items = someItems(t, 1, 8)
		}
		c := consistencyOf(t, items)
		for i, m := range c.all() {
			if math.IsNaN(m.Value) || math.IsInf(m.Value, 0) || m.Defined == (m.Why != "") {
				t.Fatalf("statistic %d is %+v", i, m)
			}
		}
		for _, o := range []stats.Maybe{c.Omega.Total, c.Omega.Standardized, c.MinRes.Total, c.MinRes.Standardized} {
			if o.Defined && !(o.Value >= 0 && o.Value <= 1) {
				t.Fatalf("omega is %v", o)
			}
		}
	})
}

// roughly compares what an iteration found; a solution on the edge of a Heywood
// case may be found from one order of the items and not from another.
var roughly = cmpopts.EquateApprox(1e-6, 1e-8)

// The order of people and of items changes nothing but the order of the items
// and the halves; a common shift changes nothing at all, a common factor only what is in points.
func TestLawItemsPermuteShiftScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := someItems(t, 2, 7)
		shift := float64(rapid.IntRange(-50, 50).Draw(t, "shift"))
		people := rapid.Permutation(numbers(len(items[0]))).Draw(t, "people order")
		order := rapid.Permutation(numbers(len(items))).Draw(t, "item order")
		moved := make([][]float64, len(items))
		for i, from := range order {
			for _, p := range people {
				moved[i] = append(moved[i], 10*items[from][p]+shift)
			}
		}
		a, b := consistencyOf(t, items), consistencyOf(t, moved)
		a.Alpha.Measurement.Value *= 10
		for _, m := range []*stats.Maybe{&a.Alpha.Lambda6, &b.Alpha.Lambda6} {
			m.Value = math.Round(m.Value*1e8) / 1e8 // an inverse near the singular one
		}
		if diff := cmp.Diff(a.Alpha, b.Alpha, cmpopts.EquateApprox(1e-7, 1e-9)); diff != "" {
			t.Fatal(diff)
		}
		for i, from := range order {
			if diff := cmp.Diff(a.Items[from], b.Items[i], cmpopts.EquateApprox(1e-9, 1e-9)); diff != "" {
				t.Fatal(diff)
			}
		}
		if a.Omega.Total.Defined && b.Omega.Total.Defined {
			if diff := cmp.Diff(a.Omega.Standardized, b.Omega.Standardized, roughly); diff != "" {
				t.Fatal(diff)
			}
		}
		if diff := cmp.Diff(a.Splits, b.Splits, cmpopts.EquateApprox(1e-9, 1e-9)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// With an even number of items the mean of all split halves is alpha (Cronbach 1951), and the best is no
// less. Turning every item leaves all of it as it was. Odd-even is one of the splits.
func TestLawSplitsAndAlpha(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := someItems(t, 2, 8)
		c := consistencyOf(t, items)
		if !c.Splits.Mean.Defined {
			return
		}
		if want := []int{1, 3, 3, 10, 10, 35, 35}[len(items)-2]; c.Splits.Count != want { // 2: {1}; 3: each item alone; 4: halves of a pair
			t.Fatalf("%d splits of %d items, want %d", c.Splits.Count, len(items), want)
		}
		if len(items)%2 == 0 && math.Abs(c.Splits.Mean.Value-c.Alpha.Alpha.Value) > 1e-9*(1+math.Abs(c.Alpha.Alpha.Value)) {
			t.Fatalf("mean of splits %v, alpha %v", c.Splits.Mean, c.Alpha.Alpha)
		}
		if g := c.Halves.Guttman.Value; g > c.Splits.Best.Value+1e-9*(1+math.Abs(g)) || g < c.Splits.Worst.Value-1e-9*(1+math.Abs(g)) {
			t.Fatalf("odd-even %v outside %v to %v", g, c.Splits.Worst, c.Splits.Best)
		}
		turned := make([][]float64, len(items))
		for i, item := range items {
			turned[i] = negated(item)
		}
		if diff := cmp.Diff(c.Alpha, consistencyOf(t, turned).Alpha, cmpopts.EquateApprox(1e-9, 1e-12)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Where nothing is missing, pairwise is complete.
func TestLawPairwiseIsComplete(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := someItems(t, 2, 7)
		given := make([][]bool, len(items))
		for i := range given {
			given[i] = slices.Repeat([]bool{true}, len(items[0]))
		}
		c := consistencyOf(t, items)
		if c.Alpha.Alpha.Why == stats.NoVariance {
			return
		}
		r, err := stats.PairwiseAlpha(items, given, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.Alpha, r, cmpopts.EquateApprox(1e-9, 1e-9)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestReliabilityReasonSentences(t *testing.T) {
	seen := map[string]bool{stats.Reason("").Sentence(): true}
	for _, r := range []stats.Reason{stats.FewItems, stats.FewFactorItems, stats.Singular, stats.Heywood, stats.NotConverged, stats.TooManySplits, stats.NoReliability} {
		if seen[r.Sentence()] {
			t.Errorf("%q has no sentence of its own", r)
		}
		seen[r.Sentence()] = true
	}
}
