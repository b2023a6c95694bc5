package check

import (
	"bytes"
	"unicode/utf8"

	"github.com/efseval/efseval/datasets"
)

// The classes of identifiers that are no PESEL, in the order of rules.yaml.
const (
	tooShort = iota
	tooLong
	lettered
	separated
)

// notPESEL reports identifiers of people who are said to have a PESEL, where they are not 11 digits.
// One that only lost its leading zero has a rule of its own.
func (p *pass) notPESEL(r *Rule) {
	person, denied := p.column(r.Place), p.column("no_pesel")
	if denied == nil {
		return
	}
	from := len(p.hits)
	p.each(r.Place, func(row int) bool {
		if !has(person, row) || denied.Codes[row] != datasets.No || p.numbers[row].form == shortened {
			return false
		}
		_, other := classOf(person.Text(row))
		return other
	})
	for i := range p.hits[from:] {
		h := &p.hits[from+i]
		h.class, _ = classOf(person.Text(h.row))
	}
}

// classOf says what an identifier is instead of 11 digits; false where it is 11 digits.
func classOf(text []byte) (class int, other bool) {
	length, numerals, marks := utf8.RuneCount(text), 0, 0
	for _, c := range text {
		if c >= '0' && c <= '9' {
			numerals++
		}
	}
	for _, mark := range []string{" ", "\u00a0", "\u202f", "-", "–"} {
		marks += bytes.Count(text, []byte(mark))
	}
	switch {
	case length == 11 && numerals == 11:
		return 0, false
	case numerals == 11 && numerals+marks == length:
		return separated, true
	case length < 11:
		return tooShort, true
	case length > 11:
		return tooLong, true
	}
	return lettered, true
}

// despite reports numbers PESEL, valid in every part, of people who are said to have none.
func (p *pass) despite(r *Rule) {
	person, denied := p.column(r.Place), p.column("no_pesel")
	p.each(r.Place, func(row int) bool {
		return has(person, row) && denied != nil && denied.Codes[row] == datasets.Yes && numberOf(person.Text(row)).form == valid
	})
}
