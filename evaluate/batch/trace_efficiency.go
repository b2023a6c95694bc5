package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/indicators"
)

// efficiency is the origin of a count or a share of the efficiency criterion, and of a threshold.
func (t *tracer) efficiency(f *evaluate.Figure) (*origin, error) {
	table := t.run.efficiencyTable()
	if table == nil || !strings.HasPrefix(f.ID, "efficiency/") {
		return nil, nil
	}
	for _, line := range criteria(table) {
		rest, ok := strings.CutPrefix(f.ID, line.path+"/")
		if !ok {
			continue
		}
		name, side, _ := strings.Cut(rest, "/")
		g, err := indicators.ParseGroup(name)
		switch {
		case err != nil:
			continue // of a subgroup, which has a line of its own
		case side == "threshold":
			return t.threshold(line), nil
		}
		return t.ofLine(f, table.Set, line, g, side == "share")
	}
	return nil, nil
}

// threshold is the origin of a threshold: the project file, or else the rule set.
func (t *tracer) threshold(line heldTo) *origin {
	o := &origin{clause: line.held.Threshold.Source.Clause}
	if e := t.run.project.Efficiency; e != nil && len(e.Thresholds) > 0 {
		o.stated = []string{"$.efficiency.thresholds"}
	}
	return o
}

// lineCode is that of a definition that is counted for one figure only.
const lineCode = "TRACE-LINE"

// ofLine finds the people of a line of the criterion: those of its indicator who are in its subgroup.
func (t *tracer) ofLine(f *evaluate.Figure, set *indicators.Set, line heldTo, g indicators.Group, share bool) (*origin, error) {
	d := *line.def
	d.Code = lineCode
	if line.held != nil {
		d.Eligible = indicators.Criterion{All: []indicators.Criterion{line.held.Threshold.Of, d.Eligible}}
	}
	return t.defined(f, set, d, g, share)
}

// knownLater is the origin of how many of those who left the later situation is known of.
func (t *tracer) knownLater(f *evaluate.Figure) (*origin, error) {
	d, _, rest := t.indicatorOf(f.ID)
	if d == nil || rest != "situation-known" || t.run.table == nil {
		return nil, nil
	}
	set, err := t.run.project.countedSet()
	if err != nil {
		return nil, err
	}
	known := *set.Definition(knownPrefix + d.Code)
	known.Code = lineCode
	return t.defined(f, t.run.set, known, indicators.Total, true)
}

// defined is the origin of a figure of a definition that stands in no table of its own.
func (t *tracer) defined(f *evaluate.Figure, set *indicators.Set, d indicators.Definition, g indicators.Group, share bool) (*origin, error) {
	rule := indicators.Criterion{All: []indicators.Criterion{d.Eligible, d.Achieved}}
	o := &origin{words: text(set.Say(&rule)), clause: d.Source.Clause, rule: &rule, by: &tracer{run: t.run, set: set}}
	if f.Status != evaluate.Known {
		return o, nil
	}
	with, err := set.With(d)
	if err != nil {
		return nil, err
	}
	people, err := newPeople(with, t.trail.batches)
	if err != nil {
		return nil, err
	}
	met, eligible, err := people.sides(d.Code, g)
	if err != nil {
		return nil, err
	}
	o.by = &tracer{run: t.run, trail: t.trail, people: people, set: with}
	o.counted = met
	o.steps = func() []step { return o.by.indicatorSteps(&d, g, share) }
	if share {
		return o, t.shareRows(f, o, met, eligible)
	}
	o.rows = t.rowsBehind(met, audit.Counted)
	return o, held(f.ID, met, int(f.Value.Float()))
}
