package report

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// Override is a parameter of the rule set that the project file changed: from what, to what.
type Override struct {
	Parameter string // its key, as in the rule set
	Label     evaluate.Text
	RuleSet   evaluate.Text // what the rule set says
	Project   evaluate.Text // what was counted by
}

type jsonOverride struct {
	Parameter string        `json:"parameter"`
	Label     evaluate.Text `json:"label"`
	RuleSet   evaluate.Text `json:"rule_set"`
	Project   evaluate.Text `json:"project"`
}

// overridesText is the line of the title block; empty where nothing was changed.
func overridesText(all []Override) evaluate.Text {
	var pl, en []string
	for _, o := range all {
		pl = append(pl, o.Label.PL+": "+o.Project.PL+" (zestaw reguł: "+o.RuleSet.PL+")")
		en = append(en, o.Label.EN+": "+o.Project.EN+" (rule set: "+o.RuleSet.EN+")")
	}
	return evaluate.T(strings.Join(pl, "; "), strings.Join(en, "; "))
}
