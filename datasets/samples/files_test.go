package samples

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

func madeFiles(t *testing.T) []File {
	t.Helper()
	made, err := Files()
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// fileBytes is the one file of a path ending.
func fileBytes(t *testing.T, path string) []byte {
	t.Helper()
	for _, f := range madeFiles(t) {
		if f.Path == path {
			return f.Bytes
		}
	}
	t.Fatalf("no sample %s", path)
	return nil
}

func TestFilesTwiceGivesTheSameBytes(t *testing.T) {
	first, second := madeFiles(t), madeFiles(t)
	if len(first) != 9 || len(second) != 9 {
		t.Fatalf("%d and %d files, want 9", len(first), len(second))
	}
	for i := range first {
		if first[i].Path != second[i].Path || !bytes.Equal(first[i].Bytes, second[i].Bytes) {
			t.Errorf("%s differs between two generations", first[i].Path)
		}
	}
}

func TestFilesAreTheCommittedOnes(t *testing.T) {
	for _, f := range madeFiles(t) {
		committed, err := os.ReadFile(filepath.Join("../../examples", filepath.FromSlash(f.Path)))
		if err != nil {
			t.Errorf("%v; run: go generate ./datasets/samples", err)
			continue
		}
		if !bytes.Equal(committed, f.Bytes) {
			t.Errorf("examples/%s is not what the generator makes; run: go generate ./datasets/samples", f.Path)
		}
	}
}

func TestEveryFileSaysSynthetic(t *testing.T) {
	for _, f := range madeFiles(t) {
		if !strings.Contains(filepath.Base(f.Path), "synthetic") {
			t.Errorf("%s does not say in its name that it is made up", f.Path)
		}
	}
}

// Eleven digits in a row could be somebody's PESEL; an @ an e-mail.
func TestNobodyCouldBeIdentified(t *testing.T) {
	person := regexp.MustCompile(`\d{11}|@`)
	for _, f := range madeFiles(t) {
		for i, row := range cells(t, f) {
			for _, cell := range row {
				if person.MatchString(cell) {
					t.Errorf("%s, row %d holds %q", f.Path, i+1, cell)
				}
			}
		}
	}
}

// cells are the rows of any sample as text.
func cells(t *testing.T, f File) [][]string {
	t.Helper()
	switch filepath.Ext(f.Path) {
	case ".csv":
		return csvCells(f.Bytes)
	case ".xlsx":
		return workbookCells(t, f.Bytes)
	}
	return parquetCells(t, f.Bytes)
}

// csvCells splits plainly: no cell of a sample is quoted, which TestNoCellIsQuoted holds.
func csvCells(text []byte) [][]string {
	var rows [][]string
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.TrimPrefix(string(text), byteOrderMark), "\r\n"), "\r\n") {
		rows = append(rows, strings.Split(line, ";"))
	}
	return rows
}

func TestNoCellIsQuoted(t *testing.T) {
	for _, f := range madeFiles(t) {
		if filepath.Ext(f.Path) == ".csv" && bytes.ContainsRune(f.Bytes, '"') {
			t.Errorf("%s holds a quotation mark", f.Path)
		}
	}
}

func workbookCells(t *testing.T, book []byte) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	rows, err := f.GetRows(f.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func parquetCells(t *testing.T, table []byte) [][]string {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(table), int64(len(table)))
	if err != nil {
		t.Fatal(err)
	}
	var header []string
	for _, c := range f.Schema().Fields() {
		header = append(header, c.Name())
	}
	out := [][]string{header}
	for _, group := range f.RowGroups() {
		rows := make([]parquet.Row, group.NumRows())
		reader := group.Rows()
		n, _ := reader.ReadRows(rows) // io.EOF comes with the last rows; n tells
		if int64(n) != group.NumRows() {
			t.Fatalf("%d rows read of %d", n, group.NumRows())
		}
		for _, row := range rows {
			out = append(out, rowText(row))
		}
		if err := reader.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// rowText is empty where a value is missing.
func rowText(row parquet.Row) []string {
	text := make([]string, len(row))
	for i, v := range row {
		if !v.IsNull() {
			text[i] = v.String()
		}
	}
	return text
}
