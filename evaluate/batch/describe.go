package batch

import (
	"path/filepath"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// report is what a run that was carried out tells, with its sections in their order.
func (r *run) report() (*report.Report, error) {
	p := r.project
	out := &report.Report{Project: r.describe(), Figures: &r.figures, Targets: r.attainments(), Claims: r.claims, Inputs: r.inputs, Checks: r.checks,
		Problems: r.problems, Rules: r.rules, Corrections: r.corrections, Persons: r.persons, Settings: r.settings(), Overrides: r.overrides(),
		Version: r.options.Version, Generated: r.options.Generated, Outputs: r.options.Outputs}
	out.Project.FileSHA256 = audit.SumOf(p.raw).SHA256 // of what was read, whatever stands in the file by now
	report.CountFound(out.Rules, r.problems)
	var err error
	if out.Made, err = r.made(); err != nil {
		return nil, err
	}
	out.Sections, err = r.sections()
	return out, err
}

// describe is the title block.
func (r *run) describe() report.Project {
	p := r.project
	out := report.Project{ID: p.ID, Title: p.Title, Programme: p.Programme, Beneficiary: p.Beneficiary, Kind: p.Kind,
		From: p.Period.From, To: p.Period.To, PeriodWords: p.Period.Words, Months: p.months(),
		RuleSet: r.set.Name, RuleVersion: r.set.Version, File: filepath.Base(p.File)}
	if p.Synthetic != nil {
		out.Synthetic = &report.Synthetic{Statement: p.Synthetic.Statement, Matches: p.Synthetic.Matches}
	}
	for _, f := range p.Facts {
		out.Facts = append(out.Facts, report.Fact{Label: f.Label, Value: f.Value})
	}
	return out
}

// months is the length of the project: as stated, or the whole months between its days.
func (p *Project) months() int {
	if p.Period.Months > 0 || p.Period.From == "" || p.Period.To == "" {
		return p.Period.Months
	}
	from, err1 := datasets.ParseDate([]byte(p.Period.From), nil)
	to, err2 := datasets.ParseDate([]byte(p.Period.To), nil)
	if err1 != nil || err2 != nil {
		return 0
	}
	months := 0
	for datasets.AddMonths(from, months+1) <= to+1 {
		months++
	}
	return months
}
