package datasets

import (
	"bytes"
	"slices"
)

// severalDates are the dates of one cell that held more than one, of a field that keeps the earliest from
// the entry on: which that is, is known when the whole row is.
type severalDates struct {
	row, field int
	days       []int32
}

// putDates reads a date, or several in one cell as exports with one row per person write them
// (2023-01-02|2023-03-01||2023-05-04): then the field's way to merge chooses.
func (b *Binding) putDates(batch *Batch, row, field int, text []byte, plain bool) (met forms, err error) {
	how, column := b.Profile.fields.Fields[field].Merge, &batch.columns[field]
	text = trimApostrophes(text)
	if b.Profile.Split == "" || !bytes.Contains(text, b.splitter()) {
		_, met, err = b.putDate(column, row, how, text)
		if plain {
			met = formTyped
		}
		return met, err
	}
	var days []int32
	for item := range bytes.SplitSeq(text, b.splitter()) {
		if item = trimCell(item); len(item) == 0 {
			continue
		}
		day, form, err := b.putDate(column, row, how, item)
		if met |= form; err != nil {
			return met, err
		}
		days = append(days, day)
	}
	if how == FromEntry && len(days) > 1 {
		batch.several = append(batch.several, severalDates{row, field, days})
	}
	return met, nil
}

func (b *Binding) putDate(column *Column, row int, how Merge, text []byte) (int32, forms, error) {
	day, met, err := readDate(text, b.Profile.Dates)
	if err != nil {
		return 0, 0, err
	}
	before := column.Days[row]
	switch {
	case !column.Known.Has(row), (how == Min || how == FromEntry) && day < before, (how == Max || how == ByExit || how == Last) && day > before:
		column.SetDay(row, day)
	}
	return day, met, nil
}

// chooseDates keeps of the dates of cells that hold several, noted from one on, the earliest from the entry
// of their row on, and else the earliest. Of several rows of a person the dates so chosen are compared.
func (b *Batch) chooseDates(from int) {
	for _, s := range b.several[from:] {
		b.chooseDate(s, rowRef{b, s.row})
	}
}

// chooseDate chooses by the entry of a row, which may be that of another batch.
func (b *Batch) chooseDate(s severalDates, of rowRef) {
	entry, entered := of.day(b.Schema.Index("entry_date"))
	b.columns[s.field].SetDay(s.row, slices.MinFunc(s.days, func(day, other int32) int {
		return compareFromEntry(day, other, entry, entered)
	}))
}

// takeDates makes the dates of a cell those that another batch noted of its own, and chooses anew in the
// row: its entry may be the cell that was corrected.
func (b *Batch) takeDates(row, field int, from *Batch) {
	b.several = slices.DeleteFunc(b.several, func(s severalDates) bool { return s.row == row && s.field == field })
	for _, s := range from.several {
		b.several = append(b.several, severalDates{row, field, s.days})
	}
	for _, s := range b.several {
		if s.row == row {
			b.chooseDate(s, rowRef{b, row})
		}
	}
}
