package batch

import (
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// Parameters are the parameters of the rule set, and of its efficiency criterion, that this project counts
// by other values of, as its call or its contract has them. What is left out stays as the rule set says.
// The report and the manifest name every one that differs, from what to what.
type Parameters struct {
	LongTerm         *LongTerm `yaml:"long_term_unemployed"`
	Age              *string   `yaml:"age"`                // completed or year-difference
	CompleteRecord   *[]string `yaml:"complete_record"`    // [] where every record is complete
	Genders          *[]string `yaml:"genders"`            // of woman, man, non_binary
	ImmediateDays    *int      `yaml:"immediate_days"`     // window of immediate results after exit
	LongerTermMonths *int      `yaml:"longer_term_months"` // when longer-term results are observed
	EfficiencyMonths *int      `yaml:"efficiency_months"`  // window of the efficiency criterion after exit
	AgeBands         *[]int    `yaml:"age_bands"`          // where the bands of the dimension age_band begin

	Completers *indicators.Criterion `yaml:"completers"` // who finished as planned
}

// LongTerm is the unemployment spell of the rule set, changed in part or whole.
type LongTerm struct {
	MonthsUnder25 *int  `yaml:"months_under_25"`
	MonthsFrom25  *int  `yaml:"months_from_25"`
	Strict        *bool `yaml:"strict"` // longer than the months; else as long or longer
}

// parameter is one key of parameters: and what it changes.
type parameter struct {
	key    string
	stated bool
	change func(*indicators.Parameters)
}

// list names the keys in the order of the report.
func (p *Parameters) list() []parameter {
	if p == nil {
		return nil
	}
	l := p.LongTerm
	return []parameter{
		{"long_term_unemployed", l != nil, func(to *indicators.Parameters) {
			set(&to.LongTerm.MonthsUnder25, l.MonthsUnder25)
			set(&to.LongTerm.MonthsFrom25, l.MonthsFrom25)
			set(&to.LongTerm.Strict, l.Strict)
		}},
		{"age", p.Age != nil, func(to *indicators.Parameters) { to.Age = indicators.AgeConvention(*p.Age) }},
		{"complete_record", p.CompleteRecord != nil, func(to *indicators.Parameters) { to.CompleteRecord = *p.CompleteRecord }},
		{"genders", p.Genders != nil, func(to *indicators.Parameters) { to.Genders = *p.Genders }},
		{"immediate_days", p.ImmediateDays != nil, func(to *indicators.Parameters) { set(&to.ImmediateDays, p.ImmediateDays) }},
		{"longer_term_months", p.LongerTermMonths != nil, func(to *indicators.Parameters) { set(&to.LongerTermMonths, p.LongerTermMonths) }},
		{"efficiency_months", p.EfficiencyMonths != nil, func(to *indicators.Parameters) { set(&to.EfficiencyMonths, p.EfficiencyMonths) }},
		{"age_bands", p.AgeBands != nil, func(to *indicators.Parameters) { set(&to.AgeBands, p.AgeBands) }},
		{"completers", p.Completers != nil, func(to *indicators.Parameters) { set(&to.Completers, p.Completers) }},
	}
}

func set[T any](to *T, stated *T) {
	if stated != nil {
		*to = *stated
	}
}

// over is a rule set with the parameters of the project. Where one cannot stand, its key says which.
func (p *Parameters) over(s *indicators.Set) (_ *indicators.Set, key string, err error) {
	for _, one := range p.list() {
		if !one.stated {
			continue
		}
		changed := s.Parameters
		one.change(&changed)
		if s, err = s.WithParameters(changed); err != nil {
			return nil, one.key, err
		}
	}
	return s, "", nil
}

// overrides says which parameters the project changed, in the words of the settings.
func (r *run) overrides() []report.Override {
	var out []report.Override
	before, after := r.project.base.Parameters, r.set.Parameters
	after.EfficiencyMonths = r.efficiencyMonths()
	if e := r.project.Efficiency; e != nil {
		if set, err := indicators.LoadSet(e.Rules); err == nil { // an unknown one was refused when the project was loaded
			before.EfficiencyMonths = set.Parameters.EfficiencyMonths
		}
	}
	from, to := r.parameterFacts(before), r.parameterFacts(after)
	for i, f := range from {
		if f.value != to[i].value {
			out = append(out, report.Override{Parameter: f.key, Label: f.label, RuleSet: f.value, Project: to[i].value})
		}
	}
	return append(out, r.replacedThresholds()...)
}
