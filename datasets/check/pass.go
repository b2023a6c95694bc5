package check

import "github.com/efseval/efseval/datasets"

// pass is one batch on its way through the rules of one row.
type pass struct {
	checker *Checker
	batch   *datasets.Batch
	people  datasets.Bits // rows that are participants
	numbers []number      // the PESEL of each row
	rule    int
	hits    []hit
}

// number is what the identifier of a row is, as a PESEL.
type number struct {
	pesel PESEL
	form  form
}

// form says what an identifier is.
type form uint8

const (
	other     form = iota // missing, not 11 digits, or said to be no PESEL
	valid                 // every part agrees
	badCheck              // 11 digits with a date and another check digit
	badDate               // 11 digits without a date
	shortened             // 10 digits that a leading zero makes valid
)

func (c *Checker) newPass(b *datasets.Batch) *pass {
	p := &pass{checker: c, batch: b, people: datasets.NewBits(b.Rows()), numbers: make([]number, b.Rows())}
	record := b.ColumnOf("record")
	for row := range b.Rows() {
		if record == nil || !record.Present || record.Codes[row] <= 1 {
			p.people.Set(row)
		}
	}
	p.readNumbers()
	return p
}

func (p *pass) readNumbers() {
	person, denied := p.batch.ColumnOf("person"), p.column("no_pesel")
	if person == nil || !person.Present {
		return
	}
	for row := range p.numbers {
		if denied == nil || denied.Codes[row] != datasets.Yes {
			p.numbers[row] = numberOf(person.Text(row))
			p.checker.numbers = p.checker.numbers || p.numbers[row].form != other && p.numbers[row].form != shortened
		}
	}
}

func numberOf(text []byte) number {
	switch len(text) {
	case 11:
		pesel, err := ParsePESEL(text)
		switch err {
		case nil:
			return number{pesel, valid}
		case ErrChecksum:
			return number{pesel, badCheck}
		case ErrDate:
			return number{form: badDate}
		}
	case 10:
		padded := [11]byte{'0'}
		copy(padded[1:], text)
		if _, err := ParsePESEL(padded[:]); err == nil {
			return number{form: shortened}
		}
	}
	return number{}
}

// column is the column of a field that the file has, else nil.
func (p *pass) column(field string) *datasets.Column {
	if c := p.batch.ColumnOf(field); c != nil && c.Present {
		return c
	}
	return nil
}

// has tells whether a column is there and holds a value in a row.
func has(c *datasets.Column, row int) bool { return c != nil && c.Known.Has(row) }

// each reports the participants for whom a test holds, at a field.
func (p *pass) each(field string, holds func(row int) bool) {
	at := p.batch.Schema.Index(field)
	for row := range p.batch.Rows() {
		if p.people.Has(row) && holds(row) {
			p.hits = append(p.hits, hit{row: row, rule: p.rule, field: at})
		}
	}
}
