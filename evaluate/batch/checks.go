package batch

import (
	"iter"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// checkOptions are what the participants of a project are held to: its period, the complete record
// of its rule set. The margin in days widens the period. Persons are shared by the projects of a
// run; nil is one project alone.
func (p *Project) checkOptions(margin int, persons *check.Persons) check.Options {
	return check.Options{From: p.Period.From, To: p.Period.To, MarginDays: margin,
		CompleteRecord: p.set.Parameters.CompleteRecord, Project: p.ID, Persons: persons}
}

// Checked passes batches of participants through a checker on their way and tells what it finds in
// each. An error of tell ends the stream. What shows between rows only [check.Checker.Finish] knows.
func Checked(batches iter.Seq2[*datasets.Batch, error], checker *check.Checker, tell func([]datasets.Problem) error) iter.Seq2[*datasets.Batch, error] {
	return func(yield func(*datasets.Batch, error) bool) {
		for b, err := range batches {
			if err == nil {
				err = tell(checker.Add(b))
			}
			if !yield(b, err) || err != nil {
				return
			}
		}
	}
}

// checks are the data checks of a run and what they found.
type checks struct {
	checker *check.Checker
	found   []datasets.Problem

	canceled func() error
}

func (r *run) newChecks() (*checks, error) {
	checker, err := check.New(r.project.checkOptions(r.options.MarginDays, r.options.Persons))
	return &checks{checker: checker, canceled: r.canceled}, err
}

func (c *checks) watch(batches iter.Seq2[*datasets.Batch, error]) iter.Seq2[*datasets.Batch, error] {
	return Checked(batches, c.checker, func(found []datasets.Problem) error {
		c.found = append(c.found, found...)
		return c.canceled()
	})
}

// conclude takes what the checks and the ledger of corrections say, once all rows were read. What
// reading itself found stands before it.
func (r *run) conclude(c *checks, g *targetGroup, o *opened) error {
	r.problems = append(append(r.problems, c.found...), c.checker.Finish()...)
	rules, err := rulesOf(c.checker)
	r.rules = append(rules, g.rules()...)
	r.persons = &report.Persons{Linked: c.checker.Linked(), KeyPrint: r.options.keyPrint()}
	if s, ok := o.source.(*correctedSource); ok {
		r.corrections = s.Corrections()
	}
	return err
}

// withoutNoPerson leaves out what merging says of rows without an identifier: the checks say it too,
// and at the cell.
func withoutNoPerson(problems []datasets.Problem) []datasets.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p datasets.Problem) bool { return p.Rule == datasets.RuleNoPerson })
}

// rulesOf tells of each check whether it could be carried out.
func rulesOf(checker *check.Checker) ([]report.Rule, error) {
	var all []report.Rule
	for _, o := range checker.Outcomes() {
		source, err := o.Rule.SaySource()
		if err != nil {
			return nil, err
		}
		rule := report.Rule{Code: o.Rule.Code, Severity: o.Rule.Severity, Text: text(o.Rule.Words(0)), Source: o.Rule.Source,
			Ran: o.Ran, Unasked: text(o.Unasked)}
		if source.PL != rule.Source || source.EN != rule.Source {
			rule.Said = text(source)
		}
		for _, f := range o.Lacks {
			rule.Lacks = append(rule.Lacks, report.Lacking{Field: f, Label: labelOfField(f)})
		}
		all = append(all, rule)
	}
	return all, nil
}

// labelOfField is a field of the participants in words; one that the schema does not have is its own name.
func labelOfField(name string) evaluate.Text {
	schema, err := datasets.ReadSchema("participants")
	if err == nil {
		if f := schema.Field(name); f != nil {
			return text(f.Label)
		}
	}
	return evaluate.Same(name)
}
