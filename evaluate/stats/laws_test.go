package stats_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// Differences of answers: small whole numbers, with ties and zeros.
func tiedDifferences(most int) *rapid.Generator[[]float64] {
	whole := rapid.Map(rapid.IntRange(-4, 4), func(i int) float64 { return float64(i) })
	return rapid.SliceOfN(whole, 0, most)
}

func anyZeros() *rapid.Generator[stats.Zeros] {
	return rapid.SampledFrom([]stats.Zeros{stats.Drop, stats.Pratt})
}

func negated(d []float64) []float64 {
	out := make([]float64, len(d))
	for i, v := range d {
		out[i] = -v
	}
	return out
}

func wilcoxon(t *rapid.T, d []float64, z stats.Zeros) stats.SignedRankTest {
	r, err := stats.SignedRank(d, stats.SignedRankOptions{Zeros: z})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var closely = cmpopts.EquateApprox(1e-12, 1e-13)

// Exact p-values equal a plain walk through all 2^n sign patterns.
func TestLawExactIsEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, z := tiedDifferences(12).Draw(t, "d"), anyZeros().Draw(t, "zeros")
		got := wilcoxon(t, d, z)
		if got.NonZero == 0 {
			return
		}
		want := enumerate(ranksOf(d, z), got.WPlus)
		if diff := cmp.Diff(want, got.Exact, closely); diff != "" {
			t.Fatalf("exact p (-enumerated +got):\n%s", diff)
		}
	})
}

// ranksOf ranks by counting, without sorting: a rank is 1 + the number of
// smaller ones + half the number of equal others.
func ranksOf(d []float64, z stats.Zeros) []float64 {
	var ranks []float64
	for i, a := range d {
		if a == 0 {
			continue
		}
		rank := 1.0
		for j, b := range d {
			switch {
			case j == i || (z == stats.Drop && b == 0):
			case math.Abs(b) < math.Abs(a):
				rank++
			case math.Abs(b) == math.Abs(a):
				rank += 0.5
			}
		}
		ranks = append(ranks, rank)
	}
	return ranks
}

func enumerate(ranks []float64, found float64) stats.ExactP {
	var total, greater, less, two, mid float64
	for _, r := range ranks {
		total += r
	}
	patterns := 1 << len(ranks)
	for p := range patterns {
		w := 0.0
		for i, r := range ranks {
			if p>>i&1 == 1 {
				w += r
			}
		}
		here, there := math.Abs(w-total/2), math.Abs(found-total/2)
		greater += one(w >= found)
		less += one(w <= found)
		two += one(here >= there)
		mid += one(here > there) + one(here == there)/2
	}
	n := float64(patterns)
	return stats.ExactP{Greater: number(greater / n), Less: number(less / n), Two: number(two / n), Mid: number(mid / n)}
}

func one(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// Turning every sign swaps rise and fall and leaves two-sided p-values alone.
func TestLawSignSymmetry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, z := tiedDifferences(40).Draw(t, "d"), anyZeros().Draw(t, "zeros")
		a, b := wilcoxon(t, d, z), wilcoxon(t, negated(d), z)
		b.WPlus, b.WMinus = b.WMinus, b.WPlus
		b.Exact.Greater, b.Exact.Less = b.Exact.Less, b.Exact.Greater
		b.Normal.Z.Value, b.NormalCC.Z.Value = -b.Normal.Z.Value, -b.NormalCC.Z.Value
		if diff := cmp.Diff(a, b, closely); diff != "" {
			t.Fatal(diff)
		}
		h, errH := stats.HodgesLehmann(d, 0.9)
		g, errG := stats.HodgesLehmann(negated(d), 0.9)
		if errH != nil || errG != nil {
			t.Fatal(errH, errG)
		}
		if h.Estimate.Value != -g.Estimate.Value || h.Interval.Lo.Value != -g.Interval.Hi.Value {
			t.Fatalf("Hodges-Lehmann %+v against %+v", h, g)
		}
	})
}

// outcome is everything that the package says about a set of pairs.
type outcome struct {
	T      stats.TTest
	Change stats.MeanChange
	Ranks  stats.SignedRankTest
	Shift  stats.Shift
	Signs  stats.SignTestResult
	Effect stats.RankEffect
	Better stats.Superiority
}

func allOf(t interface{ Fatal(...any) }, pre, post []float64) outcome {
	var o outcome
	var errs [8]error
	d, err := stats.DecimalDifferences(pre, post)
	errs[7] = err
	o.T, errs[0] = stats.PairedT(pre, post, 0.95)
	o.Change, errs[1] = stats.StandardizedMeanChange(pre, post, 0.95)
	o.Ranks, errs[2] = stats.SignedRank(d.Values, stats.SignedRankOptions{})
	o.Shift, errs[3] = stats.HodgesLehmann(d.Values, 0.95)
	o.Signs, errs[4] = stats.SignTest(d.Values)
	o.Effect, errs[5] = stats.RankBiserial(d.Values, stats.Drop, 0.95)
	o.Better, errs[6] = stats.PairedSuperiority(d.Values)
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	return o
}

