package stats_test

import (
	"math"
	"math/bits"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// Exact methods against a plain walk through everything, and drawn ones against exact.

// The permutation p equals the plain walk through all sign patterns, whether sums
// are counted (whole numbers) or patterns gone through (thirds have no decimals).
func TestLawPermutationIsEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := tiedDifferences(11).Draw(t, "d")
		thirds := make([]float64, len(d))
		for i, v := range d {
			thirds[i] = v / 3
		}
		two, greater := walked(d)
		for how, x := range map[string][]float64{stats.Counted: d, stats.Enumerated: thirds} {
			r := ask1[stats.PermutationTest](t)(stats.PermutationMean(x, stats.PermutationOptions{}))
			if r.NonZero == 0 {
				return
			}
			whole := true // three thirds are whole
			for _, v := range x {
				whole = whole && v == math.Trunc(v)
			}
			if r.How != how && !whole {
				t.Errorf("%v is %s, want %s", x, r.How, how)
			}
			if math.Abs(r.PTwo.Value-two) > 1e-12 || math.Abs(r.PGreater.Value-greater) > 1e-12 {
				t.Errorf("%s: %v and %v, want %v and %v", how, r.PTwo, r.PGreater, two, greater)
			}
		}
	})
}

func walked(d []float64) (two, greater float64) {
	found := 0.0
	for _, v := range d {
		found += v
	}
	for pattern := range 1 << len(d) {
		sum := 0.0
		for i, v := range d {
			sum += v * float64(1-2*(pattern>>i&1))
		}
		two += one(math.Abs(sum) >= math.Abs(found))
		greater += one(sum >= found)
	}
	all := math.Ldexp(1, len(d))
	return two / all, greater / all
}

// Drawn patterns come within five standard errors of the exact p, and the same seed
// gives the same p for any number of workers.
func TestDrawnPermutation(t *testing.T) {
	d, third := likertDifferences(130), likertDifferences(130) // more than the bits of two words
	for i := range third {
		third[i] /= 3
	}
	exact := must[stats.PermutationTest](t)(stats.PermutationMean(d, stats.PermutationOptions{}))
	var first stats.PermutationTest
	for _, workers := range []int{1, 2, 3, 8} {
		r := must[stats.PermutationTest](t)(stats.PermutationMean(third, stats.PermutationOptions{Seed: 4, Workers: workers}))
		if r.How != stats.Drawn || r.Resamples != 99_999 || exact.How != stats.Counted {
			t.Fatalf("%+v and %+v", r, exact)
		}
		p := exact.PTwo.Value
		near(t, "drawn p", r.PTwo, p, 5*math.Sqrt(p*(1-p)/1e5))
		if workers == 1 {
			first = r
		} else if diff := cmp.Diff(first, r); diff != "" {
			t.Errorf("%d workers:\n%s", workers, diff)
		}
	}
	other := must[stats.PermutationTest](t)(stats.PermutationMean(third, stats.PermutationOptions{Seed: 5}))
	if other.PTwo == first.PTwo && other.PGreater == first.PGreater {
		t.Error("another seed draws the same patterns")
	}
}

// Holm and Hommel are closed tests: the adjusted p is the largest p of all the joint
// hypotheses that the test belongs to, by Bonferroni and by Simes.
func TestLawAdjustedPIsClosedTest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 100), func(i int) float64 { return float64(i) / 100 }), 0, 7).Draw(t, "p")
		given := make([]stats.Maybe, len(p))
		for i, v := range p {
			given[i] = number(v)
		}
		for method, joint := range map[stats.Adjustment]func([]float64) float64{stats.Holm: bonferroniOf, stats.Hommel: simesOf} {
			got := ask1[[]stats.Maybe](t)(stats.AdjustP(given, method))
			for i := range p {
				if want := closed(p, i, joint); math.Abs(got[i].Value-want) > 1e-12 {
					t.Errorf("%s of p[%d] in %v is %v, want %v", method, i, p, got[i], want)
				}
			}
		}
	})
}

func closed(p []float64, member int, joint func([]float64) float64) float64 {
	largest := 0.0
	for set := range uint(1) << len(p) {
		if set>>member&1 == 0 {
			continue
		}
		part := make([]float64, 0, bits.OnesCount(set))
		for i, v := range p {
			if set>>i&1 == 1 {
				part = append(part, v)
			}
		}
		largest = max(largest, joint(part))
	}
	return largest
}

func bonferroniOf(p []float64) float64 {
	least := 1.0
	for _, v := range p {
		least = min(least, float64(len(p))*v)
	}
	return least
}

// simesOf is the least of m p(i)/i, found by counting how many are no larger.
func simesOf(p []float64) float64 {
	least := 1.0
	for _, v := range p {
		rank := 0.0
		for _, other := range p {
			rank += one(other <= v)
		}
		least = min(least, float64(len(p))*v/rank)
	}
	return least
}

// With two categories, every test of a transition table is McNemar's; his exact p is
// the sign test's.
func TestLawTwoCategoriesAreMcNemar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(what string) int { return rapid.IntRange(0, 30).Draw(t, what) }
		yes, up, down, no := n("yes"), n("up"), n("down"), n("no")
		table := stats.Transitions{Categories: []string{"no", "yes"}, Counts: [][]int{{no, up}, {down, yes}}, N: yes + up + down + no}
		m := ask1[stats.McNemarTest](t)(stats.McNemar(up, down, 0.95))
		if up+down == 0 {
			return
		}
		z := ask1[stats.NormalP](t)(stats.MarginalScores(table)).Z.Value
		for name, v := range map[string]stats.Maybe{
			"Bowker":          ask1[stats.BowkerTest](t)(stats.Bowker(table)).All.Value,
			"Stuart-Maxwell":  ask1[stats.StuartMaxwellTest](t)(stats.StuartMaxwell(table)).Value,
			"marginal scores": number(z * z),
		} {
			if math.Abs(v.Value-m.Plain.Value.Value) > 1e-9 {
				t.Errorf("%s is %v, want %v", name, v, m.Plain.Value)
			}
		}
		d := make([]float64, 0, up+down)
		for i := range up + down {
			d = append(d, 1-2*one(i >= up))
		}
		if s := ask1[stats.SignTestResult](t)(stats.SignTest(d)); math.Abs(s.PTwo.Value-m.Exact.Value) > 1e-12 {
			t.Errorf("sign test %v, McNemar %v", s.PTwo, m.Exact)
		}
	})
}
