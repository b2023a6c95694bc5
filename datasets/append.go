package datasets

import (
	"bytes"
	"errors"
)

// Cell is a cell of a typed format. Plain says that Text is a number in the machine's own
// form (digits, point, exponent) or a date as yyyy-MM-dd, whatever the profile says of the
// numbers and dates that people typed.
type Cell struct {
	Text  []byte
	Plain bool
}

// Append types a row of text cells into the batch. A row with fewer cells than the header has
// names, or with more that are not blank, and values that cannot be read become Problems of
// the batch; reading goes on. The cells are not kept.
func (b *Binding) Append(batch *Batch, line int, cells [][]byte) {
	row := batch.AddRow(line)
	for i := range b.cells {
		c := &b.cells[i]
		if c.source < len(cells) {
			b.put(batch, row, c, cells[c.source], false)
		}
	}
	if len(cells) < b.named {
		batch.Problems = append(batch.Problems, raggedRow(b.place(line, -1), b.width, len(cells)))
		return
	}
	for i := b.width; i < len(cells); i++ {
		if len(bytes.TrimSpace(cells[i])) > 0 {
			batch.Problems = append(batch.Problems, raggedRow(b.place(line, i), b.width, len(cells)))
			return
		}
	}
}

// AppendTyped types a row of cells that may be numbers already, as of a workbook or Parquet.
// A row may be shorter than the header: such formats leave blank cells out.
func (b *Binding) AppendTyped(batch *Batch, line int, cells []Cell) {
	row := batch.AddRow(line)
	for i := range b.cells {
		c := &b.cells[i]
		if c.source < len(cells) {
			b.put(batch, row, c, cells[c.source].Text, cells[c.source].Plain)
		}
	}
}

func (b *Binding) place(line, source int) Position {
	return Position{File: b.File, Sheet: b.Sheet, Row: line, Column: source + 1}
}

// put types one cell. Blank cells stay missing. A field that has its value already from an
// earlier column keeps it; only sets unite.
func (b *Binding) put(batch *Batch, row int, c *boundCell, text []byte, plain bool) {
	text = trimCell(text)
	if len(text) == 0 {
		return
	}
	field := &b.Profile.fields.Fields[c.field]
	column := &batch.columns[c.field]
	if field.Kind != Set && column.Known.Has(row) {
		return
	}
	if c.missing != nil && b.passOver(batch, row, c, field.Kind, text) {
		return
	}
	faults := len(batch.Problems)
	var met forms
	var err error
	switch field.Kind {
	case Category, Flag:
		b.putCode(batch, column, row, c, field, text)
	case Set:
		b.putSet(batch, column, row, c, field, text)
	case Text:
		column.SetText(row, text)
	case Identifier:
		column.SetText(row, b.identifier(batch.Line(row), c, text, plain))
	case Date:
		met, err = b.putDates(column, row, field.Merge, text, plain)
	default:
		met, err = b.putNumber(column, row, field, text, plain)
	}
	switch at := b.place(batch.Line(row), c.source); {
	case err != nil && c.again: // told at the field before
	case err == nil && met != 0:
		c.note(met, at.Row)
	case errors.Is(err, errOutOfRange):
		batch.Problems = append(batch.Problems, outOfRange(at, field))
	case err != nil:
		c.doubt(err, at)
		batch.Problems = append(batch.Problems, badCell(at, field, err))
	}
	if len(batch.Problems) > faults {
		batch.refuse(row, c, text, err)
	}
}

// trimCell takes white space, also the no-break kinds, off both ends.
func trimCell(text []byte) []byte {
	if len(text) == 0 || text[0] > ' ' && text[0] < 0x80 && text[len(text)-1] > ' ' && text[len(text)-1] < 0x80 {
		return text
	}
	return bytes.TrimFunc(text, func(r rune) bool {
		return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' || r == '\u202f' || r == '\ufeff'
	})
}

