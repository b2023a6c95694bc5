package datasets

import (
	"fmt"
	"strconv"
)

// Position is where a cell stands in an input. Row and Column count from 1 as a person
// counts them; 0 means the whole row or the whole file.
type Position struct {
	File   string // base name as given by the user; - for standard input
	Sheet  string // XLSX only
	Row    int
	Column int
}

// String prints people.csv:12:4, or people.xlsx:Baseline!D12 for a sheet.
func (p Position) String() string {
	name := Visible(p.File)
	if name == "" {
		name = "-"
	}
	if p.Sheet != "" {
		return name + ":" + Visible(p.Sheet) + "!" + p.cell()
	}
	if p.Row > 0 {
		name += ":" + strconv.Itoa(p.Row)
		if p.Column > 0 {
			name += ":" + strconv.Itoa(p.Column)
		}
	}
	return name
}

func (p Position) cell() string {
	switch {
	case p.Row == 0 && p.Column == 0:
		return "*"
	case p.Column == 0:
		return strconv.Itoa(p.Row)
	case p.Row == 0:
		return ColumnLetters(p.Column)
	}
	return ColumnLetters(p.Column) + strconv.Itoa(p.Row)
}

// ColumnLetters is the spreadsheet name of a column: 1 is A, 27 is AA.
func ColumnLetters(column int) string {
	var letters []byte
	for ; column > 0; column = (column - 1) / 26 {
		letters = append([]byte{byte('A' + (column-1)%26)}, letters...)
	}
	return string(letters)
}

// Severity is how much a Problem matters.
type Severity string

// An Error stops a strict run: a cell could not be read, so a count may be wrong.
// A Warning is a doubt about a cell that was read. A Note is told for completeness.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Problem is one fault of the data, as a record: it has a place, a stable rule code and a
// text in both languages that says what to do. It never holds an identifying value.
type Problem struct {
	Position Position
	Field    string
	Rule     string
	Severity Severity
	Message  Label
}

// Error prints place, field and message, so that a Problem can be an error.
func (p Problem) Error() string {
	if p.Field == "" {
		return fmt.Sprintf("%s: %s", p.Position, p.Message.EN)
	}
	return fmt.Sprintf("%s: %s: %s", p.Position, p.Field, p.Message.EN)
}
