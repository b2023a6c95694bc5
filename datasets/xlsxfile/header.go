package xlsxfile

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// candidate is a row that may be the header row.
type candidate struct {
	sheet   sheet
	row     int
	cells   []string
	matches int
}

func (s *source) noSheet() error {
	names := s.book.sheetNames()
	next := "the workbook has " + quoted(names)
	if near := datasets.Nearest(s.profile.Sheet, names); near != "" {
		next += fmt.Sprintf("; did you mean %q?", near)
	}
	return &datasets.Unreadable{At: datasets.Position{File: s.book.name}, Cause: fmt.Errorf("no sheet %q", s.profile.Sheet), Next: next}
}

// bestRow looks through the top of one sheet.
func (s *source) bestRow(sh sheet) (best candidate, header bool, err error) {
	t, found, err := s.readTop(sh)
	if err != nil || len(t.rows) == 0 {
		return best, false, err
	}
	i := found
	if found < 0 {
		i = t.mostMatches()
	}
	if found < 0 || t.mayGroup(i) {
		if t.merges, err = s.book.merges(sh); err != nil {
			return best, false, err
		}
	}
	if two, ok := t.withUpper(i); ok && two.matches >= t.rows[i].matches {
		return two, s.profile.IsHeader(two.cells), nil
	}
	return t.rows[i], found >= 0, nil
}

// readTop reads the first rows of a sheet, up to the one behind the first header row, whose place
// among the rows is found; -1 where there is none.
func (s *source) readTop(sh sheet) (t top, found int, err error) {
	t.profile, found = s.profile, -1
	rows, err := s.book.rows(sh)
	if err != nil {
		return t, -1, err
	}
	defer func() { err = errors.Join(err, rows.close()) }()
	for {
		row, err := rows.nextRow()
		stated := s.profile.HeaderRow
		if err == io.EOF || err == nil && row.number > max(datasets.HeaderRows, stated) || err != nil && found >= 0 {
			return t, found, nil
		}
		if err != nil {
			return t, found, err
		}
		if row.blank() {
			continue
		}
		c := candidate{sheet: sh, row: row.number, cells: row.texts()}
		c.matches = s.profile.CountMatches(c.cells)
		t.rows = append(t.rows, c)
		if found >= 0 {
			return t, found, nil
		}
		if stated > 0 && row.number != stated {
			t.rows[len(t.rows)-1].matches = 0
		} else if s.profile.IsHeader(c.cells) {
			found = len(t.rows) - 1
		}
	}
}

// mostMatches is the first of the rows with most known headers.
func (t *top) mostMatches() (best int) {
	for i := range t.rows {
		if t.rows[i].matches > t.rows[best].matches {
			best = i
		}
	}
	return best
}

func (s *source) noHeader(sheets []sheet) error {
	names := make([]string, len(sheets))
	for i, sh := range sheets {
		names[i] = sh.name
	}
	return &datasets.Unreadable{At: datasets.Position{File: s.book.name},
		Cause: fmt.Errorf("no header row: the first %d rows of %s hold no header of profile %s", datasets.HeaderRows, quoted(names), s.profile.Name),
		Next:  "choose the profile of the system that wrote the file, say sheet:, or name its headers under columns: in the project file"}
}

// sheetsNamed is how many sheets a message names.
const sheetsNamed = 12

func quoted(names []string) string {
	var out []string
	for _, n := range names[:min(len(names), sheetsNamed)] {
		out = append(out, fmt.Sprintf("%q", n))
	}
	if more := len(names) - sheetsNamed; more > 0 {
		out = append(out, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(out, ", ")
}
