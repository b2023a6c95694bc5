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

// comparison is everything the package says of two groups of numbers.
type comparison struct {
	Welch, Pooled stats.TwoSampleT
	Ranks         stats.MannWhitneyTest
	Effect        stats.GroupEffect
	Dominance     stats.Dominance
	Shift         stats.Maybe
	Anova         stats.Anova
	WelchAnova    stats.GroupTest
	Kruskal       stats.KruskalTest
	Levene        stats.GroupTest
}

type fataler interface{ Fatal(...any) }

func compared(t fataler, x, y []float64) comparison {
	var c comparison
	var errs [10]error
	groups := [][]float64{x, y}
	c.Welch, errs[0] = stats.WelchT(x, y, 0.95)
	c.Pooled, errs[1] = stats.PooledT(x, y, 0.95)
	c.Ranks, errs[2] = stats.MannWhitney(x, y, 0.95)
	c.Effect, errs[3] = stats.StandardizedDifference(x, y, 0.95)
	c.Dominance, errs[4] = stats.CliffsDelta(x, y, 0.95)
	c.Shift, errs[5] = stats.GroupShift(x, y)
	c.Anova, errs[6] = stats.OneWayAnova(groups)
	c.WelchAnova, errs[7] = stats.WelchAnova(groups)
	c.Kruskal, errs[8] = stats.KruskalWallis(groups)
	c.Levene, errs[9] = stats.Levene(groups, stats.AboutMedian)
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// scores with one decimal, many of them tied.
func someScores(t *rapid.T, name string, least, most int) []float64 {
	score := rapid.Map(rapid.IntRange(10, 50), func(i int) float64 { return float64(i) / 10 })
	return rapid.SliceOfN(score, least, most).Draw(t, name)
}

var nearly = cmpopts.EquateApprox(1e-9, 1e-11)

// mirrored turns a comparison of x with y into what that of y with x must say.
func (c comparison) mirrored() comparison {
	turn := func(m *stats.Maybe) { m.Value = -m.Value }
	turnAll := func(i *stats.Interval) {
		i.Lo, i.Hi = i.Hi, i.Lo
		turn(&i.Lo)
		turn(&i.Hi)
	}
	for _, t := range []*stats.TwoSampleT{&c.Welch, &c.Pooled} {
		t.NX, t.NY, t.MeanX, t.MeanY = t.NY, t.NX, t.MeanY, t.MeanX
		t.PGreater, t.PLess = t.PLess, t.PGreater
		turn(&t.Difference)
		turn(&t.T)
		turnAll(&t.Interval)
	}
	r := &c.Ranks
	r.NX, r.NY, r.U.Value = r.NY, r.NX, float64(r.NX*r.NY)-r.U.Value
	r.Exact.Greater, r.Exact.Less = r.Exact.Less, r.Exact.Greater
	turn(&r.Normal.Z)
	turn(&r.NormalCC.Z)
	d := &c.Dominance
	d.NX, d.NY, d.Superiority.Value = d.NY, d.NX, 1-d.Superiority.Value
	turn(&d.Delta)
	turnAll(&d.Interval)
	turn(&c.Shift)
	c.Effect = stats.GroupEffect{} // compared apart: Glass changes its divisor
	return c
}

func TestLawGroupSwap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := someScores(t, "x", 2, 12), someScores(t, "y", 2, 12)
		a, b := compared(t, x, y), compared(t, y, x)
		e, f := a.Effect, b.Effect
		b.Effect = stats.GroupEffect{}
		if diff := cmp.Diff(a.mirrored(), b, nearly); diff != "" {
			t.Fatal(diff)
		}
		if math.Abs(e.D.Value+f.D.Value) > 1e-12 || math.Abs(e.DInterval.Lo.Value+f.DInterval.Hi.Value) > 1e-9 ||
			math.Abs(e.G.Value+f.G.Value) > 1e-12 {
			t.Fatalf("%+v against %+v", e, f)
		}
	})
}

// A constant added to all changes no difference; ten times the scale gives ten
// times the difference and the same tests and effect sizes.
func TestLawGroupShiftAndScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := someScores(t, "x", 2, 12), someScores(t, "y", 2, 12)
		shift := float64(rapid.IntRange(-1000, 1000).Draw(t, "shift"))
		moved := func(x []float64) []float64 {
			out := make([]float64, len(x))
			for i, v := range x {
				out[i] = math.Round(10*v) + shift
			}
			return out
		}
		a, b := compared(t, x, y), compared(t, moved(x), moved(y))
		for _, c := range []*comparison{&a, &b} { // levels themselves move with the shift
			c.Welch.MeanX, c.Welch.MeanY, c.Pooled.MeanX, c.Pooled.MeanY = stats.Maybe{}, stats.Maybe{}, stats.Maybe{}, stats.Maybe{}
		}
		for _, m := range []*stats.Maybe{
			&a.Welch.Difference, &a.Welch.SE, &a.Welch.Interval.Lo, &a.Welch.Interval.Hi,
			&a.Pooled.Difference, &a.Pooled.SE, &a.Pooled.Interval.Lo, &a.Pooled.Interval.Hi, &a.Shift, &a.Anova.ResidualSD,
		} {
			m.Value *= 10
		}
		for _, m := range []*stats.Maybe{&a.Anova.SSBetween, &a.Anova.SSWithin, &a.Anova.MSBetween, &a.Anova.MSWithin} {
			m.Value *= 100
		}
		if diff := cmp.Diff(a, b, nearly); diff != "" {
			t.Fatal(diff)
		}
	})
}

