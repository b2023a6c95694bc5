package datasets

import (
	"bytes"
	"strings"
)

// RuleLostZeros marks person numbers that a numeric cell had robbed of their leading zeros.
const RuleLostZeros = "person.lost-zeros"

// peselDigits is the length of a PESEL; people born 2000 to 2009 have one that begins with 0.
const peselDigits = 11

// zeroes counts the person numbers whose leading zeros were put back, and where the first stood.
type zeroes struct {
	count int
	first Position
	told  bool // in a batch already
}

// identifier is the text of an identifier: without the apostrophes that keep a spreadsheet from
// calculating with it, and with the leading zeros that a numeric cell lost. Zeros come back only
// to a number of 9 or 10 digits in a numeric cell of the field person, never to text.
func (b *Binding) identifier(line int, c *boundCell, text []byte, plain bool) []byte {
	text = trimApostrophes(text)
	lost := peselDigits - len(text)
	if !plain || lost < 1 || lost > 2 || !b.holdsPESEL(c) || !allDigits(text) {
		return text
	}
	if b.zeros.count++; b.zeros.count == 1 {
		b.zeros.first = b.place(line, c.source)
	}
	return append([]byte("00")[:lost:lost], text...)
}

// holdsPESEL tells whether a column may hold PESEL numbers: it feeds the field person and is not
// the technical identifier that a system gave out itself.
func (b *Binding) holdsPESEL(c *boundCell) bool {
	return b.Profile.fields.Fields[c.field].Name == "person" &&
		!strings.Contains(Fold(b.Columns[c.source].Header), "techniczny")
}

// trimApostrophes takes the apostrophe ', ’ or ‘ before a number off.
func trimApostrophes(text []byte) []byte {
	if len(text) > 0 && (text[0] == '\'' || text[0] >= 0x80) {
		return bytes.TrimLeft(text, "'\u2018\u2019")
	}
	return text
}

func allDigits(text []byte) bool {
	for _, c := range text {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// Notes tells what typing the rows concluded about the file as a whole, once all were read.
func (b *Binding) Notes() []Problem {
	var notes []Problem
	for i := range b.cells {
		c := &b.cells[i]
		if c.orders.example != nil {
			notes = append(notes, c.orders.problem(&b.Profile.fields.Fields[c.field]))
		}
		notes = append(notes, b.numberNotes(c)...)
	}
	if b.zeros.count > 0 {
		notes = append(notes, b.zeros.note())
	}
	return notes
}

func (z *zeroes) note() Problem {
	return Problem{Position: z.first, Field: "person", Rule: RuleLostZeros, Severity: Note, Message: Label{
		PL: PolishCount(z.count, "identyfikator zapisano jako liczbę", "identyfikatory zapisano jako liczby", "identyfikatorów zapisano jako liczby") + "; przywrócono zera wiodące do 11 cyfr",
		EN: EnglishCount(z.count, "person identifier was stored as a number", "person identifiers were stored as numbers") + "; leading zeros were restored to 11 digits",
	}}
}
