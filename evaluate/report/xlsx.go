package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/evaluate"
)

// WriteXLSX writes one workbook for readers of either language: a cover sheet, contents, notes,
// one sheet for each table of the report and one with all figures. Each sheet is a named table
// from A1 with one heading row, without merged or empty cells. Numbers are numbers in full
// precision, shown in their unit; what has no value says so in words. The same report makes the
// same bytes.
func WriteXLSX(w io.Writer, r *Report) error {
	sheets, err := bookSheets(r)
	if err != nil {
		return err
	}
	b, err := newBook(r)
	if err != nil {
		return fmt.Errorf("report: tables.xlsx: %w", err)
	}
	if err := b.write(w, sheets); err != nil {
		return fmt.Errorf("report: tables.xlsx: %w", err)
	}
	return nil
}

// bookSheets are the sheets of the workbook in their order.
func bookSheets(r *Report) ([]*sheet, error) {
	parts, err := layout(r)
	if err != nil {
		return nil, err
	}
	sheets := append([]*sheet{coverSheet(r)}, tableSheets(parts)...)
	sheets = append(sheets, figuresSheet(r))
	if err := nameSheets(sheets); err != nil {
		return nil, err
	}
	return append([]*sheet{sheets[0], contentsSheet(sheets[1:]), notesSheet(r, sheets[1:])}, sheets[1:]...), nil
}

// sheet is a sheet before it is written: a heading and rows of cells.
type sheet struct {
	name  string
	title evaluate.Text
	head  []string
	rows  [][]value
	notes []sheetNote
}

// sheetNote is a note of a sheet for the notes sheet.
type sheetNote struct {
	mark string
	text evaluate.Text
}

// value is a cell of a sheet: words, or a number with the way it is shown.
type value struct {
	words  string
	number *evaluate.Figure
	link   string // sheet to go to
	bold   bool
	faint  bool // words that stand for a missing number
}

func inBoth(t evaluate.Text) value {
	if t.Empty() {
		return value{words: "–", faint: true}
	}
	return value{words: both(t)}
}

// nameSheets makes sheet names out of table IDs: at most 31 characters, none twice. Of IDs that begin alike
// the later ones end in ~2, ~3 and so on.
func nameSheets(sheets []*sheet) error {
	taken := map[string]bool{"contents": true, "notes": true}
	for _, s := range sheets {
		id := s.name
		s.name = shortened(id, "")
		if len(id) <= excelize.MaxSheetNameLength && taken[strings.ToLower(id)] {
			return fmt.Errorf("report: two sheets would be named %q; give the tables IDs of their own", id)
		}
		for n := 2; taken[strings.ToLower(s.name)]; n++ { // spreadsheets do not tell cases apart
			s.name = shortened(id, "~"+strconv.Itoa(n))
		}
		taken[strings.ToLower(s.name)] = true
	}
	return nil
}

// shortened is an ID with an end, cut to what a sheet name may have.
func shortened(id, end string) string {
	return id[:min(len(id), excelize.MaxSheetNameLength-len(end))] + end
}
