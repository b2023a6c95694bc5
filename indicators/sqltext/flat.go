package sqltext

// flat lays the same steps out for ClickHouse, where a SELECT may name expressions in a WITH before
// it. Counting has to stand next to the table: over a table that is distributed each shard carries
// out only the inmost SELECT, and of one that takes columns every row would travel to the server
// that was asked. So each shard counts, and three rows travel. The counts stand in a step of their
// own, since the name sex would otherwise hide the column in every condition.
func (t *translator) flat(table string, figures []figure, q Query) string {
	w := &writer{dialect: t.dialect}
	t.header(w, figures, q)
	sex := t.sexOf()
	w.line(0, "SELECT", "")
	w.line(1, t.quoted("sex_group")+" AS "+t.dialect.identifier("sex")+",", "")
	for i := range figures {
		n, d := countNames(i, q.Single)
		w.clauseless(1, n+", "+d, i < len(figures)-1)
	}
	w.line(0, "FROM (", "")
	w.line(1, "WITH", "")
	t.named(w, sex)
	for i, f := range figures {
		t.conditions(w, i, f, i == len(figures)-1)
	}
	w.line(1, "SELECT", "")
	w.line(2, t.quoted("sex_group")+",", "")
	for i, f := range figures {
		t.counts(w, i, f, len(figures), q.Single)
	}
	w.line(1, "FROM "+table, "")
	w.line(1, "GROUP BY "+t.quoted("sex_group"), "")
	w.line(0, ") AS counted", "")
	w.line(0, "ORDER BY "+t.dialect.identifier("sex")+";", "")
	return w.String()
}

// named writes what the conditions refer to by name: dates reckoned, the sex to count by, and which
// records are complete.
func (t *translator) named(w *writer, sex string) {
	for _, r := range t.read.reckons {
		w.line(2, r.expression+" AS "+t.dialect.identifier(r.name)+",", "")
	}
	w.line(2, sex+" AS "+t.quoted("sex_group")+",", "")
	if t.read.complete != nil {
		w.clause(2, "", *t.read.complete, " AS "+t.quoted("is_complete")+",")
	}
}
