package prepost

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// drawPairs draws up to forty people with half points from 1 to 5, of two groups or of none.
func drawPairs(t *rapid.T) (pairs []Pair) {
	half := rapid.Map(rapid.IntRange(2, 10), func(v int) float64 { return float64(v) / 2 })
	for range rapid.IntRange(0, 40).Draw(t, "n") {
		pairs = append(pairs, Pair{Group: rapid.SampledFrom([]string{"k", "m", ""}).Draw(t, "group"), Pre: half.Draw(t, "pre"), Post: half.Draw(t, "post")})
	}
	return pairs
}

func compared(t *rapid.T, pairs []Pair, o Options) Change {
	c, err := Compare(pairs, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Whatever the people, every figure is whole: both languages, no number that is none, a reason.
func TestFiguresAreAlwaysWhole(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		pairs := drawPairs(r)
		y := &Yardstick{Reliability: rapid.SampledFrom([]stats.Maybe{number(0.8), number(-1), number(0), {Why: stats.NoVariance}}).Draw(r, "r"),
			SD: rapid.SampledFrom([]float64{0, 1.5}).Draw(r, "sd"), Source: evaluate.T("źródło", "source")}
		figures := compared(r, pairs, Options{Yardstick: y, Resamples: rapid.SampledFrom([]int{0, 50}).Draw(r, "resamples"), Seed: 1, LowerIsBetter: rapid.Bool().Draw(r, "lower")}).Figures("x", evaluate.T("skala", "scale"))
		between, err := CompareGroups(pairs, groupNamed("k"), groupNamed("m"), 0.95)
		if err != nil {
			r.Fatal(err)
		}
		wholesome(r, fmt.Sprint(pairs), append(figures, between.Figures("x", evaluate.T("skala", "scale"))...))
	})
}

// Whoever stands first among the pairs, the figures are the same.
func TestOrderOfPairsChangesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		pairs := drawPairs(r)
		shuffled := rapid.Permutation(pairs).Draw(r, "shuffled")
		o := Options{Yardstick: &Yardstick{Reliability: number(0.8), Source: evaluate.T("źródło", "source")}}
		sameButRounding(r, compared(r, pairs, o).Figures("x", evaluate.Same("x")), compared(r, shuffled, o).Figures("x", evaluate.Same("x")))
		a, err1 := CompareGroups(pairs, groupNamed("k"), groupNamed("m"), 0.95)
		b, err2 := CompareGroups(shuffled, groupNamed("k"), groupNamed("m"), 0.95)
		if err1 != nil || err2 != nil {
			r.Fatal(err1, err2)
		}
		sameButRounding(r, a.Figures("x", evaluate.Same("x")), b.Figures("x", evaluate.Same("x")))
	})
}

// sameButRounding holds two sets of figures equal; sums of the same numbers in another order may differ
// in their last bits, which Match prevents by the order of codes.
func sameButRounding(r *rapid.T, a, b []evaluate.Figure) {
	near := cmp.Comparer(func(x, y evaluate.Value) bool {
		if !x.Present() || !y.Present() {
			return x.Present() == y.Present()
		}
		p, q := x.Float(), y.Float()
		return math.Abs(p-q) <= 1e-9*max(1, math.Abs(p))
	})
	if diff := cmp.Diff(a, b, near); diff != "" {
		r.Fatalf("another order gives (-first +second):\n%s", diff)
	}
}

// The rows of both files in any order: the very same figures, for Match sorts by code.
func TestOrderOfSheetsChangesNoBit(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var pre, post []Sheet
		for i, p := range drawPairs(r) {
			code := fmt.Sprintf("K%02d", i)
			pre = append(pre, Sheet{Code: code, Group: p.Group, Score: p.Pre / 3, Scored: true, Place: "pre:" + code})
			post = append(post, Sheet{Code: code, Group: p.Group, Score: p.Post / 3, Scored: true, Place: "post:" + code})
		}
		one := figuresOfSheets(r, pre, post)
		other := figuresOfSheets(r, rapid.Permutation(pre).Draw(r, "pre"), rapid.Permutation(post).Draw(r, "post"))
		if diff := cmp.Diff(one, other, cmp.Comparer(func(x, y evaluate.Value) bool { return x == y })); diff != "" {
			r.Fatal(diff)
		}
	})
}

