package datasets

import (
	"math/bits"
	"slices"
	"strings"
)

// forms is how a date or a number was written, a bit for each thing that is so.
type forms uint64

// The forms of numbers. The rest of the bits are orders and marks of dates, see [formOfDate].
const (
	formMissing    forms = 1 << iota // a declared code of missing
	formTyped                        // a number or date of the machine's own
	formWhole                        // no decimals
	formComma                        // decimal comma
	formPoint                        // decimal point
	formCommaThree                   // 1,234 read as 1.234 where nothing was declared
	formSpace                        // groups of three by U+0020
	formNoBreak                      // by U+00A0
	formNarrow                       // by U+202F
	formDots
	formCommas
	formApostrophe
	formCurrency // zł, PLN, złotych
	formThousand // tys.
	formMillion  // mln

	dateForms = 16 // bits from here on are dates
	dateMarks = "-./ "
	everyForm = dateForms + 6*len(dateMarks)

	formISO forms = 1 << dateForms // yyyy-MM-dd
)

// formNames are the words that conclusions have for the forms of numbers.
var formNames = [dateForms]string{"missing", "typed", "whole", "decimal-comma", "decimal-point", "comma-three-decimals", "thousands-space",
	"thousands-no-break-space", "thousands-narrow-no-break-space", "thousands-dot", "thousands-comma", "thousands-apostrophe", "zł", "tys.", "mln"}

// NumberForms are the words that [BoundColumn] has for the forms of numbers.
func NumberForms() []string {
	return slices.DeleteFunc(slices.Clone(formNames[:]), func(n string) bool { return n == "" })
}

// dateOrders are the six orders of year, month and day.
var dateOrders = [6][3]string{
	{"yyyy", "MM", "dd"}, {"yyyy", "dd", "MM"}, {"MM", "yyyy", "dd"}, {"dd", "yyyy", "MM"}, {"MM", "dd", "yyyy"}, {"dd", "MM", "yyyy"},
}

// formOfDate is the form of a date whose year and month stand at places from 0.
func formOfDate(year, month int, mark byte) forms {
	order := 2 * year
	if month > 3-year-month {
		order++
	}
	return 1 << (dateForms + order*len(dateMarks) + max(0, strings.IndexByte(dateMarks, mark)))
}

// formName is the word for a bit: of a date, its layout with the mark that was met.
func formName(bit int) string {
	if bit < dateForms {
		return formNames[bit]
	}
	order, mark := dateOrders[(bit-dateForms)/len(dateMarks)], dateMarks[(bit-dateForms)%len(dateMarks)]
	return strings.Join(order[:], string(mark))
}

// Met is a form in which the dates or numbers of a column were written, and in how many cells. Of
// a number several forms may be told: 1 234,50 zł is a decimal-comma, a thousands-space and a zł.
type Met struct {
	Form  string // see [BoundColumn]
	Cells int
}

// met counts the forms of a column's cells.
type met struct {
	counts  [everyForm]int
	cells   int   // counted
	last    forms // of the cell typed last
	comma   int   // line of the first decimal comma plus one; 0: none
	point   int   // and point
	unclear int   // numbers that could be thousands or decimals
	asked   int   // line of the first of them plus one
}

// add counts cells of one form, the first of them on a line.
func (m *met) add(f forms, line, cells int) {
	m.cells += cells
	for rest := f; rest != 0; rest &= rest - 1 {
		m.counts[bits.TrailingZeros64(uint64(rest))] += cells
	}
	if f&formComma != 0 && m.comma == 0 {
		m.comma = line + 1
	}
	if f&formPoint != 0 && m.point == 0 {
		m.point = line + 1
	}
}

// join adds what was met in rows that stand behind, and lines further down than they say.
func (m *met) join(more *met, lines int) {
	for i, n := range more.counts {
		m.counts[i] += n
	}
	m.cells += more.cells
	m.unclear += more.unclear
	later := func(first *int, line int) {
		if *first == 0 && line > 0 {
			*first = line + lines
		}
	}
	later(&m.comma, more.comma)
	later(&m.point, more.point)
	later(&m.asked, more.asked)
}

// count is how many cells had a form.
func (m *met) count(f forms) int { return m.counts[bits.TrailingZeros64(uint64(f))] }

// list tells the forms that were met, in the order of their bits.
func (m *met) list() []Met {
	var out []Met
	for bit, n := range m.counts {
		if n > 0 {
			out = append(out, Met{formName(bit), n})
		}
	}
	return out
}
