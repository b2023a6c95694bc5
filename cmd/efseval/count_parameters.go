package main

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// parameters say in words by what the rule set counts that other rule sets do otherwise.
func (c *counted) parameters() evaluate.Text {
	var list evaluate.Text
	for _, p := range c.table.Set.SayParameters(nil) {
		list = list.Joined("; ", evaluate.T(p.Name.PL+" – "+p.Value.PL, p.Name.EN+" – "+p.Value.EN))
	}
	return evaluate.T("Parametry zestawu reguł: ", "Parameters of the rule set: ").Joined("", list)
}

// parametersJSON are the parameters of a rule set under the names and with the values that its YAML has.
type parametersJSON struct {
	LongTerm         longTermJSON `json:"long_term_unemployed"`
	Age              string       `json:"age"` // completed or year-difference
	ImmediateDays    int          `json:"immediate_days"`
	LongerTermMonths int          `json:"longer_term_months"`
	EfficiencyMonths int          `json:"efficiency_months,omitempty"` // of sets with the efficiency criterion
	CompleteRecord   []string     `json:"complete_record"`             // fields; empty: the rule set knows no incomplete records
	Genders          []string     `json:"genders"`
	AgeBands         []int        `json:"age_bands,omitempty"` // where those of --by age_band begin after the first
}

type longTermJSON struct {
	MonthsUnder25 int  `json:"months_under_25"`
	MonthsFrom25  int  `json:"months_from_25"`
	Strict        bool `json:"strict"` // more than so many; else as many or more
}

func parametersOf(p *indicators.Parameters) parametersJSON {
	return parametersJSON{
		LongTerm:      longTermJSON{p.LongTerm.MonthsUnder25, p.LongTerm.MonthsFrom25, p.LongTerm.Strict},
		Age:           string(p.Age),
		ImmediateDays: p.ImmediateDays, LongerTermMonths: p.LongerTermMonths, EfficiencyMonths: p.EfficiencyMonths,
		CompleteRecord: append([]string{}, p.CompleteRecord...), Genders: p.Genders, AgeBands: p.AgeBands,
	}
}
