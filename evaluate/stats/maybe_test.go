package stats_test

import (
	"strconv"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// The recommended outcomes of degenerate data, one line a case.
func TestDegenerate(t *testing.T) {
	minus := func(a, b float64) float64 { return a - b } // in binary: constants would be exact
	nine := func(v float64) []float64 { return []float64{v, v, v, v, v, v, v, v, v} }
	for name, c := range map[string]struct {
		d                    []float64
		mean, t, exact, sign string
	}{
		"no pairs":        {nil, "undefined (no complete pairs)", "undefined (no complete pairs)", "undefined (no complete pairs)", "undefined (no complete pairs)"},
		"one pair":        {[]float64{2}, "2", "undefined (n<2)", "1", "1"},
		"two alike":       {[]float64{2, 2}, "2", "undefined (no variance)", "0.5", "0.5"},
		"all zero":        {nine(0), "0", "undefined (no variance)", "undefined (no non-zero differences)", "undefined (no non-zero differences)"},
		"all one":         {nine(1), "1", "undefined (no variance)", "0.00390625", "0.00390625"},
		"one of six":      {[]float64{0, 0, 0, 0, 0, -1}, "-0.16666666666666666", "-1", "1", "1"},
		"rounding spread": {[]float64{minus(2.4, 2.1), minus(1.3, 1.0), 0.3}, "0.3", "undefined (no variance)", "0.25", "0.25"},
	} {
		r := must[stats.TTest](t)(stats.DifferenceT(c.d, 0.95))
		w := must[stats.SignedRankTest](t)(stats.SignedRank(c.d, stats.SignedRankOptions{}))
		s := must[stats.SignTestResult](t)(stats.SignTest(c.d))
		says(t, name+", mean", r.Mean, c.mean)
		says(t, name+", t", r.T, c.t)
		says(t, name+", exact p", w.Exact.Two, c.exact)
		says(t, name+", sign p", s.PTwo, c.sign)
	}
}

// says compares with a number, to the last bits, or with the very words.
func says(t *testing.T, what string, got stats.Maybe, want string) {
	t.Helper()
	if v, err := strconv.ParseFloat(want, 64); err == nil {
		near(t, what, got, v, 1e-15)
	} else if got.String() != want {
		t.Errorf("%s is %v, want %s", what, got, want)
	}
}

// Where everybody who changed rose, Fisher's z has no interval.
func TestDegenerateEffect(t *testing.T) {
	r := must[stats.RankEffect](t)(stats.RankBiserial([]float64{0, 1, 2}, stats.Drop, 0.95))
	near(t, "rank-biserial", r.R, 1, 0)
	if r.Interval.Lo.Why != stats.AtBound {
		t.Errorf("interval %v", r.Interval)
	}
	r = must[stats.RankEffect](t)(stats.RankBiserial([]float64{0, -1, 2}, stats.Pratt, 0.95))
	near(t, "rank-biserial, Pratt", r.R, 1.0/5, 1e-16) // ranks 2 and 3
	if r.Interval.Lo.Why != stats.NotDefinedFor {
		t.Errorf("interval %v", r.Interval)
	}
}

func TestMeanKeepsWhatAdditionRoundsOff(t *testing.T) {
	if m := must[float64](t)(stats.Mean([]float64{1e16, 1, 1, -1e16, 2})); m != 0.8 {
		t.Errorf("mean is %v, want 4/5", m)
	}
}

func TestDegenerateScales(t *testing.T) {
	for want, items := range map[stats.Reason][][]float64{
		stats.FewItems:     {{1, 2, 3}},
		stats.FewerThanTwo: {{1}, {2}},
		stats.NoVariance:   {{1, 2, 3}, {3, 2, 1}},
	} {
		r := must[stats.Reliability](t)(stats.CronbachAlpha(items, 0.95))
		if r.Alpha.Why != want || r.Interval.Lo.Why != want {
			t.Errorf("alpha is %v in %v, want undefined (%s)", r.Alpha, r.Interval, want)
		}
	}
	if none := must[stats.Reliability](t)(stats.CronbachAlpha(nil, 0.95)); none.Alpha.Why != stats.FewItems {
		t.Errorf("alpha of nothing is %v", none.Alpha)
	}
	if w := must[stats.Interval](t)(stats.Wilson(0, 0, 0.95)); w.Lo.Why != stats.NoTrials {
		t.Errorf("Wilson of 0 of 0 is %v", w)
	}
}

// Two pairs give a d_z but no Hedges correction: J(1) would be 0.
func TestDegenerateHedges(t *testing.T) {
	r := must[stats.MeanChange](t)(stats.StandardizedMeanChange([]float64{1, 2}, []float64{2, 5}, 0.95))
	near(t, "d_z", r.DZ, 2/1.4142135623730951, 1e-15)
	if r.GZ.Why != stats.FewerThan3 || r.GZInterval.Lo.Why != stats.FewerThan3 || !r.DZInterval.Lo.Defined {
		t.Errorf("g %v, intervals %v %v", r.GZ, r.GZInterval, r.DZInterval)
	}
}

func TestNeed(t *testing.T) {
	for level, want := range map[float64]int{0.5: 2, 0.9: 5, 0.9375: 5, 0.95: 6, 0.99: 8} {
		n := must[stats.Need](t)(stats.NeedForSignedRank(level))
		d := make([]float64, n.N)
		for i := range d {
			d[i] = float64(i + 1)
		}
		least := func(d []float64) float64 {
			return must[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{})).Exact.Two.Value
		}
		if n.N != want || least(d) > 1-level+1e-12 || least(d[1:]) <= 1-level {
			t.Errorf("level %v needs %d (want %d); smallest p with it %v, with one less %v", level, n.N, want, least(d), least(d[1:]))
		}
	}
	h := must[stats.Shift](t)(stats.HodgesLehmann([]float64{1, 2, 3}, 0.95))
	if got := h.Need.String(); got != "need >= 6 pairs for a 95 % Wilcoxon interval" || h.Need.Met(5) || !h.Need.Met(6) {
		t.Errorf("%q", got)
	}
}

func TestReasonSentences(t *testing.T) {
	seen := map[string]stats.Reason{}
	for _, r := range []stats.Reason{
		stats.NoValues, stats.NoPairs, stats.FewerThanTwo, stats.FewerThan3, stats.NoVariance, stats.NoNonZero,
		stats.AtBound, stats.TooManyExact, stats.FewItems, stats.NoTrials, stats.NotFinite, stats.NotDefinedFor, stats.TooManyOutcomes,
		stats.NobodyMoved, stats.NoFall, stats.EmptyPair, stats.NoSpreadDrawn, stats.OneSided, stats.FewDefined, stats.FewForQuantile,
	} {
		if other, twice := seen[r.Sentence()]; twice {
			t.Errorf("%q and %q share a sentence", r, other)
		}
		seen[r.Sentence()] = r
	}
}

func TestZerosText(t *testing.T) {
	for _, z := range []stats.Zeros{stats.Drop, stats.Pratt, stats.Split} {
		if back := must[stats.Zeros](t)(stats.ParseZeros(z.String())); back != z {
			t.Errorf("%v reads back as %v", z, back)
		}
	}
	if _, err := stats.ParseZeros("split"); err == nil {
		t.Error("an unknown word was accepted")
	}
}
