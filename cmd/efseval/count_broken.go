package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/indicators"
)

// holds is the error of a table that breaks what every table or its rule set keeps: nothing is printed
// then. The rows that break it are looked up in the files.
func (c *counted) holds(ctx context.Context) error {
	violations := c.table.Check()
	for _, p := range c.table.Parts {
		violations = append(violations, p.Table.Check()...)
	}
	if len(violations) == 0 {
		return nil
	}
	lookups, err := c.offenders(ctx, violations)
	if err != nil {
		return err
	}
	var lines []string
	for _, l := range lookups {
		lines = append(lines, l.violation.Message().EN+l.where())
	}
	return &batch.BadData{Project: "count", Cause: fmt.Errorf("the table breaks what it must keep, nothing is printed:\n%s\ncorrect these rows; where none is named it is a fault of efseval", strings.Join(lines, "\n"))}
}

// lookup is a broken invariant and the rows behind it.
type lookup struct {
	violation indicators.Violation
	rows      int
	first     []datasets.Position
	byNoRow   bool // as groups that do not add up
}

// offenders reads the files once more for the rows that break what is broken. Standard input cannot be
// read again: then no rows are named.
func (c *counted) offenders(ctx context.Context, violations []indicators.Violation) ([]lookup, error) {
	var lookups []lookup
	for _, v := range violations {
		if !slices.ContainsFunc(lookups, func(l lookup) bool { return l.violation.Rule == v.Rule && l.violation.Group == v.Group }) {
			lookups = append(lookups, lookup{violation: v})
		}
	}
	if c.source == nil || slices.Contains(c.source.paths, files.StandardInput) {
		return lookups, nil
	}
	for b, err := range c.source.again().participations(ctx, c.table.Set) {
		if err != nil {
			return nil, err
		}
		for i := range lookups {
			if err := lookups[i].look(c.table.Set, b); err != nil {
				return nil, err
			}
		}
	}
	return lookups, nil
}

// look takes the offenders of a batch down.
func (l *lookup) look(set *indicators.Set, b *datasets.Batch) error {
	if l.byNoRow = strings.Contains(l.violation.Rule, ": "); l.byNoRow {
		return nil
	}
	rows, err := indicators.Offenders(set, l.violation, b)
	if err != nil {
		return errors.Join(l.violation, err)
	}
	l.rows += len(rows)
	for _, row := range rows {
		if len(l.first) < firstPlaces {
			l.first = append(l.first, b.Position(row, -1))
		}
	}
	return nil
}

// where names the first rows, and how many there are.
func (l *lookup) where() string {
	if l.rows == 0 {
		return ""
	}
	var places []string
	for _, p := range l.first {
		places = append(places, p.String())
	}
	text := fmt.Sprintf("; %d %s: %s", l.rows, plural(l.rows, "row breaks it", "rows break it"), strings.Join(places, ", "))
	if l.rows > len(places) {
		text += ", …"
	}
	return text
}
