package stats_test

import (
	"math"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// The fixture is ten made-up people. Its numbers are worked out in exact
// arithmetic; testdata/fixture.R shows how R would make them.
var (
	fixturePre  = []float64{20, 24, 22, 27, 25, 30, 18, 26, 23, 21}
	fixturePost = []float64{24, 27, 22, 31, 24, 33, 23, 29, 28, 25}
)

func near(t *testing.T, what string, got stats.Maybe, want, tolerance float64) {
	t.Helper()
	if !got.Defined || !(math.Abs(got.Value-want) <= tolerance) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestFixtureT(t *testing.T) {
	r := must[stats.TTest](t)(stats.PairedT(fixturePre, fixturePost, 0.95))
	near(t, "mean", r.Mean, 3, 0)
	near(t, "sd", r.SD, 2, 1e-15)                   // squares 36 over n-1 = 9
	near(t, "t", r.T, 4.743416490252569, 1e-14)     // 1.5 sqrt(10)
	near(t, "p", r.PTwo, 0.00105387, 5e-9)          // 2*pt(-t, 9)
	near(t, "lower", r.Interval.Lo, 1.569286, 5e-7) // 3 -+ qt(.975, 9)*2/sqrt(10)
	near(t, "upper", r.Interval.Hi, 4.430714, 5e-7)
	if r.DF.Value != 9 || r.N != 10 {
		t.Errorf("df %v, n %d", r.DF, r.N)
	}
}

func TestFixtureMeanChange(t *testing.T) {
	r := must[stats.MeanChange](t)(stats.StandardizedMeanChange(fixturePre, fixturePost, 0.95))
	near(t, "d_z", r.DZ, 1.5, 1e-15)
	near(t, "J approximate", r.JApprox, 32.0/35, 1e-15) // 1 - 3/35
	near(t, "d_z * J approximate", number(r.DZ.Value*r.JApprox.Value), 1.371429, 5e-7)
	near(t, "J exact", r.J, math.Gamma(4.5)/math.Sqrt(4.5)/math.Gamma(4), 1e-15)
	near(t, "g_z", r.GZ, 1.5*r.J.Value, 1e-15)
	near(t, "by SD of pre", r.GlassPre, 0.841452, 5e-7)
}

func TestFixtureSignedRank(t *testing.T) {
	d := must[stats.Differences](t)(stats.DecimalDifferences(fixturePre, fixturePost)).Values
	r := must[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{}))
	if r.N != 10 || r.NonZero != 9 || r.WPlus != 44 || r.WMinus != 1 {
		t.Errorf("n %d, non-zero %d, W+ %v, W- %v", r.N, r.NonZero, r.WPlus, r.WMinus)
	}
	near(t, "exact p", r.Exact.Two, 4.0/512, 0) // {} and {1} have a sum of at most 1
	near(t, "greater", r.Exact.Greater, 2.0/512, 0)
	near(t, "less", r.Exact.Less, 511.0/512, 1e-16) // all but the empty set
	near(t, "mid", r.Exact.Mid, 3.0/512, 0)
	near(t, "z", r.Normal.Z, 2.567450, 5e-7)
	near(t, "normal p", r.Normal.P, 0.010245, 5e-7)
	e := must[stats.RankEffect](t)(stats.RankBiserial(d, stats.Drop, 0.95))
	near(t, "rank-biserial", e.R, 43.0/45, 1e-16)
}

func TestFixtureSigns(t *testing.T) {
	d := must[stats.Differences](t)(stats.DecimalDifferences(fixturePre, fixturePost)).Values
	r := must[stats.SignTestResult](t)(stats.SignTest(d))
	if r.Plus != 8 || r.Zero != 1 || r.Minus != 1 {
		t.Errorf("improved %d, same %d, worse %d", r.Plus, r.Zero, r.Minus)
	}
	near(t, "sign p", r.PTwo, 2*10.0/512, 1e-16) // 1 + 9 of 512 patterns, both ways
	s := must[stats.Superiority](t)(stats.PairedSuperiority(d))
	near(t, "superiority", s.NonParametric, 0.85, 0)
	h := must[stats.Shift](t)(stats.HodgesLehmann(d, 0.95))
	if h.K != 9 { // P(V <= 8) = .0244 < .025 <= P(V <= 9) = .0322 at n = 10: R qsignrank(.025, 10) is 9
		t.Errorf("K is %d, want 9", h.K)
	}
}
