package batch

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/indicators"
)

// origin is where the value of a figure comes from: rows of its own, lines of the project file, other
// figures. A figure without rows of its own has those of its parts.
type origin struct {
	rows   []found
	stated []string // YAML paths of the project file
	parts  []string // ids

	filters []audit.Filter        // where the figure is no count of people
	counted members               // people that are counted
	steps   func() []step         // to counted
	rule    *indicators.Criterion // whose parameters matter
	by      *tracer               // by another rule set; nil: that of the run
	words   evaluate.Text
	clause  string
}

// found is a row behind a figure.
type found struct {
	at     datasets.Position
	unit   int    // from 1; 0: the row stands for itself
	person string // identifier or code; never printed
	roles  []audit.Role
}

// originOf finds out where a figure comes from. What no family below knows rests on the figures it was
// computed from.
func (t *tracer) originOf(f *evaluate.Figure) (*origin, error) {
	for _, family := range []func(*evaluate.Figure) (*origin, error){
		t.statedIndicator, t.efficiency, t.knownLater, t.sample, t.count, t.indicatorShare, t.quotient, t.refusals, t.asideRows, t.target, t.money, t.survey, t.fact,
	} {
		if o, err := family(f); o != nil || err != nil {
			return o, err
		}
	}
	return &origin{parts: t.trail.rests[f.ID]}, nil
}

// count is the origin of a number of people.
func (t *tracer) count(f *evaluate.Figure) (*origin, error) {
	if f.Unit != evaluate.Persons || t.run.table == nil {
		return nil, nil
	}
	m, ok, err := t.countedIn(f.ID)
	if !ok || err != nil {
		return nil, err
	}
	o := &origin{}
	t.ruleOf(f.ID, o)
	if f.Status != evaluate.Known {
		return o, nil
	}
	if err := held(f.ID, m, int(f.Value.Float())); err != nil {
		return nil, err
	}
	o.counted, o.steps = m, func() []step { return t.stepsTo(f.ID, m) }
	o.rows = t.rowsBehind(m, audit.Counted)
	return o, nil
}

// ruleOf names the rule of a count.
func (t *tracer) ruleOf(id string, o *origin) {
	d, _, _ := t.indicatorOf(id)
	if d == nil {
		if t.partOf(id) != nil {
			id = "participants/total"
		}
		o.words = t.run.recordRule(strings.Replace(id, "flow/finished", "participants/completed", 1))
		o.rule = &indicators.Criterion{Everyone: true}
		return
	}
	o.words, o.clause = t.run.rule(d), d.Source.Clause
	o.rule = &indicators.Criterion{All: []indicators.Criterion{d.Eligible, d.Achieved}}
}

// indicatorShare is the origin of the share of those eligible who met an indicator.
func (t *tracer) indicatorShare(f *evaluate.Figure) (*origin, error) {
	d, g, rest := t.indicatorOf(f.ID)
	if d == nil || rest != "share" || t.run.table == nil {
		return nil, nil
	}
	o := &origin{parts: t.trail.rests[f.ID]}
	if len(o.parts) == 0 {
		o.parts = []string{indicatorID(d.Code, g)}
	}
	t.ruleOf(f.ID, o)
	if f.Status != evaluate.Known {
		return o, nil
	}
	met, eligible, err := t.people.sides(d.Code, g)
	if err != nil {
		return nil, err
	}
	o.counted, o.steps = met, func() []step { return t.stepsTo(f.ID, met) }
	return o, t.shareRows(f, o, met, eligible)
}

// quotient is the origin of a share of one count of people in another.
func (t *tracer) quotient(f *evaluate.Figure) (*origin, error) {
	if f.Unit != evaluate.Share || t.run.table == nil {
		return nil, nil
	}
	parts := t.quotientOf(f.ID)
	if parts == nil {
		return nil, nil
	}
	o := &origin{parts: parts}
	if f.Status != evaluate.Known {
		return o, nil
	}
	var sides [2]members
	for i, id := range parts {
		var err error
		if sides[i], _, err = t.countedIn(id); err != nil {
			return nil, err
		}
	}
	return o, t.shareRows(f, o, sides[0], sides[1])
}

