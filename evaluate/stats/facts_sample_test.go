package stats_test

import (
	"errors"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// 1067.07 of a population without end; 470 of 839, 412 of 670 and 84 of 90 people, the size of
// three real projects. By hand for 90: 1067.0719 · 90 / (1067.0719 + 89) = 83.07.
func TestSampleSize(t *testing.T) {
	n0, err := stats.UnlimitedSample(0.03, 0.95)
	if err != nil || math.Abs(n0-1067.07) > 0.005 { // R: qnorm(.975)^2 / (4 * .03^2) is 1067.072
		t.Errorf("n0 is %v (%v), want 1067.07", n0, err)
	}
	for population, want := range map[int]int{839: 470, 670: 412, 90: 84, 1: 1, 2: 2, 100_000_000: 1068} {
		if n := must[int](t)(stats.SampleSize(0.03, 0.95, population)); n != want {
			t.Errorf("of %d want %d, got %d", population, want, n)
		}
	}
	near(t, "margin of 470 of 839", must[stats.Maybe](t)(stats.Margin(470, 839, 0.95)), 1.959963984540054/2*math.Sqrt(369.0/838/470), 1e-16)
	near(t, "margin of all", must[stats.Maybe](t)(stats.Margin(90, 90, 0.95)), 0, 0)
}

// The smallest sample keeps the margin and one person less does not.
func TestLawSampleKeepsItsMargin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		population := rapid.IntRange(1, 100_000).Draw(t, "population")
		margin := rapid.Float64Range(0.005, 0.4).Draw(t, "margin")
		n, err := stats.SampleSize(margin, 0.95, population)
		if err != nil {
			t.Fatal(err)
		}
		reached := func(n int) float64 {
			m, err := stats.Margin(n, population, 0.95)
			if err != nil || !m.Defined {
				return math.Inf(1)
			}
			return m.Value
		}
		if reached(n) > margin*(1+1e-9) || n > 1 && reached(n-1) <= margin*(1-1e-9) {
			t.Errorf("of %d: %d reach %v and %d reach %v, want %v", population, n, reached(n), n-1, reached(n-1), margin)
		}
	})
}

func TestFactsGoodnessOfFit(t *testing.T) {
	found, compared := cases(t, "04_proportions/gof_k"), 0
	for _, c := range found {
		counts, shares := map[string][]int{}, map[string][]float64{}
		for _, row := range c.rows {
			counts[row[0]] = append(counts[row[0]], integer(t, row[2]))
			shares[row[0]] = append(shares[row[0]], must[float64](t)(strconv.ParseFloat(row[3], 64)))
		}
		a := answers{}
		for table := range counts {
			f := must[stats.Fit](t)(stats.ChiSquareFit(counts[table], shares[table]))
			a[table+".chi2"], a[table+".chi2_p"], a[table+".df"] = f.ChiSquare, f.P, count(f.DF)
			a[table+".exact_multinomial_p"] = must[stats.Maybe](t)(stats.Multinomial(counts[table], shares[table]))
		}
		compared += c.compare(t, a)
	}
	targets := cases(t, "04_proportions/target_gof")
	for _, c := range targets {
		a := answers{}
		for _, row := range c.rows {
			k, n, p := integer(t, row[1]), integer(t, row[2]), must[float64](t)(strconv.ParseFloat(row[3], 64))
			f := must[stats.Fit](t)(stats.ChiSquareFit([]int{k, n - k}, []float64{p, 1 - p}))
			a[row[0]+".chi2"], a[row[0]+".chi2_p"] = f.ChiSquare, f.P
		}
		compared += c.compare(t, a)
	}
	report(t, "04_proportions goodness of fit", compared, len(found)+len(targets))
}

// With two categories the exact test is the binomial one.
func TestLawMultinomialOfTwoIsBinomial(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 3000).Draw(t, "n")
		k, p := rapid.IntRange(0, n).Draw(t, "k"), rapid.Float64Range(0.01, 0.99).Draw(t, "p")
		exact, err := stats.Multinomial([]int{k, n - k}, []float64{p, 1 - p})
		binomial, err2 := stats.BinomialTest(k, n, p)
		if err != nil || err2 != nil || math.Abs(exact.Value-binomial.PTwo.Value) > 1e-9 {
			t.Errorf("%v and %v (%v, %v)", exact, binomial.PTwo, err, err2)
		}
	})
}

func TestFitRefuses(t *testing.T) {
	for what, c := range map[string]struct {
		counts []int
		shares []float64
	}{
		"another number of shares": {[]int{1, 2}, []float64{1}},
		"shares of too much":       {[]int{1, 2}, []float64{0.6, 0.5}},
		"counted where nobody is":  {[]int{1, 2}, []float64{0, 1}},
		"a negative count":         {[]int{-1, 2}, []float64{0.5, 0.5}},
		"nothing":                  {nil, nil},
	} {
		_, err := stats.ChiSquareFit(c.counts, c.shares)
		_, err2 := stats.Multinomial(c.counts, c.shares)
		if !errors.Is(err, stats.ErrCount) || !errors.Is(err2, stats.ErrCount) {
			t.Errorf("%s: %v, %v", what, err, err2)
		}
	}
	for _, population := range []int{0, -1} {
		if _, err := stats.SampleSize(0.03, 0.95, population); !errors.Is(err, stats.ErrCount) {
			t.Errorf("a population of %d: %v", population, err)
		}
	}
	if _, err := stats.Margin(3, 2, 0.95); !errors.Is(err, stats.ErrCount) {
		t.Errorf("3 of 2: %v", err)
	}
	empty := must[stats.Fit](t)(stats.ChiSquareFit([]int{0, 0}, []float64{0.5, 0.5}))
	alone := must[stats.Fit](t)(stats.ChiSquareFit([]int{3, 0}, []float64{1, 0}))
	many := must[stats.Maybe](t)(stats.Multinomial([]int{300, 300, 300, 300}, []float64{.25, .25, .25, .25}))
	if empty.P.Why != stats.NoTrials || alone.P.Why != stats.NoVariance || many.Why != stats.TooManyOutcomes {
		t.Errorf("%v, %v, %v", empty.P, alone.P, many)
	}
}