// code looks a raw value up, folding it only the first time it is seen.
func (c *boundCell) code(text []byte) uint8 {
	if code, seen := c.cache[string(text)]; seen {
		return code
	}
	code, known := c.words.codes[Fold(string(text))]
	switch {
	case c.isMissing(text):
		code = 0
	case !known:
		code = unknownValue
	}
	if len(c.cache) < 1<<16 {
		c.cache[string(text)] = code
	}
	return code
}

func (b *Binding) putCode(batch *Batch, column *Column, row int, c *boundCell, f *Field, text []byte) {
	switch code := c.code(text); code {
	case unknownValue:
		b.unknown(batch, row, c, f, text)
	case 0:
	default:
		column.SetCode(row, code)
	}
}

func (b *Binding) putSet(batch *Batch, column *Column, row int, c *boundCell, f *Field, text []byte) {
	for item := range bytes.SplitSeq(text, b.splitter()) {
		item = trimCell(item)
		if len(item) == 0 {
			continue
		}
		switch code := c.code(item); code {
		case unknownValue:
			b.unknown(batch, row, c, f, item)
		case 0:
		default:
			column.AddMask(row, 1<<(code-1))
		}
	}
}

func (b *Binding) splitter() []byte { return []byte(b.Profile.splitter()) }

// splitter parts the members of a set in one cell.
func (p *Profile) splitter() string {
	if p.Split == "" {
		return "|"
	}
	return p.Split
}

func (b *Binding) unknown(batch *Batch, row int, c *boundCell, f *Field, text []byte) {
	batch.Problems = append(batch.Problems, unknownTerm(b.place(batch.Line(row), c.source), f, string(text), c.words))
}

// putDates reads a date, or several in one cell as exports with one row per person write them
// (2023-01-02|2023-03-01||2023-05-04): then the field's way to merge chooses.
func (b *Binding) putDates(column *Column, row int, how Merge, text []byte, plain bool) (met forms, err error) {
	text = trimApostrophes(text)
	if b.Profile.Split == "" || !bytes.Contains(text, b.splitter()) {
		met, err = b.putDate(column, row, how, text)
		if plain {
			met = formTyped
		}
		return met, err
	}
	for item := range bytes.SplitSeq(text, b.splitter()) {
		if item = trimCell(item); len(item) == 0 {
			continue
		}
		form, err := b.putDate(column, row, how, item)
		if met |= form; err != nil {
			return met, err
		}
	}
	return met, nil
}

func (b *Binding) putDate(column *Column, row int, how Merge, text []byte) (forms, error) {
	day, met, err := readDate(text, b.Profile.Dates)
	if err != nil {
		return 0, err
	}
	before := column.Days[row]
	switch {
	case !column.Known.Has(row), (how == Min || how == FromEntry) && day < before, (how == Max || how == ByExit || how == Last) && day > before:
		column.SetDay(row, day)
	}
	return met, nil
}

// errOutOfRange says that a number is beyond the bounds of its field.
var errOutOfRange = errors.New("is out of range")

func (b *Binding) putNumber(column *Column, row int, field *Field, text []byte, plain bool) (forms, error) {
	d, met, err := b.decimal(text, plain)
	if err == nil && met&formCommaThree != 0 && field.Kind != Number {
		err = ErrAmbiguous // no amount or count has three decimals
	}
	if err != nil {
		return 0, err
	}
	var n int64
	switch field.Kind {
	case Number:
		column.SetNumber(row, d.Float())
		return met, nil
	case Money:
		n, err = d.Grosze()
	case Count:
		n, err = d.Whole()
	default:
		err = errors.New("is of a kind this reader does not know")
	}
	if err == nil && (field.Min != nil && n < *field.Min || field.Max != nil && n > *field.Max) {
		err = errOutOfRange
	}
	if err == nil {
		column.SetCount(row, n)
	}
	return met, err
}

func (b *Binding) decimal(text []byte, plain bool) (Decimal, forms, error) {
	if plain {
		d, err := parsePlain(text)
		return d, formTyped, err
	}
	text = trimApostrophes(text)
	if b.Profile.Decimal == "" {
		return readDecimal(text, 0)
	}
	return readDecimal(text, b.Profile.Decimal[0])
}