func figuresOfSheets(r *rapid.T, pre, post []Sheet) []evaluate.Figure {
	p, err := Match(pre, post)
	if err != nil {
		r.Fatal(err)
	}
	b, err := CompareGroups(p.Matched, groupNamed("k"), groupNamed("m"), 0.95)
	if err != nil {
		r.Fatal(err)
	}
	return append(compared(r, p.Matched, Options{Resamples: 50, Seed: 1}).Figures("x", evaluate.Same("x")), b.Figures("x", evaluate.Same("x"))...)
}

// After and before exchanged: every difference and effect in its units turns its sign, its interval turns
// over, and no p-value moves.
func TestExchangingTheWavesTurnsSigns(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		pairs := drawPairs(r)
		back := make([]Pair, len(pairs))
		for i, p := range pairs {
			back[i] = Pair{Group: p.Group, Pre: p.Post, Post: p.Pre}
		}
		there := wholesome(r, "there", compared(r, pairs, Options{}).Figures("x", evaluate.Same("x")))
		here := wholesome(r, "back", compared(r, back, Options{}).Figures("x", evaluate.Same("x")))
		for _, id := range []string{"mean", "median", "hodges-lehmann", "t", "dz", "g", "dav", "dav-g", "dav-lakens", "drm", "drm-g", "rank-biserial", "rank-biserial-pratt"} {
			turned(r, there["x/change/"+id], here["x/change/"+id])
		}
		for id, f := range there {
			if strings.Contains(id, "/p-") || id == "x/correlation" || id == "x/unchanged" || id == "x/change/sd" {
				kept(r, f, here[id])
			}
		}
	})
}

// One group named before the other: the difference turns its sign, and no p-value moves.
func TestExchangingTheGroupsTurnsSigns(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		pairs := drawPairs(r)
		a, err1 := CompareGroups(pairs, groupNamed("k"), groupNamed("m"), 0.95)
		b, err2 := CompareGroups(pairs, groupNamed("m"), groupNamed("k"), 0.95)
		if err1 != nil || err2 != nil {
			r.Fatal(err1, err2)
		}
		first, second := wholesome(r, "k-m", a.Figures("x", evaluate.Same("x"))), wholesome(r, "m-k", b.Figures("x", evaluate.Same("x")))
		for _, id := range []string{"change", "g", "ancova"} {
			turned(r, first["x/difference/k-m/"+id], second["x/difference/m-k/"+id])
		}
		for _, id := range []string{"p-welch", "p-mann-whitney", "p-ancova"} {
			kept(r, first["x/difference/k-m/"+id], second["x/difference/m-k/"+id])
		}
	})
}

func turned(r *rapid.T, a, b evaluate.Figure) {
	if a.Status != b.Status || a.Value.Present() && !closeTo(a.Value, b.Value, -1) {
		r.Fatalf("%s is %s, and %s the other way round", a.ID, a.Value, b.Value)
	}
	if lo, hi := a.Interval.Lo, a.Interval.Hi; lo.Present() != b.Interval.Hi.Present() || lo.Present() && (!closeTo(lo, b.Interval.Hi, -1) || !closeTo(hi, b.Interval.Lo, -1)) {
		r.Fatalf("%s has the interval %s to %s, and %s to %s the other way round", a.ID, lo, hi, b.Interval.Lo, b.Interval.Hi)
	}
}

func kept(r *rapid.T, a, b evaluate.Figure) {
	if a.Status != b.Status || a.Value.Present() && !closeTo(a.Value, b.Value, 1) {
		r.Fatalf("%s is %s, and %s the other way round", a.ID, a.Value, b.Value)
	}
}

// closeTo leaves room for what summing in another order and solving for a noncentral t may differ by.
func closeTo(a, b evaluate.Value, sign float64) bool {
	return b.Present() && math.Abs(a.Float()-sign*b.Float()) <= 1e-8*max(1, math.Abs(a.Float()))
}
