package prepost

import (
	"math"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// The made-up fixture of domain 6.3, computed there in pure Python:
// t = 4.743416, p = .00105387, CI 1.569286 to 4.430714, exact Wilcoxon p = 4/512, d_z = 1.5.
func fixture() []Pair {
	pre := []float64{20, 24, 22, 27, 25, 30, 18, 26, 23, 21}
	post := []float64{24, 27, 22, 31, 24, 33, 23, 29, 28, 25}
	pairs := make([]Pair, len(pre))
	for i := range pre {
		pairs[i] = Pair{Pre: pre[i], Post: post[i]}
	}
	return pairs
}

func TestFixture(t *testing.T) {
	c, err := Compare(fixture(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures := map[string]evaluate.Figure{}
	for _, f := range c.Figures("survey/x", evaluate.Same("x")) {
		figures[f.ID] = f
	}
	for id, want := range map[string]float64{
		"survey/x/pairs": 10, "survey/x/pre/mean": 23.6, "survey/x/post/mean": 26.6, "survey/x/change/mean": 3,
		"survey/x/change/sd": 2, "survey/x/change/t": 4.743416, "survey/x/change/p-t": 0.00105387,
		"survey/x/change/p-wilcoxon": 0.0078125, "survey/x/change/dz": 1.5,
		"survey/x/improved": 8, "survey/x/unchanged": 1, "survey/x/worsened": 1,
	} {
		// 5e-6: the fixture prints six or seven significant digits
		if got := figures[id].Value.Float(); math.Abs(got-want) > 5e-6*math.Abs(want) {
			t.Errorf("%s = %v, want %v", id, got, want)
		}
	}
	// By Pratt the one zero takes rank 1, so each of the eight rises ranks one higher: 44 + 8.
	if c.Wilcoxon.WPlus != 44 || c.Pratt.WPlus != 52 {
		t.Errorf("W+ = %v, by Pratt %v; want 44 and 52", c.Wilcoxon.WPlus, c.Pratt.WPlus)
	}
	i := figures["survey/x/change/mean"].Interval
	if math.Abs(i.Lo.Float()-1.569286) > 5e-7 || math.Abs(i.Hi.Float()-4.430714) > 5e-7 {
		t.Errorf("interval %s to %s, want 1.569286 to 4.430714", i.Lo, i.Hi)
	}
}

// Lower is better: the same change counts the other way, the tests stay.
func TestDirection(t *testing.T) {
	up, err1 := Compare(fixture(), Options{})
	down, err2 := Compare(fixture(), Options{LowerIsBetter: true})
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	if up.Improved != down.Worsened || up.Worsened != down.Improved || up.T != down.T {
		t.Errorf("up %+v, down %+v", up, down)
	}
}

// What is undefined is not available with a reason, never NaN, never 0.
func TestTooFewPairsHaveReasons(t *testing.T) {
	for n := range 3 {
		c, err := Compare(fixture()[:n], Options{})
		if err != nil {
			t.Fatal(err)
		}
		var all evaluate.Figures
		for _, f := range c.Figures("survey/x", evaluate.Same("x")) {
			if err := all.Add(f); err != nil {
				t.Errorf("n=%d: %v", n, err)
			}
			if f.Status == evaluate.NotAvailable && (f.Reason.PL == "" || f.Reason.EN == "") {
				t.Errorf("n=%d: %s is not available without a reason", n, f.ID)
			}
		}
		if f, _ := all.Get("survey/x/change/t"); n < 2 && f.Status != evaluate.NotAvailable {
			t.Errorf("n=%d: t = %s", n, f.Value)
		}
	}
}

// Means of three items are no decimals: the rounding that makes ties equal must not reach the
// mean. 11/9 - ... derived by hand: differences 2/3, 1/3, 2/3 have mean 5/9.
func TestMeansOfThreeItemsKeepTheirPrecision(t *testing.T) {
	c, err := Compare([]Pair{{Pre: 4. / 3, Post: 2}, {Pre: 2, Post: 7. / 3}, {Pre: 7. / 3, Post: 3}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.T.Mean.Value, 5./9; math.Abs(got-want) > 1e-15 {
		t.Errorf("mean change %v, want %v", got, want)
	}
	if got := c.T.T.Value; math.Abs(got-5) > 1e-13 {
		t.Errorf("t = %v, want 5", got)
	}
	if c.Wilcoxon.WPlus != 6 || c.Improved != 3 {
		t.Errorf("W+ = %v, improved %d; want 6 and 3", c.Wilcoxon.WPlus, c.Improved)
	}
}
