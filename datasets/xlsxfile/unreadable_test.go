package xlsxfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/datasets"
)

// rewrite changes one part of a workbook.
func rewrite(tb testing.TB, path, part string, change func(string) string) {
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
		var text bytes.Buffer
		if _, err := text.ReadFrom(r); err != nil {
			tb.Fatal(err)
		}
		if f.Name == part {
			changed := change(text.String())
			text.Reset()
			text.WriteString(changed)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := text.WriteTo(to); err != nil {
			tb.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), in.Close(), os.WriteFile(path, out.Bytes(), 0o600)); err != nil {
		tb.Fatal(err)
	}
}

func TestUnreadable(t *testing.T) {
	good := func(t *testing.T) string {
		return write(t, func(f *excelize.File) {
			fillRows(t, f, "Sheet1", 1, [][]any{{"id", "sex"}, {"SYN-1", "woman"}, {"SYN-2", "man"}})
		})
	}
	replace := func(content string) func(*testing.T) string {
		return func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "people.xlsx")
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	sheet := func(change func(string) string) func(*testing.T) string {
		return func(t *testing.T) string {
			path := good(t)
			rewrite(t, path, "xl/worksheets/sheet1.xml", change)
			return path
		}
	}
	cases := []struct {
		name string
		make func(*testing.T) string
		want string
	}{
		{"not there", func(t *testing.T) string { return filepath.Join(t.TempDir(), "people.xlsx") }, "check the name"},
		{"empty", replace(""), "people.xlsx: the file is empty"},
		{"text", replace("id;sex\n"), "people.xlsx: this is not an XLSX workbook; if it is text, give it the ending .csv"},
		{"old or encrypted", replace("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "without a password"},
		{"cut in half", func(t *testing.T) string {
			path := good(t)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			return replace(string(text[:len(text)/2]))(t)
		}, "people.xlsx: the workbook is damaged or cut off; download or export it again"},
		{"sheet cut in a row", sheet(func(s string) string { return s[:strings.LastIndex(s, "<c")] }), "people.xlsx:Sheet1!*: the sheet is cut off"},
		{"sheet cut between rows", sheet(func(s string) string { return s[:strings.LastIndex(s, "<row")] }), "people.xlsx:Sheet1!*: the sheet is cut off"},
		{"text that is not there", sheet(func(s string) string { return strings.Replace(s, "<v>2</v>", "<v>77</v>", 1) }), "damaged"},
		{"header only", sheet(func(s string) string { return s[:strings.Index(s, `<row r="2"`)] + "</sheetData></worksheet>" }), "people.xlsx:Sheet1!1: empty export"},
		{"no header", sheet(func(s string) string { return s[:strings.Index(s, "<row")] + "</sheetData></worksheet>" }), `no header row: the first 60 rows of "Sheet1"`},
		{"more rows than a sheet has", sheet(func(s string) string { return strings.Replace(s, `<row r="3"`, `<row r="1048577"`, 1) }), "damaged"},
		{"bomb", sheet(func(s string) string {
			return strings.Replace(s, "<sheetData>", "<sheetData>"+strings.Repeat(" ", 2*ratioFrom), 1)
		}), "unpacks to more than is safe"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, _, _, err := read(t, c.make(t), profile(t, "generic"))
			var u *datasets.Unreadable
			if !errors.As(err, &u) || !strings.Contains(err.Error(), c.want) || u.Next == "" {
				t.Errorf("error %v; want Unreadable with %q", err, c.want)
			}
		})
	}
}
