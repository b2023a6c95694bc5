package xlsxfile

import (
	"bytes"

	"github.com/efseval/efseval/datasets"
)

// earliestDay is the serial below which a number in a cell with the format of a day is taken for a
// number whose cell has kept an old format: 1927-05-18. An age or a score is far below it.
const earliestDay = 10_000

// maxDigits is how many digits of a number a spreadsheet keeps.
const maxDigits = 15

// isDayForNumber tells whether a column of numbers holds a day: a spreadsheet turns 1-5 or 2.03
// into one as it is typed, and what was meant is gone.
func (t typing) isDayForNumber(c *cell) bool {
	if !c.day || t.date || t.text || c.form != number {
		return false
	}
	x, err := float(c.value)
	return err == nil && x >= earliestDay && x < 200_000
}

func (s *source) dayForNumber(row, column int) datasets.Problem {
	return datasets.Problem{
		Position: s.place(row, column+1), Field: s.binding.Columns[column].Fields[0], Rule: RuleDayForNumber, Severity: datasets.Error,
		Message: datasets.Label{
			PL: "komórka zawiera datę zamiast liczby (arkusz mógł zamienić wpisane 1-5 albo 2.03 na datę); wpisz liczbę na nowo",
			EN: "the cell holds a date instead of a number (a spreadsheet may have turned 1-5 or 2.03 into one); type the number again",
		}}
}

// significant counts the digits of a number from the first that is not 0 to the last.
func significant(value []byte) int {
	digits, _, exponent := bytes.Cut(value, []byte("E"))
	n := len(bytes.Trim(bytes.Replace(digits, []byte("."), nil, 1), "-0"))
	if exponent && n >= maxDigits {
		return maxDigits + 1 // more digits than it keeps stood before the point
	}
	if bytes.IndexByte(digits, '.') >= 0 {
		return 0 // a fraction: the digits behind the fifteenth are noise
	}
	return n
}

// lostDigits warns of an identifier that was stored as a number and has more digits than a
// number keeps.
func (s *source) lostDigits(row, column int) datasets.Problem {
	return datasets.Problem{
		Position: s.place(row, column+1), Field: s.binding.Columns[column].Fields[0], Rule: RuleLostDigits, Severity: datasets.Warning,
		Message: datasets.Label{
			PL: "identyfikator zapisano jako liczbę o więcej niż 15 cyfrach; arkusz zastąpił dalsze zerami; wpisz go jako tekst",
			EN: "the identifier was stored as a number of more than 15 digits; the spreadsheet made zeros of the others; type it as text",
		}}
}
