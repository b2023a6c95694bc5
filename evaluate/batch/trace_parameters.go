package batch

import (
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// The parameters of a rule set by their keys in a project file.
const (
	longTermParameter  = "long_term_unemployed"
	ageParameter       = "age"
	completeParameter  = "complete_record"
	immediateParameter = "immediate_days"
	longerParameter    = "longer_term_months"
)

// parametersOf are those parameters of the rule set by which a criterion is carried out, and what makes
// a record complete. None for nil.
func (t *tracer) parametersOf(c *indicators.Criterion) []report.Fact {
	if c == nil {
		return nil
	}
	uses := map[string]bool{completeParameter: true}
	t.each(c, func(c *indicators.Criterion) { noteUses(c, uses) })
	var out []report.Fact
	for _, p := range t.run.parameterFacts(t.rules().Parameters) {
		if uses[p.key] {
			out = append(out, report.Fact{Label: p.label, Value: p.value})
		}
	}
	return out
}

// termsOf are the indicators that a criterion names by their codes, each with its rule in words.
func (t *tracer) termsOf(c *indicators.Criterion) []report.Fact {
	if c == nil {
		return nil
	}
	var out []report.Fact
	t.each(c, func(c *indicators.Criterion) {
		if c.Indicator == "" || slices.ContainsFunc(out, func(f report.Fact) bool { return f.Label.EN == c.Indicator }) {
			return
		}
		d := t.rules().Definition(c.Indicator)
		rule, code := ruleIn(t.rules(), d), d.Code+": "
		out = append(out, report.Fact{Label: evaluate.Same(d.Code), Value: evaluate.T(strings.TrimPrefix(rule.PL, code), strings.TrimPrefix(rule.EN, code))})
	})
	return out
}

// each goes through a criterion and those below it, also in the indicators that it names.
func (t *tracer) each(c *indicators.Criterion, do func(*indicators.Criterion)) {
	do(c)
	for _, parts := range [][]indicators.Criterion{c.All, c.Any} {
		for i := range parts {
			t.each(&parts[i], do)
		}
	}
	if c.Not != nil {
		t.each(c.Not, do)
	}
	if c.Indicator != "" {
		d := t.rules().Definition(c.Indicator)
		t.each(&d.Eligible, do)
		t.each(&d.Achieved, do)
	}
}

// noteUses notes the parameters that a criterion itself goes by.
func noteUses(c *indicators.Criterion, uses map[string]bool) {
	switch {
	case c.Age != nil, c.Known == "age":
		uses[ageParameter] = true
	case c.LongTermUnemployed:
		uses[ageParameter], uses[longTermParameter] = true, true
	case c.Within == indicators.Immediate:
		uses[immediateParameter] = true
	case c.Within == indicators.LongerTerm:
		uses[longerParameter] = true
	case c.Within == indicators.Efficiency:
		uses[efficiencyKey] = true
	}
}
