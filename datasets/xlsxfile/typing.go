package xlsxfile

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/efseval/efseval/datasets"
)

// Rules of the faults that only a workbook's cells can have.
const (
	RuleErrorCell     = "cell.error"
	RuleNotCalculated = "cell.not-calculated"
	RuleDayForNumber  = "cell.day-for-number"
	RuleLostDigits    = "cell.lost-digits"
)

// typing is how the numbers of one column are to be read.
type typing struct {
	bound      bool // some field takes the column
	date       bool // a number is the serial of a day
	text       bool // a number is taken as it reads
	calculated bool // a formula with a value stood in it
}

func typings(b *datasets.Binding) []typing {
	out := make([]typing, b.Width())
	for i := range out {
		kinds := b.Kinds(i)
		out[i] = typing{bound: len(kinds) > 0, date: slices.Contains(kinds, datasets.Date),
			text: slices.Contains(kinds, datasets.Text) || slices.Contains(kinds, datasets.Identifier)}
	}
	return out
}

// append types one row.
func (s *source) append(batch *datasets.Batch, row *rowXML) {
	s.cells = s.cells[:0]
	for i := range min(len(row.cells), len(s.typing)) {
		s.cells = append(s.cells, s.cell(s.typing[i], &row.cells[i]))
	}
	s.binding.AppendTyped(batch, row.number, s.cells)
	for i := range s.cells {
		c := row.cells[i]
		s.typing[i].calculated = s.typing[i].calculated || c.formula && c.form != uncounted
		switch {
		case !s.typing[i].bound:
		case c.form == fault || c.form == uncounted:
			batch.Problems = append(batch.Problems, s.noValue(row.number, i, c))
		case s.typing[i].isDayForNumber(&c):
			batch.Problems = append(batch.Problems, s.dayForNumber(row.number, i))
		case s.typing[i].text && c.form == number && !c.day && significant(c.value) > maxDigits:
			batch.Problems = append(batch.Problems, s.lostDigits(row.number, i))
		}
	}
}

// cell is a cell as the binding takes it; one that no field reads is left out.
func (s *source) cell(t typing, c *cell) datasets.Cell {
	if !t.bound {
		return datasets.Cell{}
	}
	switch c.form {
	case text:
		return datasets.Cell{Text: c.value}
	case truth:
		if isTrue(c.value) {
			return datasets.Cell{Text: yes, Plain: true}
		}
		return datasets.Cell{Text: no, Plain: true}
	case number:
		if t.isDayForNumber(c) {
			return datasets.Cell{}
		}
		if t.date || t.text && c.day {
			if day, ok := serialDay(c.value, s.book.date1904); ok {
				return datasets.Cell{Text: s.dayText(day), Plain: true}
			}
		}
		return datasets.Cell{Text: shortest(c.value), Plain: true}
	}
	return datasets.Cell{}
}

// The two texts of a cell of truth.
var yes, no = []byte("true"), []byte("false")

// dayText is a day as yyyy-MM-dd; an export has few different ones.
func (s *source) dayText(day int32) []byte {
	written := s.days[day]
	if written == nil {
		written = []byte(datasets.FormatDay(day))
		s.days[day] = written
	}
	return written
}

// shortest is the number as a person typed it: a workbook stores 0.29 as 0.28999999999999998,
// the seventeen digits of the nearest binary number, and the sum of 1.1 and 2.2 as
// 3.3000000000000003.
func shortest(value []byte) []byte {
	for _, c := range value {
		if c < '0' || c > '9' {
			x, err := strconv.ParseFloat(string(value), 64)
			if err != nil {
				return value
			}
			return strconv.AppendFloat(nil, datasets.RoundDouble(x), 'f', -1, 64)
		}
	}
	return value
}

// serialDay is the day of a serial number, its time of day cut off. In the 1900 system day 1 is
// 1900-01-01 and day 60 a 29 February that never was, so that later days are one more than
// they should be; in the 1904 system day 0 is 1904-01-01. Whole numbers from 1800 to 2299 are
// no days but years that somebody typed alone.
func serialDay(value []byte, date1904 bool) (day int32, ok bool) {
	x, err := float(value)
	if err != nil || x < 0 || x > 200_000 || x >= 1800 && x < 2300 && x == float64(int(x)) {
		return 0, false
	}
	const before1900, day1904 = -25568, -24107 // 1899-12-31 and 1904-01-01, from 1970-01-01
	n := int32(x)
	switch {
	case date1904:
		return day1904 + n, true
	case n == 0 || n == 60:
		return 0, false
	case n > 60:
		n--
	}
	return before1900 + n, true
}

// float is a number; whole ones of a few digits without detours.
func float(value []byte) (float64, error) {
	if n := count(value); n >= 0 {
		return float64(n), nil
	}
	return strconv.ParseFloat(string(value), 64)
}

// noValue says that a cell shows an error or was never calculated. Some programs write the
// blank text that a formula gave in the same way as no value at all: where another formula of
// the column has a value it is only a doubt.
func (s *source) noValue(row, column int, c cell) datasets.Problem {
	p := datasets.Problem{
		Position: s.place(row, column+1),
		Field:    s.binding.Columns[column].Fields[0], Rule: RuleNotCalculated, Severity: datasets.Error,
		Message: datasets.Label{
			PL: "formuły w tej komórce nigdy nie obliczono; otwórz plik w arkuszu kalkulacyjnym i zapisz",
			EN: "the formula in this cell was never calculated; open the file in a spreadsheet and save it",
		},
	}
	if s.typing[column].calculated {
		p.Severity = datasets.Warning
	}
	if c.form == fault {
		p.Severity = datasets.Error
		if len(c.value) > len("#GETTING_DATA") || c.value[0] != '#' {
			c.value = []byte("#?")
		}
		p.Rule = RuleErrorCell
		p.Message = datasets.Label{
			PL: fmt.Sprintf("komórka zawiera błąd %s zamiast wartości", c.value),
			EN: fmt.Sprintf("the cell holds the error %s instead of a value", c.value),
		}
	}
	return p
}
