package xlsxfile

import (
	"errors"
	"fmt"
	"io"

	"github.com/efseval/efseval/datasets"
)

// RuleSkipped marks a workbook with sheets that hold something and were not read.
const RuleSkipped = "sheet.skipped"

// everySheet is what a profile or project states to read all sheets that hold the headers.
const everySheet = "*"

// choice is which sheets of a workbook are read.
type choice struct {
	fits    []candidate // sheets that hold the headers
	best    candidate   // the row with most known headers of the others
	besides []string    // sheets that hold something and not the headers
}

// choose finds the sheets to read, each with its header row. Where nothing is stated and several
// hold the headers and rows, which one is meant is asked, since the people of the others would be
// lost. Where none holds the headers it is the one with most of them, so that the error can say what
// is missing.
func (s *source) choose() (read []candidate, besides []string, err error) {
	sheets, err := s.sheets()
	if err != nil {
		return nil, nil, err
	}
	c, err := s.look(sheets)
	if err != nil {
		return nil, nil, err
	}
	switch {
	case len(c.fits) > 0:
		read, err = s.filled(c.fits)
	case c.best.matches > 0:
		read = []candidate{c.best}
	case s.profile.HeaderRow > 0:
		err = datasets.NotHeader(datasets.Position{File: s.book.name, Row: s.profile.HeaderRow}, s.profile.Name)
	default:
		err = s.noHeader(sheets)
	}
	return read, c.others(read), err
}

// look reads the top of each sheet.
func (s *source) look(sheets []sheet) (c choice, err error) {
	for _, sh := range sheets {
		row, header, err := s.bestRow(sh)
		if err != nil {
			return c, unreadable(s.book.name, sh.name, err)
		}
		if header {
			c.fits = append(c.fits, row)
		} else if len(row.cells) > 0 {
			c.besides = append(c.besides, sh.name)
		}
		if row.matches > c.best.matches {
			c.best = row
		}
	}
	return c, nil
}

// others are the sheets besides those that are read.
func (c *choice) others(read []candidate) (names []string) {
	for _, name := range c.besides {
		if len(read) == 0 || name != read[0].sheet.name {
			names = append(names, name)
		}
	}
	return names
}

// filled takes of the sheets that hold the headers those with rows; the first where none has, so
// that an empty export is told.
func (s *source) filled(fits []candidate) (read []candidate, err error) {
	if len(fits) == 1 {
		return fits, nil
	}
	for _, c := range fits {
		has, err := s.hasRows(c)
		if err != nil {
			return nil, unreadable(s.book.name, c.sheet.name, err)
		}
		if has {
			read = append(read, c)
		}
	}
	switch {
	case len(read) == 0:
		return fits[:1], nil
	case len(read) > 1 && s.profile.Sheet != everySheet:
		return nil, s.severalSheets(read)
	}
	return read, nil
}

// hasRows tells whether a row that is not blank stands behind the header.
func (s *source) hasRows(c candidate) (has bool, err error) {
	rows, err := s.book.rows(c.sheet)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, rows.close()) }()
	for {
		row, err := rows.nextRow()
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if row.number > c.row && !row.blank() {
			return true, nil
		}
	}
}

func (s *source) severalSheets(read []candidate) error {
	var names []string
	for _, c := range read {
		names = append(names, c.sheet.name)
	}
	return &datasets.Unreadable{At: datasets.Position{File: s.book.name},
		Cause: fmt.Errorf("%d sheets hold the headers of profile %s and rows: %s", len(read), s.profile.Name, quoted(names)),
		Next:  `say sheet: with the name of the one that is meant, or sheet: "*" to read them all, one after the other`}
}

// sheets lists the sheets to look at: the stated one, or all; hidden ones last where one is sought.
func (s *source) sheets() ([]sheet, error) {
	if s.profile.Sheet == everySheet {
		return s.book.sheets, nil
	}
	var visible, hidden []sheet
	for i, sh := range s.book.sheets {
		switch {
		case s.profile.Sheet != "" && (datasets.Fold(sh.stated) == datasets.Fold(s.profile.Sheet) || sh.name == s.profile.Sheet):
			sh.name = datasets.StatedSheet(sh.stated, i+1)
			return []sheet{sh}, nil
		case sh.hidden:
			hidden = append(hidden, sh)
		default:
			visible = append(visible, sh)
		}
	}
	if s.profile.Sheet != "" {
		return nil, s.noSheet()
	}
	return append(visible, hidden...), nil
}

// tellSkipped notes the sheets that hold something and are not read: they may be dictionaries and
// notes, or people under other headers.
func (s *source) tellSkipped(names []string) {
	if len(names) == 0 {
		return
	}
	s.binding.Problems = append(s.binding.Problems, datasets.Problem{
		Position: datasets.Position{File: s.book.name}, Rule: RuleSkipped, Severity: datasets.Note,
		Message: datasets.Label{
			PL: "nie odczytano arkuszy, w których nie ma nagłówków profilu: " + quoted(names),
			EN: "sheets that do not hold the headers of the profile were not read: " + quoted(names),
		}})
}
