package indicators

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Cell is a count and what it is a count of: Num achieved among Den eligible. Where it is not
// available both are 0 and Why says what the export lacks; such a 0 must never be printed.
type Cell struct {
	Num, Den  int64
	Available bool
	Why       datasets.Label
}

// Row is one figure by group.
type Row struct {
	Code string
	// Cells stand in the order of Table.Groups.
	Cells []Cell
	// Without names the optional columns the export did not have, so that the count is complete
	// only as far as the others go.
	Without []string
	// Basis says of a result what the numerators rest on, in the order of Cells; nil of others.
	Basis []Basis
	// Fact says that the project stated the number. It is of nobody eligible: Den is 0 in every
	// cell, and there is no share.
	Fact bool
}

// Gap is a variable of the complete-record rule and how many records do not have it. A record
// that lacks two variables is in two gaps.
type Gap struct {
	Field string
	Label datasets.Label
	Row   Row // Num: records without it; Den: all records
	// NoColumn is the number of records whose export has no such column at all; they cannot be
	// completed by asking, only by another export.
	NoColumn int64
}

// Refusal is a sensitive field and how many declined to answer. They count as not meeting what
// rests on it, and their records are complete.
type Refusal struct {
	Field string
	Label datasets.Label
	Row   Row // Num: refusals; Den: all records
}

// Table is what a rule set says of the participations counted.
type Table struct {
	Set    *Set
	Groups []Group // Total last

	// Participants: Num of complete records, Den of all. Of the other reserved figures the
	// denominators are all records (grand total) and the participants (leavers, completed).
	Participants, GrandTotal, Leavers, Completed Row

	Indicators []Row      // in the order of the set
	Incomplete []Gap      // in the order of the complete-record rule; empty where there is none
	Refusals   []Refusal  // of the sensitive fields that the export has, in the order of the schema
	Thresholds []Attained // in the order of the set; empty where it has none

	By      []Dimension // what the parts are parts by; nil of a table that is not split
	Parts   []Part      // in the order of the values; nil without By
	Unsplit []Unsplit   // dimensions that some records have no column for; nil without By

	rows []Row // all of the above by code, for lookups
}

// Table is what has been counted so far. The counter can go on.
func (c *Counter) Table() *Table {
	plan, err := c.set.compile(c.set.schema)
	if err != nil { // a set that compiled in NewCounter compiles again
		return &Table{Set: c.set, Groups: c.set.Groups()}
	}
	t := c.table(plan)
	if c.split != nil {
		c.split.tables(t, c.set, plan, c.facts)
	}
	return t
}

// table is the table without its parts.
func (c *Counter) table(plan *plan) *Table {
	t := &Table{Set: c.set, Groups: c.set.Groups(), Indicators: make([]Row, 0, len(c.set.Definitions))}
	for i, f := range plan.figures {
		t.place(c, f.code, c.row(f.code, t.Groups, &c.tallies[i], plan.dated[i] >= 0), &c.tallies[i])
	}
	t.Indicators = c.withFacts(t.Indicators)
	t.rows = slices.Concat([]Row{t.Participants, t.GrandTotal, t.Leavers, t.Completed}, t.Indicators)
	return t
}

// place puts a row where it belongs.
func (t *Table) place(c *Counter, code string, r Row, counted *tally) {
	switch code {
	case Participants:
		t.Participants = r
	case GrandTotal:
		t.GrandTotal = r
	case Leavers:
		t.Leavers = r
	case Completed:
		t.Completed = r
	default:
		t.placeOther(c, code, r, counted)
	}
}

func (t *Table) placeOther(c *Counter, code string, r Row, counted *tally) {
	if field, ok := strings.CutPrefix(code, incompletePrefix); ok {
		g := Gap{Field: field, Label: c.set.schema.Field(field).Label, Row: r}
		for _, records := range counted.without {
			g.NoColumn += records
		}
		g.Row.Code, g.Row.Without = field, nil
		t.Incomplete = append(t.Incomplete, g)
		return
	}
	if field, ok := strings.CutPrefix(code, refusedPrefix); ok {
		r.Code = field
		if c.records > counted.lacking.records {
			t.Refusals = append(t.Refusals, Refusal{Field: field, Label: c.set.schema.Field(field).Label, Row: r})
		}
		return
	}
	if !t.placeThreshold(code, r) {
		t.Indicators = append(t.Indicators, r)
	}
}

// row builds the cells of a figure.
func (c *Counter) row(code string, groups []Group, t *tally, result bool) Row {
	r := Row{Code: code, Cells: make([]Cell, 0, len(groups))}
	for _, g := range groups {
		r.Cells = append(r.Cells, c.cell(code, t, g, &r))
	}
	if result {
		r.Basis = make([]Basis, len(groups))
		for i, g := range groups {
			r.Basis[i] = basisOf(r.Cells[i], t.dated[g])
		}
	}
	if len(t.without) > 0 {
		r.Without = sortedNeeds(t.without)
	}
	return r
}

func (c *Counter) cell(code string, t *tally, g Group, r *Row) Cell {
	switch {
	case t.lacking.records > 0 && len(r.Cells) > 0:
		return r.Cells[0] // what a figure lacks, it lacks in every group
	case t.lacking.records > 0:
		return Cell{Why: c.why(&t.lacking)}
	case c.groups[g].records > 0:
		return Cell{Why: c.why(&c.groups[g])}
	case c.records == 0 && !isReserved(code):
		return Cell{Why: datasets.Label{PL: "nie wczytano żadnego uczestnika", EN: "no participant was read"}}
	}
	return Cell{Num: t.num[g], Den: t.den[g], Available: true}
}

// why names the columns that were missing and, where only some records lacked them, how many.
func (c *Counter) why(g *gap) datasets.Label {
	out := c.lackingColumns(sortedNeeds(g.needs))
	if g.records < c.records {
		out.PL += fmt.Sprintf(" (dotyczy %d z %d rekordów)", g.records, c.records)
		out.EN += fmt.Sprintf(" (for %d of %d records)", g.records, c.records)
	}
	return out
}

// lackingColumns words a list of needs, each list once: the parts of a table share the text.
func (c *Counter) lackingColumns(needs []string) datasets.Label {
	key := strings.Join(needs, ";")
	if out, known := c.reasons[key]; known {
		return out
	}
	var pl, en []string
	for _, need := range needs {
		l := parseNeed(need).label(c.set.schema)
		pl, en = append(pl, l.PL), append(en, l.EN)
	}
	out := datasets.Label{
		PL: "eksport nie ma kolumny: " + strings.Join(pl, "; "),
		EN: "the export has no column for: " + strings.Join(en, "; "),
	}
	if c.reasons == nil {
		c.reasons = map[string]datasets.Label{}
	}
	c.reasons[key] = out
	return out
}

// Row is the row of an indicator or of a reserved figure; ok is false for an unknown code.
func (t *Table) Row(code string) (r Row, ok bool) {
	i := slices.IndexFunc(t.rows, func(r Row) bool { return r.Code == code })
	if i < 0 {
		return Row{}, false
	}
	return t.rows[i], true
}

// Cell is the cell of a code (an indicator or a reserved figure) and a group; ok is false where
// the table has no such row or column.
func (t *Table) Cell(code string, g Group) (c Cell, ok bool) {
	r, ok := t.Row(code)
	i := slices.Index(t.Groups, g)
	if !ok || i < 0 {
		return Cell{}, false
	}
	return r.Cells[i], true
}
