package stats

import (
	"math"
	"testing"
)

// The arithmetic of the bounds against boot's, for values that both programs make
// by a formula: testdata/paired_bca.R, R 4.2.2, boot 1.3-28.1.
func TestBCaBoundsAsR(t *testing.T) {
	var drawn, left []Maybe
	for k := 1.0; k <= 199; k++ {
		drawn = append(drawn, defined(math.Sin(k)+k/100))
	}
	for l := 1.0; l <= 12; l++ {
		left = append(left, defined(1+(l-4)*(l-4)/100))
	}
	for level, want := range map[float64][2]float64{
		0.95: {-0.89971455954823543, 2.4602380264118389},
		0.8:  {-0.48792941489510444, 2.0012778930916233},
	} {
		r := BCaInterval{Estimate: defined(0.9)}
		r.conclude(drawn, left, BCaOptions{Level: level, Resamples: 199, Strict: true})
		for what, c := range map[string]struct {
			got  Maybe
			want float64
		}{
			"low": {r.Interval.Lo, want[0]}, "high": {r.Interval.Hi, want[1]},
			"z0": {r.Bias, -0.119950180560189676}, "a": {r.Accel, -0.052437129032259083},
		} {
			if !c.got.Defined || math.Abs(c.got.Value/c.want-1) > 1e-12 {
				t.Errorf("level %v: %s is %v, want %v", level, what, c.got, c.want)
			}
		}
	}
}

// Few resamples put the bounds at the ends, and say so.
func TestBCaAtEdge(t *testing.T) {
	var drawn []Maybe
	for k := range 9 {
		drawn = append(drawn, defined(float64(k)))
	}
	r := BCaInterval{Estimate: defined(4)}
	r.conclude(drawn, drawn, BCaOptions{Level: 0.95, Resamples: 9})
	if !r.AtEdge || r.Interval.Lo.Value != 0 || r.Interval.Hi.Value != 8 || r.Bias.Value != 0 {
		t.Errorf("%+v", r)
	}
}
