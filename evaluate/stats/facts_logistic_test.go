package stats_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// The propensity scores of 06_matching are logistic regressions. Every value of
// the model and of its fit is compared; the rest of the folder is matching.
func TestFactsLogistic(t *testing.T) {
	compared := 0
	for _, model := range []struct {
		name, of string
		columns  []string // a column, or column=word for its indicator
	}{
		{"esf_obs_n400", "treat", []string{"age", "woman", "edu", "rural", "unemp_months", "base"}},
		{
			"lalonde_matchit_614", "treat",
			[]string{"age", "educ", "race=hispan", "race=white", "married", "nodegree", "re74", "re75"},
		},
	} {
		c := cases(t, "06_matching/"+model.name)[0]
		compared += c.logistic(t, model.of, model.columns)
	}
	report(t, "06_matching logistic regressions", compared, 2)
}

func (c *referenceCase) logistic(t *testing.T, of string, columns []string) int {
	t.Helper()
	var outcome []bool
	var id []string
	for _, row := range c.rows {
		outcome, id = append(outcome, row[c.column(t, of)] == "1"), append(id, row[0])
	}
	design := make([][]float64, 0, len(columns))
	for _, name := range columns {
		design = append(design, c.regressor(t, name))
	}
	m := must[stats.LogisticModel](t)(stats.Logistic(outcome, design, 0.95))
	got := answers{
		"ps.loglik": m.LogLikelihood, "ps.deviance": m.Deviance, "ps.null_deviance": m.NullDeviance,
		"ps.aic": m.AIC, "ps.mcfadden_r2": m.McFadden,
	}
	for j, b := range m.Coefficients {
		name := slices.Concat([]string{"_Intercept_"}, columns)[j]
		name = strings.Replace(name, "=", "", 1)
		got["ps.coef."+name], got["ps.se."+name], got["ps.z."+name], got["ps.p."+name] = b.Estimate, b.SE, b.Z, b.P
	}
	for i, p := range m.Fitted {
		got["ps.fitted."+id[i]] = number(p)
	}
	for fact := range c.facts {
		if !ofLogistic(fact) {
			delete(c.facts, fact)
		}
	}
	return c.everyFact(t, got)
}

func ofLogistic(id string) bool {
	for _, p := range []string{"coef.", "se.", "z.", "p.", "fitted.", "loglik", "deviance", "null_deviance", "aic", "mcfadden_r2"} {
		if strings.HasPrefix(id, "ps."+p) {
			return true
		}
	}
	return false
}

func (c *referenceCase) regressor(t *testing.T, name string) []float64 {
	t.Helper()
	column, word, indicator := strings.Cut(name, "=")
	if !indicator {
		return c.columns(t, nil, column)[0]
	}
	out := make([]float64, len(c.rows))
	for i, row := range c.rows {
		if row[c.column(t, column)] == word {
			out[i] = 1
		}
	}
	return out
}
