package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/indicators"
)

// guard looks at the values of a column that no profile knows, which may hold anything: a column in which
// nearly every row, or nearly every person, has a value of its own names persons or rows, and says nothing of a group.
type guard struct {
	field   datasets.Field
	rows    int             // with a value
	seed    maphash.Seed    // no output depends on it
	persons map[uint64]bool // hashes of those with a value, as far as they matter
	unnamed int             // rows with a value and without a person
	values  map[string]bool
	before  []byte
	tells   bool // a value could say who somebody is
}

func newGuard(f datasets.Field) *guard {
	return &guard{field: f, seed: maphash.MakeSeed(), persons: map[uint64]bool{}, values: map[string]bool{}}
}

// The bounds of a guard: so many rows with a value, and more values than this share of the rows or persons.
// Persons are told apart as long as the values that a table may have could be so many.
const (
	guardRows    = 4
	guardShare   = 0.8
	guardPersons = indicators.MaxParts * 5 / 4
)

// guardAll looks at columns while the rows go by.
func (e *export) guardAll(fields []datasets.Field) {
	for _, f := range fields {
		e.guards = append(e.guards, newGuard(f))
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
	person := b.ColumnOf("person")
	for row := range b.Rows() {
		text := c.Text(row)
		if len(text) == 0 {
			continue
		}
		g.meet(person, row)
		if g.rows++; !bytes.Equal(text, g.before) {
			g.take(datasets.FoldText(string(text)))
			g.before = append(g.before[:0], text...)
		}
	}
}

// meet takes down whose row has a value.
func (g *guard) meet(person *datasets.Column, row int) {
	switch {
	case g.unnamed+len(g.persons) > guardPersons:
	case person == nil || !person.Present || person.Missing(row):
		g.unnamed++
	default:
		g.persons[maphash.Bytes(g.seed, person.Text(row))] = true
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
	case g.rows >= guardRows && float64(len(g.values)) > guardShare*float64(g.unnamed+len(g.persons)):
		return usageError{fmt.Errorf("the column %q has %d values for %d persons, so that nearly every person has one of their own and a part would be one person; name a column of groups", header, len(g.values), g.unnamed+len(g.persons))}
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
		g := newGuard(f)
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
		g.unnamed = g.rows // the server tells no persons
		if err := g.verdict(); err != nil {
			return err
		}
	}
	return nil
}
