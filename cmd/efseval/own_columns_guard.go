package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/indicators"
)

// guard looks at the values of a column that no profile knows, which may hold anything: a column in which
// nearly every row has a value of its own names persons or rows, and says nothing of a group.
type guard struct {
	field  datasets.Field
	rows   int // with a value
	values map[string]bool
	before []byte
	tells  bool // a value could say who somebody is
}

// The bounds of a guard: so many rows with a value, of which more than this share have one of their own.
const (
	guardRows  = 4
	guardShare = 0.8
)

// guardAll looks at columns while the rows go by.
func (e *export) guardAll(fields []datasets.Field) {
	for _, f := range fields {
		e.guards = append(e.guards, &guard{field: f, values: map[string]bool{}})
	}
}

// guarded is the error of the columns that must not be shown, else that of counting: a column with too
// many values ends the count, and why is better said of the column. A file that broke off comes first.
func (e *export) guarded(counting error) error {
	if _, unreadable := errors.AsType[*datasets.Unreadable](counting); unreadable || errors.Is(counting, context.Canceled) {
		return counting
	}
	for _, g := range e.guards {
		if err := g.verdict(); err != nil {
			return err
		}
	}
	return counting
}

func (g *guard) look(b *datasets.Batch) {
	c := b.ColumnOf(g.field.Name)
	if c == nil || !c.Present {
		return
	}
	for row := range b.Rows() {
		text := c.Text(row)
		if len(text) == 0 {
			continue
		}
		if g.rows++; !bytes.Equal(text, g.before) {
			g.take(datasets.FoldText(string(text)))
			g.before = append(g.before[:0], text...)
		}
	}
}

// take holds a value, as far as a table could have parts.
func (g *guard) take(value string) {
	if len(g.values) <= indicators.MaxParts && !g.values[value] {
		g.values[value] = true
		g.tells = g.tells || canonical.TellsOfPerson([]byte(value))
	}
}

func (g *guard) verdict() error {
	header := datasets.Visible(g.field.Label.EN)
	switch {
	case g.tells:
		return usageError{fmt.Errorf("the column %q holds values that could tell who somebody is (@, a long number, an address), and nothing is split by it nor written out", header)}
	case len(g.values) > indicators.MaxParts:
		return usageError{fmt.Errorf("the column %q has more than %d values; no table is split by so many: make broader groups of them", header, indicators.MaxParts)}
	case g.rows >= guardRows && float64(len(g.values)) > guardShare*float64(g.rows):
		return usageError{fmt.Errorf("the column %q has %d values in %d rows, so that nearly every row has one of its own and a part would be one person; name a column of groups", header, len(g.values), g.rows)}
	}
	return nil
}

// guardTable looks at the parts of a table that a server counted. Of parts that overlap the persons are
// no more than the whole.
func guardTable(t *indicators.Table, fields []datasets.Field) error {
	all, _ := t.Cell(indicators.GrandTotal, indicators.Total)
	for _, u := range t.Unsplit {
		if slices.ContainsFunc(fields, func(f datasets.Field) bool { return f.Name == u.Dimension.Field }) {
			return usageError{fmt.Errorf("--by: the table has no column %s; efseval export --column makes one", u.Dimension.Field)}
		}
	}
	for _, f := range fields {
		g := &guard{field: f, values: map[string]bool{}}
		for i, d := range t.By {
			if d.Field != f.Name {
				continue
			}
			for _, p := range t.Parts {
				if c, _ := p.Table.Cell(indicators.GrandTotal, indicators.Total); p.Values[i] != indicators.NotKnown {
					g.rows += int(c.Num)
					g.take(p.Values[i])
				}
			}
		}
		g.rows = min(g.rows, int(all.Num))
		if err := g.verdict(); err != nil {
			return err
		}
	}
	return nil
}
