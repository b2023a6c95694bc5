package sqltext

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// query lays the three steps out: counting by sex and dimensions, over what each participation is, over
// what the table says of it.
func (t *translator) query(table string, figures []figure, by []indicators.Dimension, q Query) string {
	if t.dialect == ClickHouse {
		return t.flat(table, figures, by, q)
	}
	w := &writer{dialect: t.dialect}
	t.header(w, figures, by, q)
	keys, values, joins, wheres := []string{t.quoted("sex_group")}, []string{t.sexOf()}, []string{}, []string{}
	w.line(0, "SELECT", "")
	w.line(1, keys[0]+" AS "+t.dialect.identifier("sex")+",", "")
	for i, d := range by {
		value, join, where := t.value(i, d)
		keys, values = append(keys, t.quoted(fmt.Sprintf("by_%d", i+1))), append(values, value)
		if join != "" {
			joins, wheres = append(joins, join), append(wheres, where)
		}
		w.line(1, keys[i+1]+" AS "+t.heading(d)+",", "")
	}
	for i, f := range figures {
		t.counts(w, i, f, len(figures), q.Single)
	}
	w.line(0, "FROM (", "")
	w.line(1, "SELECT", "")
	for i, value := range values {
		w.line(2, value+" AS "+keys[i]+",", "")
	}
	for i, f := range figures {
		t.conditions(w, i, f, i == len(figures)-1)
	}
	w.line(1, "FROM (", "")
	t.inmost(w, table)
	w.line(1, ") AS participation", "")
	for _, join := range joins {
		w.line(1, join, "")
	}
	if len(wheres) > 0 {
		w.line(1, "WHERE "+strings.Join(wheres, "\n    AND "), "")
	}
	w.line(0, ") AS person", "")
	w.line(0, "GROUP BY "+strings.Join(keys, ", "), "")
	w.line(0, "ORDER BY "+strings.Join(keys, ", ")+";", "")
	return w.String()
}

// quoted is a name of the text's own, which no column of the table has.
func (t *translator) quoted(name string) string { return t.dialect.identifier(t.free(name)) }

// entry writes one entry of a list on a line of its own, with a comma where more follow.
func (w *writer) entry(depth int, text string, more bool) {
	if more {
		text += ","
	}
	w.line(depth, text, "")
}

// sexOf gives the group of a person; whoever is in none of the genders of the rule set has the empty text.
func (t *translator) sexOf() string {
	if !t.has["sex"] {
		return "''"
	}
	sex := t.column("sex")
	return fmt.Sprintf("CASE WHEN %s IN (%s) THEN %[1]s ELSE '' END", sex, t.texts(t.set.Parameters.Genders))
}

func (t *translator) eligibleName(i int) string { return t.quoted(fmt.Sprintf("is_eligible_%d", i+1)) }
func (t *translator) achievedName(i int) string { return t.quoted(fmt.Sprintf("is_achieved_%d", i+1)) }

// counts writes the numerator and the denominator of a figure.
func (t *translator) counts(w *writer, i int, f figure, of int, single bool) {
	num, den := t.achievedName(i), ""
	if !f.everyone {
		den = t.eligibleName(i)
		num = den + " AND " + num
	}
	n, d := countNames(i, single)
	note := f.code
	if single {
		note = ""
	}
	w.line(1, fmt.Sprintf("%s AS %s,", t.dialect.countIf(num), n), note)
	last := fmt.Sprintf("%s AS %s", t.dialect.countIf(den), d)
	w.entry(1, last, i < of-1)
}

// countNames are the columns of the answer that hold a figure.
func countNames(i int, single bool) (num, den string) {
	if single {
		return "achieved", "eligible"
	}
	return fmt.Sprintf("n_%d", i+1), fmt.Sprintf("d_%d", i+1)
}

// conditions writes who is eligible and who achieved a figure.
func (t *translator) conditions(w *writer, i int, f figure, last bool) {
	name := f.code
	if d := t.set.Definition(f.code); d != nil {
		name += " " + t.in(d.Name)
	}
	w.line(2, "-- "+oneLine(name), "")
	if !f.everyone {
		w.line(2, "--   "+t.in(datasets.Label{PL: "kto może spełnić (mianownik)", EN: "who can meet it (denominator)"}), "")
		w.clause(2, "", f.eligible, " AS "+t.eligibleName(i)+",")
	}
	w.line(2, "--   "+t.in(datasets.Label{PL: "kto spełnił (licznik)", EN: "who met it (numerator)"}), "")
	after := " AS " + t.achievedName(i)
	if !last {
		after += ","
	}
	w.clause(2, "", f.achieved, after)
}

// inmost reads the columns, reckons dates and names what holds.
func (t *translator) inmost(w *writer, table string) {
	lines := []string{"1 AS " + t.quoted("one")} // so that there is something to select
	if len(t.read.columns) > 0 {
		lines = nil
	}
	for _, c := range t.read.columns {
		lines = append(lines, t.dialect.identifier(c))
	}
	for _, r := range t.read.reckons {
		lines = append(lines, r.expression+" AS "+t.dialect.identifier(r.name))
	}
	w.line(2, "SELECT", "")
	for i, line := range lines {
		w.entry(3, line, i < len(lines)-1 || len(t.read.flags) > 0)
	}
	for i, f := range t.read.flags {
		after := " AS " + t.dialect.identifier(f.name)
		if i < len(t.read.flags)-1 {
			after += ","
		}
		w.clause(3, "", f.is, after)
	}
	w.line(2, "FROM "+table, "")
}
