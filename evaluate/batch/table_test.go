package batch

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// table is an input of an example as text, whatever its format: days as yyyy-MM-dd.
type table struct {
	file  string
	above [][]string // the heading, and what stands over it
	rows  [][]string
}

// tablesOf reads all inputs of an example.
func tablesOf(t *testing.T, name string) []table {
	t.Helper()
	var out []table
	files, err := filepath.Glob(filepath.Join("..", "..", "examples", name, "*-synthetic.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		var cells [][]string
		switch filepath.Ext(path) {
		case ".csv":
			cells, err = csvTable(path)
		case ".xlsx":
			cells, err = xlsxTable(path)
		case ".parquet":
			cells, err = parquetTable(path)
		}
		if err != nil || len(cells) == 0 {
			t.Fatalf("%s: %d rows, %v", path, len(cells), err)
		}
		head := headingOf(cells)
		for i := head + 1; i < len(cells); i++ { // a workbook says nothing of empty cells at the end of a row
			cells[i] = append(cells[i], make([]string, len(cells[head])-len(cells[i]))...)
		}
		out = append(out, table{filepath.Base(path), cells[:head+1], cells[head+1:]})
	}
	return out
}

// headingOf is the first of the rows with the most cells filled, among the first fifteen.
func headingOf(cells [][]string) int {
	best, most := 0, 0
	for i := range min(15, len(cells)) {
		filled := 0
		for _, c := range cells[i] {
			if c != "" {
				filled++
			}
		}
		if filled > most {
			best, most = i, filled
		}
	}
	return best
}

func csvTable(path string) ([][]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(text) {
		if text, err = charmap.Windows1250.NewDecoder().Bytes(text); err != nil {
			return nil, err
		}
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	r.Comma, r.FieldsPerRecord = ';', -1
	return r.ReadAll()
}

// xlsxTable reads the first sheet; a number with a style is a day there.
func xlsxTable(path string) ([][]string, error) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	cells, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	for i, row := range cells {
		for j, c := range row {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				return nil, err
			}
			style, err := f.GetCellStyle(sheet, at)
			if err != nil {
				return nil, err
			}
			if serial, err := strconv.Atoi(c); err == nil && style != 0 {
				row[j] = dayText(serial - 25569)
			}
		}
	}
	return cells, err
}

func dayText(sinceEpoch int) string {
	return time.Unix(int64(sinceEpoch)*86400, 0).UTC().Format(time.DateOnly)
}

func parquetTable(path string) ([][]string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	f, err := parquet.OpenFile(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	columns := f.Schema().Columns()
	cells := [][]string{make([]string, len(columns))}
	isDay := make([]bool, len(columns))
	for i, c := range columns {
		cells[0][i] = strings.Join(c, ".")
		leaf, _ := f.Schema().Lookup(c...)
		logical := leaf.Node.Type().LogicalType()
		isDay[i] = logical != nil && logical.String() == "DATE"
	}
	for _, group := range f.RowGroups() {
		rows := group.Rows()
		buffer := make([]parquet.Row, group.NumRows())
		n, err := rows.ReadRows(buffer)
		if int64(n) != group.NumRows() {
			return nil, err
		}
		for _, row := range buffer[:n] {
			cells = append(cells, rowText(row, isDay))
		}
		if err := rows.Close(); err != nil {
			return nil, err
		}
	}
	return cells, nil
}

func rowText(row parquet.Row, isDay []bool) []string {
	out := make([]string, len(isDay))
	for _, v := range row {
		switch {
		case v.IsNull():
		case isDay[v.Column()]:
			out[v.Column()] = dayText(int(v.Int32()))
		default:
			out[v.Column()] = v.String()
		}
	}
	return out
}
