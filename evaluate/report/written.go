package report

import (
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// HowWritten says in a line each how the dates and the numbers of a file were written, column by
// column; nothing where it has none. The numbers of cells are for who holds the export: in a
// report that of the dates of taking up work would tell a count that may be hidden.
func HowWritten(c datasets.Conclusions, cells bool) []evaluate.Text {
	var dates, numbers evaluate.Text
	for _, column := range c.Columns {
		dates = joinMet(dates, column.Column, column.Dates, cells)
		numbers = joinMet(numbers, column.Column, column.Numbers, cells)
	}
	var lines []evaluate.Text
	if dates.EN != "" {
		lines = append(lines, evaluate.T("zapis dat: "+dates.PL, "dates written: "+dates.EN))
	}
	if numbers.EN != "" {
		lines = append(lines, evaluate.T("zapis liczb: "+numbers.PL, "numbers written: "+numbers.EN))
	}
	return lines
}

// joinMet adds a column to a line.
func joinMet(line evaluate.Text, column int, forms []datasets.Met, cells bool) evaluate.Text {
	var words evaluate.Text
	for _, m := range forms {
		word := formWords(m.Form)
		if cells {
			n := strconv.Itoa(m.Cells)
			word = evaluate.T(word.PL+" "+evaluate.Localize(n, evaluate.PL), word.EN+" "+evaluate.Localize(n, evaluate.EN))
		}
		words = words.Joined(", ", word)
	}
	if len(forms) == 0 {
		return line
	}
	at := datasets.ColumnLetters(column) + " "
	return line.Joined("; ", evaluate.T(at+words.PL, at+words.EN))
}

// formWords are the words for a form; a layout of dates is its own word, in Polish with r for the year.
func formWords(form string) evaluate.Text {
	if t, known := map[string]evaluate.Text{
		"missing": evaluate.T("zadeklarowany brak", "declared missing"), "typed": evaluate.T("komórki z typem", "typed cells"),
		"whole": evaluate.T("całkowite", "whole"), "decimal-comma": evaluate.T("przecinek dziesiętny", "decimal comma"),
		"decimal-point":                   evaluate.T("kropka dziesiętna", "decimal point"),
		"comma-three-decimals":            evaluate.T("w tym 1,234 odczytane jako 1.234", "of these 1,234 read as 1.234"),
		"thousands-space":                 evaluate.T("tysiące ze spacją", "thousands by space"),
		"thousands-no-break-space":        evaluate.T("tysiące ze spacją nierozdzielającą", "thousands by no-break space"),
		"thousands-narrow-no-break-space": evaluate.T("tysiące z wąską spacją nierozdzielającą", "thousands by narrow no-break space"),
		"thousands-dot":                   evaluate.T("tysiące z kropką", "thousands by dot"), "thousands-comma": evaluate.T("tysiące z przecinkiem", "thousands by comma"),
		"thousands-apostrophe": evaluate.T("tysiące z apostrofem", "thousands by apostrophe"),
	}[form]; known {
		return t
	}
	return evaluate.T(strings.ReplaceAll(form, "yyyy", "rrrr"), form)
}

// jsonMet is a form in which the dates or numbers of a column were written, as older results.json had it.
type jsonMet struct {
	Column int    `json:"column"`
	Kind   string `json:"kind"` // date or number
	Form   string `json:"form"` // in the words of datasets.BoundColumn
}

// columnsWritten are the columns that have forms to tell.
func columnsWritten(all []jsonMet) (columns []datasets.BoundColumn) {
	for _, m := range all {
		if n := len(columns); n == 0 || columns[n-1].Column != m.Column {
			columns = append(columns, datasets.BoundColumn{Column: m.Column})
		}
		last, form := &columns[len(columns)-1], datasets.Met{Form: m.Form}
		if m.Kind == "date" {
			last.Dates = append(last.Dates, form)
		} else {
			last.Numbers = append(last.Numbers, form)
		}
	}
	return columns
}
