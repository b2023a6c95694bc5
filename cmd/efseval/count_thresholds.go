package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// thresholds say of each threshold of the rule set what was reached.
func (c *counted) thresholds(t *indicators.Table) []evaluate.Text {
	var lines []evaluate.Text
	for _, a := range c.attained(t) {
		lines = append(lines, evaluate.T(attained(a, evaluate.PL), attained(a, evaluate.EN)))
	}
	if lacksThresholds(t.Set) {
		lines = append(lines, noThresholds(t.Set))
	}
	return lines
}

// attained are the thresholds of the figures that were asked for.
func (c *counted) attained(t *indicators.Table) []indicators.Attained {
	if len(c.codes) == 0 {
		return t.Thresholds
	}
	return slices.DeleteFunc(slices.Clone(t.Thresholds), func(a indicators.Attained) bool { return !slices.Contains(c.codes, a.Threshold.Code) })
}

// lacksThresholds tells of a version of the efficiency criterion for which no threshold was found.
func lacksThresholds(s *indicators.Set) bool {
	return strings.HasPrefix(s.Name, "efficiency-") && len(s.Thresholds) == 0
}

// noThresholds says that there is no verdict, and where thresholds come from.
func noThresholds(s *indicators.Set) evaluate.Text {
	return evaluate.T("Progów nie ma w zestawie reguł "+s.Name+", bo nie znaleziono dla nich pewnego źródła; nie stwierdza się więc, czy kryterium spełniono. Progi naboru podaje się w project.yaml: efficiency: thresholds:",
		"The rule set "+s.Name+" has no thresholds, since no sure source was found for them; so there is no verdict on the criterion. Those of the call are stated in project.yaml: efficiency: thresholds:")
}

func attained(a indicators.Attained, lang evaluate.Lang) string {
	head := evaluate.T("Próg %s (%s), co najmniej %s%%: ", "Threshold of %s (%s), at least %s%%: ").In(lang)
	head = fmt.Sprintf(head, a.Threshold.Code, said(a.Threshold.Name, lang), evaluate.Localize(a.Threshold.AtLeast.String(), lang))
	verdict, why := a.Verdict()
	if verdict == indicators.CannotTell {
		return head + evaluate.T("nie można stwierdzić: ", "cannot be told: ").In(lang) + said(why, lang)
	}
	total := a.Row.Cells[len(a.Row.Cells)-1]
	return fmt.Sprintf("%s%s, %s %s %s = %s", head, attainedWords(verdict).In(lang), number(total.Num, lang), evaluate.T("z", "of").In(lang), number(total.Den, lang),
		evaluate.Share.Format(evaluate.Ratio(total.Num, total.Den), lang))
}

func attainedWords(v indicators.Verdict) evaluate.Text {
	if v == indicators.Reached {
		return evaluate.T("osiągnięty", "reached")
	}
	return evaluate.T("nieosiągnięty", "not reached")
}

// attainedJSON is a threshold and what was reached; the numbers are absent where that cannot be told.
type attainedJSON struct {
	Code    string            `json:"code"`
	Name    map[string]string `json:"name"` // of the subgroup
	AtLeast string            `json:"at_least_percent"`
	Verdict string            `json:"verdict"` // reached, not_reached, cannot_tell
	Num     *int64            `json:"num"`
	Den     *int64            `json:"den"`
	Why     map[string]string `json:"why,omitempty"`
}

func thresholdsJSON(t *indicators.Table) []attainedJSON {
	var all []attainedJSON
	for _, a := range t.Thresholds {
		verdict, why := a.Verdict()
		out := attainedJSON{Code: a.Threshold.Code, Name: byLanguage(a.Threshold.Name), AtLeast: a.Threshold.AtLeast.String(), Verdict: string(verdict), Why: someWords(why)}
		if c := a.Row.Cells[len(a.Row.Cells)-1]; c.Available {
			out.Num, out.Den = &c.Num, &c.Den
		}
		all = append(all, out)
	}
	return all
}
