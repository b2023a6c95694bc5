package datasets

import (
	"bytes"
	"cmp"
	"slices"
)

// merging brings the rows of one person after the other together. It keeps room for them.
type merging struct {
	schema      *Schema
	entry, exit int      // fields
	rows        []rowRef // by entry
	ending      []rowRef // that may say how the participation ended
	backwards   []rowRef // the same, the latest first
	open        bool
}

func newMerging(schema *Schema) *merging {
	return &merging{schema: schema, entry: schema.Index("entry_date"), exit: schema.Index("exit_date")}
}

// take orders the rows of a person by date of entry, then by exit, then by what the rows hold, so
// that the order in which they stand in the input does not matter. Rows without a date come last.
func (m *merging) take(rows []rowRef) {
	m.rows = append(m.rows[:0], rows...)
	slices.SortStableFunc(m.rows, m.compare)
	m.ending = m.ofLatestEntry(m.ending[:0])
	m.open = !slices.ContainsFunc(m.ending, func(r rowRef) bool { _, left := r.day(m.exit); return left })
}

func (m *merging) compare(a, b rowRef) int {
	if c := compareDays(a, b, m.entry); c != 0 {
		return c
	}
	if c := compareDays(a, b, m.exit); c != 0 {
		return c
	}
	return compareRows(m.schema, a, b)
}

func compareDays(a, b rowRef, field int) int {
	da, oka := a.day(field)
	db, okb := b.day(field)
	switch {
	case oka && !okb:
		return -1
	case okb && !oka:
		return 1
	}
	return cmp.Compare(da, db)
}

// compareRows orders two rows by the values of all fields in the order of the schema; zero
// where they hold the same. A value comes before a missing one.
func compareRows(schema *Schema, a, b rowRef) int {
	for i := range schema.Fields {
		ca, cb := &a.batch.columns[i], &b.batch.columns[i]
		hasA, hasB := ca.Present && !ca.Missing(a.row), cb.Present && !cb.Missing(b.row)
		switch {
		case hasA && !hasB:
			return -1
		case hasB && !hasA:
			return 1
		case hasA:
			if c := compareCells(schema.Fields[i].Kind, ca, a.row, cb, b.row); c != 0 {
				return c
			}
		}
	}
	return 0
}

// compareCells orders two cells that both hold a value.
func compareCells(kind Kind, a *Column, i int, b *Column, j int) int {
	switch kind {
	case Category, Flag:
		return cmp.Compare(a.Codes[i], b.Codes[j])
	case Date:
		return cmp.Compare(a.Days[i], b.Days[j])
	case Count, Money:
		return cmp.Compare(a.Counts[i], b.Counts[j])
	case Number:
		return cmp.Compare(a.Numbers[i], b.Numbers[j])
	case Set:
		return cmp.Compare(a.Masks[i], b.Masks[j])
	}
	return bytes.Compare(a.Text(i), b.Text(j))
}

func (r rowRef) day(field int) (int32, bool) {
	if field < 0 {
		return 0, false
	}
	c := &r.batch.columns[field]
	if !c.Present || c.Missing(r.row) {
		return 0, false
	}
	return c.Days[r.row], true
}

// into sets the fields of a participation from the rows of the person.
func (m *merging) into(b *Batch, row int) {
	if !m.open || m.exit < 0 || !b.columns[m.exit].Present {
		m.ending = append(m.ending[:0], m.rows...)
	}
	m.backwards = append(m.backwards[:0], m.ending...)
	slices.Reverse(m.backwards)
	for i := range b.columns {
		if b.columns[i].Present {
			m.field(b, row, i)
		}
	}
}

