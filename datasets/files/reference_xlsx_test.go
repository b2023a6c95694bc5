package files

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// items is a profile that reads the headers as items of one kind, and the first as code.
func items(t *testing.T, code, sheet string, kind datasets.Kind, headers ...string) *datasets.Profile {
	t.Helper()
	p, err := datasets.ParseProfile([]byte(fmt.Sprintf("name: items\nschema: answers\nsheet: %q\ncolumns: [{field: code, header: [%q]}]\n", sheet, code)))
	if err != nil {
		t.Fatal(err)
	}
	o := datasets.Override{Columns: map[string][]string{}}
	for i, h := range headers {
		name := fmt.Sprintf("item%d", i)
		o.Items = append(o.Items, datasets.Field{Name: name, Kind: kind, Label: datasets.Label{PL: h, EN: h}})
		o.Columns[name] = []string{h}
	}
	if p, err = p.With(o); err != nil {
		t.Fatal(err)
	}
	return p
}

// toldOf lists the problems with a rule of a sheet, a cell or a row.
func toldOf(problems []datasets.Problem) (told []string) {
	for _, p := range problems {
		if p.Rule != datasets.RuleUnknownColumn {
			_, at, _ := strings.Cut(p.Position.String(), "!")
			told = append(told, at+" "+p.Rule)
		}
	}
	return told
}

// What the manifest says of the workbooks beyond their values: cells_not_calculated, error_cells,
// rows_by_sheet, header_row, data rows with the hidden one, merged data cells.
func TestReferenceWorkbooks(t *testing.T) {
	dir := filepath.Join(reference(t), "files")
	for _, c := range []struct {
		file, code, sheet string
		kind              datasets.Kind
		headers           []string
		rows              int
		told              []string
	}{
		{"xlsx_types.xlsx", "id", "", datasets.Number, []string{"liczba", "procent", "blad"}, 2, []string{"E2 cell.error", "E3 cell.error"}},
		{"xlsx_three_sheets.xlsx", "id", "Pre", datasets.Number, nil, 2, nil},
		{"xlsx_three_sheets.xlsx", "id", "Post", datasets.Number, nil, 3, nil},
		{"xlsx_messy_report.xlsx", "Lp.", "", datasets.Text, []string{"płeć", "wiek", "Oceny przed", "po"}, 7,
			[]string{"6 sheet.hidden", "D10 cell.not-calculated", "A10 row.total", "B4 cell.merged", " sheet.skipped"}},
		{"xlsx_formula_no_cache.xlsx", "id", "", datasets.Number, []string{"suma"}, 5,
			[]string{"D2 cell.not-calculated", "D3 cell.not-calculated", "D4 cell.not-calculated", "D5 cell.not-calculated", "D6 cell.not-calculated"}},
	} {
		got, err := readTable(filepath.Join(dir, c.file), items(t, c.code, c.sheet, c.kind, c.headers...))
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		told := toldOf(got.problems)
		if diff := cmp.Diff(c.told, told); diff != "" || got.rows != c.rows {
			t.Errorf("%s %s: %d rows, want %d; told (-want +got)\n%s", c.file, c.sheet, got.rows, c.rows, diff)
		}
	}
}
