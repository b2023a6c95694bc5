package datasets

import "slices"

// MaxRows is the most rows one Batch holds.
const MaxRows = 65536

// Batch is up to [MaxRows] rows of typed columns and where each row stood.
//
// A reader may use the same Batch again for its next rows: what a loop over batches keeps,
// it copies.
type Batch struct {
	Schema   *Schema
	File     string     // base name of the input
	Sheet    string     // XLSX sheet, otherwise empty
	Meaning  RowMeaning // what one row of the input is; empty where not known
	Problems []Problem  // faults found while these rows were typed, in row order

	rows    int
	lines   []int32  // row number in the input, from 1; first row of a merged participation
	more    []int32  // further input rows of merged participations, flat
	moreEnd []uint32 // where the further rows of each row end in more; nil while nothing is merged
	moreIn  []uint16 // the input of each further row, in inputs
	inputs  []Position
	refused []refusedCell  // cells that could not be read, for a ledger of corrections
	several []severalDates // of cells that held several, by which a correction chooses anew
	columns []Column
}

// Column holds one field of a Batch. Exactly one of the slices is in use, by the field's kind;
// each has a row for every row of the Batch, zero where missing.
type Column struct {
	Present bool      // the input has this column (else every row is missing)
	Source  int       // its column number in the input, from 1; 0 where derived
	Codes   []uint8   // Category, Flag: position in the vocabulary plus one
	Days    []int32   // Date: days since 1970-01-01
	Counts  []int64   // Count; Money: grosze
	Numbers []float64 // Number
	Masks   []uint64  // Set: one bit a term
	Ends    []uint32  // Text, Identifier: where the text of each row ends in Bytes
	Bytes   []byte
	Known   Bits // rows that hold a value; the complement is missing
}

// NewBatch is an empty batch for a schema.
func NewBatch(schema *Schema, file, sheet string) *Batch {
	return &Batch{Schema: schema, File: file, Sheet: sheet, columns: make([]Column, len(schema.Fields))}
}

// Rows is the number of rows.
func (b *Batch) Rows() int { return b.rows }

// Column is the column of a field by its index in the schema.
func (b *Batch) Column(field int) *Column { return &b.columns[field] }

// ColumnOf is the column of a field by name, nil where the schema has none.
func (b *Batch) ColumnOf(name string) *Column {
	if i := b.Schema.Index(name); i >= 0 {
		return &b.columns[i]
	}
	return nil
}

// Has tells whether the input gave this field a column.
func (b *Batch) Has(name string) bool {
	c := b.ColumnOf(name)
	return c != nil && c.Present
}

// Line is the row of the input that row i came from, from 1; for a merged participation the first.
func (b *Batch) Line(i int) int { return int(b.lines[i]) }

// Lines lists every input row behind row i, in the order of the input. Where several files make
// one stream, [Batch.Places] says which file each row is of.
func (b *Batch) Lines(i int) []int {
	lines := []int{int(b.lines[i])}
	start, end := b.further(i)
	for _, l := range b.more[start:end] {
		lines = append(lines, int(l))
	}
	return lines
}

// Places lists every input row behind row i with its file and sheet, in the order of the input.
func (b *Batch) Places(i int) []Position {
	places := []Position{b.Position(i, -1)}
	start, end := b.further(i)
	for k, l := range b.more[start:end] {
		at := b.inputs[b.moreIn[int(start)+k]]
		at.Row = int(l)
		places = append(places, at)
	}
	return places
}

// further is the range of the further rows of row i in more.
func (b *Batch) further(i int) (start, end uint32) {
	if b.moreEnd == nil {
		return 0, 0
	}
	if i > 0 {
		start = b.moreEnd[i-1]
	}
	return start, b.moreEnd[i]
}

// addFurther notes a further input row behind the last row.
func (b *Batch) addFurther(at Position) {
	input := Position{File: at.File, Sheet: at.Sheet}
	i := slices.Index(b.inputs, input)
	if i < 0 {
		i = len(b.inputs)
		b.inputs = append(b.inputs, input)
	}
	b.more, b.moreIn = append(b.more, int32(at.Row)), append(b.moreIn, uint16(i))
}

// Position is the place of a cell in the input.
func (b *Batch) Position(row, field int) Position {
	p := Position{File: b.File, Sheet: b.Sheet, Row: b.Line(row)}
	if field >= 0 {
		p.Column = b.columns[field].Source
	}
	return p
}

// Reset empties the batch and keeps its memory and its columns.
func (b *Batch) Reset() {
	b.rows, b.lines, b.Problems = 0, b.lines[:0], b.Problems[:0]
	b.more, b.moreIn, b.moreEnd, b.refused = b.more[:0], b.moreIn[:0], nil, b.refused[:0]
	b.several = b.several[:0]
	for i := range b.columns {
		b.columns[i].reset()
	}
}

func (c *Column) reset() {
	c.Codes, c.Days, c.Counts, c.Numbers = c.Codes[:0], c.Days[:0], c.Counts[:0], c.Numbers[:0]
	c.Masks, c.Ends, c.Bytes = c.Masks[:0], c.Ends[:0], c.Bytes[:0]
	clear(c.Known)
}

// Provide marks a field as present in the input, at a column number from 1 (0 where derived).
// Rows added before stay missing.
func (b *Batch) Provide(field, source int) {
	c := &b.columns[field]
	c.Present, c.Source = true, source
	c.extend(b.Schema.Fields[field].Kind, b.rows)
}

// AddRow begins a row that stood at a line of the input and returns its index; all its cells
// are missing until set.
func (b *Batch) AddRow(line int) int {
	b.lines = append(b.lines, int32(line))
	b.extendColumns(1)
	return b.rows - 1
}

// extend begins a row for each line.
func (b *Batch) extend(lines []int32) {
	b.lines = append(b.lines, lines...)
	b.extendColumns(len(lines))
}

// extendColumns begins n rows whose lines are there.
func (b *Batch) extendColumns(n int) {
	b.rows += n
	for i := range b.columns {
		if b.columns[i].Present {
			b.columns[i].extend(b.Schema.Fields[i].Kind, b.rows)
		}
	}
}

// MoveDown adds to the line of every row and problem, for a block of an input that was read
// before it was known how many lines stand above it.
func (b *Batch) MoveDown(lines int) {
	for i := range b.lines {
		b.lines[i] += int32(lines)
	}
	for i := range b.Problems {
		b.Problems[i].Position.Row += lines
	}
}

// extend gives the column rows up to n, missing.
func (c *Column) extend(kind Kind, n int) {
	c.Known = c.Known.grow(n)
	switch kind {
	case Category, Flag:
		c.Codes = pad(c.Codes, n)
	case Date:
		c.Days = pad(c.Days, n)
	case Count, Money:
		c.Counts = pad(c.Counts, n)
	case Number:
		c.Numbers = pad(c.Numbers, n)
	case Set:
		c.Masks = pad(c.Masks, n)
	case Text, Identifier:
		before := len(c.Ends)
		c.Ends = pad(c.Ends, n)
		if end := uint32(len(c.Bytes)); end > 0 {
			for i := before; i < n; i++ {
				c.Ends[i] = end
			}
		}
	}
}

func pad[T any](s []T, n int) []T {
	before := len(s)
	if before >= n {
		return s
	}
	s = slices.Grow(s, n-before)[:n]
	clear(s[before:])
	return s
}
