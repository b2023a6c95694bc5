package stats_test

import (
	"errors"
	"math"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// The fixture against exactRankTests: testdata/paired_exact.R.
func TestFixturePermutation(t *testing.T) {
	d := must[stats.Differences](t)(stats.DecimalDifferences(fixturePre, fixturePost)).Values
	r := must[stats.PermutationTest](t)(stats.PermutationMean(d, stats.PermutationOptions{}))
	near(t, "p", r.PTwo, 0.0078125, 0) // {} and {1}, both ways: 4 of 512
	near(t, "p greater", r.PGreater, 0.00390625, 0)
	if r.N != 10 || r.NonZero != 9 || r.How != stats.Counted || r.Resamples != 0 || r.Need.N != 6 {
		t.Errorf("%+v", r)
	}
}

// Large scores without a common step would take too many sums: few are gone through
// one by one, many are drawn.
func TestPermutationOfLongNumbers(t *testing.T) {
	long := func(n int) []float64 {
		d := make([]float64, n)
		for i := range d {
			d[i] = 1e6*math.Sqrt(float64(i+1)) + math.Pi
		}
		return d
	}
	few := must[stats.PermutationTest](t)(stats.PermutationMean(long(20), stats.PermutationOptions{}))
	near(t, "p of 20 rises", few.PTwo, math.Ldexp(1, -19), 0)
	many := must[stats.PermutationTest](t)(stats.PermutationMean(long(21), stats.PermutationOptions{Resamples: 999}))
	near(t, "p of 21 rises", many.PTwo, 1e-3, 0) // 1 of 1 + 999, never 0
	if few.How != stats.Enumerated || many.How != stats.Drawn || many.Resamples != 999 {
		t.Errorf("%+v, %+v", few, many)
	}
}

func TestPermutationUndefined(t *testing.T) {
	for want, d := range map[stats.Reason][]float64{stats.NoPairs: nil, stats.NoNonZero: {0, 0}} {
		r := must[stats.PermutationTest](t)(stats.PermutationMean(d, stats.PermutationOptions{}))
		if r.PTwo.Why != want || r.PGreater.Why != want || r.PLess.Why != want || r.How != "" {
			t.Errorf("%+v, want %q", r, want)
		}
	}
	faulty := func(_ any, err error) error { return err }
	for what, c := range map[string]struct{ got, want error }{
		"NaN":     {faulty(stats.PermutationMean([]float64{math.NaN()}, stats.PermutationOptions{})), stats.ErrNotFinite},
		"workers": {faulty(stats.PermutationMean(nil, stats.PermutationOptions{Workers: -1})), stats.ErrCount},
		"level":   {faulty(stats.PermutationMean(nil, stats.PermutationOptions{Level: 2})), stats.ErrLevel},
		"need":    {faulty(stats.NeedForPermutation(2)), stats.ErrLevel},
	} {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: %v, want %v", what, c.got, c.want)
		}
	}
}

// testdata/paired_exact.R has the calls.
func TestQuantileAsR(t *testing.T) {
	d := must[stats.Differences](t)(stats.DecimalDifferences(fixturePre, fixturePost)).Values
	m := must[stats.QuantileChange](t)(stats.Quantile(d, 0.5, 0.95))
	near(t, "median", m.Estimate, 3.5, 0)
	near(t, "median alone", stats.Median(d), 3.5, 0)
	if none, faulty := stats.Median(nil), stats.Median([]float64{math.NaN()}); none.Why != stats.NoValues || faulty.Why != stats.NotFinite {
		t.Errorf("%v, %v", none, faulty)
	}
	near(t, "low", m.Interval.Lo, 0, 0)
	near(t, "high", m.Interval.Hi, 5, 0)
	near(t, "achieved", m.Achieved, 1-2*11.0/1024, 1e-15) // none or one of ten below
	x := make([]float64, 40)
	for i := range x {
		x[i] = float64((i + 1) * (i + 1) % 37)
	}
	q := must[stats.QuantileChange](t)(stats.Quantile(x, 0.25, 0.9))
	near(t, "quartile", q.Estimate, 7, 0)
	near(t, "quartile low", q.Interval.Lo, 3, 0)
	near(t, "quartile high", q.Interval.Hi, 10, 0)
	near(t, "quartile achieved", q.Achieved, 0.93048113334424132, 1e-13)
	for lag, want := range map[int]float64{0: 1, 1: 0.2525529, 2: 0.3067104} {
		near(t, "autocorrelation", must[stats.Maybe](t)(stats.Autocorrelation(x, lag)), want, 1e-7)
	}
}

// The interval exists from the number needed on, and not with one value less.
func TestQuantileNeed(t *testing.T) {
	for _, p := range []float64{0.1, 0.25, 0.5, 0.9} {
		for _, level := range []float64{0.8, 0.9, 0.95, 0.99} {
			need := must[stats.Need](t)(stats.NeedForQuantile(p, level))
			with := func(n int) stats.Reason {
				return must[stats.QuantileChange](t)(stats.Quantile(untiedDifferences(n), p, level)).Interval.Lo.Why
			}
			if with(need.N) != "" || with(need.N-1) == "" {
				t.Errorf("quantile %v at %v: %v, with it %q, with one less %q", p, level, need, with(need.N), with(need.N-1))
			}
		}
	}
	faulty := func(_ any, err error) error { return err }
	for what, c := range map[string]struct{ got, want error }{
		"p of 1":  {faulty(stats.Quantile(nil, 1, 0.95)), stats.ErrLevel},
		"level":   {faulty(stats.Quantile(nil, 0.5, 1)), stats.ErrLevel},
		"NaN":     {faulty(stats.Quantile([]float64{math.NaN()}, 0.5, 0.95)), stats.ErrNotFinite},
		"need":    {faulty(stats.NeedForQuantile(0, 0.95)), stats.ErrLevel},
		"lag":     {faulty(stats.Autocorrelation([]float64{1}, 1)), stats.ErrCount},
		"series":  {faulty(stats.Autocorrelation([]float64{math.Inf(1)}, 0)), stats.ErrNotFinite},
		"r":       {faulty(stats.FisherRankInterval(1.5, 9, 0.95)), stats.ErrCount},
		"r level": {faulty(stats.FisherRankInterval(0.5, 9, 0)), stats.ErrLevel},
		"cles":    {faulty(stats.CommonLanguageEffects([]float64{math.NaN()}, 0.95)), stats.ErrNotFinite},
	} {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: %v, want %v", what, c.got, c.want)
		}
	}
	if q := must[stats.QuantileChange](t)(stats.Quantile(nil, 0.5, 0.95)); q.Estimate.Why != stats.NoValues {
		t.Errorf("%+v", q)
	}
	if a := must[stats.Maybe](t)(stats.Autocorrelation([]float64{2, 2}, 1)); a.Why != stats.NoVariance {
		t.Errorf("%v", a)
	}
}
