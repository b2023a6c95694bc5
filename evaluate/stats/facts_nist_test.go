package stats_test

import (
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// NIST's certified values. The answers of NumAcc3 are not the certified ones to
// 13 digits in any binary arithmetic, since 1000000.1 is no binary number.
func TestFactsUnivariate(t *testing.T) {
	compared, found := 0, cases(t, "01_nist/univariate_*")
	for _, c := range found {
		y := c.columns(t, nil, "y")[0]
		s := must[stats.Summary](t)(stats.Describe(y))
		compared += c.compareEvery(t, answers{
			"n": count(s.N), "mean": s.Mean, "sd": s.SD,
			"lag1_autocorrelation": must[stats.Maybe](t)(stats.Autocorrelation(y, 1)),
		})
	}
	report(t, "01_nist univariate", compared, len(found))
}
