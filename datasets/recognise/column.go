package recognise

import (
	"errors"
	"math"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// mostWords is how many different values a column may have that holds words of a list, and mostOwn how many
// are told apart to see whether each row has one of its own.
const (
	mostWords = 40
	mostOwn   = 100_000
)

// Column is what a column of a table holds, as far as it helps to recognise it.
type Column struct {
	Place  int    // in the file, from 1
	Header string // as it stands; it may be shown where Shown says so
	Filled int    // cells that are not blank

	numbers, whole, small int     // cells that are numbers; of them without decimals; of them from 0 to 10
	low, high             float64 // of the small ones
	ambiguous             int     // numbers that could be thousands or decimals
	marks                 [2]int  // numbers with a decimal comma, with a decimal point
	dates                 orders
	words                 map[string]int  // value -> rows; nil where there are too many
	own                   map[string]bool // different values, up to mostOwn
	first, last           int32           // days of the dates that can be read in one way
	days                  int
}

func newColumn(place int, header string) *Column {
	return &Column{Place: place, Header: strings.TrimSpace(header), words: map[string]int{}, own: map[string]bool{}, low: math.Inf(1), high: math.Inf(-1)}
}

// Shown tells whether the header may be printed: one that could be a value of a person may not.
func (c *Column) Shown() bool { return datasets.ShowsHeader(c.Header) }

// look takes down a cell that is not blank.
func (c *Column) look(value string) {
	c.Filled++
	if len(c.own) < mostOwn {
		c.own[value] = true
	}
	if c.words != nil {
		if c.words[value]++; len(c.words) > mostWords {
			c.words = nil
		}
	}
	if !c.number(value) {
		c.date(value)
	}
}

func (c *Column) number(value string) bool {
	mark, err := datasets.DecimalMark([]byte(value))
	if errors.Is(err, datasets.ErrAmbiguous) {
		c.numbers, c.ambiguous = c.numbers+1, c.ambiguous+1
		return true
	}
	if err != nil {
		return false
	}
	c.numbers++
	switch mark {
	case ',':
		c.marks[0]++
	case '.':
		c.marks[1]++
	}
	d, err := datasets.ParseDecimal([]byte(value), mark)
	if err != nil {
		return true
	}
	n := d.Float()
	if n == math.Trunc(n) {
		c.whole++
	}
	if n >= 0 && n <= highestAnswer {
		c.small++
		c.low, c.high = min(c.low, n), max(c.high, n)
	}
	return true
}

func (c *Column) date(value string) {
	day, known := c.dates.look(value)
	if !known {
		return
	}
	if c.days == 0 || day < c.first {
		c.first = day
	}
	if c.days == 0 || day > c.last {
		c.last = day
	}
	c.days++
}

// most tells whether at least four of five cells are of a kind: a slip of the pen does not make a question
// another thing, and is told by the run.
func (c *Column) most(of int) bool { return c.Filled > 0 && 5*of >= 4*c.Filled }

// decimal is the mark of all decimals of the column, where some numbers cannot be read without knowing it
// and all others agree; empty otherwise.
func (c *Column) decimal() string {
	switch {
	case c.ambiguous == 0:
	case c.marks[0] > 0 && c.marks[1] == 0:
		return ","
	case c.marks[1] > 0 && c.marks[0] == 0:
		return "."
	}
	return ""
}
