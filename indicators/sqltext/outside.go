package sqltext

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// OutsideQuery is a text that counts values which are no terms of a vocabulary, and how to read
// its answer.
type OutsideQuery struct {
	// Text is one SELECT over one scan of the table. Its answer is one row: the rows of the table
	// in the column records, and in outside_i, from 1, how many of them have in the i-th of
	// Fields a value that is neither missing nor a term; of a date in ClickHouse, its first day,
	// which it puts for every day that it cannot hold.
	Text   string
	Fields []string
}

// Outside writes the text that finds what a count would silently take for not known: a sex
// written K, a set without its bars. The engine of package indicators never meets such values,
// since reading an export refuses them; a table filled by somebody else may hold any.
func Outside(schema *datasets.Schema, o Options) (OutsideQuery, error) {
	table, err := o.Dialect.table(o.Table)
	if err != nil {
		return OutsideQuery{}, err
	}
	has, err := columns(schema, o.Columns)
	if err != nil {
		return OutsideQuery{}, err
	}
	var q OutsideQuery
	var lines []string
	for i := range schema.Fields {
		f := &schema.Fields[i]
		test := o.Dialect.outside(f)
		if test == "" || !has[f.Name] {
			continue
		}
		q.Fields = append(q.Fields, f.Name)
		lines = append(lines, fmt.Sprintf("%s AS outside_%d,", o.Dialect.countIf(test), len(q.Fields)))
	}
	w := &writer{dialect: o.Dialect}
	w.line(0, "SELECT", "")
	for i, line := range lines {
		w.line(1, line, q.Fields[i])
	}
	w.line(1, "COUNT(*) AS records", "")
	w.line(0, "FROM "+table+";", "")
	q.Text = w.String()
	return q, nil
}

// outside is true of a value that is neither missing nor made of terms; empty where a field may
// hold anything. From a set the members are struck one after the other; of a right one a bar is
// left, or the two of the empty set.
func (d Dialect) outside(f *datasets.Field) string {
	column := d.identifier(f.Name)
	switch {
	case f.Kind == datasets.Date && d == ClickHouse:
		return column + " = toDate(0)"
	case f.Vocabulary == nil:
		return ""
	}
	var terms []string
	rest := column
	for _, term := range f.Vocabulary.Terms {
		terms = append(terms, d.text(term.Code))
		rest = fmt.Sprintf("%s(%s, %s, '|')", d.replace(), rest, d.text("|"+term.Code+"|"))
	}
	if f.Kind == datasets.Set {
		return fmt.Sprintf("%s <> '' AND %s NOT IN ('|', '||')", column, rest)
	}
	return fmt.Sprintf("%s <> '' AND %[1]s NOT IN (%s)", column, strings.Join(terms, ", "))
}

func (d Dialect) replace() string {
	if d == ClickHouse {
		return "replaceAll"
	}
	return "replace"
}
