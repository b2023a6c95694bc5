package main

import (
	"fmt"
	"slices"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
)

// layout is an export of a profile as a table of texts: every column that the profile reads or passes over,
// and columns that it does not know.
type layout struct {
	profile *datasets.Profile
	header  []string
	fields  []string // of each column; empty where none reads it
	rules   []*datasets.ColumnRule
}

// layoutOf lays a profile out: the right neighbour of a header stands behind it, where a rule asks for one.
func layoutOf(t *testing.T, name string, unknown ...string) *layout {
	t.Helper()
	p, err := profiles.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	l := &layout{profile: p}
	for i := range p.Columns {
		rule := &p.Columns[i]
		if len(rule.After) == 0 && slices.Contains(l.header, rule.Headers[0]) {
			continue
		}
		l.add(rule.Headers[0], rule)
	}
	for _, h := range slices.Concat(p.Ignore, unknown) {
		if !slices.Contains(l.header, h) {
			l.add(h, nil)
		}
	}
	return l
}

func (l *layout) add(header string, rule *datasets.ColumnRule) {
	l.header, l.rules = append(l.header, header), append(l.rules, rule)
	field := ""
	if rule != nil {
		field = rule.Field
	}
	l.fields = append(l.fields, field)
}

// row is a row that the profile reads, with planted cells wherever it does not look and as the identifier.
func (l *layout) row(n int) []string {
	secrets := plantedCells()
	row := make([]string, len(l.header))
	for i := range row {
		row[i] = secrets[(n*7+i)%len(secrets)]
		if l.rules[i] != nil {
			row[i] = l.cell(i, n)
		}
	}
	return row
}

// cell is a value that the field of column i takes.
func (l *layout) cell(i, n int) string {
	rule, people := l.rules[i], plantedPeople()
	who := people[n%len(people)]
	if len(rule.Values) > 0 {
		words := slices.Sorted(func(yield func(string) bool) {
			for word, term := range rule.Values {
				if term != "missing" && !yield(word) {
					return
				}
			}
		})
		return words[n%len(words)]
	}
	switch rule.Field {
	case "project":
		return "PL-QX-1"
	case "person", "code":
		return [...]string{who.pesel, who.code, who.mail, who.name(), who.code + "-B", who.pesel}[(n/len(people))%6]
	case "age":
		return fmt.Sprint(30 + n)
	case "entry_date":
		return "2023-01-10"
	case "birth_date":
		return who.born[0]
	case "exit_date":
		return "2023-06-30"
	case "municipality":
		return "Katowice"
	}
	f := l.profile.Fields().Field(rule.Field)
	if f == nil {
		return ""
	}
	switch f.Kind {
	case datasets.Date:
		return "2023-03-01"
	case datasets.Flag:
		return [...]string{"Nie", "Tak"}[n%2]
	case datasets.Money:
		return "1 234,56"
	case datasets.Count, datasets.Number:
		return "3"
	}
	return ""
}

// clean is a table whose read cells can all be read.
func (l *layout) clean(rows int) [][]string {
	table := [][]string{l.header}
	for n := range rows {
		table = append(table, l.row(n))
	}
	return table
}

// faulty has, besides, rows with something planted in each column that is read, one column a row.
func (l *layout) faulty() [][]string {
	table, secrets := l.clean(9), plantedCells()
	for i, rule := range l.rules {
		if rule == nil || rule.Field == "municipality" {
			continue // a place, which a report may be split by: its text is told by design
		}
		row := l.row(len(table))
		row[i] = secrets[i*5%len(secrets)]
		table = append(table, row)
	}
	same := slices.Clone(table[2]) // a row twice, and again with contradictions
	return append(table, same, l.row(1), l.row(4))
}
