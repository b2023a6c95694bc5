package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/evaluate"
)

// A cell of the workbook shows as many decimals, and the same currency, as the unit is printed with elsewhere.
func TestWorkbookShowsEveryUnitAsItIsPrinted(t *testing.T) {
	for _, u := range evaluate.AllUnits() {
		code, printed := look{number: true, unit: u}.format(), u.Format(evaluate.Ratio(1, 3), evaluate.EN)
		_, decimals, _ := strings.Cut(strings.Trim(printed, "ABCDEFGHIJKLMNOPQRSTUVWXYZ%\u00a0"), ".")
		code = code[strings.LastIndex(code, ";")+1:] // that of p has a case for what is below a thousandth
		digits, currency, _ := strings.Cut(code, `" `)
		_, shown, _ := strings.Cut(strings.TrimSuffix(digits, "%"), ".")
		if len(shown) != len(decimals) {
			t.Errorf("%s: the format %s has %d decimals, %s has %d", u, code, len(shown), printed, len(decimals))
		}
		if want := map[evaluate.Unit]string{evaluate.Zloty: "zł", evaluate.Euro: "EUR"}[u]; strings.Trim(currency, `"`) != want {
			t.Errorf("%s: the format %s names the currency %q, want %q", u, code, currency, want)
		}
	}
}

func TestHeadingOfASheetIsPrintedOnEachPage(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(written(t, WriteXLSX, sample(t))))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var titled []string
	for _, n := range book.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" && n.RefersTo == "'"+n.Scope+"'!$1:$1" {
			titled = append(titled, n.Scope)
		}
	}
	if sheets := book.GetSheetList(); len(sheets) < 5 || !slices.Equal(titled, sheets) {
		t.Errorf("the heading is repeated in %v, want in all of %v", titled, sheets)
	}
}

func TestFootnotesOfARowAreNamedOnce(t *testing.T) {
	if got := rowMarks([]int{5, 2, 5, 11, 5}); got != "[2][5][11]" {
		t.Errorf("got %s", got)
	}
}
