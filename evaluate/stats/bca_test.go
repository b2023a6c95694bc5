package stats_test

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/evaluate/stats"
)

func meanOf(x []float64) stats.Maybe {
	m, err := stats.Mean(x)
	return stats.Maybe{Value: m, Defined: err == nil}
}

// The whole way against R's boot at 200 000 resamples (testdata/paired_bca.R). Two
// programs draw other people, so the bounds agree to about three standard errors of
// a quantile: 0.006 of the differences' SD for the mean, whose sums are whole tenths.
func TestBCaAsR(t *testing.T) {
	d := must[stats.Differences](t)(stats.DecimalDifferences(fixturePre, fixturePost)).Values
	o := stats.BCaOptions{Resamples: 100_000, Seed: 1}
	mean := must[stats.BCaInterval](t)(stats.BCa(d, meanOf, o))
	near(t, "mean", mean.Estimate, 3, 0)
	near(t, "mean low", mean.Interval.Lo, 1.4, 0.1+1e-12)
	near(t, "mean high", mean.Interval.Hi, 3.9, 0.1+1e-12)
	near(t, "standard error", mean.SE, 2*math.Sqrt(0.9)/math.Sqrt(10), 0.006) // sd with n over root n
	c := must[stats.MeanChangeIntervals](t)(stats.MeanChangeBCa(fixturePre, fixturePost, o))
	near(t, "acceleration of d_z", c.DZ.Accel, -0.09988719, 5e-9)
	for what, v := range map[string]struct {
		got       stats.BCaInterval
		low, high float64
	}{
		"d_av":  {c.DAv, 0.3734255, 1.270978},
		"d_z":   {c.DZ, 0.5206947, 4.5705},
		"Glass": {c.GlassPre, 0.4080804, 1.262528},
	} {
		near(t, what+" low", v.got.Interval.Lo, v.low, 0.025*v.low)
		near(t, what+" high", v.got.Interval.Hi, v.high, 0.03*v.high) // d_z has the longest tail
	}
}

// The units drawn together are those of StandardizedMeanChange, and each interval is
// the one that BCaPairs gives for that unit alone.
func TestMeanChangeBCaIsBCaOfEach(t *testing.T) {
	o := stats.BCaOptions{Resamples: 400, Seed: 3}
	c := must[stats.MeanChangeIntervals](t)(stats.MeanChangeBCa(fixturePre, fixturePost, o))
	for what, v := range map[string]struct {
		got stats.BCaInterval
		of  func(stats.MeanChange) stats.Maybe
	}{
		"d_z":    {c.DZ, func(m stats.MeanChange) stats.Maybe { return m.DZ }},
		"d_av":   {c.DAv, func(m stats.MeanChange) stats.Maybe { return m.DAv }},
		"Lakens": {c.DAvLakens, func(m stats.MeanChange) stats.Maybe { return m.DAvLakens }},
		"d_rm":   {c.DRM, func(m stats.MeanChange) stats.Maybe { return m.DRM }},
		"Glass":  {c.GlassPre, func(m stats.MeanChange) stats.Maybe { return m.GlassPre }},
	} {
		alone := must[stats.BCaInterval](t)(stats.BCaPairs(fixturePre, fixturePost, func(pre, post []float64) stats.Maybe {
			m, err := stats.StandardizedMeanChange(pre, post, 0.95)
			if err != nil {
				t.Error(err)
			}
			return v.of(m)
		}, o))
		near(t, what, v.got.Estimate, alone.Estimate.Value, 1e-12)
		near(t, what+" low", v.got.Interval.Lo, alone.Interval.Lo.Value, 1e-9)
		near(t, what+" high", v.got.Interval.Hi, alone.Interval.Hi.Value, 1e-9)
	}
	j := must[stats.MeanChange](t)(stats.StandardizedMeanChange(fixturePre, fixturePost, 0.95)).J
	near(t, "g_av low", c.GAv.Lo, j.Value*c.DAv.Interval.Lo.Value, 1e-15)
}

// Of these three, whoever is left out, d_rm is 0: of the others either nobody changed on average, or both did alike.
// Tripled, rounding must not make it move.
func TestMeanChangeBCaTakesRoundingForNoChange(t *testing.T) {
	for _, factor := range []float64{1, 3, 0.1} {
		pre, post := []float64{factor, 2 * factor, 4 * factor}, []float64{2 * factor, factor, 6 * factor}
		c := must[stats.MeanChangeIntervals](t)(stats.MeanChangeBCa(pre, post, stats.BCaOptions{Resamples: 100}))
		if c.DRM.Accel.Defined {
			t.Errorf("times %g: the acceleration of d_rm is %v, want undefined", factor, c.DRM.Accel)
		}
	}
}

