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

// cohort is made-up people of two groups with pre and post.
type cohort struct {
	pre, post []float64
	group     []int
}

func someCohort(t *rapid.T) cohort {
	n := rapid.IntRange(6, 25).Draw(t, "n")
	var c cohort
	c.pre, c.post = someScores(t, "pre", n, n), someScores(t, "post", n, n)
	c.group = rapid.SliceOfN(rapid.IntRange(0, 1), n, n).Draw(t, "group")
	c.group[0], c.group[1], c.group[2], c.group[3] = 0, 1, 0, 1
	return c
}

func (c cohort) permuted(t *rapid.T) cohort {
	order := make([]int, len(c.pre))
	for i := range order {
		order[i] = i
	}
	order = rapid.Permutation(order).Draw(t, "order")
	out := cohort{make([]float64, len(order)), make([]float64, len(order)), make([]int, len(order))}
	for i, from := range order {
		out.pre[i], out.post[i], out.group[i] = c.pre[from], c.post[from], c.group[from]
	}
	return out
}

// columns of group, time and both for the mixed model, with person numbers.
func (c cohort) long() (y []float64, columns [][]float64, person []int) {
	columns = make([][]float64, 3)
	for i := range 2 * len(c.pre) {
		who, later := i%len(c.pre), float64(i/len(c.pre))
		g := float64(c.group[who])
		columns[0], columns[1], columns[2] = append(columns[0], later), append(columns[1], g), append(columns[2], later*g)
		person = append(person, who)
	}
	return slices.Concat(c.pre, c.post), columns, person
}

// models is everything fitted to a cohort.
type models struct {
	Ancova   stats.AncovaResult
	Mixed    stats.MixedModel
	Logistic stats.LogisticModel
}

func modelsOf(t fataler, c cohort) models {
	var m models
	var errs [3]error
	m.Ancova, errs[0] = stats.Ancova(c.pre, c.post, c.group, stats.AncovaOptions{})
	y, columns, person := c.long()
	m.Mixed, errs[1] = stats.RandomIntercept(y, columns, person)
	outcome := make([]bool, len(c.group))
	for i, g := range c.group {
		outcome[i] = g == 1
	}
	m.Logistic, errs[2] = stats.Logistic(outcome, [][]float64{c.pre}, 0.95)
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	m.Ancova.Model.Residuals, m.Ancova.Model.Leverages, m.Logistic.Fitted, m.Logistic.Iterations = nil, nil, nil, 0 // in the order of rows
	return m
}

// The order of people changes nothing.
func TestLawOrderOfRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someCohort(t)
		// Bounded effects are compared; a spread of zero may be a rounding trace, and so its reason.
		if diff := cmp.Diff(modelsOf(t, c), modelsOf(t, c.permuted(t)), cmpopts.EquateApprox(1e-7, 1e-8), cmpopts.IgnoreUnexported(stats.LinearModel{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

// With complete pairs the change by group of the random intercept model is the
// pooled t test of the changes.
func TestLawMixedModelIsChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someCohort(t)
		d, err := stats.DecimalDifferences(c.pre, c.post)
		if err != nil {
			t.Fatal(err)
		}
		var in, out []float64
		for i, v := range d.Values {
			if c.group[i] == 1 {
				in = append(in, v)
			} else {
				out = append(out, v)
			}
		}
		p, err := stats.PooledT(in, out, 0.95)
		m := modelsOf(t, c).Mixed
		if err != nil || !p.T.Defined || !m.VarianceBetween.Defined || m.VarianceBetween.Value == 0 {
			return // at the bound the model borrows from the level
		}
		got := m.Fixed[3]
		if math.Abs(got.Estimate.Value-p.Difference.Value) > 1e-9 || math.Abs(got.SE.Value-p.SE.Value) > 1e-7*p.SE.Value {
			t.Fatalf("%+v, want %v se %v", got, p.Difference, p.SE)
		}
	})
}

// Least squares on the indicators of groups is the analysis of variance.
func TestLawRegressionIsAnova(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := [][]float64{someScores(t, "a", 2, 8), someScores(t, "b", 1, 8), someScores(t, "c", 1, 8)}
		y := slices.Concat(groups...)
		columns := [][]float64{make([]float64, len(y)), make([]float64, len(y))}
		for i := range y {
			if j := i - len(groups[0]); j >= len(groups[1]) {
				columns[1][i] = 1
			} else if j >= 0 {
				columns[0][i] = 1
			}
		}
		m, err := stats.LeastSquares(y, columns, true)
		a, err2 := stats.OneWayAnova(groups)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		want := [4]stats.Maybe{a.F, a.P, a.SSWithin, a.ResidualSD}
		if diff := cmp.Diff(want, [4]stats.Maybe{m.F, m.P, m.SSResidual, m.ResidualSD}, nearly); diff != "" {
			t.Fatal(diff)
		}
	})
}

// A regression moves with its outcome: y + c moves the intercept alone, 10 y
// makes all ten times as large and leaves the tests.
func TestLawRegressionShiftAndScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someCohort(t)
		shift := float64(rapid.IntRange(-1000, 1000).Draw(t, "shift"))
		moved := make([]float64, len(c.post))
		for i, v := range c.post {
			moved[i] = math.Round(10*v) + shift
		}
		a, err := stats.Ancova(c.pre, c.post, c.group, stats.AncovaOptions{})
		b, err2 := stats.Ancova(c.pre, moved, c.group, stats.AncovaOptions{})
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if !a.Differences[0].T.Defined {
			return
		}
		d := a.Differences[0]
		for _, m := range []*stats.Maybe{&d.Estimate, &d.SE, &d.Interval.Lo, &d.Interval.Hi} {
			m.Value *= 10
		}
		if diff := cmp.Diff(d, b.Differences[0], nearly); diff != "" {
			t.Fatal(diff)
		}
		if math.Abs(10*a.Means[1].Estimate.Value+shift-b.Means[1].Estimate.Value) > 1e-9*max(1, math.Abs(shift)) {
			t.Fatalf("adjusted mean %v and %v", a.Means[1], b.Means[1])
		}
	})
}

// Outcomes that a column tells without fail have no finite coefficients, and
// nothing else is called separated.
func TestLawSeparation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := someScores(t, "x", 3, 15)
		limit := rapid.SampledFrom(x).Draw(t, "limit")
		outcome := make([]bool, len(x))
		for i, v := range x {
			outcome[i] = v >= limit
		}
		m, err := stats.Logistic(outcome, [][]float64{x}, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		if why := m.Coefficients[1].Estimate.Why; why != stats.Separated && why != stats.NoVariance && why != stats.Collinear {
			t.Fatalf("%v in %d rounds", m.Coefficients[1], m.Iterations)
		}
		if limit == slices.Min(x) {
			return // true throughout, so that a false one beyond them would be told from them
		}
		overlap := append(slices.Clone(x), slices.Min(x)-1, slices.Max(x)+1)
		m, err = stats.Logistic(append(outcome, true, false), [][]float64{overlap}, 0.95)
		if err != nil || !m.Coefficients[1].Estimate.Defined {
			t.Fatalf("%v in %d rounds (%v)", m.Coefficients[1], m.Iterations, err)
		}
	})
}
