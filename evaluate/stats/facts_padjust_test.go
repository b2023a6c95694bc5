package stats_test

import (
	"strconv"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

func TestFactsAdjustedP(t *testing.T) {
	compared, found := 0, cases(t, "02_paired/padjust_*")
	for _, c := range found {
		p := make([]stats.Maybe, len(c.rows))
		for i, row := range c.rows {
			p[i] = stats.Maybe{Why: stats.NoVariance}
			if row[1] != "" {
				p[i] = number(must[float64](t)(strconv.ParseFloat(row[1], 64)))
			}
		}
		got := answers{}
		for method := stats.Holm; method <= stats.BenjaminiYekutieli; method++ {
			for i, v := range must[[]stats.Maybe](t)(stats.AdjustP(p, method)) {
				got[method.String()+"."+c.rows[i][0]] = v
				if p[i].Defined != v.Defined || p[i].Why != v.Why {
					t.Errorf("%s: missing p is not left missing: %v is %v", method, p[i], v)
				}
			}
		}
		compared += c.compareEvery(t, got)
	}
	report(t, "02_paired adjusted p", compared, len(found))
}
