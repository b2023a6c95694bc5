package report

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/xitongsys/parquet-go/reader"
	"github.com/xitongsys/parquet-go/source"
)

// readPrintedParquet lists the cells of figures.parquet by figure and column, whatever columns it has. The columns
// are read one after the other and not as rows: for rows the library begins goroutines, whose panics over a damaged
// file nobody could catch.
func readPrintedParquet(content []byte) ([]Printed, error) {
	in, err := reader.NewParquetColumnReader(&parquetContent{Reader: bytes.NewReader(content), content: content}, 1)
	if err != nil {
		return nil, err
	}
	defer in.ReadStop()
	rows := min(in.GetNumRows(), int64(len(content)))
	var names []string
	var columns [][]any
	for i, info := range in.SchemaHandler.Infos[1:] { // the first is the root
		column, _, _, err := in.ReadColumnByIndex(int64(i), rows)
		if err != nil {
			return nil, err
		}
		names, columns = append(names, info.ExName), append(columns, column)
	}
	var all []Printed
	for n := range rows {
		cells, err := parquetCells(columns, names, int(n))
		if err != nil {
			return nil, err
		}
		all = append(all, cells...)
	}
	return all, nil
}

// parquetCells are the cells of a row.
func parquetCells(columns [][]any, names []string, row int) (cells []Printed, err error) {
	id := ""
	for i, name := range names {
		if row >= len(columns[i]) {
			return nil, fmt.Errorf("column %s ends before row %d", name, row+1)
		}
		text := parquetWord(columns[i][row])
		if name == "id" {
			id = text
		}
		cells = append(cells, Printed{Field: name, Text: text, Place: fmt.Sprintf("row %d, column %s", row+1, name)})
	}
	for i := range cells {
		cells[i].Figure = id
	}
	return cells, nil
}

// parquetWord is a cell as text.
func parquetWord(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return fmt.Sprint(v)
}

// errReadOnly is the answer of a parquetContent to everything but reading.
var errReadOnly = errors.New("report: a Parquet file that is being read cannot be written")

// parquetContent lets the Parquet reader read a file that is in memory.
type parquetContent struct {
	*bytes.Reader
	content []byte
}

var _ source.ParquetFile = (*parquetContent)(nil)

// Open is another reader of the same file: each column has its own.
func (p *parquetContent) Open(string) (source.ParquetFile, error) {
	return &parquetContent{Reader: bytes.NewReader(p.content), content: p.content}, nil
}
func (p *parquetContent) Close() error                              { return nil }
func (p *parquetContent) Write([]byte) (int, error)                 { return 0, errReadOnly }
func (p *parquetContent) Create(string) (source.ParquetFile, error) { return nil, errReadOnly }