// pairs of scores with one decimal.
func somePairs(t *rapid.T) (pre, post []float64) {
	score := rapid.Map(rapid.IntRange(0, 60), func(i int) float64 { return float64(i) / 10 })
	n := rapid.IntRange(0, 25).Draw(t, "n")
	pre = rapid.SliceOfN(score, n, n).Draw(t, "pre")
	return pre, rapid.SliceOfN(score, n, n).Draw(t, "post")
}

// The order of people changes nothing.
func TestLawOrderOfPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := somePairs(t)
		order := make([]int, len(pre))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		pre2, post2 := make([]float64, len(pre)), make([]float64, len(pre))
		for i, from := range order {
			pre2[i], post2[i] = pre[from], post[from]
		}
		if diff := cmp.Diff(allOf(t, pre, post), allOf(t, pre2, post2), cmpopts.EquateApprox(1e-9, 1e-12)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Adding a constant to both sides changes nothing; ten times the scale gives
// ten times the change and the same p-values and effect sizes.
func TestLawShiftAndScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := somePairs(t)
		shift := float64(rapid.IntRange(-1000, 1000).Draw(t, "shift"))
		moved := func(x []float64) []float64 {
			out := make([]float64, len(x))
			for i, v := range x {
				out[i] = math.Round(10*v) + shift
			}
			return out
		}
		a, b := allOf(t, pre, post), allOf(t, moved(pre), moved(post))
		for _, m := range []*stats.Maybe{
			&a.T.Mean, &a.T.SD, &a.T.SE, &a.T.Interval.Lo, &a.T.Interval.Hi,
			&a.Shift.Estimate, &a.Shift.Interval.Lo, &a.Shift.Interval.Hi,
		} {
			m.Value *= 10
		}
		if diff := cmp.Diff(a, b, cmpopts.EquateApprox(1e-9, 1e-12)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// No result of any pairs is NaN or infinite, and an undefined one says why.
func TestLawDefinedOrWhy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 6).Draw(t, "n")
		wild := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, 1, 1e308, -1e308, 5e-324}))
		pre := rapid.SliceOfN(wild, n, n).Draw(t, "pre")
		post := rapid.SliceOfN(wild, n, n).Draw(t, "post")
		if _, err := stats.DecimalDifferences(pre, post); err != nil {
			return // the difference overflows, and is refused
		}
		checkMaybes(t, allOf(t, pre, post))
	})
}

func checkMaybes(t *rapid.T, o outcome) {
	all := []stats.Maybe{
		o.T.Mean, o.T.SD, o.T.SE, o.T.T, o.T.DF, o.T.PTwo, o.T.PGreater, o.T.PLess, o.T.Interval.Lo, o.T.Interval.Hi,
		o.Change.R, o.Change.DZ, o.Change.GZ, o.Change.DAv, o.Change.GAv, o.Change.DAvLakens, o.Change.DRM,
		o.Change.GRM, o.Change.GlassPre, o.Change.GGlassPre, o.Change.J, o.Change.JApprox,
		o.Change.DZInterval.Lo, o.Change.DZInterval.Hi, o.Change.GZInterval.Lo, o.Change.GZInterval.Hi,
		o.Ranks.Exact.Two, o.Ranks.Exact.Greater, o.Ranks.Exact.Less, o.Ranks.Exact.Mid,
		o.Ranks.Normal.Z, o.Ranks.Normal.P, o.Ranks.NormalCC.Z, o.Ranks.NormalCC.P,
		o.Shift.Estimate, o.Shift.Interval.Lo, o.Shift.Interval.Hi, o.Shift.Achieved,
		o.Signs.PTwo, o.Signs.PGreater, o.Signs.PLess,
		o.Effect.R, o.Effect.Interval.Lo, o.Effect.Interval.Hi, o.Better.Parametric, o.Better.NonParametric,
	}
	for i, m := range all {
		if math.IsNaN(m.Value) || math.IsInf(m.Value, 0) || m.Defined == (m.Why != "") {
			t.Fatalf("statistic %d is %+v", i, m)
		}
	}
}

// Walsh averages by counting agree with sorting all of them.
func TestLawHodgesLehmannIsMedianOfAverages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.SliceOfN(rapid.Float64Range(-1e3, 1e3), 1, 20).Draw(t, "d")
		for i, v := range d {
			if math.Abs(v) < 1e-300 { // half of the smallest numbers has no room for their last bit
				d[i] = 0
			}
		}
		var all []float64
		for i := range d {
			for j := i; j < len(d); j++ {
				all = append(all, d[i]/2+d[j]/2)
			}
		}
		slices.Sort(all)
		m := len(all)
		got, err := stats.HodgesLehmann(d, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		want := all[(m-1)/2]/2 + all[m/2]/2
		if got.Estimate.Value != want || got.Interval.Lo.Value != all[got.K-1] || got.Interval.Hi.Value != all[m-got.K] {
			t.Fatalf("got %+v, want %v in %v", got, want, all)
		}
	})
}
