package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
)

// csvText is a table as CSV with semicolons.
func csvText(t *testing.T, table [][]string) string {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = ';'
	if err := w.WriteAll(table); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// put writes a file, and its folder.
func put(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// putEncoded writes a text in an encoding, which begins with its mark where it has one.
func putEncoded(t *testing.T, path, coding, text string) string {
	t.Helper()
	if strings.HasPrefix(coding, "utf-16") {
		text = "\ufeff" + text
	}
	coded, err := encoding.ReplaceUnsupported(encodings()[coding].NewEncoder()).String(text)
	if err != nil {
		t.Fatal(err)
	}
	return put(t, path, coded)
}

// putXLSX writes a workbook of one sheet that is read and another with notes, and says who made it.
func putXLSX(t *testing.T, path, sheet string, table [][]string) string {
	t.Helper()
	who := plantedPeople()[0]
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", sheet))
	for i, row := range table {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		must(err)
		must(f.SetSheetRow(sheet, cell, &row))
	}
	must(f.SetDocProps(&excelize.DocProperties{Creator: who.name(), LastModifiedBy: who.mail, Title: who.pesel, Description: who.phone, Keywords: who.street}))
	must(f.SetAppProps(&excelize.AppProperties{Company: who.name()}))
	must(f.AddComment(sheet, excelize.Comment{Cell: "B2", Author: who.name(), Text: who.pesel + " " + who.mail}))
	must(f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: who.name()}))
	_, err := f.NewSheet(who.name())
	must(err)
	must(f.SetCellStr(who.name(), "A1", who.name()))
	must(os.MkdirAll(filepath.Dir(path), 0o755))
	must(f.SaveAs(path))
	return path
}

// putParquet writes a table of texts, of columns with the same header the first, with the maker in the footer.
func putParquet(t *testing.T, path string, table [][]string) string {
	t.Helper()
	group := parquet.Group{}
	for _, h := range table[0] {
		group[h] = parquet.String()
	}
	who := plantedPeople()[0]
	var out bytes.Buffer
	w := parquet.NewWriter(&out, parquet.NewSchema(who.name(), group), parquet.KeyValueMetadata("author", who.name()), parquet.KeyValueMetadata("pandas", who.pesel))
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range group {
			if !yield(name) {
				return
			}
		}
	})
	for _, cells := range table[1:] {
		row := make(parquet.Row, len(names))
		for i, name := range names {
			row[i] = parquet.ByteArrayValue([]byte(cells[slices.Index(table[0], name)])).Level(0, 0, i)
		}
		if _, err := w.WriteRows([]parquet.Row{row}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return put(t, path, out.String())
}
