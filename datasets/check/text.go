package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// say fills the text of a rule in. Nothing of a row is ever among what is filled in.
func (r *Rule) say(field, class datasets.Label, margin int) datasets.Label {
	fill := func(text, label, class string) string {
		return strings.NewReplacer("{field}", label, "{class}", class, "{days}", strconv.Itoa(r.Days), "{margin}", strconv.Itoa(margin),
			"{months}", strconv.Itoa(r.Months), "{adult}", strconv.FormatInt(r.Adult, 10), "{adult_months}", strconv.Itoa(r.AdultMonths)).Replace(text)
	}
	return datasets.Label{PL: fill(r.Text.PL, field.PL, class.PL), EN: fill(r.Text.EN, field.EN, class.EN)}
}

// class is what a text says of one of the classes of a rule, nothing where it has none.
func (r *Rule) class(class int) datasets.Label {
	if class >= len(r.Classes) {
		return datasets.Label{}
	}
	return r.Classes[class]
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

// ruleOf is the place among the rules of the one with a test that only one has; -1 where none has.
func (c *Checker) ruleOf(test string) int {
	return slices.IndexFunc(c.rules, func(r Rule) bool { return r.Test == test })
}

// limitReached tells from which row on rows are not compared with one another.
func (c *Checker) limitReached(b *datasets.Batch, row int) []datasets.Problem {
	i := c.ruleOf(testLimit)
	if i < 0 {
		return nil
	}
	field := b.Schema.Index(c.rules[i].Place)
	return []datasets.Problem{c.problem(b.Schema, hit{rule: i, field: field}, b.Position(row, field))}
}
