package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// The parameters of a rule set by the beginning of their names in [run.settings].
const (
	longTermParameter  = "long-term unemployment"
	ageParameter       = "age"
	completeParameter  = "a complete record"
	immediateParameter = "window of immediate"
	longerParameter    = "longer-term results"
)

// parametersOf are those parameters of the rule set by which a criterion is carried out, and what makes
// a record complete. None for nil.
func (t *tracer) parametersOf(c *indicators.Criterion) []report.Fact {
	if c == nil {
		return nil
	}
	uses := map[string]bool{completeParameter: true}
	t.uses(c, uses)
	var out []report.Fact
	for _, fact := range t.run.settings() {
		for name := range uses {
			if strings.HasPrefix(fact.Label.EN, name) {
				out = append(out, fact)
			}
		}
	}
	return out
}

// uses notes the parameters that a criterion and those below it go by.
func (t *tracer) uses(c *indicators.Criterion, uses map[string]bool) {
	for _, parts := range [][]indicators.Criterion{c.All, c.Any} {
		for i := range parts {
			t.uses(&parts[i], uses)
		}
	}
	switch {
	case c.Not != nil:
		t.uses(c.Not, uses)
	case c.Age != nil, c.Known == "age":
		uses[ageParameter] = true
	case c.LongTermUnemployed:
		uses[ageParameter], uses[longTermParameter] = true, true
	case c.Within == indicators.Immediate:
		uses[immediateParameter] = true
	case c.Within == indicators.LongerTerm:
		uses[longerParameter] = true
	case c.Indicator != "":
		d := t.run.set.Definition(c.Indicator)
		t.uses(&d.Eligible, uses)
		t.uses(&d.Achieved, uses)
	}
}
