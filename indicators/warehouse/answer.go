package warehouse

import (
	"fmt"
	"slices"
	"strconv"
)

// answer is the whole answer to a query. A nil cell is NULL.
type answer struct {
	columns []string
	rows    [][]*string
}

// first is the first column, without NULL.
func (a *answer) first() []string {
	var out []string
	for _, row := range a.rows {
		if len(row) > 0 && row[0] != nil {
			out = append(out, *row[0])
		}
	}
	return out
}

// text is a cell by the name of its column; NULL is the empty text.
func (a *answer) text(row []*string, column string) (string, error) {
	i := slices.Index(a.columns, column)
	if i < 0 || i >= len(row) {
		return "", fmt.Errorf("the answer has no column %q", column)
	}
	if row[i] == nil {
		return "", nil
	}
	return *row[i], nil
}

// count is a cell that must be a count.
func (a *answer) count(row []*string, column string) (int64, error) {
	text, err := a.text(row, column)
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("column %s holds something else than a count", column)
	}
	return n, nil
}

// one is the count in the only cell of an answer.
func (a *answer) one() (int64, error) {
	if len(a.rows) != 1 || len(a.columns) != 1 {
		return 0, fmt.Errorf("the answer has %d rows of %d columns and not one number", len(a.rows), len(a.columns))
	}
	return a.count(a.rows[0], a.columns[0])
}
