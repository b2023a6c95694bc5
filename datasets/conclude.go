package datasets

import (
	"errors"
	"fmt"
	"math/bits"
)

// Rules of how the numbers of a column are written.
const (
	RuleDecimal = "number.decimal" // numbers that could be thousands or decimals
	RuleMixed   = "number.mixed"   // decimal commas and decimal points in one column
)

// note counts the form of a cell.
func (c *boundCell) note(f forms, line int) {
	if c.met == nil {
		return
	}
	c.met.last = f
	c.met.add(f, line, 1)
}

// doubt counts a cell that has no reading because something was not declared.
func (c *boundCell) doubt(err error, at Position) {
	c.orders.add(err, at)
	if errors.Is(err, ErrAmbiguous) && c.met != nil {
		if c.met.unclear++; c.met.asked == 0 {
			c.met.asked = at.Row + 1
		}
	}
}

// plainly are the rows of a strip that were typed without detours: those that hold a value now and
// were not counted one by one.
func (s *strip) plainly(c *boundCell) uint64 {
	return s.batch.columns[c.field].Known.window(s.row, s.rows) &^ s.noted
}

// noteCounts counts the plain digits of a strip.
func (s *strip) noteCounts(c *boundCell) {
	if rows := s.plainly(c); rows != 0 {
		c.met.add(formWhole, 0, bits.OnesCount64(rows))
	}
}

// noteDays counts the dates of a strip by their form, yyyy-MM-dd above all.
func (s *strip) noteDays(c *boundCell) {
	iso, layouts := 0, s.dayForms()
	for rows := s.plainly(c); rows != 0; rows &= rows - 1 {
		text := s.spans.cell(s.start + c.source + bits.TrailingZeros64(rows)*s.width)
		if text[4] == '-' {
			iso++
		} else {
			c.met.add(layouts.form(text[2]), 0, 1)
		}
	}
	if iso > 0 {
		c.met.add(formISO, 0, iso)
	}
}

// form is that of a date of ten bytes with the year last.
func (f *dayForms) form(mark byte) forms {
	order := f.dotted
	if mark == '/' {
		order = f.slashed
	}
	if order == monthFirst {
		return formOfDate(2, 0, mark)
	}
	return formOfDate(2, 1, mark)
}

// window is n rows of a bitmap from one on, at most 64, the first lowest.
func (b Bits) window(from, n int) uint64 {
	word := b[from>>6] >> (from & 63)
	if from&63+n > 64 {
		word |= b[from>>6+1] << (64 - from&63)
	}
	if n < 64 {
		word &= 1<<n - 1
	}
	return word
}

// foundMet is what one cell of a binding met.
type foundMet struct {
	cell int
	met  met
}

// takeMet appends what the cells met since they were last asked.
func (b *Binding) takeMet(found []foundMet) []foundMet {
	for i := range b.cells {
		if m := b.cells[i].met; m.cells > 0 || m.unclear > 0 {
			found = append(found, foundMet{i, *m})
			*m = met{}
		}
	}
	return found
}

func (b *Binding) joinMet(found []foundMet, lines int) {
	for i := range found {
		b.cells[found[i].cell].met.join(&found[i].met, lines)
	}
}

// conclude writes down what the dates and numbers of each column were like. Of several fields that
// a column feeds the first of a kind tells.
func (b *Binding) conclude() {
	for i := range b.cells {
		c := &b.cells[i]
		if c.source >= len(b.Columns) || c.met.cells == 0 {
			continue
		}
		column := &b.Columns[c.source]
		switch b.Profile.fields.Fields[c.field].Kind {
		case Date:
			if column.Dates == nil {
				column.Dates = c.met.list()
			}
		case Count, Money, Number:
			if column.Numbers == nil {
				column.Numbers = c.met.list()
			}
		}
	}
}

// numberNotes tells of a column what its numbers leave open.
func (b *Binding) numberNotes(c *boundCell) (notes []Problem) {
	f, m := &b.Profile.fields.Fields[c.field], c.met
	if m.unclear > 0 {
		notes = append(notes, unclearNumbers(b.place(m.asked-1, c.source), f, m))
	}
	if commas, points := m.count(formComma), m.count(formPoint); commas > 0 && points > 0 {
		notes = append(notes, mixedNumbers(b.place(max(m.comma, m.point)-1, c.source), f, commas, points))
	}
	return notes
}

func unclearNumbers(at Position, f *Field, m *met) Problem {
	commas, points := m.count(formComma), m.count(formPoint)
	return Problem{Position: at, Field: f.Name, Rule: RuleDecimal, Severity: Error, Message: Label{
		PL: fmt.Sprintf("%s oznaczać tysiące albo ułamki (jak 1.234); inne: z przecinkiem dziesiętnym %d, z kropką %d. "+
			"Zapytaj osobę, która wykonała eksport, i napisz w pliku projektu decimal: \",\" albo decimal: \".\"", PolishCount(m.unclear, "liczba tej kolumny może", "liczby tej kolumny mogą", "liczb tej kolumny może"), commas, points),
		EN: fmt.Sprintf("%s of this column could be thousands or decimals (as 1.234); %d others have a decimal comma, %d a decimal point. "+
			"Ask who made the export, and say decimal: \",\" or decimal: \".\" in the project file", EnglishCount(m.unclear, "number", "numbers"), commas, points),
	}}
}

// mixedNumbers stands at the first number with the mark that came second.
func mixedNumbers(at Position, f *Field, commas, points int) Problem {
	return Problem{Position: at, Field: f.Name, Rule: RuleMixed, Severity: Warning, Message: Label{
		PL: fmt.Sprintf("kolumna ma liczby z przecinkiem dziesiętnym (%d) i z kropką dziesiętną (%d); każdą odczytano według jej własnego znaku. Sprawdź, czy wiersze nie pochodzą z dwóch źródeł", commas, points),
		EN: fmt.Sprintf("the column has numbers with a decimal comma (%d) and with a decimal point (%d); each was read by its own mark. Check whether the rows come from two sources", commas, points),
	}}
}
