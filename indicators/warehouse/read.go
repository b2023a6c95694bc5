package warehouse

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/sqltext"
)

// groupOf is the group of a value of the column sex.
var groupOf = map[string]indicators.Group{
	"woman": indicators.Women, "man": indicators.Men, "non_binary": indicators.NonBinary, "": indicators.UnknownSex,
}

// read takes the counts of the whole out of the answer to a bulk query.
func read(a *answer, set *indicators.Set, q sqltext.Query) (indicators.Counted, error) {
	return readRows(a, a.rows, set, q)
}

// readParts takes the counts of the parts: rows of the same values are one part.
func readParts(a *answer, set *indicators.Set, q sqltext.Query, by []indicators.Dimension) ([]indicators.CountedPart, error) {
	rows := map[string][][]*string{}
	values := map[string][]string{}
	var order []string
	for _, row := range a.rows {
		var part []string
		for _, d := range by {
			value, err := a.text(row, d.Name)
			if err != nil {
				return nil, err
			}
			part = append(part, value)
		}
		key := fmt.Sprintf("%q", part)
		if rows[key] == nil {
			order = append(order, key)
		}
		rows[key], values[key] = append(rows[key], row), part
	}
	var parts []indicators.CountedPart
	for _, key := range order {
		counted, err := readRows(a, rows[key], set, q)
		if err != nil {
			return nil, err
		}
		parts = append(parts, indicators.CountedPart{Values: values[key], Counted: counted})
	}
	return parts, nil
}

// readRows takes the counts out of rows that differ by sex alone.
func readRows(a *answer, rows [][]*string, set *indicators.Set, q sqltext.Query) (indicators.Counted, error) {
	counted := indicators.Counted{
		Figures: map[string]indicators.CountedFigure{}, Thresholds: map[int]indicators.CountedFigure{},
		Incomplete: map[string]indicators.CountedFigure{}, Refused: map[string]indicators.CountedFigure{},
	}
	for i, code := range q.Codes {
		figure := indicators.CountedFigure{}
		for _, row := range rows {
			if err := readCell(a, row, i+1, figure); err != nil {
				return counted, err
			}
		}
		place(&counted, set, code, figure)
	}
	return counted, nil
}

func readCell(a *answer, row []*string, i int, to indicators.CountedFigure) error {
	sex, err := a.text(row, "sex")
	if err != nil {
		return err
	}
	group, known := groupOf[sex]
	if !known {
		return fmt.Errorf("the answer has a row for the sex %q, which is no term of the vocabulary", sex)
	}
	if _, twice := to[group]; twice {
		return fmt.Errorf("the answer has two rows for the sex %q", sex)
	}
	num, err := a.count(row, fmt.Sprintf("n_%d", i))
	if err != nil {
		return err
	}
	den, err := a.count(row, fmt.Sprintf("d_%d", i))
	to[group] = indicators.CountedCell{Num: num, Den: den}
	return err
}

// place puts a figure where it belongs. An indicator of a project may have any code, that of a gap
// as well; it goes first, as in sqltext.
func place(counted *indicators.Counted, set *indicators.Set, code string, figure indicators.CountedFigure) {
	if set.Definition(code) != nil {
		counted.Figures[code] = figure
		return
	}
	if field, ok := strings.CutPrefix(code, sqltext.Incomplete("")); ok {
		counted.Incomplete[field] = figure
		return
	}
	if field, ok := strings.CutPrefix(code, sqltext.Refused("")); ok {
		counted.Refused[field] = figure
		return
	}
	for i := range set.Thresholds {
		if code == sqltext.Threshold(i) {
			counted.Thresholds[i] = figure
			return
		}
	}
	counted.Figures[code] = figure
}
