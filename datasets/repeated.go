package datasets

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// RuleRepeatedHeader marks a column that is not read and whose header others have as well.
const RuleRepeatedHeader = "column.repeated"

func foldAll(header []string) []string {
	folded := make([]string, len(header))
	for i, h := range header {
		folded[i] = Fold(h)
	}
	return folded
}

// allOf are the columns of a header, from 0.
func allOf(folded []string, header string) (places []int) {
	for i, h := range folded {
		if h == header {
			places = append(places, i)
		}
	}
	return places
}

// cutNumber parts "w tym#2" into the header and which of those alike is meant.
func cutNumber(header string) (name string, n int, is bool) {
	name, digits, is := strings.Cut(header, "#")
	n, err := strconv.Atoi(digits)
	return name, n, is && err == nil && n > 0
}

// nthHeader is the column of a header with a number, -1 where there is none.
func nthHeader(header string, folded []string) int {
	name, n, is := cutNumber(header)
	if places := allOf(folded, Fold(name)); is && n <= len(places) {
		return places[n-1]
	}
	return -1
}

// tellRepeated says of a column that is not read how often its header stands there, which of these
// columns are read, and how to name this one.
func (b *Binding) tellRepeated(at Position, shown string, places []int) {
	var columns, read []string
	for _, i := range places {
		columns = append(columns, ColumnLetters(i+1))
		for _, f := range b.Columns[i].Fields {
			read = append(read, fmt.Sprintf("%s -> %s", ColumnLetters(i+1), f))
		}
	}
	nth := slices.Index(places, at.Column-1) + 1
	pl, en := "żadnej nie odczytano", "none of them was read"
	if len(read) > 0 {
		pl, en = "odczytano "+strings.Join(read, ", "), "read was "+strings.Join(read, ", ")
	}
	all, name := strings.Join(columns, ", "), fmt.Sprintf("%s#%d", shown, nth)
	b.Problems = append(b.Problems, Problem{Position: at, Rule: RuleRepeatedHeader, Severity: Error, Message: Label{
		PL: fmt.Sprintf("nagłówek %q stoi %d razy (kolumny %s); %s. Tę kolumnę wskazuje się w pliku projektu tak: columns: {POLE: [%q]}; albo dopisz nagłówek do ignore:, a kolumny nieodczytane zostaną pominięte",
			shown, len(places), all, pl, name),
		EN: fmt.Sprintf("header %q stands there %d times (columns %s); %s. Name this column in the project file so: columns: {FIELD: [%q]}; or add the header to ignore:, and those that are not read are left out",
			shown, len(places), all, en, name),
	}})
}

// notBehind says of a header that is there why no column of it was taken.
func notBehind(rule ColumnRule, folded []string) string {
	var columns []string
	for _, i := range allOf(folded, Fold(rule.Headers[0])) {
		columns = append(columns, ColumnLetters(i+1))
	}
	return fmt.Sprintf("; the file has it in column %s, not behind \"%s\"", strings.Join(columns, ", "), strings.Join(rule.After, `" or "`))
}
