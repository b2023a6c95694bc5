package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/indicators"
)

// partCell is a cell of the table of a part.
type partCell struct {
	split *split
	part  *part
	code  string
	group indicators.Group
}

// partOf is the cell that a figure of a split is of; nil for any other figure. A part is found by its
// whole id, which no other of its split has.
func (t *tracer) partOf(id string) *partCell {
	whole, at, ok := strings.Cut(id, "/by/")
	if !ok {
		return nil
	}
	code, isIndicator := strings.CutPrefix(whole, "indicator/")
	if !isIndicator && whole != indicators.Participants {
		return nil
	}
	at, name, _ := cutLast(at)
	g, err := indicators.ParseGroup(name)
	if err != nil {
		return nil
	}
	for _, s := range t.run.splitsBy {
		for i := range s.parts {
			if at == s.name+"/"+s.parts[i].id {
				return &partCell{split: s, part: &s.parts[i], code: code, group: g}
			}
		}
	}
	return nil
}

// inPart are those of a part who are in a cell.
func (t *tracer) inPart(p *partCell) (members, error) {
	m, err := t.people.in(cell{code: p.code, group: p.group})
	if err != nil {
		return nil, err
	}
	for i, d := range p.split.dims {
		those, err := t.people.part(d, p.part.values[i])
		if err != nil {
			return nil, err
		}
		m = m.and(those)
	}
	return m, nil
}

// part is the set of the participations that have a value of a dimension.
func (p *people) part(d indicators.Dimension, value string) (members, error) {
	key := fmt.Sprint(d.Name, d.Bands) // two splits may have other bands of one age
	if p.parts[key] == nil {
		found, err := p.split(d)
		if err != nil {
			return nil, err
		}
		p.parts[key] = found
	}
	if m, met := p.parts[key][value]; met {
		return m, nil
	}
	return make(members, p.total), nil
}

// split finds the participations of every value of a dimension.
func (p *people) split(d indicators.Dimension) (map[string]members, error) {
	out, first := map[string]members{}, 0
	for i, v := range p.worked {
		parts, err := v.PartRows(d)
		if err != nil {
			return nil, err
		}
		for value, rows := range parts {
			if out[value] == nil {
				out[value] = make(members, p.total)
			}
			for _, row := range rows {
				out[value][first+row] = true
			}
		}
		first += p.batches[i].Rows()
	}
	return out, nil
}

// partSteps are the conditions of the figure of the whole, and to be of the part.
func (t *tracer) partSteps(p *partCell, counted members) []step {
	var steps []step
	if d := t.run.set.Definition(p.code); d != nil {
		steps = t.indicatorSteps(d, p.group, false)
	} else {
		steps = append(t.completeSteps(), t.groupStep(p.group)...)
	}
	return append(steps, step{text: p.split.heading().Joined(": ", p.part.label), in: counted})
}
