package xlsxfile

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// FuzzOpen reads any bytes as a workbook: no panic, and rows counted as they come.
func FuzzOpen(f *testing.F) {
	path := write(f, func(x *excelize.File) {
		fillRows(f, x, "Sheet1", 1, [][]any{{"id", "sex", "age"}, {"SYN-1", "woman", 34}})
	})
	text, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add(text[:len(text)/2])
	p := profile(f, "generic")
	f.Fuzz(func(t *testing.T, text []byte) {
		path := filepath.Join(t.TempDir(), "fuzz.xlsx")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, p)
		if err != nil {
			return
		}
		drain(t, s.(*source))
	})
}

func drain(t *testing.T, s *source) {
	rows := 0
	for b, err := range s.Batches() {
		if err != nil {
			break
		}
		rows += b.Rows()
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if rows > s.Conclusions().Rows {
		t.Fatalf("%d rows came out and %d were counted", rows, s.Conclusions().Rows)
	}
}

// FuzzSheet puts any text where the XML of the sheet stands, which random bytes of a zip never reach.
func FuzzSheet(f *testing.F) {
	path := write(f, func(x *excelize.File) {
		fillRows(f, x, "Sheet1", 1, [][]any{{"id", "sex", "age"}, {"SYN-1", "woman", 34}})
	})
	in, err := zip.OpenReader(path)
	if err != nil {
		f.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			f.Fatal(err)
		}
		if parts[part.Name], err = io.ReadAll(r); err != nil {
			f.Fatal(err)
		}
	}
	const sheet = "xl/worksheets/sheet1.xml"
	f.Add(parts[sheet])
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>sex</t></is></c></row><row><c t="b"><v>1</v></c><c r="ZZZ9"/></row></sheetData></worksheet>`))
	p := profile(f, "generic")
	f.Fuzz(func(t *testing.T, text []byte) {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for _, name := range []string{"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", sheet} {
			to, err := w.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			content := parts[name]
			if name == sheet {
				content = text
			}
			if _, err := to.Write(content); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "fuzz.xlsx")
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := Open(path, p); err == nil {
			drain(t, s.(*source))
		}
	})
}
