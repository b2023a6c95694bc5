package sqltext

import "strings"

// clause is a condition as lines of SQL: a test, or other clauses joined.
type clause struct {
	note  string // what it says, beside it
	test  string // of a leaf
	join  string // AND or OR
	not   bool   // the complement; what is not known under it counts as not true
	parts []clause
}

// always and never are conditions that need no column. They are comparisons since some engines have
// no words for them.
func always(note string) clause { return clause{test: "1 = 1", note: note} }
func never(note string) clause  { return clause{test: "1 = 0", note: note} }

// joined are clauses under AND or OR; one alone stands for itself.
func joined(join, note string, parts ...clause) clause {
	if len(parts) == 1 {
		only := parts[0]
		if only.note == "" {
			only.note = note
		}
		return only
	}
	return clause{join: join, note: note, parts: parts}
}

// writer lays clauses out, two spaces a step.
type writer struct {
	strings.Builder
	dialect Dialect
}

func (w *writer) line(depth int, text, note string) {
	line := strings.Repeat("  ", depth) + text
	if note != "" {
		line += "  -- " + oneLine(note)
	}
	w.WriteString(line + "\n")
}

// clause writes a condition; before and after stand on its first and last line, as AND and a comma.
func (w *writer) clause(depth int, before string, c clause, after string) {
	if c.not {
		before, after = before+"NOT COALESCE(", ", "+w.dialect.no()+")"+after
	}
	if c.join == "" {
		w.line(depth, before+c.test+after, c.note)
		return
	}
	w.line(depth, before+"(", c.note)
	for i, part := range c.parts {
		prefix := ""
		if i > 0 {
			prefix = c.join + " "
		}
		w.clause(depth+1, prefix, part, "")
	}
	w.line(depth, ")"+after, "")
}
