package xlsxfile

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/frame"
	"github.com/efseval/efseval/datasets/profiles"
)

// The people of all tests are made up.

func profile(tb testing.TB, name string) *datasets.Profile {
	tb.Helper()
	p, err := profiles.Load(name)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// write saves a workbook made by excelize, an author other than this reader.
func write(tb testing.TB, fill func(f *excelize.File)) string {
	tb.Helper()
	f := excelize.NewFile()
	fill(f)
	path := filepath.Join(tb.TempDir(), "people.xlsx")
	if err := errors.Join(f.SaveAs(path), f.Close()); err != nil {
		tb.Fatal(err)
	}
	return path
}

// fillRows writes rows from a cell on.
func fillRows(tb testing.TB, f *excelize.File, sheet string, row int, rows [][]any) {
	tb.Helper()
	for i, r := range rows {
		cell, err := excelize.CoordinatesToCellName(1, row+i)
		if err == nil {
			err = f.SetSheetRow(sheet, cell, &r)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
}

// read returns the rows as a frame prints them, the positions of the problems and conclusions.
func read(t *testing.T, path string, p *datasets.Profile) (records [][]string, places []string, c datasets.Conclusions, err error) {
	t.Helper()
	s, err := Open(path, p)
	if err != nil {
		return nil, nil, c, err
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	for b, err := range s.Batches() {
		if err != nil {
			return nil, nil, s.Conclusions(), err
		}
		df, err := frame.Of(b, frame.WithIdentifying())
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, df.Records()...)
		for _, p := range b.Problems {
			places = append(places, p.Position.String()+" "+p.Rule)
		}
	}
	return records, places, s.Conclusions(), nil
}

func TestCellsOfEveryKind(t *testing.T) {
	day := time.Date(2021, 2, 1, 0, 0, 0, 0, time.UTC)
	path := write(t, func(f *excelize.File) {
		fillRows(t, f, "Sheet1", 1, [][]any{
			{"Zestawienie uczestników"},
			{"id", "sex", "age", "entry_date", "homeless", "gmina"},
			{"SYN-1", "woman", 34, day, true, "Bytom"},
			{"'00123", "man", "41", "15.02.2021", "tak", 0.29},
			{},
			{nil, "man", 1e1, 44228.75, nil, " "},
		})
	})
	records, places, c, err := read(t, path, profile(t, "generic"))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"person", "sex", "age", "municipality", "entry_date", "homeless"},
		{"SYN-1", "woman", "34", "Bytom", "2021-02-01", "yes"},
		{"00123", "man", "41", "0.29", "2021-02-15", "yes"},
		{"NaN", "man", "10", "NaN", "2021-02-01", "NaN"},
	}
	if diff := cmp.Diff(want, records); diff != "" {
		t.Errorf("rows (-want +got)\n%s", diff)
	}
	if len(places) > 0 || c.HeaderRow != 2 || c.Rows != 3 || c.Sheet != "Sheet1" {
		t.Errorf("problems %q, conclusions %+v", places, c)
	}
}

// A sum in a spreadsheet is a little off the number it shows: 1.1 + 2.2 is 3.3000000000000003. That is
// no fraction of a grosz, and no broken count.
func TestNoiseOfArithmeticIsRounded(t *testing.T) {
	for value, want := range map[string]string{"3.3000000000000003": "3.3", "45.000000000000007": "45", "0.28999999999999998": "0.29", "3.305": "3.305",
		"-3.3000000000000003": "-3.3", "99723100087.000015": "99723100087", "1.5E-2": "0.015", "939717.45": "939717.45", "123456789012.34": "123456789012.34", "45": "45", "x.y": "x.y"} {
		if got := string(shortest([]byte(value))); got != want {
			t.Errorf("%s is %s, want %s", value, got, want)
		}
	}
	path := write(t, func(f *excelize.File) {
		fillRows(t, f, "Sheet1", 1, [][]any{{"id", "sex", "age"}, {"SYN-1", "woman", 45.00000000000001}, {"SYN-2", "man", 45.5}})
	})
	records, places, _, err := read(t, path, profile(t, "generic"))
	if err != nil || records[1][2] != "45" || records[2][2] != "NaN" {
		t.Errorf("ages %v, %v; want 45 and no age", records, err)
	}
	if diff := cmp.Diff([]string{"people.xlsx:Sheet1!C3 value.unreadable"}, places); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
}

// Trap 14: a PESEL stored as a number lost its zeros. The numbers are of the 2200s or have a
// wrong check digit: nobody has them.
func TestLostZerosComeBackToNumbersOnly(t *testing.T) {
	path := write(t, func(f *excelize.File) {
		fillRows(t, f, "Sheet1", 1, [][]any{
			{"PESEL", "sex"}, {2271409860, "woman"}, {"2271409860", "woman"}, {210155500, "man"}, {12345678, "man"}, {99723100087, "woman"},
		})
	})
	records, places, _, err := read(t, path, profile(t, "generic"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range records[1:] {
		got = append(got, r[0])
	}
	if diff := cmp.Diff([]string{"02271409860", "2271409860", "00210155500", "12345678", "99723100087"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"people.xlsx:Sheet1!A2 person.lost-zeros"}, places); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
}

// Serial numbers: Excel shows 1 as 1900-01-01, 59 as 1900-02-28, 60 as a day that never was, 61
// as 1900-03-01, 44228 as 2021-02-01; with the 1904 system 42766 is 2021-02-01.
func TestSerialDays(t *testing.T) {
	for _, c := range []struct {
		value    string
		date1904 bool
		want     string
	}{
		{"1", false, "1900-01-01"}, {"59", false, "1900-02-28"}, {"60", false, ""}, {"61", false, "1900-03-01"},
		{"44228", false, "2021-02-01"}, {"44228.99", false, "2021-02-01"}, {"0", false, ""}, {"-1", false, ""},
		{"2021", false, ""}, {"20210201", false, ""}, {"0", true, "1904-01-01"}, {"42766", true, "2021-02-01"},
	} {
		day, ok := serialDay([]byte(c.value), c.date1904)
		if got := datasets.FormatDay(day); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("serialDay(%s, %t) = %s, %t; want %q", c.value, c.date1904, got, ok, c.want)
		}
	}
}

// An export of SL2014: both columns named W tym find their field, both situations unite.
func TestDuplicateHeadersOfSL2014(t *testing.T) {
	const status = "Status osoby na rynku pracy w chwili przystąpienia do projektu"
	path := write(t, func(f *excelize.File) {
		fillRows(t, f, "Sheet1", 1, [][]any{
			{"Numer umowy/ decyzji /aneksu", "X"},
			{"Kraj", "Płeć", "Pesel", status, "W tym", "Data rozpoczęcia udziału w projekcie",
				"Sytuacja (1) osoby w momencie zakończenia udziału w projekcie", "Sytuacja (2) osoby w momencie zakończenia udziału w projekcie",
				"Rodzaj przyznanego wsparcia", "W tym", "Osoba z niepełnosprawnościami", "Nr budynku", "Nr budynku"},
			{"Polska", "kobieta", "SYN-1", "osoba bierna zawodowo", "inne", "2017-03-01", "inne", "osoba uzyskała kwalifikacje",
				"kurs", "usługa o charakterze zawodowym", "Omowa podania informacji", "1", "2"},
		})
	})
	records, places, _, err := read(t, path, profile(t, "sl2014"))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"person", "sex", "labour_status", "labour_status_detail", "entry_date", "exit_situation", "disability", "supports", "support_nature"},
		{"SYN-1", "woman", "inactive", "other", "2017-03-01", "qualification|other", "refused", "course", "occupational"},
	}
	if diff := cmp.Diff(want, records); diff != "" {
		t.Errorf("rows (-want +got)\n%s", diff)
	}
	if len(places) > 0 {
		t.Errorf("problems %q", places)
	}
}

