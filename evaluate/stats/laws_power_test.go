package stats_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

func value(t *rapid.T, m stats.Maybe, err error) float64 {
	if err != nil || !m.Defined {
		t.Fatal(m, err)
	}
	return m.Value
}

// Power grows with people and with the effect, from alpha at no effect.
func TestLawPowerGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 300).Draw(t, "n")
		d := rapid.Float64Range(0.05, 1.5).Draw(t, "d")
		level := rapid.Float64Range(0.8, 0.99).Draw(t, "level")
		sides := rapid.SampledFrom([]stats.Sides{stats.BothSides, stats.Greater}).Draw(t, "sides")
		for what, power := range map[string]func(n int, d float64) (stats.Maybe, error){
			"paired": func(n int, d float64) (stats.Maybe, error) { return stats.PairedTPower(n, d, level, sides) },
			"two":    func(n int, d float64) (stats.Maybe, error) { return stats.TwoSampleTPower(n, n+3, d, level, sides) },
		} {
			at := func(n int, d float64) float64 { m, err := power(n, d); return value(t, m, err) }
			if at(n+1, d) < at(n, d)-1e-12 || at(n, 1.1*d) < at(n, d)-1e-12 || math.Abs(at(n, 0)-(1-level)) > 1e-9 {
				t.Fatalf("%s: %v with %d, %v with one more, %v at 1.1 d, %v at 0", what, at(n, d), n, at(n+1, d), at(n, 1.1*d), at(n, 0))
			}
		}
	})
}

// The needed sample and the detectable effect have the power asked for.
func TestLawPowerInverts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		power := rapid.Float64Range(0.3, 0.99).Draw(t, "power")
		level := rapid.Float64Range(0.9, 0.99).Draw(t, "level")
		n, m := rapid.IntRange(3, 200).Draw(t, "n"), rapid.IntRange(3, 200).Draw(t, "m")
		d := must1(t)(stats.PairedTDetectable(n, power, level, stats.BothSides))
		if p := must1(t)(stats.PairedTPower(n, d, level, stats.BothSides)); math.Abs(p-power) > 1e-10 {
			t.Fatalf("%d pairs detect %v with %v, want %v", n, d, p, power)
		}
		d = must1(t)(stats.TwoSampleTDetectable(n, m, power, level, stats.Greater))
		if p := must1(t)(stats.TwoSampleTPower(n, m, d, level, stats.Greater)); math.Abs(p-power) > 1e-10 {
			t.Fatalf("%d and %d detect %v with %v, want %v", n, m, d, p, power)
		}
		d = rapid.Float64Range(0.1, 1).Draw(t, "d")
		s, err := stats.PairedTSample(d, power, level, stats.BothSides)
		if err != nil || must1(t)(stats.PairedTPower(s.N, d, level, stats.BothSides)) < power-1e-9 {
			t.Fatalf("%d pairs are too few for %v (%v)", s.N, d, err)
		}
		if s.N > 2 && must1(t)(stats.PairedTPower(s.N-1, d, level, stats.BothSides)) >= power {
			t.Fatalf("%d pairs would do for %v, not %d", s.N-1, d, s.N)
		}
	})
}

func must1(t *rapid.T) func(stats.Maybe, error) float64 {
	return func(m stats.Maybe, err error) float64 { return value(t, m, err) }
}

func TestLawSharePowerInverts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		share := rapid.Float64Range(0.02, 0.6).Draw(t, "share")
		n := rapid.IntRange(20, 2000).Draw(t, "n")
		power := rapid.Float64Range(0.3, 0.99).Draw(t, "power")
		h, above, err := stats.TwoSharesDetectable(share, n, power, 0.95)
		if err != nil || !h.Defined {
			t.Fatal(h, err)
		}
		if !above.Defined {
			return // no share is that far
		}
		p, err := stats.TwoSharesPower(above.Value, share, n, 0.95)
		if err != nil || math.Abs(p.Arcsine.Value-power) > 1e-9 {
			t.Fatalf("%v against %v: %+v, want %v (%v)", above, share, p, power, err)
		}
		needed, _, err := stats.TwoSharesSample(above.Value, share, power, 0.95)
		if err != nil || math.Abs(needed.Exact.Value-float64(n)) > 1e-6*float64(n) {
			t.Fatalf("%v needed, want %d (%v)", needed, n, err)
		}
	})
}

// The exact test never exceeds its alpha, and has that for power where the share
// is the target.
func TestLawTargetPower(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := rapid.Float64Range(0.05, 0.95).Draw(t, "target")
		n := rapid.IntRange(1, 300).Draw(t, "n")
		p, err := stats.ShareTargetPower(target, target, n, 0.95)
		if err != nil || p.Size.Value > 0.05+1e-9 || p.Size != p.Exact || math.Abs(p.Arcsine.Value-0.05) > 1e-9 {
			t.Fatalf("%+v (%v)", p, err)
		}
	})
}

// Ends of the range: two pairs are the least, and no effect is found by nobody.
func TestPowerEnds(t *testing.T) {
	huge := must[stats.NeededSample](t)(stats.PairedTSample(100, 0.8, 0.95, stats.BothSides))
	if huge.N != 2 || huge.Exact.Value != 2 {
		t.Errorf("d_z 100 needs %v", huge)
	}
	none := must[stats.NeededSample](t)(stats.PairedTSample(0, 0.8, 0.95, stats.BothSides))
	fall := must[stats.NeededSample](t)(stats.TwoSampleTSample(-0.5, 0.8, 0.95, stats.Greater))
	if none.Exact.Why != stats.NotReached || none.N != 0 || fall.Exact.Why != stats.NotReached {
		t.Errorf("%v and %v, want none", none, fall)
	}
	if m := must[stats.Maybe](t)(stats.PairedTPower(1, 1, 0.95, stats.BothSides)); m.Why != stats.FewerThanTwo {
		t.Errorf("one pair has power %v", m)
	}
	_, share, err := stats.TwoSharesDetectable(0.9, 5, 0.8, 0.95)
	if err != nil || share.Why != stats.NotReached {
		t.Errorf("five people tell %v from 0.9 (%v)", share, err)
	}
}
