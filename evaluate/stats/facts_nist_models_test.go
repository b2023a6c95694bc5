package stats_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// Certified values of NIST's Statistical Reference Datasets. Beside the tolerance
// that each value states, every case is held to a floor of correct digits, the
// log relative error LRE = -log10(|got - certified| / |certified|); certified
// values have 15 digits, so 15 is all that can be told.

// nistFloors are the digits that each case must keep on its worst value.
var nistFloors = map[string]float64{
	"anova_SiRstv": 14.5, "anova_SmLs01": 14.9, "anova_SmLs02": 14.9, "anova_SmLs03": 14.9,
	"anova_SmLs04": 14.9, "anova_SmLs07": 14.9, // leading digits 1 000 000 000 000.4: float64 keeps none of the last ones
	"linreg_Filip": 14.2, "linreg_Longley": 14.5, "linreg_NoInt1": 14.6, "linreg_Norris": 14.3,
	"linreg_Wampler1": 14.7, "linreg_Wampler2": 14.9, "linreg_Wampler3": 14.4,
}

func TestFactsNISTAnova(t *testing.T) {
	found, compared := cases(t, "01_nist/anova_*"), 0
	for _, c := range found {
		a := must[stats.Anova](t)(stats.OneWayAnova(grouped(t, c, "treatment", "y", nil)))
		got := answers{
			"df_between": count(a.DFBetween), "df_within": count(a.DFWithin),
			"ss_between": a.SSBetween, "ss_within": a.SSWithin, "ms_between": a.MSBetween, "ms_within": a.MSWithin,
			"F": a.F, "r_squared": a.EtaSquared, "resid_sd": a.ResidualSD,
		}
		compared += c.everyFact(t, got)
		c.digits(t, got)
	}
	report(t, "01_nist analysis of variance", compared, len(found))
}

func TestFactsNISTRegression(t *testing.T) {
	found, compared := cases(t, "01_nist/linreg_*"), 0
	for _, c := range found {
		m, intercept := nistModel(t, c)
		got := answers{
			"n": count(m.N), "p": count(m.K), "df_regression": count(m.DFRegression), "df_residual": count(m.DFResidual),
			"resid_sd": m.ResidualSD, "r_squared": m.R2, "ss_regression": m.SSRegression, "ss_residual": m.SSResidual, "F": m.F,
		}
		if m.ResidualSD.Value == 0 {
			got["F"] = stats.Maybe{Why: stats.Unbounded} // the certified F is infinite; ours is undefined for lack of variance
			if m.F.Why != stats.NoVariance {
				t.Errorf("%s: F of an exact fit is %v", c.name, m.F)
			}
		}
		for j, b := range must[[]stats.Coefficient](t)(m.Coefficients(stats.Classical, 0.95)) {
			if !intercept {
				j++
			}
			id := strconv.Itoa(j)
			got["coef.B"+id], got["se.B"+id] = b.Estimate, b.SE
		}
		compared += c.everyFact(t, got, "model")
		c.digits(t, got)
	}
	report(t, "01_nist regression", compared, len(found))
}

// nistModel fits the model that the case names in words.
func nistModel(t *testing.T, c referenceCase) (stats.LinearModel, bool) {
	t.Helper()
	words := c.facts["model"].Raw.(string)
	if strings.HasPrefix(words, "y ~ ") {
		both := c.columns(t, nil, append([]string{"y"}, strings.Split(words[4:], " + ")...)...)
		return must[stats.LinearModel](t)(stats.LeastSquares(both[0], both[1:], true)), true
	}
	rest, polynomial := strings.CutPrefix(words, "polynomial degree ")
	number, _, _ := strings.Cut(rest, " ")
	degree, err := strconv.Atoi(number)
	if !polynomial || err != nil {
		t.Fatalf("%s: unknown model %q", c.name, words)
	}
	intercept := !strings.Contains(words, "no intercept")
	both := c.columns(t, nil, "y", "x")
	return must[stats.LinearModel](t)(stats.Polynomial(both[0], both[1], degree, intercept)), intercept
}

// digits logs the correct digits of the worst value and holds them to the floor.
func (c *referenceCase) digits(t *testing.T, got answers) {
	t.Helper()
	floor, ok := nistFloors[c.name]
	if !ok {
		t.Errorf("%s: no floor of digits", c.name)
	}
	worst, at := 15.0, "all"
	for id, m := range got {
		want := c.facts[id]
		if want.Value == nil {
			continue
		}
		if d := correctDigits(m.Value, *want.Value); d < worst {
			worst, at = d, id
		}
	}
	t.Logf("%s: %.1f digits (worst: %s)", c.name, worst, at)
	if worst < floor {
		t.Errorf("%s: %.2f correct digits at %s, want %v", c.name, worst, at, floor)
	}
}

// correctDigits is the LRE, at most 15; of a certified 0 the digits of the absolute miss.
func correctDigits(got, want float64) float64 {
	miss := math.Abs(got - want)
	if want != 0 {
		miss /= math.Abs(want)
	}
	if miss == 0 {
		return 15
	}
	return math.Min(15, -math.Log10(miss))
}
