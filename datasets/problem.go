package datasets

import (
	"fmt"
	"strings"
)

// Rules of the faults that reading itself finds. They are stable: users filter by them.
const (
	RuleUnknownColumn = "column.unknown"
	RuleUnknownValue  = "value.unknown"
	RuleBadValue      = "value.unreadable"
	RuleOutOfRange    = "value.out-of-range"
	RuleRaggedRow     = "row.ragged"
	RuleNoPerson      = "row.no-person"
	RuleNoProject     = "row.no-project"
	RuleConflict      = "participation.conflict"
	RuleNoExit        = "participation.no-exit"
)

// unknownColumn shows the header as shownHeader lets it be seen, and always which column it is.
func unknownColumn(at Position, shown, near string) Problem {
	hint := Label{}
	if near != "" {
		hint = Label{PL: fmt.Sprintf(" Czy chodziło o %q?", near), EN: fmt.Sprintf(" Did you mean %q?", near)}
	}
	column := ColumnLetters(at.Column)
	return Problem{Position: at, Rule: RuleUnknownColumn, Severity: Error, Message: Label{
		PL: fmt.Sprintf("nieznana kolumna %q (%s).%s Wskaż ją w columns: albo dopisz do ignore: w pliku projektu", shown, column, hint.PL),
		EN: fmt.Sprintf("unknown column %q (%s).%s Name it under columns:, or add it to ignore: in the project file", shown, column, hint.EN),
	}}
}

func unknownTerm(at Position, f *Field, value string, words *dictionary) Problem {
	near := Nearest(value, words.words)
	shown := Veil(value) // always: a name can stand in the wrong column and be near to a word
	hint := Label{}
	if near != "" {
		hint = Label{PL: fmt.Sprintf(" Czy chodziło o %q?", near), EN: fmt.Sprintf(" Did you mean %q?", near)}
	}
	return Problem{Position: at, Field: f.Name, Rule: RuleUnknownValue, Severity: Error, Message: Label{
		PL: fmt.Sprintf("wartości %q nie ma w słowniku.%s Popraw ją albo dopisz do values: %s: w pliku projektu", shown, hint.PL, f.Name),
		EN: fmt.Sprintf("value %q is not in the dictionary.%s Correct it, or add it to values: %s: in the project file", shown, hint.EN, f.Name),
	}}
}

func badCell(at Position, f *Field, err error) Problem {
	return Problem{Position: at, Field: f.Name, Rule: RuleBadValue, Severity: Error, Message: Label{
		PL: fmt.Sprintf("komórki nie da się odczytać jako pola „%s” (%s): %s", f.Label.PL, f.Kind.Polish(), polishCause(err)),
		EN: fmt.Sprintf("the cell cannot be read as %s (%s): it %s", f.Label.EN, f.Kind, err),
	}}
}

// outOfRange never prints the value: it may be a person number in the wrong column.
func outOfRange(at Position, f *Field) Problem {
	return Problem{Position: at, Field: f.Name, Rule: RuleOutOfRange, Severity: Error, Message: Label{
		PL: fmt.Sprintf("wartość pola „%s” jest poza zakresem %s; sprawdź, czy komórka stoi we właściwej kolumnie", f.Label.PL, f.bounds("od %d", "do %d")),
		EN: fmt.Sprintf("the value of %s is out of the range %s; check that the cell stands in the right column", f.Label.EN, f.bounds("from %d", "to %d")),
	}}
}

// bounds says the bounds that the field has.
func (f *Field) bounds(from, to string) string {
	var words []string
	if f.Min != nil {
		words = append(words, fmt.Sprintf(from, *f.Min))
	}
	if f.Max != nil {
		words = append(words, fmt.Sprintf(to, *f.Max))
	}
	return strings.Join(words, " ")
}

// polishCause says the few causes of an unreadable cell in Polish.
func polishCause(err error) string {
	text := err.Error()
	for _, pair := range [...][2]string{
		{"is not a date", "nie jest to data kalendarzowa w zadeklarowanej kolejności"},
		{"nobody declared", "jest to data w kolejności, której nikt nie zadeklarował; podaj dates: w pliku projektu"},
		{"could be thousands", "może oznaczać tysiące albo ułamek; podaj decimal: w pliku projektu"},
		{"is not a number", "nie jest to liczba"},
		{"is not a whole number", "nie jest to liczba całkowita"},
		{"fraction of a grosz", "kwota ma ułamek grosza"},
		{"too many digits", "ma za dużo cyfr"},
	} {
		if strings.Contains(text, pair[0]) {
			return pair[1]
		}
	}
	return text
}

func raggedRow(at Position, want, got int) Problem {
	return Problem{Position: at, Rule: RuleRaggedRow, Severity: Error, Message: Label{
		PL: fmt.Sprintf("wiersz ma %s, a nagłówek %d; sprawdź separator i cudzysłowy", PolishCount(got, "komórkę", "komórki", "komórek"), want),
		EN: fmt.Sprintf("the row has %s and the header %d; check the separator and the quotes", EnglishCount(got, "cell", "cells"), want),
	}}
}

// Unreadable is an input that cannot be read at all: a missing, empty or truncated file, or one
// without the columns it must have. A run ends with exit code 3.
type Unreadable struct {
	At    Position
	Cause error
	Next  string // what the user can do
}

// Error prints place, cause and next step.
func (u *Unreadable) Error() string {
	text := fmt.Sprintf("%s: %s", u.At, u.Cause)
	if u.Next != "" {
		text += "; " + u.Next
	}
	return text
}

// NotHeader says that the row which is stated to be the header has no header of the profile.
func NotHeader(at Position, profile string) error {
	return &Unreadable{At: at, Cause: fmt.Errorf("header_row: says that the headers stand here, and the row holds none of profile %s", profile),
		Next: "count the rows of the file from 1, blank ones as well, or take header_row: out and let the header be found"}
}

// Unwrap is the cause.
func (u *Unreadable) Unwrap() error { return u.Cause }
