package datasets

import "slices"

// Entries are the distinct values of a column of the file, typed once for every field that the
// column feeds: the dictionary of a Parquet column, or the values of a page that has none. Entry 0
// stands for no value.
type Entries struct {
	binding *Binding
	cells   []int // of the binding
	typed   *Batch
	missing int            // entries without a value in some field, 0 not counted; -1 until counted
	odd     map[int32]Cell // entries with a problem or a note, each row that has one tells it; or with several dates, of which each row chooses
	written []writtenForms // by cell, as cells
}

// Entries begins the entries of a column of the file, from 0.
func (b *Binding) Entries(source int) *Entries {
	own := *b // notes that typing an entry makes are not those of a row
	own.cells = slices.Clone(b.cells)
	for i := range own.cells {
		own.cells[i].met = new(met)
	}
	e := &Entries{binding: &own, typed: NewBatch(b.Profile.fields, b.File, b.Sheet), odd: map[int32]Cell{}}
	for i, c := range b.cells {
		if c.source == source {
			e.cells = append(e.cells, i)
			e.typed.Provide(c.field, source+1)
		}
	}
	return e
}

// Reset makes place for n values.
func (e *Entries) Reset(n int) {
	e.missing = -1
	e.typed.Reset()
	clear(e.odd)
	e.resetForms(n)
	e.typed.lines = pad(e.typed.lines, n+1)
	e.typed.extendColumns(n + 1)
}

// Set types value i, from 0, which becomes entry i+1. Values are set in order.
func (e *Entries) Set(i int, cell Cell) {
	row := i + 1
	zeros := e.binding.zeros
	for n, at := range e.cells {
		c := &e.binding.cells[at]
		c.met.last = 0
		e.binding.put(e.typed, row, c, cell.Text, cell.Plain)
		e.written[n].note(row, c.met.last)
		if column := &e.typed.columns[c.field]; column.Ends != nil {
			column.Ends[row] = uint32(len(column.Bytes))
		}
	}
	if len(e.typed.Problems) > 0 || len(e.typed.several) > 0 || zeros != e.binding.zeros {
		e.odd[int32(row)] = Cell{Text: slices.Clone(cell.Text), Plain: cell.Plain}
		e.typed.Problems, e.typed.several, e.binding.zeros = e.typed.Problems[:0], e.typed.several[:0], zeros
	}
}

// Days tells whether [Entries.SetDay] may be called: the column feeds one field, of dates.
func (e *Entries) Days() bool {
	if len(e.cells) != 1 {
		return false
	}
	c := &e.binding.cells[e.cells[0]]
	return e.binding.Profile.fields.Fields[c.field].Kind == Date && c.missing == nil
}

// SetDay makes a day number value i without a detour by its text; false, and nothing done, where
// the day is not in a year that dates are read of.
func (e *Entries) SetDay(i int, day int32) bool {
	if day < firstDay || day > lastDay {
		return false
	}
	e.typed.columns[e.binding.cells[e.cells[0]].field].SetDay(i+1, day)
	e.written[0].note(i+1, formTyped)
	return true
}

// firstDay and lastDay bound the days that [DaysOf] gives: 1800-01-01 and 2299-12-31.
const (
	firstDay = -62091
	lastDay  = 120529
)

// Texts makes n texts the values all at once: they stand one behind the other, each behind its
// length, as [Block.PutTexts] takes them. taken is false, and nothing done, where the column does
// not feed one field of text.
func (e *Entries) Texts(n int, text []byte) (taken bool, err error) {
	kind, alone := e.textKind()
	if !alone {
		return false, nil
	}
	e.Reset(n)
	column := &e.typed.columns[e.binding.cells[e.cells[0]].field]
	_, _, err = column.appendPrefixed(kind, 1, n, nil, text)
	return true, err
}

// textKind is the kind of the field where the column feeds one of text.
func (e *Entries) textKind() (kind Kind, alone bool) {
	if len(e.cells) != 1 || e.binding.cells[e.cells[0]].missing != nil {
		return 0, false
	}
	kind = e.binding.Profile.fields.Fields[e.binding.cells[e.cells[0]].field].Kind
	return kind, kind == Text || kind == Identifier
}

// holds tells whether every entry but 0 has a value in every field.
func (e *Entries) holds() bool {
	if e.missing < 0 {
		e.missing = 0
		for _, at := range e.cells {
			e.missing += e.typed.rows - 1 - e.typed.columns[e.binding.cells[at].field].Known.Count()
		}
	}
	return e.missing == 0
}