// quotientOf are the counts that a share is of; nil where it is none of two counts.
func (t *tracer) quotientOf(id string) []string {
	if name, ok := strings.CutSuffix(id, "-share"); ok && strings.HasPrefix(id, "participants/") {
		return []string{name, "participants/total"}
	}
	if name, ok := strings.CutSuffix(id, "/share"); ok && strings.HasPrefix(id, "flow/") {
		return []string{name, "flow/began"}
	}
	d, _, rest := t.indicatorOf(id)
	of := map[string]string{"share-of-participants": "participants/total", "per-completed": "participants/completed"}[rest]
	if d == nil || of == "" {
		return nil
	}
	return []string{indicatorID(d.Code, indicators.Total), of}
}

// shareRows lists the rows of both sides of a share.
func (t *tracer) shareRows(f *evaluate.Figure, o *origin, numerator, denominator members) error {
	if err := held(f.ID+" (numerator)", numerator, int(f.Numerator.Float())); err != nil {
		return err
	}
	if err := held(f.ID+" (denominator)", denominator, int(f.Denominator.Float())); err != nil {
		return err
	}
	either := numerator.each(func(i int) bool { return numerator[i] || denominator[i] })
	o.rows = t.rowsBehind(either)
	for i := range o.rows {
		n := o.rows[i].unit - 1
		if numerator[n] {
			o.rows[i].roles = append(o.rows[i].roles, audit.Numerator)
		}
		if denominator[n] {
			o.rows[i].roles = append(o.rows[i].roles, audit.Denominator)
		}
	}
	return nil
}

// rowsBehind lists every input row of the members of a set.
func (t *tracer) rowsBehind(m members, roles ...audit.Role) []found {
	var rows []found
	t.people.each(m, func(n int, b *datasets.Batch, row int) {
		person := ""
		if c := b.ColumnOf("person"); c != nil && c.Present {
			person = strings.TrimSpace(string(c.Text(row)))
		}
		for _, at := range b.Places(row) {
			rows = append(rows, found{at: t.named(at, t.run.project.Participants.File), unit: n + 1, person: person, roles: slices.Clone(roles)})
		}
	})
	return rows
}

// named is a place under the name that the manifest has for its file.
func (t *tracer) named(at datasets.Position, file string) datasets.Position {
	at.File, at.Column = file, 0
	return at
}

// refusals is the origin of a number of people who declined to answer.
func (t *tracer) refusals(f *evaluate.Figure) (*origin, error) {
	field, ok := strings.CutPrefix(f.ID, "refused/")
	if !ok || f.Status != evaluate.Known {
		return nil, nil
	}
	asked := []step{t.by(&indicators.Criterion{Field: field, In: []string{"refused"}})}
	met, err := t.meeting(asked)
	if err != nil {
		return nil, err
	}
	if err := held(f.ID, met[0], int(f.Value.Float())); err != nil {
		return nil, err
	}
	o := &origin{counted: met[0], steps: func() []step { return asked }, rows: t.rowsBehind(met[0], audit.Counted)}
	if f.Denominator.Present() {
		o.parts = []string{"participants/total"} // those who were asked
	}
	return o, nil
}

// asideRows is the origin of a number of rows that are not participants.
func (t *tracer) asideRows(f *evaluate.Figure) (*origin, error) {
	kind, ok := strings.CutPrefix(f.ID, "set-aside/")
	if !ok || f.Status != evaluate.Known {
		return nil, nil
	}
	o := &origin{clause: f.Source}
	for _, at := range t.trail.aside[kind] {
		o.rows = append(o.rows, found{at: t.named(at, t.run.project.Participants.File), roles: []audit.Role{audit.Counted}})
	}
	if n := len(o.rows); n != int(f.Value.Float()) {
		return nil, fmt.Errorf("batch: %s is %s, and %d rows were found behind it; this is a fault of efseval", f.ID, f.Value, n)
	}
	o.filters = []audit.Filter{{Text: evaluate.T("wiersze przeczytane", "rows read"), Rows: t.account().Read, Unmerged: true},
		{Text: f.Label, Rows: len(o.rows), Unmerged: true}}
	return o, nil
}
