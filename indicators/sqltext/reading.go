package sqltext

import (
	"fmt"
	"slices"
)

// reading is what the inmost step of a text takes from the table: columns as they are, and dates
// reckoned from them, each once; and what holds of the participation in many places of the text.
type reading struct {
	columns []string
	reckons []reckoned
	flags   []flagged
}

// reckoned is a column that the inmost step works out.
type reckoned struct{ name, expression string }

// flagged is a condition that the inmost step gives a name.
type flagged struct {
	name string
	is   clause
}

// flag names a condition, once, and gives its quoted name.
func (t *translator) flag(name string, is clause) string {
	name = t.free(name)
	if !slices.ContainsFunc(t.read.flags, func(f flagged) bool { return f.name == name }) {
		t.read.flags = append(t.read.flags, flagged{name, is})
	}
	return t.dialect.identifier(name)
}

// column notes that a column is read and gives its quoted name.
func (t *translator) column(name string) string {
	if !slices.Contains(t.read.columns, name) {
		t.read.columns = append(t.read.columns, name)
	}
	return t.dialect.identifier(name)
}

func (t *translator) daysAfter(date string, days int) string {
	return t.reckon(fmt.Sprintf("%s_plus_%d_days", date, days), t.dialect.plusDays(t.dialect.identifier(date), days))
}

func (t *translator) monthsAfter(date string, months int) string {
	return t.reckon(fmt.Sprintf("%s_plus_%d_months", date, months), t.dialect.plusMonths(t.dialect.identifier(date), months))
}

// reckon gives a worked-out column a name that no field has.
func (t *translator) reckon(name, expression string) string {
	name = t.free(name)
	r := reckoned{name, expression}
	if !slices.Contains(t.read.reckons, r) {
		t.read.reckons = append(t.read.reckons, r)
	}
	return t.dialect.identifier(name)
}

// free is a name that no column of the table has.
func (t *translator) free(name string) string {
	for t.has[name] {
		name += "_"
	}
	return name
}
