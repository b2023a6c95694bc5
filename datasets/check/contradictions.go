package check

import (
	"cmp"
	"iter"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// found is a rule met at a kept row.
type found struct {
	row         uint32
	rule, field int // -1: the place of the rule
}

// contradictions reports rows of one person in one project that cannot all be right: every one
// of them, since nobody knows which is. The order of the rows does not matter for the outcome.
func (c *Checker) contradictions(order []uint32) []datasets.Problem {
	var all []found
	for group := range split(order, c.onePerson) {
		for i := range c.rules {
			if len(group) > 1 {
				all = append(all, c.between(i, group)...)
			}
		}
	}
	slices.SortFunc(all, func(a, b found) int {
		x, y := c.rows.at(a.row), c.rows.at(b.row)
		return cmp.Or(cmp.Compare(x.source, y.source), cmp.Compare(x.line, y.line), cmp.Compare(a.rule, b.rule), cmp.Compare(a.field, b.field))
	})
	problems := make([]datasets.Problem, 0, len(all))
	for _, f := range all {
		row := c.rows.at(f.row)
		s := &c.sources[row.source]
		name := c.rules[f.rule].Place
		if f.field >= 0 {
			name = c.rows.fields[f.field]
		}
		field := s.schema.Index(name)
		problems = append(problems, c.problem(s.schema, hit{rule: f.rule, field: field}, s.position(row.line, field)))
	}
	return problems
}

// between holds the rows of one person against each other by a rule, if it is one between rows.
func (c *Checker) between(rule int, group []uint32) (all []found) {
	test := c.rules[rule].Test
	if test == testSame {
		return c.compare(rule, group)
	}
	if groupTests[test] != nil {
		for _, row := range groupTests[test](c, group) {
			all = append(all, found{row, rule, -1})
		}
	}
	return all
}

// byPerson are the kept rows in order of person, project and entry.
func (c *Checker) byPerson() []uint32 {
	order := make([]uint32, c.rows.n)
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(i, j uint32) int {
		a, b := c.rows.at(i), c.rows.at(j)
		return cmp.Or(a.person.compare(b.person), cmp.Compare(a.project, b.project), cmp.Compare(a.entry, b.entry), cmp.Compare(i, j))
	})
	return order
}

// onePerson tells whether two rows are of one person in one project.
func (c *Checker) onePerson(i, j uint32) bool {
	a, b := c.rows.at(i), c.rows.at(j)
	return a.person == b.person && a.project == b.project
}

// split parts a sorted list where neighbours are not alike.
func split[T any](list []T, alike func(a, b T) bool) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		start := 0
		for i := 1; i <= len(list); i++ {
			if i < len(list) && alike(list[i-1], list[i]) {
				continue
			}
			if !yield(list[start:i]) {
				return
			}
			start = i
		}
	}
}

// compare holds the rows of one person against each other by one rule.
func (c *Checker) compare(rule int, group []uint32) []found {
	alike := func(i, j uint32) bool {
		return !c.rules[rule].Entry || c.rows.at(i).entry == c.rows.at(j).entry
	}
	var all []found
	for part := range split(group, alike) {
		for _, name := range c.rules[rule].Fields {
			all = append(all, c.differing(rule, slices.Index(c.rows.fields, name), part)...)
		}
	}
	return all
}

// differing are the rows that hold a value of a field, where they do not all hold the same.
func (c *Checker) differing(rule, field int, rows []uint32) []found {
	first, same := int32(noValue), true
	for _, i := range rows {
		value := c.rows.value(i, field)
		if first == noValue {
			first = value
		}
		same = same && (value == noValue || value == first)
	}
	if same {
		return nil
	}
	var holding []found
	for _, i := range rows {
		if c.rows.value(i, field) != noValue {
			holding = append(holding, found{i, rule, field})
		}
	}
	return holding
}
