package xlsxfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/frame"
)

// texted are the rows of a batch as a frame prints them, without the header.
func texted(tb testing.TB, b *datasets.Batch) [][]string {
	tb.Helper()
	df, err := frame.Of(b, frame.WithIdentifying())
	if err != nil {
		tb.Fatal(err)
	}
	return df.Records()[1:]
}

// stored writes a workbook again without compression.
func stored(tb testing.TB, path string) {
	tb.Helper()
	in, err := zip.OpenReader(path)
	if err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		if err == nil {
			_, err = io.Copy(to, r)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := errors.Join(in.Close(), w.Close(), os.WriteFile(path, out.Bytes(), 0o600)); err != nil {
		tb.Fatal(err)
	}
}

// Days in every number format, written by excelize: what a cell shows is nothing to the column of
// dates, and all to a column of texts or numbers.
func TestDaysByFormat(t *testing.T) {
	formats := []string{`[$-415]d mmm yyyy;@`, `dd.mm.yyyy\ "r."`, `yyyy\-mm\-dd;@`, `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`, `d/m/yy\ h:mm`, `0.00`, `@`}
	shown := []bool{true, true, true, true, true, false, false}
	path := write(t, func(f *excelize.File) {
		fillRows(t, f, "Sheet1", 1, [][]any{{"id", "sex", "entry_date", "gmina", "age"}})
		for i, format := range formats {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err != nil {
				t.Fatal(err)
			}
			fillRows(t, f, "Sheet1", i+2, [][]any{{"SYN", "woman", 44228.5, 44228, 34}})
			row := string(rune('2' + i))
			if err := f.SetCellStyle("Sheet1", "C"+row, "E"+row, style); err != nil {
				t.Fatal(err)
			}
		}
	})
	records, told := people(t, path)
	for i, r := range records {
		want := []string{"SYN", "woman", "34", "44228", "2021-02-01"}
		if shown[i] {
			want[3] = "2021-02-01"
		}
		if diff := cmp.Diff(want, r); diff != "" {
			t.Errorf("%s (-want +got)\n%s", formats[i], diff)
		}
	}
	if len(told) > 0 {
		t.Errorf("told %q", told)
	}
}

// A spreadsheet that turned 1-5 into the first of May must not make it 45 thousand points.
func TestDayForNumberAndLostDigits(t *testing.T) {
	path := write(t, func(f *excelize.File) {
		fillRows(t, f, "Sheet1", 1, [][]any{{"id", "sex", "age"}, {"SYN-1", "woman", time.Date(2023, 5, 1, 0, 0, 0, 0, time.UTC)}, {1234567890123456789, "man", 34}})
	})
	records, told := people(t, path)
	want := []string{"people.xlsx:Sheet1!C2 error cell.day-for-number", "people.xlsx:Sheet1!A3 warning cell.lost-digits"}
	if diff := cmp.Diff(want, told); diff != "" || records[0][2] != "NaN" {
		t.Errorf("%v (-want +got)\n%s", records, diff)
	}
}

// The time of day alone, a year alone and the day that never was are no dates; error cells and
// their Polish names are told by what they show.
func TestNoDates(t *testing.T) {
	path := craft(t, in("", "id", "sex", "entry_date")+in("", "1", "man", "<c><v>0.5</v></c>")+in("", "2", "man", "<c><v>60</v></c>")+in("", "3", "man", "<c><v>2021</v></c>")+
		in("", "4", "man", `<c t="e"><v>#N/A</v></c>`)+in("", "5", "man", `<c t="e"><v>#REF!</v></c>`)+in("", "6", "man", `<c><v>4.4228E+4</v></c>`)+in("", "7", "man", `<c><v>-1</v></c>`), nil)
	records, told := people(t, path)
	unreadable := func(row string) string { return "people.xlsx:Arkusz1!C" + row + " error value.unreadable" }
	want := []string{unreadable("2"), unreadable("3"), unreadable("4"), "people.xlsx:Arkusz1!C5 error cell.error", "people.xlsx:Arkusz1!C6 error cell.error", unreadable("8")}
	if diff := cmp.Diff(want, told); diff != "" || records[5][2] != "2021-02-01" {
		t.Errorf("%v (-want +got)\n%s", records, diff)
	}
}

// merged writes rows with merged ranges.
func merged(t *testing.T, rows [][]any, ranges ...string) string {
	return write(t, func(f *excelize.File) {
		fillRows(t, f, "Sheet1", 1, rows)
		for _, r := range ranges {
			first, last, _ := strings.Cut(r, ":")
			if err := f.MergeCell("Sheet1", first, last); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// Two header rows: a name over several columns is joined with the names below it, one over two
// rows stands alone, a title over all is none. Headers that may be values are shown veiled.
func TestTwoRowHeaders(t *testing.T) {
	yaml := "name: two\nschema: answers\ncolumns: [{field: code, header: [id], required: true}%s]\n"
	joined := strings.Replace(yaml, "%s", ", {field: wave, header: [Motywacja przed], required: true}", 1)
	lower := strings.Replace(yaml, "%s", ", {field: wave, header: [przed], required: true}", 1)
	rows := [][]any{{"Ankieta"}, {"id", "Motywacja", nil, "Samoocena"}, {nil, "przed", "po", "przed", "po"}, {"SYN-1", "a", "b", "c", "d"}}
	for _, c := range []struct {
		name, yaml string
		rows       [][]any
		ranges     []string
		row        int
		headers    string
	}{
		{"joined", joined, rows, []string{"A1:E1", "A2:A3", "B2:C2", "D2:E2"}, 3, "id|Motywacja przed|Mo… (12)|Sa… (15)|Sa… (12)"},
		{"the profile knows the lower name", lower, rows, []string{"A1:E1", "A2:A3", "B2:C2", "D2:E2"}, 3, "id|przed|Motywacja po|przed|Samoocena po"},
		{"one row under a title over all", lower, [][]any{{"Ankieta", nil, nil}, {"id", "przed", "po"}, {"SYN-1", "a", "b"}}, []string{"A1:C1"}, 2, "id|przed|po"},
		{"merged header cells over data", lower, [][]any{{"id", "Adres", nil, "przed"}, {"SYN-1", "ulica", "dom", "a"}}, []string{"B1:C1"}, 1, "id|A… (5)||przed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := datasets.ParseProfile([]byte(c.yaml))
			if err != nil {
				t.Fatal(err)
			}
			records, _, found, err := readTold(t, merged(t, c.rows, c.ranges...), p)
			var headers []string
			for _, column := range found.Columns {
				headers = append(headers, column.Header)
			}
			if got := strings.Join(headers, "|"); err != nil || found.HeaderRow != c.row || got != c.headers || len(records) != 1 || records[0][0] != "SYN-1" {
				t.Errorf("row %d, %q, %v, %v", found.HeaderRow, got, records, err)
			}
		})
	}
}

// Data cells merged over rows leave all but the first without a value: that is told.
func TestMergedDataIsTold(t *testing.T) {
	_, told := people(t, merged(t, [][]any{{"id", "sex"}, {"SYN-1", "woman"}, {"SYN-2"}, {"SYN-3", "man"}}, "B2:B3", "A4:B4"))
	if diff := cmp.Diff([]string{"people.xlsx:Sheet1!B2 warning cell.merged"}, told); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
