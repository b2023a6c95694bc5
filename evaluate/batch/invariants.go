package batch

import (
	"errors"
	"fmt"
	"iter"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// ruleInvariant is the rule of a row that breaks a relation which figures must keep, as CO02 <= CO01.
const ruleInvariant = "table.invariant"

// maxOffenders is how many rows are told of one broken relation; the rest is counted.
const maxOffenders = 1000

// breach is a relation that a table breaks in a group.
type breach struct {
	set *indicators.Set
	indicators.Violation
}

// checkTable holds the tables to the relations of their rule sets. A broken one is an error of the data
// at every row that breaks it: a strict run ends and writes nothing.
func (r *run) checkTable() error {
	broken := r.breaches()
	held := evaluate.T("wszystkie warunki zestawu reguł spełnione", "every condition of the rule set holds")
	if len(broken) > 0 {
		held = text(broken[0].Message())
		found, err := r.offenders(broken)
		if err != nil {
			return err
		}
		r.problems = append(r.problems, found...)
		if err := r.refuse(); err != nil {
			return err
		}
	}
	r.checks = append(r.checks, report.Check{Rule: "table.parts", Held: len(broken) == 0, Detail: held,
		Text: evaluate.T("kobiety + mężczyźni (+ pozostali) = ogółem; podzbiór ≤ zbiór", "women + men (+ others) = total; subset ≤ set")})
	total, grand := r.table.Participants.Cells[len(r.table.Groups)-1], r.table.GrandTotal.Cells[len(r.table.Groups)-1]
	return r.check("table.grand-total", evaluate.T("ogółem ≤ wszystkie osoby objęte wsparciem", "total ≤ grand total"),
		total.Num <= grand.Num, evaluate.Same(fmt.Sprintf("%d ≤ %d", total.Num, grand.Num)))
}

// breaches lists each broken relation of the tables once for every group that breaks it.
func (r *run) breaches() []breach {
	var out []breach
	for _, t := range []*indicators.Table{r.table, r.efficiency} {
		if t == nil {
			continue
		}
		for _, v := range t.Check() {
			out = append(out, breach{t.Set, v})
		}
		for _, part := range t.Parts { // what two parts make up for in the whole
			for _, v := range part.Table.Check() {
				out = append(out, breach{t.Set, v})
			}
		}
	}
	return out
}

// offenders reads the export once more and files a problem at every row behind a broken relation, once
// a relation. What no row can have caused is a fault of the counting, and ends the run.
func (r *run) offenders(broken []breach) ([]datasets.Problem, error) {
	if r.project.Participants.File == files.StandardInput {
		return []datasets.Problem{r.unplaced(broken[0], evaluate.T("; standardowego wejścia nie można przeczytać drugi raz: zapisz je do pliku, by zobaczyć wiersze",
			"; standard input cannot be read again: save it to a file to be told the rows"))}, nil
	}
	in := r.project.Participants.withHeaders()
	source, profile, err := r.project.source(in, "participants", extraFields(r.project, "participants"), nil)
	if err != nil {
		return nil, err
	}
	promise := datasets.Promise("")
	if profile.Profile != nil {
		promise = profile.Promise
	}
	seen := &offended{count: map[string]int{}}
	var aside datasets.Accounting
	for b, err := range (datasets.Gathering{Promise: promise}).Participations(source.Batches(), &aside) {
		if err == nil {
			err = r.canceled()
		}
		if err == nil {
			err = seen.look(b, broken)
		}
		if err != nil {
			return nil, errors.Join(r.contradictedTable(err), source.Close())
		}
	}
	if len(seen.problems) == 0 { // as where the parts of a table make up for each other
		seen.problems = append(seen.problems, r.unplaced(broken[0], evaluate.Text{}))
	}
	return append(seen.problems, seen.rest(broken)...), source.Close()
}

// contradictedTable is the end of a run whose table is wrong and no row is to blame.
func (r *run) contradictedTable(err error) error {
	return &BadData{Project: r.project.File, Cause: fmt.Errorf("%w; nothing is written", err)}
}

// unplaced is a broken relation without its rows.
func (r *run) unplaced(b breach, why evaluate.Text) datasets.Problem {
	m := b.Message()
	return datasets.Problem{Position: datasets.Position{File: r.project.Participants.File}, Rule: ruleInvariant, Severity: datasets.Error,
		Message: datasets.Label{PL: m.PL + why.PL, EN: m.EN + why.EN}}
}

// offended gathers the rows behind broken relations.
type offended struct {
	problems []datasets.Problem
	count    map[string]int // rule -> rows
}

func (o *offended) look(b *datasets.Batch, broken []breach) error {
	type at struct {
		rule string
		row  int
	}
	told := map[at]bool{}
	for _, one := range broken {
		rows, err := indicators.Offenders(one.set, one.Violation, b)
		if err != nil {
			return fmt.Errorf("%s: %w", one.Message().EN, err)
		}
		for _, row := range rows {
			if told[at{one.Rule, row}] {
				continue // of women, and of the total too
			}
			told[at{one.Rule, row}] = true
			if o.count[one.Rule]++; o.count[one.Rule] <= maxOffenders {
				o.problems = append(o.problems, datasets.Problem{Position: b.Position(row, -1), Rule: ruleInvariant, Severity: datasets.Error, Message: breaking(one.Rule)})
			}
		}
	}
	return nil
}

// breaking says what a row does to a relation.
func breaking(rule string) datasets.Label {
	return datasets.Label{
		PL: "wiersz narusza zależność " + rule + ", którą liczby muszą zachować; popraw w nim dane, na których opierają się te wskaźniki",
		EN: "the row breaks the relation " + rule + ", which figures must keep; correct the data in it that these indicators rest on",
	}
}

// rest counts the rows beyond those that are told.
func (o *offended) rest(broken []breach) []datasets.Problem {
	var out []datasets.Problem
	for rule, first := range firsts(broken) {
		if more := o.count[rule] - maxOffenders; more > 0 {
			m := first.Message()
			out = append(out, datasets.Problem{Rule: ruleInvariant, Severity: datasets.Error, Message: datasets.Label{
				PL: fmt.Sprintf("%s; kolejnych wierszy: %d", m.PL, more), EN: fmt.Sprintf("%s; further rows: %d", m.EN, more)}})
		}
	}
	return out
}

// firsts gives each rule once, in order.
func firsts(broken []breach) iter.Seq2[string, breach] {
	return func(yield func(string, breach) bool) {
		seen := map[string]bool{}
		for _, b := range broken {
			if !seen[b.Rule] {
				seen[b.Rule] = true
				if !yield(b.Rule, b) {
					return
				}
			}
		}
	}
}