func TestErrorCellsAndUncountedFormulas(t *testing.T) {
	path := write(t, func(f *excelize.File) {
		fillRows(t, f, "Sheet1", 1, [][]any{{"id", "sex", "age"}, {"SYN-1", "woman", nil}, {"SYN-2", "woman", nil}, {"SYN-3", "woman", nil}, {"SYN-4", "woman", nil}})
		if err := f.SetCellFormula("Sheet1", "C2", "1+1"); err != nil {
			t.Fatal(err)
		}
	})
	rewrite(t, path, "xl/worksheets/sheet1.xml", func(sheet string) string {
		rows := strings.SplitAfter(sheet, "</row>")
		for i, c := range map[int]string{2: `<c r="C3" t="e"><v>#DIV/0!</v></c>`, 3: `<c r="C4"><f>1+1</f><v>2</v></c>`, 4: `<c r="C5"><f>IF(B5="","",1)</f><v></v></c>`} {
			rows[i] = strings.TrimSuffix(rows[i], "</row>") + c + "</row>"
		}
		return strings.Join(rows, "")
	})
	s, err := Open(path, profile(t, "generic"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	var places []string
	for b, err := range s.Batches() {
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range b.Problems {
			places = append(places, fmt.Sprintf("%s %s %s", p.Position, p.Severity, p.Rule))
		}
	}
	want := []string{"people.xlsx:Sheet1!C2 error cell.not-calculated", "people.xlsx:Sheet1!C3 error cell.error", "people.xlsx:Sheet1!C5 warning cell.not-calculated"}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Excel stores the seventeen digits of the nearest binary number; a person typed 0.29.
func TestShortest(t *testing.T) {
	for in, want := range map[string]string{"0.28999999999999998": "0.29", "939717.44999999995": "939717.45", "9.9723100087E+10": "99723100087", "007": "007", "1e400": "1e400"} {
		if got := string(shortest([]byte(in))); got != want {
			t.Errorf("shortest(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestEscapedCharacters(t *testing.T) {
	for in, want := range map[string]string{"a_x000D_b": "a\rb", "_x": "_x", "a_xZZZZ_b": "a_xZZZZ_b", "x_x0041_": "xA", "_x0041": "_x0041"} {
		if got := string(unescape([]byte(in))); got != want {
			t.Errorf("unescape(%q) = %q, want %q", in, got, want)
		}
	}
}
