package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// say fills the text of a rule in. Nothing of a row is ever among what is filled in.
func (r *Rule) say(field datasets.Label, margin int) datasets.Label {
	fill := func(text, label string) string {
		return strings.NewReplacer("{field}", label, "{days}", strconv.Itoa(r.Days), "{margin}", strconv.Itoa(margin)).Replace(text)
	}
	return datasets.Label{PL: fill(r.Text.PL, field.PL), EN: fill(r.Text.EN, field.EN)}
}

// columns reports, once a file, the fields of the complete record that it has no column for.
func (c *Checker) columns(b *datasets.Batch) []datasets.Problem {
	known := len(c.sources)
	if c.sourceOf(b); len(c.sources) == known {
		return nil
	}
	c.see(b)
	var problems []datasets.Problem
	for i, r := range c.rules {
		if r.Test != testColumn {
			continue
		}
		for _, name := range c.options.CompleteRecord {
			if !provided(b, name) {
				h := hit{rule: i, field: b.Schema.Index(name)}
				problems = append(problems, c.problem(b.Schema, h, datasets.Position{File: b.File, Sheet: b.Sheet}))
			}
		}
	}
	return problems
}

// provided tells whether a file can say a field: by its column, or the age by two dates.
func provided(b *datasets.Batch, field string) bool {
	return b.Has(field) || field == "age" && b.Has("birth_date") && b.Has("entry_date")
}

// limitReached tells from which row on rows are not compared with one another.
func (c *Checker) limitReached(b *datasets.Batch, row int) []datasets.Problem {
	i := slices.IndexFunc(c.rules, func(r Rule) bool { return r.Test == testLimit })
	if i < 0 {
		return nil
	}
	field := b.Schema.Index(c.rules[i].Place)
	return []datasets.Problem{c.problem(b.Schema, hit{rule: i, field: field}, b.Position(row, field))}
}
