package stats_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// Everybody is improved, unchanged or worsened; turning the direction swaps the ends; a reliability
// that is none counts nobody.
func TestLawReliableChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := somePairs(t)
		o := stats.ReliableChangeOptions{Reliability: rapid.Float64Range(-0.5, 1.5).Draw(t, "r"), Well: stats.Population{Mean: 5, SD: 1}}
		up, err := stats.ReliableChange(pre, post, o)
		if err != nil {
			t.Fatal(err)
		}
		o.LowerIsBetter = true
		down, err := stats.ReliableChange(pre, post, o)
		if err != nil {
			t.Fatal(err)
		}
		total := up.Improved + up.Unchanged + up.Worsened
		if up.Threshold.Defined != (total == len(pre) && len(pre) > 0) || up.Threshold.Defined != (up.RC != nil) {
			t.Fatalf("%d of %d counted, threshold %v", total, len(pre), up.Threshold)
		}
		if up.Improved != down.Worsened || up.Worsened != down.Improved || up.Recovered > up.Improved || up.PassedOnly > up.Unchanged {
			t.Fatalf("%+v\n%+v", up, down)
		}
		for _, m := range []stats.Maybe{up.SD, up.SE, up.SDiff, up.Threshold, up.CutA, up.CutB, up.CutC, up.WholePoints()} {
			if math.IsNaN(m.Value) || math.IsInf(m.Value, 0) || m.Defined == (m.Why != "") {
				t.Fatalf("%+v", m)
			}
		}
	})
}

func TestReliableChangeRefuses(t *testing.T) {
	for _, o := range []stats.ReliableChangeOptions{
		{Reliability: 0.8, SD: -1}, {Reliability: math.NaN()}, {Reliability: 0.8, Level: 1}, {Reliability: 0.8, Well: stats.Population{SD: math.Inf(1)}},
	} {
		if _, err := stats.ReliableChange(fixturePre, fixturePost, o); err == nil {
			t.Errorf("%+v was accepted", o)
		}
	}
	for want, o := range map[stats.Reason]stats.ReliableChangeOptions{
		stats.NoReliability: {Reliability: 1},
		stats.NoVariance:    {Reliability: 0.8},
	} {
		if r := must[stats.ReliableChangeResult](t)(stats.ReliableChange([]float64{3, 3}, []float64{4, 5}, o)); r.Threshold.Why != want {
			t.Errorf("threshold is %v, want undefined (%s)", r.Threshold, want)
		}
	}
}
