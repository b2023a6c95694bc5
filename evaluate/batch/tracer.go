package batch

import (
	"context"
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// Tracer follows the figures of a project back to what they came from. It holds all participations of
// the project in memory, with about 20 bits a criterion besides.
type Tracer struct{ tracer *tracer }

// tracer is a run that was carried out and what it kept of its inputs.
type tracer struct {
	run     *run
	trail   *trail
	people  *people
	persons *check.Persons  // nil: persons are numbered
	set     *indicators.Set // by which steps are carried out; nil: that of the run

	sheets        map[*measured]*sheetTrace      // of the surveys that were asked for
	rowsOfPersons map[string][]datasets.Position // see [tracer.exports]
}

// NewTracer carries a project out, as [Run] does, and keeps what its figures are made of. Faults of
// the data are tolerated: whatever a strict run lets pass gives the same figures. Options.Persons, where
// it has a key of the user, gives the pseudonyms of persons; else they are numbered in each trace.
func NewTracer(ctx context.Context, p *Project, o Options) (*Tracer, error) {
	o.TolerateFaults = true
	t := &tracer{run: newRun(ctx, p, o), trail: newTrail()}
	if o.Persons.KeyPrint() != "" {
		t.persons = o.Persons
	}
	t.run.trail = t.trail
	if err := t.run.carryOut(slices.Concat(t.run.reading(), t.run.answering())); err != nil {
		return nil, err
	}
	set, err := p.countedSet()
	if err != nil {
		return nil, err
	}
	t.people, err = newPeople(set, t.trail.batches)
	return &Tracer{t}, err
}

// rules is the rule set by which steps are carried out.
func (t *tracer) rules() *indicators.Set {
	if t.set != nil {
		return t.set
	}
	return t.run.set
}

// Figures are the figures of the project, as they were computed now.
func (t *Tracer) Figures() *evaluate.Figures { return &t.tracer.run.figures }

// Inputs are the files that were read, as they are now.
func (t *Tracer) Inputs() []report.Input { return t.tracer.run.inputs }

// Trace is the way back from a figure. An unknown id is a [Fault] that names the nearest one.
func (t *Tracer) Trace(id string) (*audit.Trace, error) {
	out, err := t.tracer.follow(true).trace(id, nil)
	if err != nil {
		return nil, err
	}
	out.Project, out.KeyPrint = t.tracer.run.project.ID, t.tracer.persons.KeyPrint()
	return out, nil
}

// Rows lists the rows behind a figure as [Tracer.Trace] does, without the filters.
func (t *Tracer) Rows(id string) ([]audit.Row, error) {
	out, err := t.tracer.follow(false).trace(id, nil)
	if err != nil {
		return nil, err
	}
	return out.Rows, nil
}

// following is the way back from one figure.
type following struct {
	*tracer
	explain bool
	names   naming
}

func (t *tracer) follow(explain bool) *following {
	return &following{tracer: t, explain: explain, names: naming{tracer: t, numbers: map[string]int{}}}
}

// trace follows one figure; above are those that rest on it.
func (t *following) trace(id string, above []string) (*audit.Trace, error) {
	f, ok := t.run.figures.Get(id)
	if !ok {
		return nil, &Fault{File: t.run.project.File, Message: fmt.Sprintf("no figure is called %s%s; figures.csv lists all", id, t.run.meantFigure(id))}
	}
	o, err := t.originOf(&f)
	if err != nil {
		return nil, err
	}
	out := &audit.Trace{Project: t.run.project.ID, Figure: f, Clause: o.clause}
	if t.explain {
		if err := t.explained(out, o); err != nil {
			return nil, err
		}
	}
	if len(o.rows) > 0 {
		out.Rows = t.names.rows(id, o.rows)
	}
	return out, t.addParts(out, o, append(above, id))
}

// addParts traces the figures that one rests on. Their rows are the rows of one that has none of its own.
func (t *following) addParts(out *audit.Trace, o *origin, above []string) error {
	own := len(o.rows) > 0 || o.counted != nil
	if own && !t.explain {
		return nil
	}
	for _, id := range o.parts {
		if slices.Contains(above, id) {
			continue
		}
		part, err := t.trace(id, slices.Clone(above))
		if err != nil {
			return err
		}
		if !own && out.Figure.Status == evaluate.Known {
			out.Rows = append(out.Rows, part.Rows...)
		}
		part.Rows = nil
		out.Parts = append(out.Parts, part)
	}
	return nil
}

// explained fills in how the rows were found.
func (t *tracer) explained(out *audit.Trace, o *origin) (err error) {
	for _, path := range o.stated {
		out.Stated = append(out.Stated, t.run.project.placeOf(path))
	}
	if o.by != nil {
		t = o.by
	}
	out.Rule, out.Terms, out.Parameters, out.Filters = o.words, t.termsOf(o.rule), t.parametersOf(o.rule), o.filters
	if o.counted != nil {
		out.Filters, err = t.filters(out.Figure.ID, o.steps(), o.counted)
	}
	return err
}
