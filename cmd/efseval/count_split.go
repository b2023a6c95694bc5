package main

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// partOf is one part of a table that is split, with the same lines as the whole.
type partOf struct {
	label datasets.Label
	lines []countLine
}

func (c *counted) partLines(t *indicators.Table) []partOf {
	var parts []partOf
	for _, p := range t.Parts {
		var label evaluate.Text
		for i, l := range p.Labels {
			value := evaluate.T(l.PL, l.EN)
			if alone(t, i, p.Values[i]) {
				value = evaluate.T(t.By[i].Label.PL+": "+l.PL, t.By[i].Label.EN+": "+l.EN)
			}
			label = label.Joined("; ", value)
		}
		parts = append(parts, partOf{datasets.Label{PL: label.PL, EN: label.EN}, c.lines(p.Table)})
	}
	return parts
}

// alone tells whether the words of a value do not say of what it is: yes, no, not known.
func alone(t *indicators.Table, dimension int, value string) bool {
	f := t.Set.Schema().Field(t.By[dimension].Field)
	return value == indicators.NotKnown || value == indicators.NoMember || f != nil && f.Kind == datasets.Flag
}

// restsOn says of the results how many rest on a date, and how many on the situation recorded.
func (c *counted) restsOn(t *indicators.Table) []evaluate.Text {
	var list evaluate.Text
	for _, l := range c.lines(t) {
		last := len(l.row.Cells) - 1
		if l.row.Basis == nil || !l.row.Cells[last].Available {
			continue
		}
		b := l.row.Basis[last]
		list = list.Joined("; ", evaluate.T(fmt.Sprintf("%s: %s + %s", l.code, number(b.OnDate, evaluate.PL), number(b.OnSituation, evaluate.PL)),
			fmt.Sprintf("%s: %s + %s", l.code, number(b.OnDate, evaluate.EN), number(b.OnSituation, evaluate.EN))))
	}
	if list.Empty() {
		return nil
	}
	return []evaluate.Text{evaluate.T("Na czym opierają się rezultaty (z datą w oknie + tylko z zapisanej sytuacji): ",
		"What results rest on (a date within the window + the recorded situation alone): ").Joined("", list)}
}

// unsplit says what the parts do not add up to, and who could not be placed in them.
func (c *counted) unsplit() []evaluate.Text {
	var lines []evaluate.Text
	for _, d := range c.table.By {
		if d.Overlaps {
			lines = append(lines, evaluate.T("Części według pola „"+d.Label.PL+"” nie sumują się do całości: jedna osoba może być w kilku.",
				"The parts by "+d.Label.EN+" do not add up to the whole: one person may be in several."))
		}
	}
	for _, u := range c.table.Unsplit {
		need := c.table.Set.SayNeeds(strings.Split(u.Need, "; "))
		lines = append(lines, evaluate.T(fmt.Sprintf("Podział według pola „%s”: rekordów bez kolumny %s jest %s; są w części „nie wiadomo”.", u.Dimension.Label.PL, need.PL, number(u.Records, evaluate.PL)),
			fmt.Sprintf("Split by %s: %s records have no column for %s; they are in the part \"not known\".", u.Dimension.Label.EN, number(u.Records, evaluate.EN), need.EN)))
	}
	return lines
}
