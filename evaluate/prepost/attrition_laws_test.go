package prepost

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate"
)

// attritionOf matches sheets whose covariate is their day, and looks at who was lost.
func attritionOf(t *rapid.T, pre, post []Sheet) ([]evaluate.Figure, Attrition) {
	values := map[int]float64{}
	for i := range pre {
		pre[i].Index, values[i] = i, float64(pre[i].Day)+pre[i].Score/7
	}
	p, err := Match(pre, post)
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Attrition(AttritionOptions{Covariates: []Covariate{{Name: evaluate.Same("x"), Values: values}}})
	if err != nil {
		t.Fatal(err)
	}
	return a.Figures("survey/x", evaluate.Same("x")), a
}

var manyCodes = []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "A", "B-"}

func drawSurvey(t *rapid.T) (pre, post []Sheet) {
	pre, post = anySheets(manyCodes...).Draw(t, "pre"), anySheets(manyCodes...).Draw(t, "post")
	for i := range post {
		post[i].Day += 10
		post[i].Dated = true
	}
	return pre, post
}

// The order of the rows changes no figure, to the last bit.
func TestOrderChangesNoAttrition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := drawSurvey(t)
		a, _ := attritionOf(t, pre, post)
		b, _ := attritionOf(t, rapid.Permutation(pre).Draw(t, "pre shuffled"), rapid.Permutation(post).Draw(t, "post shuffled"))
		compare := cmp.Comparer(func(x, y evaluate.Value) bool { return x.String() == y.String() })
		if diff := cmp.Diff(a, b, compare); diff != "" {
			t.Fatal(diff)
		}
	})
}

// The counts are those of the pairing, groups add up to the whole, the bounds hold the mean.
func TestAttritionAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := drawSurvey(t)
		figures, a := attritionOf(t, pre, post)
		var all evaluate.Figures
		for _, f := range figures {
			if err := all.Add(f); err != nil {
				t.Fatal(err)
			}
		}
		var sum GroupAttrition
		for _, g := range a.Groups {
			sum.Pairs, sum.OnlyPre, sum.OnlyPost, sum.Unscored = sum.Pairs+g.Pairs, sum.OnlyPre+g.OnlyPre, sum.OnlyPost+g.OnlyPost, sum.Unscored+g.Unscored
		}
		if sum.Pairs != a.Pairs || sum.OnlyPre != a.OnlyPre || sum.OnlyPost != a.OnlyPost || sum.Unscored != a.Unscored {
			t.Fatalf("groups %+v of %+v", sum, a)
		}
		if m := a.Bounds.Mean; m.Defined && (a.Worst.Value > m.Value || a.Best.Value < m.Value) {
			t.Fatalf("mean %v outside %v..%v", m, a.Worst, a.Best)
		}
	})
}

// Where nobody left the bounds are the mean, the weights 1 and the weighted mean and its interval
// those of the t test.
func TestNoAttritionChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var pre, post []Sheet
		for i := range rapid.IntRange(2, 10).Draw(t, "n") {
			pre = append(pre, sheet(manyCodes[i], 1, float64(rapid.IntRange(1, 50).Draw(t, "before"))/10))
			post = append(post, sheet(manyCodes[i], 2, float64(rapid.IntRange(1, 50).Draw(t, "after"))/10))
		}
		_, a := attritionOf(t, pre, post)
		p, err := Match(pre, post)
		if err != nil {
			t.Fatal(err)
		}
		c, err := Compare(p.Matched, Options{})
		if err != nil {
			t.Fatal(err)
		}
		mean := c.T.Mean
		if a.Bounds.Unchanged != mean || a.Worst != mean || a.Best != mean {
			t.Fatalf("bounds %v, %v, %v of a mean %v", a.Worst, a.Bounds.Unchanged, a.Best, mean)
		}
		for _, w := range a.Weighting.Result.Weights {
			if w != 1 {
				t.Fatalf("a weight of %v", w)
			}
		}
		got := a.Weighting.Result.Mean
		if got.Mean.Defined != mean.Defined || math.Abs(got.Mean.Value-mean.Value) > 1e-14 {
			t.Fatalf("weighted mean %v, want %v", got.Mean, mean)
		}
		if c.T.SE.Defined && c.T.T.Defined && math.Abs(got.SE.Value-c.T.SE.Value) > 1e-12*c.T.SE.Value {
			t.Fatalf("error %v, want %v", got.SE, c.T.SE)
		}
	})
}