// field sets one field. The rows that may say how the participation ended are all of them, or
// those of the latest entry where that has no exit yet: what an earlier exit brought is then no end,
// and the person must not count among those who finished; results recorded after an earlier exit
// need not be kept (SFC-PART).
func (m *merging) field(b *Batch, row, field int) {
	f, c := &b.Schema.Fields[field], &b.columns[field]
	switch f.Merge {
	case Union:
		unite(f.Kind, c, row, field, m.rows)
	case Min, Max:
		b.mergeDays(row, field, m.rows, f.Merge)
	case FromEntry:
		m.fromEntry(b, row, field)
	case ByExit:
		if !m.open {
			b.mergeDays(row, field, m.rows, Max)
		}
	case UnionByExit:
		unite(f.Kind, c, row, field, m.ending)
	case Last:
		m.tellConflict(b, field, b.mergeFirst(row, field, m.backwards))
	default:
		m.tellConflict(b, field, b.mergeFirst(row, field, m.rows))
	}
}

func unite(kind Kind, c *Column, row, field int, rows []rowRef) {
	for _, r := range rows {
		c.copyCell(kind, row, &r.batch.columns[field], r.row)
	}
}

// mergeFirst takes the first row that has a value, and says which it was.
func (b *Batch) mergeFirst(row, field int, rows []rowRef) rowRef {
	kind, c := b.Schema.Fields[field].Kind, &b.columns[field]
	chosen := rows[0]
	for _, r := range rows {
		if from := &r.batch.columns[field]; from.Present && !from.Missing(r.row) {
			chosen = r
			break
		}
	}
	c.copyCell(kind, row, &chosen.batch.columns[field], chosen.row)
	return chosen
}

func (b *Batch) mergeDays(row, field int, rows []rowRef, how Merge) {
	c := &b.columns[field]
	for _, r := range rows {
		day, ok := r.day(field)
		if !ok {
			continue
		}
		if c.Missing(row) || how == Min && day < c.Days[row] || how == Max && day > c.Days[row] {
			c.SetDay(row, day)
		}
	}
}

// fromEntry takes the earliest date from the first entry on, and else the earliest.
func (m *merging) fromEntry(b *Batch, row, field int) {
	c := &b.columns[field]
	entry, entered := m.rows[0].day(m.entry)
	goesBefore := func(day, other int32) bool {
		if entered && (day < entry) != (other < entry) {
			return day >= entry
		}
		return day < other
	}
	for _, r := range m.rows {
		if day, ok := r.day(field); ok && (c.Missing(row) || goesBefore(day, c.Days[row])) {
			c.SetDay(row, day)
		}
	}
}

// ofLatestEntry appends the rows of the latest date of entry, all of them where none is known. A
// row that does not say when the person entered is of the latest entry where it has an exit that
// does not lie before.
func (m *merging) ofLatestEntry(to []rowRef) []rowRef {
	latest, known := int32(0), false
	for _, r := range m.rows {
		if day, ok := r.day(m.entry); ok && (!known || day > latest) {
			latest, known = day, true
		}
	}
	for _, r := range m.rows {
		day, ok := r.day(m.entry)
		left, hasLeft := r.day(m.exit)
		if !known || ok && day == latest || !ok && hasLeft && left >= latest {
			to = append(to, r)
		}
	}
	return to
}

// tellConflict reports where the export contradicts itself: a characteristic that differs between
// rows of the same entry as the chosen one, how it ended between rows of the same entry and exit,
// or a sex that differs at all.
func (m *merging) tellConflict(b *Batch, field int, chosen rowRef) {
	f := &m.schema.Fields[field]
	if f.Kind == Text || f.Kind == Identifier {
		return
	}
	for _, r := range m.rows {
		if differ(f.Kind, &chosen.batch.columns[field], chosen.row, &r.batch.columns[field], r.row) && m.alike(f, chosen, r) {
			b.Problems = append(b.Problems, conflict(r.batch.Position(r.row, field), f))
			return
		}
	}
}

func (m *merging) alike(f *Field, a, b rowRef) bool {
	return f.Name == "sex" || compareDays(a, b, m.entry) == 0 && (f.Merge != Last || compareDays(a, b, m.exit) == 0)
}

// differ tells whether both cells hold a value and the values are not the same.
func differ(kind Kind, a *Column, i int, b *Column, j int) bool {
	if !a.Present || !b.Present || a.Missing(i) || b.Missing(j) {
		return false
	}
	return compareCells(kind, a, i, b, j) != 0
}