// For a mean the leave-one-out values are the people's own: a = sum(l^3)/(6 sum(l^2)^1.5)
// of their deviations 6 -3 -2 -1 0, each person left out once.
func TestBCaAcceleration(t *testing.T) {
	r := must[stats.BCaInterval](t)(stats.BCa([]float64{10, 1, 2, 3, 4}, meanOf, stats.BCaOptions{Resamples: 100}))
	near(t, "a", r.Accel, 180/(6*50*math.Sqrt(50)), 1e-14)
}

// One seed, one interval: however many workers draw. Another seed, another.
func TestBCaWorkers(t *testing.T) {
	d := likertDifferences(50)
	with := func(seed uint64, workers int) stats.BCaInterval {
		return must[stats.BCaInterval](t)(stats.BCa(d, meanOf, stats.BCaOptions{Resamples: 1000, Seed: seed, Workers: workers}))
	}
	want := with(9, 1)
	for _, workers := range []int{2, 3, 7, 5000} {
		if diff := cmp.Diff(want, with(9, workers)); diff != "" {
			t.Errorf("%d workers:\n%s", workers, diff)
		}
	}
	if with(10, 1).SE == want.SE {
		t.Error("another seed draws the same people")
	}
}

func TestBCaUndefined(t *testing.T) {
	o := stats.BCaOptions{Resamples: 200}
	largest := func(x []float64) stats.Maybe { // never above that of the sample
		q, err := stats.Quantile(x, 1-1e-12, 0.95)
		return stats.Maybe{Value: math.Round(q.Estimate.Value), Defined: err == nil && len(x) > 0, Why: q.Estimate.Why}
	}
	picky := func(x []float64) stats.Maybe {
		if x[0] == 1 {
			return stats.Maybe{Why: stats.NoVariance}
		}
		return meanOf(x)
	}
	for what, c := range map[string]struct {
		x    []float64
		f    func([]float64) stats.Maybe
		want stats.Reason
	}{
		"nobody":       {nil, meanOf, stats.NoPairs},
		"one person":   {[]float64{3}, meanOf, stats.NoSpreadDrawn},
		"all alike":    {[]float64{2, 2, 2, 2}, meanOf, stats.NoSpreadDrawn},
		"undefined":    {[]float64{1, 2, 3}, picky, stats.NoVariance},
		"seldom there": {[]float64{2, 1, 1, 2, 3}, picky, stats.FewDefined},
		"a constant":   {[]float64{1, 2, 3}, func([]float64) stats.Maybe { return number(5) }, stats.NoSpreadDrawn},
		"the largest":  {[]float64{0, 0, 0, 0, 0, 0, 0, 9}, largest, ""},
	} {
		r := must[stats.BCaInterval](t)(stats.BCa(c.x, c.f, o))
		if r.Interval.Lo.Why != c.want || r.Interval.Hi.Why != c.want || (c.want != "" && r.Interval.Lo.Defined) {
			t.Errorf("%s: %+v, want %q", what, r, c.want)
		}
		for name, m := range map[string]stats.Maybe{"bias": r.Bias, "accel": r.Accel, "se": r.SE} {
			if m.Defined == (m.Why != "") {
				t.Errorf("%s: %s is %+v", what, name, m)
			}
		}
	}
	faulty := func(_ any, err error) error { return err }
	for what, c := range map[string]struct{ got, want error }{
		"median":    {faulty(stats.BCa([]float64{math.NaN()}, stats.Median, o)), stats.ErrNotFinite},
		"NaN":       {faulty(stats.BCa([]float64{math.NaN()}, meanOf, o)), stats.ErrNotFinite},
		"lengths":   {faulty(stats.MeanChangeBCa([]float64{1}, nil, o)), stats.ErrLength},
		"level":     {faulty(stats.BCa(nil, meanOf, stats.BCaOptions{Level: 95})), stats.ErrLevel},
		"resamples": {faulty(stats.BCa(nil, meanOf, stats.BCaOptions{Resamples: -1})), stats.ErrCount},
	} {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: %v, want %v", what, c.got, c.want)
		}
	}
}
