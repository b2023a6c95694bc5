package xlsxfile

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/datasets"
)

// stated is the generic profile with what a project states.
func stated(t *testing.T, o datasets.Override) *datasets.Profile {
	t.Helper()
	p, err := profile(t, "generic").With(o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// fileTold are the faults that conclusions tell.
func fileTold(c datasets.Conclusions) (told []string) {
	for _, p := range c.Problems {
		told = append(told, p.Position.String()+" "+string(p.Severity)+" "+p.Rule)
	}
	return told
}

// named is a sheet and its rows.
type named struct {
	name string
	rows [][]any
}

// sheets writes a workbook of some sheets in their order.
func sheets(t *testing.T, all ...named) string {
	return write(t, func(f *excelize.File) {
		for i, s := range all {
			if i == 0 {
				if err := f.SetSheetName("Sheet1", s.name); err != nil {
					t.Fatal(err)
				}
			} else if _, err := f.NewSheet(s.name); err != nil {
				t.Fatal(err)
			}
			fillRows(t, f, s.name, 1, s.rows)
		}
	})
}

// The people of a second sheet are never lost unsaid: which sheet is meant is asked, and can be
// stated, one or all.
func TestSeveralSheetsAreAskedFor(t *testing.T) {
	path := sheets(t,
		named{"Instrukcja", [][]any{{"Arkusz opisuje eksport"}}},
		named{"Przed", [][]any{{"id", "sex"}, {"SYN-1", "woman"}}},
		named{"Po \u202e", [][]any{{"Raport"}, {"sex", "id"}, {"man", "SYN-2"}, {"xyz", "SYN-3"}}},
		named{"Pusty", [][]any{{"id", "sex"}}})
	_, err := Open(path, profile(t, "generic"))
	var u *datasets.Unreadable
	if !errors.As(err, &u) || !strings.Contains(err.Error(), `2 sheets hold the headers of profile generic and rows: "Przed", "Po \u202e"`) || !strings.Contains(u.Next, `sheet: "*"`) {
		t.Errorf("not asked: %v", err)
	}
	both := [][]string{{"SYN-1", "woman"}, {"SYN-2", "man"}, {"SYN-3", "NaN"}} // whatever the order of the columns
	for _, c := range []struct {
		sheet, found string
		rows         [][]string
		told         []string
	}{
		{"przed", "Przed", both[:1], nil},
		{"*", "Przed, Po \u202e", both, []string{"people.xlsx:Po \\u202e!A4 error value.unknown", "people.xlsx note sheet.skipped"}},
	} {
		records, told, found, err := readTold(t, path, stated(t, datasets.Override{Sheet: c.sheet}))
		if diff := cmp.Diff(c.told, append(told, fileTold(found)...)); err != nil || diff != "" || found.Sheet != c.found || found.Rows != len(c.rows) || len(found.Columns) != 2 {
			t.Errorf("%s: sheet %q, %d rows, %d columns, %v; told (-want +got)\n%s", c.sheet, found.Sheet, found.Rows, len(found.Columns), err, diff)
		}
		if diff := cmp.Diff(c.rows, records); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.sheet, diff)
		}
	}
	_, err = Open(path, stated(t, datasets.Override{Sheet: "Poo"}))
	if err == nil || !strings.Contains(err.Error(), `no sheet "Poo"`) {
		t.Error(err)
	}
}

// One sheet with rows is no question, whatever the others are; those that hold something are noted.
func TestTheOnlySheetWithRowsIsTaken(t *testing.T) {
	header := []any{"id", "sex"}
	path := sheets(t,
		named{"Pusty", [][]any{header}},
		named{"Ludzie", [][]any{header, {"SYN-1", "woman"}}},
		named{"Słownik", [][]any{{"kod", "znaczenie"}, {"K", "kobieta"}}},
		named{"Nic", nil})
	for _, sheet := range []string{"", "*"} {
		records, told, c, err := readTold(t, path, stated(t, datasets.Override{Sheet: sheet}))
		if diff := cmp.Diff([]string{"people.xlsx note sheet.skipped"}, append(told, fileTold(c)...)); err != nil || diff != "" || c.Sheet != "#2" || len(records) != 1 {
			t.Errorf("%q: sheet %q, %v, %v\n%s", sheet, c.Sheet, records, err, diff)
		}
		if len(c.Problems) == 1 && !strings.HasSuffix(c.Problems[0].Message.EN, `read: "Słownik"`) {
			t.Errorf("%q: %s", sheet, c.Problems[0].Message.EN)
		}
	}
	empty := sheets(t, named{"A", [][]any{header}}, named{"B", [][]any{header}})
	for _, sheet := range []string{"", "*"} {
		_, _, _, err := readTold(t, empty, stated(t, datasets.Override{Sheet: sheet}))
		if err == nil || !strings.HasPrefix(err.Error(), "people.xlsx:A!1: empty export") {
			t.Errorf("%q: %v", sheet, err)
		}
	}
}

// A damaged sheet is an error with its name also where it is not the first.
func TestADamagedSheetAmongSeveral(t *testing.T) {
	path := sheets(t, named{"A", [][]any{{"id", "sex"}, {"SYN-1", "woman"}}}, named{"B", [][]any{{"id", "sex"}, {"SYN-2", "man"}, {"SYN-3", "man"}}})
	rewrite(t, path, "xl/worksheets/sheet2.xml", func(s string) string { return s[:strings.LastIndex(s, "<row")] })
	records, _, _, err := readTold(t, path, stated(t, datasets.Override{Sheet: "*"}))
	if err == nil || !strings.HasPrefix(err.Error(), "people.xlsx:B!*: the sheet is cut off") {
		t.Errorf("%v, %v", records, err)
	}
}

// Somebody who stands in two sheets of a workbook without project numbers is one person.
func TestAPersonInTwoSheetsIsOne(t *testing.T) {
	rows := [][]any{{"id", "sex"}, {"SYN-1", "woman"}}
	path := sheets(t, named{"A", rows}, named{"B", rows})
	s, err := Open(path, stated(t, datasets.Override{Sheet: "*"}))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	var count datasets.Accounting
	for _, err := range datasets.Participations(s.Batches(), &count) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if count.Read != 2 || count.Participations != 1 || count.Several != 1 {
		t.Errorf("%+v", count)
	}
}
