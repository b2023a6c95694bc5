package report

import (
	"unicode/utf8"

	"github.com/efseval/efseval/evaluate"
)

// Widths are in characters, heights in points. Not every program fits rows to wrapped words by
// itself, so that the workbook says how high they are.
const (
	narrowest    = 9
	widest       = 60
	widestHeader = 28
	lineHeight   = 15.0
	highest      = 27 // lines; a row cannot be higher than 409 points
)

// widths fits the columns to their words, within what a screen can show.
func (s *sheet) widths() []int {
	widths := make([]int, len(s.head))
	for i, h := range s.head {
		widths[i] = max(narrowest, min(utf8.RuneCountInString(h)+4, widestHeader)) // room for the button of the filter
		for _, row := range s.rows {
			widths[i] = max(widths[i], min(row[i].width()+2, widest))
		}
	}
	return widths
}

// width is the number of characters that a cell shows.
func (v value) width() int {
	switch {
	case v.number == nil:
		return utf8.RuneCountInString(v.words)
	case !v.number.Value.Present():
		return utf8.RuneCountInString(both(evaluate.T(v.number.Text(evaluate.PL), v.number.Text(evaluate.EN))))
	case v.number.Unit == general:
		return len(v.number.Value.String())
	}
	return utf8.RuneCountInString(v.number.Text(evaluate.PL)) + 1
}

// lines is the number of lines that the longest words of a row take. Numbers do not wrap.
func lines(row []value, widths []int) int {
	most := 1
	for i, v := range row {
		if v.number == nil {
			most = max(most, wrapped(v.words, widths[i]))
		}
	}
	return min(most, highest)
}

func headLines(head []string, widths []int) int {
	most := 1
	for i, h := range head {
		most = max(most, wrapped(h, widths[i]-4))
	}
	return min(most, highest)
}

// wrapped is the number of lines of words in a column, with a little room for words that do not
// fit at its end.
func wrapped(words string, width int) int {
	n := utf8.RuneCountInString(words)
	if n <= width {
		return 1
	}
	return (n + n/10 + width - 1) / width
}
