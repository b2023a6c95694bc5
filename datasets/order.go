package datasets

import (
	"errors"
	"fmt"
	"strings"
)

// RuleDateOrder marks a column of dates in which day and month may be taken for one another.
const RuleDateOrder = "date.order"

// orderError is a date with the year last that no declared layout reads: 2/3/2020 is the second
// of March to one office's spreadsheet and the third of February to another's. It is never
// guessed, not even where other cells of the column fit one order only: the file may mix both.
type orderError struct {
	mark                 byte
	dayFirst, monthFirst bool // the orders in which it is a day of the calendar
}

// Error asks for the declaration, with both candidates.
func (e *orderError) Error() string {
	return fmt.Sprintf("is a date in an order that nobody declared; say dates: [%s] or dates: [%s] in the profile or project file",
		e.layout("dd", "MM"), e.layout("MM", "dd"))
}

func (e *orderError) layout(first, second string) string {
	mark := string(rune(e.mark))
	return first + mark + second + mark + "yyyy"
}

// undeclared is the error of a date that no layout reads: an [orderError] where it would be one.
func (w *writtenDate) undeclared() error {
	if !w.fits(2, 1, 0) {
		return errDate
	}
	_, dayFirst := DaysOf(w.numbers[2], w.numbers[1], w.numbers[0])
	_, monthFirst := DaysOf(w.numbers[2], w.numbers[0], w.numbers[1])
	if dayFirst != nil && monthFirst != nil {
		return errDate
	}
	return &orderError{mark: w.mark, dayFirst: dayFirst == nil, monthFirst: monthFirst == nil}
}

// agree refuses layouts that read one text as two days: where the year stands in the same place, and
// both have slashes or neither has, the first listed would be a guess for every day up to the twelfth.
func agree(layouts []DateLayout) error {
	for i, l := range layouts {
		if l.contradicts("yyyy-MM-dd") {
			return fmt.Errorf("dates: %s contradicts yyyy-MM-dd, as which a date with the year first is always read; take it out", l)
		}
		for _, earlier := range layouts[:i] {
			if l.contradicts(earlier) {
				return fmt.Errorf("dates: %s and %s contradict each other: 02%s03 would be two days; ask who made the export, and keep one of them", earlier, l, l.mark())
			}
		}
	}
	return nil
}

// contradicts tells whether two layouts read the same texts, day and month the other way around.
// Where the year is first slashes make no difference.
func (l DateLayout) contradicts(other DateLayout) bool {
	year, month, _ := l.places()
	otherYear, otherMonth, _ := other.places()
	return year == otherYear && month != otherMonth && (year == 0 || l.mark() == other.mark())
}

// mark is what stands for all marks that the layout reads.
func (l DateLayout) mark() string {
	if strings.Contains(string(l), "/") {
		return "/"
	}
	return "."
}

// orders counts the dates of a column whose order nobody declared.
type orders struct {
	dayOnly, monthOnly, either int
	example                    *orderError
	first                      Position
}

// add counts an error that is an [orderError]; others are not of this kind.
func (o *orders) add(err error, at Position) {
	var e *orderError
	if !errors.As(err, &e) {
		return
	}
	if o.example == nil {
		o.example, o.first = e, at
	}
	switch {
	case e.dayFirst && e.monthFirst:
		o.either++
	case e.dayFirst:
		o.dayOnly++
	default:
		o.monthOnly++
	}
}

// problem asks for the order of a column and says what speaks for each.
func (o *orders) problem(f *Field) Problem {
	day, month := o.example.layout("dd", "MM"), o.example.layout("MM", "dd")
	all := o.dayOnly + o.monthOnly + o.either
	return Problem{Position: o.first, Field: f.Name, Rule: RuleDateOrder, Severity: Error, Message: Label{
		PL: fmt.Sprintf("%s tej kolumny podano w kolejności, której nikt nie zadeklarował: tylko jako %s da się odczytać %d, tylko jako %s %d, na oba sposoby %d. "+
			"Zapytaj osobę, która wykonała eksport, i napisz w pliku projektu dates: [%s] albo dates: [%s]", PolishCount(all, "datę", "daty", "dat"), day, o.dayOnly, month, o.monthOnly, o.either, day, month),
		EN: fmt.Sprintf("%s in an order that nobody declared: %d can be read as %s only, %d as %s only, %d as both. "+
			"Ask who made the export, and say dates: [%s] or dates: [%s] in the project file", EnglishCount(all, "date of this column is", "dates of this column are"), o.dayOnly, day, o.monthOnly, month, o.either, day, month),
	}}
}
