package prepost

import (
	"math"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

func number(v float64) stats.Maybe { return stats.Maybe{Value: v, Defined: true} }

// ladder is a pair for each change from 0 to 9 points, all from different scores before.
func ladder() (pairs []Pair) {
	for d := range 10 {
		pre := float64(15 + d)
		pairs = append(pairs, Pair{Pre: pre, Post: pre + float64(d)})
	}
	return pairs
}

// The two yardsticks of the self-efficacy scale that domain 6.3 works out: SD 5.31 and r = 0.85 make
// S_diff = 2.9084 and call 6 points reliable; r = 0.78 makes 3.5223 and 7 points.
func TestYardsticksOfTheSelfEfficacyScale(t *testing.T) {
	for _, y := range []struct {
		r, sdiff float64
		least    int // the smallest whole change that is reliable
	}{{0.85, 2.9084, 6}, {0.78, 3.5223, 7}} {
		c, err := Compare(ladder(), Options{Yardstick: &Yardstick{Reliability: number(y.r), SD: 5.31, Source: evaluate.T("źródło", "source")}})
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Reliable.SDiff.Value; math.Abs(got-y.sdiff) > 5e-5 { // printed with four decimals
			t.Errorf("r = %v: S_diff %v, want %v", y.r, got, y.sdiff)
		}
		figures := wholesome(t, "ladder", c.Figures("x", evaluate.Same("x")))
		if got, want := figures["x/reliable/improved"].Value.Float(), float64(10-y.least); got != want {
			t.Errorf("r = %v: %v reliably improved, want %v: from %d points on", y.r, got, want, y.least)
		}
		if f := figures["x/reliable/threshold"]; math.Abs(f.Value.Float()-1.959963984540054*y.sdiff) > 1e-3 || !strings.Contains(f.Method.EN, "source") || !strings.Contains(f.Method.PL, "źródło") {
			t.Errorf("threshold %s by %q", f.Value, f.Method.EN)
		}
	}
}

// The same fall of everybody: reliably worse, and reliably better where lower is better.
func TestYardstickGoesByTheDirection(t *testing.T) {
	down := ladder()
	for i := range down {
		down[i].Pre, down[i].Post = down[i].Post, down[i].Pre
	}
	for _, lower := range []bool{false, true} {
		c, err := Compare(down, Options{LowerIsBetter: lower, Yardstick: &Yardstick{Reliability: number(0.85), SD: 5.31}})
		if err != nil {
			t.Fatal(err)
		}
		better, worse := c.Reliable.Improved, c.Reliable.Worsened
		if lower {
			better, worse = worse, better
		}
		if better != 0 || worse != 4 || c.Reliable.Unchanged != 6 {
			t.Errorf("lower is better %v: %d better, %d worse", lower, better, worse)
		}
	}
}

// Without a usable yardstick nobody is called anything, and every figure says why.
func TestYardsticksThatMeasureNothing(t *testing.T) {
	alike := []Pair{{Pre: 3, Post: 4}, {Pre: 3, Post: 5}, {Pre: 3, Post: 2}}
	for _, y := range []struct {
		what  string
		pairs []Pair
		by    Yardstick
		why   stats.Reason
	}{
		{"reliability undefined", ladder(), Yardstick{Reliability: stats.Maybe{Why: stats.FewItems}}, stats.FewItems},
		{"negative alpha", ladder(), Yardstick{Reliability: number(-0.4)}, stats.NoReliability},
		{"SD 0, scores before alike", alike, Yardstick{Reliability: number(0.8)}, stats.NoVariance},
		{"one pair", alike[:1], Yardstick{Reliability: number(0.8)}, stats.FewerThanTwo},
		{"no pairs", nil, Yardstick{Reliability: number(0.8)}, stats.NoPairs},
		{"no pairs, SD given", nil, Yardstick{Reliability: number(0.8), SD: 5}, stats.NoPairs},
	} {
		c, err := Compare(y.pairs, Options{Yardstick: &y.by})
		if err != nil {
			t.Errorf("%s: %v", y.what, err)
			continue
		}
		figures := wholesome(t, y.what, c.Figures("x", evaluate.Same("x")))
		for _, id := range []string{"improved", "unchanged", "worsened"} {
			if f := figures["x/reliable/"+id]; f.Status != evaluate.NotAvailable || f.Reason != Because(y.why) {
				t.Errorf("%s: %s is %s because %q, want %q", y.what, id, f.Value, f.Reason.EN, Because(y.why).EN)
			}
		}
	}
	if c, err := Compare(ladder(), Options{}); err != nil || c.Reliable != nil {
		t.Errorf("without a yardstick: %+v, %v", c.Reliable, err)
	}
}
