package batch

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// members says of each participation, in the order of the trail, whether it is in a set.
type members []bool

func (m members) count() (n int) {
	for _, in := range m {
		if in {
			n++
		}
	}
	return n
}

func (m members) and(o members) members {
	return m.each(func(i int) bool { return m[i] && o[i] })
}

func (m members) without(o members) members {
	return m.each(func(i int) bool { return m[i] && !o[i] })
}

func (m members) each(in func(i int) bool) members {
	out := make(members, len(m))
	for i := range m {
		out[i] = in(i)
	}
	return out
}

// cell names one side of a cell of the table: its numerator, unless it says otherwise.
type cell struct {
	code     string
	group    indicators.Group
	eligible bool // its denominator
	dated    bool // of a result, those who are in the numerator by a date
}

// people are the participations of a run, for looking up who is in which set.
type people struct {
	batches []*datasets.Batch
	worked  []*indicators.Evaluated // of each batch, by the set of the run
	known   map[cell]members
	parts   map[string]map[string]members // of each dimension, by value
	total   int
}

func newPeople(set *indicators.Set, batches []*datasets.Batch) (*people, error) {
	p := &people{batches: batches, known: map[cell]members{}, parts: map[string]map[string]members{}}
	for _, b := range batches {
		v, err := set.Evaluate(b)
		if err != nil {
			return nil, err
		}
		p.worked, p.total = append(p.worked, v), p.total+b.Rows()
	}
	return p, nil
}

// everyone is the set of all participations.
func (p *people) everyone() members {
	return make(members, p.total).each(func(int) bool { return true })
}

// in is the set of the participations behind one side of a cell.
func (p *people) in(c cell) (members, error) {
	if m, known := p.known[c]; known {
		return m, nil
	}
	m, err := p.lookUp(c)
	if err == nil {
		p.known[c] = m
	}
	return m, err
}

// sides are the sets behind both sides of a cell: those who met an indicator, and those eligible for it.
func (p *people) sides(code string, g indicators.Group) (met, eligible members, err error) {
	if met, err = p.in(cell{code: code, group: g}); err != nil {
		return nil, nil, err
	}
	eligible, err = p.in(cell{code: code, group: g, eligible: true})
	return met, eligible, err
}

// lookUp goes through all batches for one side of a cell.
func (p *people) lookUp(c cell) (members, error) {
	m, first := make(members, p.total), 0
	for i, v := range p.worked {
		look := v.Rows
		switch {
		case c.eligible:
			look = v.EligibleRows
		case c.dated:
			look = v.DatedRows
		}
		rows, err := look(c.code, c.group)
		if err != nil {
			return nil, err
		}
		for row := range rows {
			m[first+row] = true
		}
		first += p.batches[i].Rows()
	}
	return m, nil
}

// each goes through the members of a set with the batch and the row of each.
func (p *people) each(m members, do func(n int, b *datasets.Batch, row int)) {
	n := 0
	for _, b := range p.batches {
		for row := range b.Rows() {
			if m[n] {
				do(n, b, row)
			}
			n++
		}
	}
}

// countedIn is the set of participations that a count of people counts; ok is false for any other
// figure.
func (t *tracer) countedIn(id string) (m members, ok bool, err error) {
	if d, g, rest := t.indicatorOf(id); d != nil && rest == "" && !d.Fact {
		m, err = t.people.in(cell{code: d.Code, group: g})
		return m, true, err
	}
	if p := t.partOf(id); p != nil {
		m, err = t.inPart(p)
		return m, true, err
	}
	if d, by := t.basisOf(id); d != nil {
		m, err = t.restingOn(d, by)
		return m, true, err
	}
	if name, is := strings.CutPrefix(id, "participants/"); is {
		return t.participantsIn(name)
	}
	if name, is := strings.CutPrefix(id, "flow/"); is {
		return t.flowIn(name)
	}
	return nil, false, nil
}

func (t *tracer) participantsIn(name string) (m members, ok bool, err error) {
	if g, err := indicators.ParseGroup(name); err == nil && slices.Contains(t.run.set.Groups(), g) {
		m, err = t.people.in(cell{code: indicators.Participants, group: g})
		return m, true, err
	}
	switch name {
	case "grand-total":
		m, err = t.people.in(total(indicators.GrandTotal))
	case "left":
		m, err = t.people.in(total(indicators.Leavers))
	case "completed":
		m, err = t.people.in(total(indicators.Completed))
	case "incomplete":
		m, err = t.minus(total(indicators.GrandTotal), total(indicators.Participants))
	case "not-completed":
		m, err = t.minus(total(indicators.Participants), total(indicators.Completed))
	default:
		return nil, false, nil
	}
	return m, true, err
}

func total(code string) cell { return cell{code: code, group: indicators.Total} }

// minus is who is in the first and in none of the others.
func (t *tracer) minus(first cell, others ...cell) (members, error) {
	m, err := t.people.in(first)
	for _, c := range others {
		if err != nil {
			return nil, err
		}
		var o members
		if o, err = t.people.in(c); err == nil {
			m = m.without(o)
		}
	}
	return m, err
}

// flowIn are the people of a stage of the flow, as [run.flowCells] counts them.
func (t *tracer) flowIn(name string) (m members, ok bool, err error) {
	i := slices.Index(flowStages[:], name)
	own := t.run.set.Definition(flowCodes[0]) != nil
	switch {
	case i >= 0 && own:
		m, err = t.people.in(total(flowCodes[i]))
	case name == "not-recorded" && own:
		m, err = t.minus(total(flowCodes[0]), total(flowCodes[1]), total(flowCodes[2]), total(flowCodes[3]))
	case name == "began":
		m, err = t.people.in(total(indicators.Participants))
	case name == "finished":
		m, err = t.people.in(total(indicators.Completed))
	case name == "broke-off":
		m, err = t.minus(total(indicators.Leavers), total(indicators.Completed))
	case name == "continues":
		m, err = t.minus(total(indicators.Participants), total(indicators.Leavers))
	default:
		return nil, false, nil
	}
	return m, true, err
}

// indicatorOf is the indicator and the group of the figure of a cell, and what of the id comes behind
// it; nil for any other figure.
func (t *tracer) indicatorOf(id string) (d *indicators.Definition, g indicators.Group, rest string) {
	if !strings.HasPrefix(id, "indicator/") {
		return nil, 0, ""
	}
	for i := range t.run.set.Definitions {
		d := &t.run.set.Definitions[i]
		below, ok := strings.CutPrefix(id, strings.TrimSuffix(indicatorID(d.Code, indicators.Total), indicators.Total.String()))
		if !ok {
			continue
		}
		name, rest, _ := strings.Cut(below, "/")
		if g, err := indicators.ParseGroup(name); err == nil {
			return d, g, rest
		}
		return d, indicators.Total, below // of everybody: share-of-participants
	}
	return nil, 0, ""
}

// held is an error where a set does not have as many members as the figure counts.
func held(id string, m members, want int) error {
	if n := m.count(); n != want {
		return fmt.Errorf("batch: %s is %d, and %d participations were found behind it; this is a fault of efseval", id, want, n)
	}
	return nil
}