// The order of people within a group changes nothing.
func TestLawGroupOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := someScores(t, "x", 0, 12), someScores(t, "y", 0, 12)
		x2 := rapid.Permutation(slices.Clone(x)).Draw(t, "order of x")
		if diff := cmp.Diff(compared(t, x, y), compared(t, x2, y), nearly); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Exact p-values equal a plain walk through all splits.
func TestLawMannWhitneyIsEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		score := rapid.Map(rapid.IntRange(1, rapid.SampledFrom([]int{4, 1000}).Draw(t, "range")), func(i int) float64 { return float64(i) })
		x, y := rapid.SliceOfN(score, 1, 7).Draw(t, "x"), rapid.SliceOfN(score, 1, 7).Draw(t, "y")
		got := compared(t, x, y).Ranks
		if !got.Exact.Two.Defined {
			return // all alike
		}
		if diff := cmp.Diff(splits(x, y), got.Exact, closely); diff != "" {
			t.Fatalf("(-enumerated +got):\n%s", diff)
		}
	})
}

func splits(x, y []float64) stats.ExactSplitP {
	all := slices.Concat(x, y)
	wins := func(pick int) float64 {
		u := 0.0
		for i, a := range all {
			for j, b := range all {
				if pick>>i&1 == 1 && pick>>j&1 == 0 {
					u += one(a > b) + one(a == b)/2
				}
			}
		}
		return u
	}
	middle, found := float64(len(x)*len(y))/2, wins(1<<len(x)-1)
	var total, two, greater, less, mid float64
	for pick := range 1 << len(all) {
		if ones(pick) != len(x) {
			continue
		}
		u := wins(pick)
		here, there := math.Abs(u-middle), math.Abs(found-middle)
		total++
		greater, less = greater+one(u >= found), less+one(u <= found)
		two, mid = two+one(here >= there), mid+one(here > there)+one(here == there)/2
	}
	return stats.ExactSplitP{Two: number(two / total), Greater: number(greater / total), Less: number(less / total), Mid: number(mid / total)}
}

func ones(n int) int {
	count := 0
	for ; n > 0; n &= n - 1 {
		count++
	}
	return count
}

// The interval of a difference is where its own test has p = 1-level.
func TestLawWelchIntervalInvertsTest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := someScores(t, "x", 2, 12), someScores(t, "y", 2, 12)
		level := rapid.Float64Range(0.5, 0.999).Draw(t, "level")
		for _, test := range []func(x, y []float64, level float64) (stats.TwoSampleT, error){stats.WelchT, stats.PooledT} {
			r, err := test(x, y, level)
			if err != nil || !r.T.Defined {
				return
			}
			for _, bound := range []stats.Maybe{r.Interval.Lo, r.Interval.Hi} {
				moved := make([]float64, len(x))
				for i, v := range x {
					moved[i] = v - bound.Value
				}
				at, err := test(moved, y, level)
				if err != nil || math.Abs(at.PTwo.Value-(1-level)) > 1e-9 {
					t.Fatalf("p at the bound %v is %v, want %v (%v)", bound, at.PTwo, 1-level, err)
				}
			}
		}
	})
}

// With two groups the analyses of variance are the squares of the t tests, and
// Kruskal-Wallis that of Mann-Whitney.
func TestLawTwoGroupsAreT(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := compared(t, someScores(t, "x", 2, 15), someScores(t, "y", 2, 15))
		for what, pair := range map[string][2]stats.Maybe{
			"F and pooled t":          {c.Anova.F, c.Pooled.T},
			"Welch's F and Welch's t": {c.WelchAnova.Statistic, c.Welch.T},
			"H and z":                 {c.Kruskal.Statistic, c.Ranks.Normal.Z},
		} {
			if pair[0].Defined && pair[1].Defined && math.Abs(pair[0].Value-pair[1].Value*pair[1].Value) > 1e-9*max(1, pair[0].Value) {
				t.Fatalf("%s: %v and %v", what, pair[0], pair[1])
			}
		}
		if c.WelchAnova.P.Defined && math.Abs(c.WelchAnova.P.Value-c.Welch.PTwo.Value) > 1e-9 {
			t.Fatalf("p %v and %v", c.WelchAnova.P, c.Welch.PTwo)
		}
	})
}
