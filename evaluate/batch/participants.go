package batch

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// participants counts the export: rows become one participation a person, participations
// become cells of the rule set, cells become figures.
func (r *run) participants() error {
	p := r.project.Participants
	if p == nil {
		return r.noParticipants()
	}
	input, err := r.countExport(p)
	if r.lost(err) {
		return r.noParticipants()
	}
	if err != nil {
		return err
	}
	r.addInput(input)
	if err := r.refuse(); err != nil { // a table of data with faults need not keep its promises
		return err
	}
	if r.faulty() {
		r.table = nil
		return r.noParticipants()
	}
	return r.tellExport(p, input)
}

// tellExport files what the export was counted to be, once it keeps its promises.
func (r *run) tellExport(p *Participants, input report.Input) error {
	if err := r.checkAccounting(input); err != nil {
		return err
	}
	if err := r.checkTable(); err != nil {
		return err
	}
	figures, err := r.countedFigures(input)
	if err != nil {
		return err
	}
	if err := r.add(append(r.madeUp([]string{p.File}, figures), r.factFigures(r.table)...)...); err != nil {
		return err
	}
	if err := errors.Join(r.addThresholds(), r.addSamples()); err != nil {
		return err
	}
	return r.addFlow()
}

// countedFigures are those that were counted from the export, in the order of the report.
func (r *run) countedFigures(input report.Input) ([]evaluate.Figure, error) {
	parts, err := r.splitFigures()
	return slices.Concat(r.participantFigures(), r.asideFigures(input.Accounting), r.indicatorFigures(), r.efficiencyFigures(),
		r.laterFigures(), parts), err
}

// countExport streams the export through the checks and the counters.
func (r *run) countExport(p *Participants) (report.Input, error) {
	o, err := r.open("participants", p.withHeaders(), "participants", extraFields(r.project, "participants"))
	if err != nil {
		return report.Input{}, err
	}
	if err := r.countRows(o); err != nil {
		return report.Input{}, r.closing(o, err)
	}
	return o.finish()
}

// onlookers are what the participations of an export are shown to.
type onlookers struct {
	checks   *checks
	group    *targetGroup // nil: the project has none
	counters *counters
}

// newOnlookers makes those of the project, the traits of the run among them.
func (r *run) newOnlookers() (w onlookers, err error) {
	if w.counters, err = r.newCounters(); err != nil {
		return w, err
	}
	if w.checks, err = r.newChecks(); err != nil {
		return w, err
	}
	if w.group, err = newTargetGroup(r.project); err != nil {
		return w, err
	}
	r.traits, err = newTraits(r.project)
	return w, err
}

// countRows counts what can be read of an export. What the checks found is told even where it ends too early.
func (r *run) countRows(o *opened) error {
	w, err := r.newOnlookers()
	if err != nil {
		return err
	}
	err = r.show(o, w)
	if told := r.conclude(w.checks, w.group, o); err == nil {
		err = told
	}
	if err == nil {
		w.counters.tables(r)
	}
	return err
}

// show passes the participations of an export before those who look at them.
func (r *run) show(o *opened, w onlookers) error {
	rows := r.trail.rows(w.checks.watch(r.options.Meter.rowsOf(o.source.Batches())))
	for b, err := range r.trail.participations((datasets.Gathering{Promise: o.promise}).Participations(rows, &o.input.Accounting)) {
		if err == nil {
			r.problems = append(r.problems, withoutNoPerson(b.Problems)...)
			r.problems = append(r.problems, BlankFlow(r.set, b)...)
			err = w.group.look(b, &r.problems)
		}
		if err == nil {
			err = errors.Join(w.counters.Add(b), r.traits.add(r.set, b))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// withHeaders is the input with the headers of this project's own fields.
func (p *Participants) withHeaders() Input {
	in := p.Input
	in.Columns = map[string][]string{}
	maps.Copy(in.Columns, p.Columns)
	for _, f := range p.Fields {
		if len(f.Header) > 0 {
			in.Columns[f.Name] = f.Header
		}
	}
	return in
}

func (r *run) checkAccounting(in report.Input) error {
	a := in.Accounting
	aside := a.Read - a.Counted
	return r.check("rows.accounted", evaluate.T("wiersze przeczytane = policzone + odłożone z powodem", "rows read = rows counted + rows set aside with a reason"),
		a.Balanced(), evaluate.Same(fmt.Sprintf("%d = %d + %d", a.Read, a.Counted, aside)))
}
