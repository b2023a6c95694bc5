package stats_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

func drawPairs(t *rapid.T) (pre, post []float64) {
	for range rapid.IntRange(1, 20).Draw(t, "n") {
		pre = append(pre, float64(rapid.IntRange(-50, 50).Draw(t, "pre"))/10)
		post = append(post, rapid.Float64Range(-5, 5).Draw(t, "post"))
	}
	return pre, post
}

// The bounds hold the mean, and the more are missing the wider they are; with nobody missing they
// are the mean.
func TestBoundsHoldTheMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := drawPairs(t)
		missing := rapid.IntRange(0, 30).Draw(t, "missing")
		b, err1 := stats.BoundMeanChange(pre, post, missing)
		wider, err2 := stats.BoundMeanChange(pre, post, missing+1)
		none, err3 := stats.BoundMeanChange(pre, post, 0)
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatal(err1, err2, err3)
		}
		if b.Lowest.Value > b.Mean.Value || b.Mean.Value > b.Highest.Value {
			t.Fatalf("%v outside %v..%v", b.Mean, b.Lowest, b.Highest)
		}
		const rounding = 1e-13
		if wider.Lowest.Value > b.Lowest.Value+rounding || wider.Highest.Value < b.Highest.Value-rounding {
			t.Fatalf("one more missing makes %v..%v of %v..%v", wider.Lowest, wider.Highest, b.Lowest, b.Highest)
		}
		if math.Abs(b.Unchanged.Value) > math.Abs(b.Mean.Value)+rounding {
			t.Fatalf("unchanged %v is further from 0 than %v", b.Unchanged, b.Mean)
		}
		if none.Lowest != none.Mean || none.Highest != none.Mean || none.Unchanged != none.Mean {
			t.Fatalf("with nobody missing %+v", none)
		}
	})
}

// Where all changed alike a mean of more of them may differ in its last bit; the bounds still hold it.
func TestBoundsHoldTheMeanToTheLastBit(t *testing.T) {
	const v = 1.832757282701119 // the mean of nine of these is one bit above that of two
	b, err := stats.BoundMeanChange([]float64{0, 0}, []float64{v, v}, 7)
	if err != nil {
		t.Fatal(err)
	}
	if b.Lowest.Value > b.Mean.Value || b.Highest.Value < b.Mean.Value {
		t.Errorf("%v outside %v..%v", b.Mean, b.Lowest, b.Highest)
	}
}

// With equal weights a weighted mean is the mean, and HC1, HC2 and the classical error are its own.
func TestEqualWeightsAreNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-100, 100), 2, 20).Draw(t, "x")
		weights := make([]float64, len(x))
		w := rapid.Float64Range(0.1, 50).Draw(t, "weight")
		for i := range weights {
			weights[i] = w
		}
		plain, err := stats.DifferenceT(x, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []stats.Covariance{stats.Classical, stats.HC1, stats.HC2} {
			r, err := stats.MeanByWeights(x, weights, c, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			if r.Mean != plain.Mean || r.SE.Defined && math.Abs(r.SE.Value-plain.SE.Value) > 1e-12*plain.SE.Value {
				t.Fatalf("%s: %v ± %v, want %v ± %v", c, r.Mean, r.SE, plain.Mean, plain.SE)
			}
			if math.Abs(r.EffectiveN.Value-float64(len(x))) > 1e-12*float64(len(x)) {
				t.Fatalf("effective n %v of %d", r.EffectiveN, len(x))
			}
		}
	})
}

// Scaling all weights changes nothing; the mean lies among the values; values moved move it along.
func TestWeightedMeanMoves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var x, w, moved, scaled []float64
		by := rapid.Float64Range(-1000, 1000).Draw(t, "by")
		for range rapid.IntRange(2, 15).Draw(t, "n") {
			v, weight := rapid.Float64Range(-10, 10).Draw(t, "x"), rapid.Float64Range(0.5, 20).Draw(t, "w")
			x, moved, w, scaled = append(x, v), append(moved, v+by), append(w, weight), append(scaled, 4*weight)
		}
		a, err1 := stats.MeanByWeights(x, w, stats.HC3, 0.95)
		b, err2 := stats.MeanByWeights(moved, w, stats.HC3, 0.95)
		c, err3 := stats.MeanByWeights(x, scaled, stats.HC3, 0.95)
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatal(err1, err2, err3)
		}
		if math.Abs(b.Mean.Value-by-a.Mean.Value) > 1e-10 || math.Abs(a.Mean.Value-c.Mean.Value) > 1e-12 {
			t.Fatalf("%v moved by %v is %v, with weights scaled %v", a.Mean, by, b.Mean, c.Mean)
		}
		if a.EffectiveN.Value > float64(len(x))*(1+1e-12) || a.EffectiveN.Value < 1-1e-12 {
			t.Fatalf("effective n %v of %d", a.EffectiveN, len(x))
		}
	})
}
