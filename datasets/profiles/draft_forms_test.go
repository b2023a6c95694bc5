package profiles

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// A draft proposes how the dates and decimals of a file are to be read, where its cells say so, and
// asks where they do not; and the words that stand for no value.
func TestDraftProposesForms(t *testing.T) {
	for _, c := range []struct {
		name, column string
		cells        []string
		want         []string
		not          []string
	}{
		{"day first", "Data", []string{"13/02/2021", "01/02/2021"}, []string{`dates: ["dd.MM.yyyy", "dd/MM/yyyy"]`, "# 1 dates can be read as dd/MM/yyyy only, 0 as MM/dd/yyyy only, 1 as both"}, nil},
		{"month first", "Data", []string{"02/13/2021", "01/02/2021"}, []string{`dates: ["dd.MM.yyyy", "MM/dd/yyyy"]`}, nil},
		{"either", "Data", []string{"02/03/2021", "01/02/2021"}, []string{`dates: ["dd.MM.yyyy"]`, "0 as MM/dd/yyyy only, 2 as both; ask who made the export"}, nil},
		{"both", "Data", []string{"02/13/2021", "13/02/2021"}, []string{`dates: ["dd.MM.yyyy"]`, "ask who made the export"}, nil},
		{"dots, month first", "Data", []string{"02.13.2021", "01.02.2021"}, []string{`dates: ["MM.dd.yyyy"]`}, nil},
		{"commas", "Kwota", []string{"12,50", "1.234"}, []string{`decimal: ","`, "# 1 numbers have a decimal comma, 0 a decimal point, 1 could be thousands"}, nil},
		{"points", "Kwota", []string{"12.50", "7", "b/d"}, []string{`decimal: "."`, `missing: ["b/d"]`}, nil},
		{"mixed", "Kwota", []string{"12.50", "12,50"}, []string{"# 1 numbers have a decimal comma, 1 a decimal point"}, []string{"decimal:"}},
		{"unclear", "Kwota", []string{"1.234", "2,345"}, []string{`2 could be thousands or decimals (as 1.234); ask who made the export, and say decimal: ","`}, []string{"\ndecimal:"}},
		{"missing of numbers", "Kwota", []string{"1", "2", "nie dotyczy", "-"}, []string{`missing: ["-", "nie dotyczy"]`}, nil},
		{"a word of a list", "Grupa", []string{"tak", "nie", "nie dotyczy", "–"}, []string{`missing: ["–"]`}, []string{"decimal:", "dates can be read"}},
	} {
		text, p := mustDraft(t, "id;sex;"+c.column+"\nSYN-1;kobieta;"+strings.Join(c.cells, "\nSYN-2;kobieta;")+"\n")
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing in\n%s", c.name, want, text)
			}
		}
		for _, not := range c.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: %q stands in\n%s", c.name, not, text)
			}
		}
		if p == nil {
			t.Errorf("%s: no profile", c.name)
		}
	}
}

// Columns of one header are told apart in the draft, by the left neighbour or by number, and its
// rules read the columns they were made for.
func TestDraftTellsRepeatedHeadersApart(t *testing.T) {
	text, p := mustDraft(t, "id;Płeć;Uwaga;Płeć;wiek;wiek\nSYN-1;kobieta;x;x;30;31\n")
	for _, want := range []string{
		"header: [\"Płeć\"]\n    after: [\"id\"]", `stands there more than once; this one is header: ["Płeć"] with after: ["Uwaga"]`, "header: [\"wiek\"]\n    after: [\"Płeć\"]",
		`this one is header: ["wiek#2"]`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	b, err := p.Bind([]string{"id", "Płeć", "Uwaga", "Płeć", "wiek", "wiek"}, datasets.Position{})
	if err != nil {
		t.Fatal(err)
	}
	var fields []string
	for _, c := range b.Columns {
		fields = append(fields, strings.Join(c.Fields, " "))
	}
	if diff := cmp.Diff([]string{"person", "sex", "", "", "age", ""}, fields); diff != "" {
		t.Errorf("(-want +got)\n%s\n%s", diff, text)
	}
}
