package sqltext

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/indicators"
)

// flat lays the same steps out for ClickHouse, where a SELECT may name expressions in a WITH before
// it. Counting has to stand next to the table: over a table that is distributed each shard carries
// out only the inmost SELECT, and of one that takes columns every row would travel to the server
// that was asked. So each shard counts, and a few rows travel. The counts stand in a step of their
// own, since the name sex would otherwise hide the column in every condition.
func (t *translator) flat(table string, figures []figure, by []indicators.Dimension, q Query) string {
	w := &writer{dialect: t.dialect}
	t.header(w, figures, by, q)
	keys, values := []string{t.quoted("sex_group")}, []string{t.sexOf()}
	w.line(0, "SELECT", "")
	w.line(1, keys[0]+" AS "+t.dialect.identifier("sex")+",", "")
	for i, d := range by {
		value, _, _ := t.value(i, d)
		keys, values = append(keys, t.quoted(fmt.Sprintf("by_%d", i+1))), append(values, value)
		w.line(1, keys[i+1]+" AS "+t.heading(d)+",", "")
	}
	for i := range figures {
		n, d := countNames(i, q.Single)
		w.entry(1, n+", "+d, i < len(figures)-1)
	}
	w.line(0, "FROM (", "")
	w.line(1, "WITH", "")
	t.named(w)
	for i, f := range figures {
		t.conditions(w, i, f, i == len(figures)-1)
	}
	w.line(1, "SELECT", "")
	for i, value := range values {
		w.line(2, value+" AS "+keys[i]+",", "")
	}
	for i, f := range figures {
		t.counts(w, i, f, len(figures), q.Single)
	}
	w.line(1, "FROM "+table, "")
	w.line(1, "GROUP BY "+strings.Join(keys, ", "), "")
	w.line(0, ") AS counted", "")
	w.line(0, "ORDER BY "+strings.Join(keys, ", ")+";", "")
	return w.String()
}

// named writes what the conditions refer to by name: dates reckoned, and what holds.
func (t *translator) named(w *writer) {
	for _, r := range t.read.reckons {
		w.line(2, r.expression+" AS "+t.dialect.identifier(r.name)+",", "")
	}
	for _, f := range t.read.flags {
		w.clause(2, "", f.is, " AS "+t.dialect.identifier(f.name)+",")
	}
}
