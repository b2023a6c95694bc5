package datasets

import (
	"bytes"
	"cmp"
	"slices"
)

// byEntry orders the rows of a person by date of entry, then by exit, then by what the rows
// hold, so that the order in which they stand in the input does not matter. Rows without a
// date come last.
func byEntry(schema *Schema, rows []rowRef) []rowRef {
	if len(rows) == 1 {
		return rows
	}
	entry, exit := schema.Index("entry_date"), schema.Index("exit_date")
	ordered := slices.Clone(rows)
	slices.SortStableFunc(ordered, func(a, b rowRef) int {
		return cmp.Or(compareDays(a, b, entry), compareDays(a, b, exit), compareRows(schema, a, b))
	})
	return ordered
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

// mergeField sets one field of a participation from all rows of the person, in order of entry.
func (b *Batch) mergeField(row, field int, rows []rowRef) {
	f, c := &b.Schema.Fields[field], &b.columns[field]
	switch f.Merge {
	case Union:
		for _, r := range rows {
			c.copyCell(f.Kind, row, &r.batch.columns[field], r.row)
		}
	case Min, Max:
		b.mergeDays(row, field, rows, f.Merge)
	case ByExit:
		if !open(b.Schema, field, rows) {
			b.mergeDays(row, field, rows, Max)
		}
	case UnionByExit:
		for _, r := range b.ending(rows) {
			c.copyCell(f.Kind, row, &r.batch.columns[field], r.row)
		}
	case Last:
		last := slices.Clone(b.ending(rows))
		slices.Reverse(last)
		b.tellConflict(field, b.mergeFirst(row, field, last), rows)
	default:
		b.tellConflict(field, b.mergeFirst(row, field, rows), rows)
	}
}

// ending are the rows that may say how the participation ended: all of them, or those of the
// latest entry where that has no exit yet. What an earlier exit brought is then no end, and the
// person must not count among those who finished; results recorded after an earlier exit need
// not be kept (SFC-PART).
func (b *Batch) ending(rows []rowRef) []rowRef {
	exit := b.Schema.Index("exit_date")
	if len(rows) > 1 && exit >= 0 && b.columns[exit].Present && open(b.Schema, exit, rows) {
		return ofLatestEntry(b.Schema, rows)
	}
	return rows
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

// open tells whether the latest entry has no exit yet: then the participation goes on, even
// where an earlier one had ended.
func open(schema *Schema, exit int, rows []rowRef) bool {
	return !slices.ContainsFunc(ofLatestEntry(schema, rows), func(r rowRef) bool {
		_, left := r.day(exit)
		return left
	})
}

// ofLatestEntry are the rows of the latest date of entry, all of them where none is known. A row
// that does not say when the person entered is of the latest entry where it has an exit that does
// not lie before.
func ofLatestEntry(schema *Schema, rows []rowRef) []rowRef {
	entry, exit := schema.Index("entry_date"), schema.Index("exit_date")
	latest, known := int32(0), false
	for _, r := range rows {
		if day, ok := r.day(entry); ok && (!known || day > latest) {
			latest, known = day, true
		}
	}
	if !known {
		return rows
	}
	var out []rowRef
	for _, r := range rows {
		day, ok := r.day(entry)
		left, hasLeft := r.day(exit)
		if ok && day == latest || !ok && hasLeft && left >= latest {
			out = append(out, r)
		}
	}
	return out
}

// tellConflict reports where the export contradicts itself: a characteristic that differs between
// rows of the same entry as the chosen one, how it ended between rows of the same entry and exit,
// or a sex that differs at all.
func (b *Batch) tellConflict(field int, chosen rowRef, rows []rowRef) {
	f := &b.Schema.Fields[field]
	if len(rows) < 2 || f.Kind == Text || f.Kind == Identifier {
		return
	}
	entry, exit := b.Schema.Index("entry_date"), b.Schema.Index("exit_date")
	for _, r := range rows {
		alike := f.Name == "sex" || compareDays(chosen, r, entry) == 0 && (f.Merge != Last || compareDays(chosen, r, exit) == 0)
		if alike && differ(f.Kind, &chosen.batch.columns[field], chosen.row, &r.batch.columns[field], r.row) {
			at := r.batch.Position(r.row, field)
			b.Problems = append(b.Problems, conflict(at, f))
			return
		}
	}
}

// differ tells whether both cells hold a value and the values are not the same.
func differ(kind Kind, a *Column, i int, b *Column, j int) bool {
	if !a.Present || !b.Present || a.Missing(i) || b.Missing(j) {
		return false
	}
	return compareCells(kind, a, i, b, j) != 0
}
