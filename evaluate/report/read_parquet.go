package report

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strconv"

	"github.com/xitongsys/parquet-go/reader"
	"github.com/xitongsys/parquet-go/source"
)

// readPrintedParquet lists the cells of figures.parquet by figure and column, whatever columns it has.
func readPrintedParquet(content []byte) ([]Printed, error) {
	in, err := reader.NewParquetReader(&parquetContent{Reader: bytes.NewReader(content), content: content}, nil, 1)
	if err != nil {
		return nil, err
	}
	defer in.ReadStop()
	var names []string
	for _, info := range in.SchemaHandler.Infos[1:] { // the first is the root
		names = append(names, info.ExName)
	}
	var all []Printed
	rows, err := in.ReadByNumber(int(min(in.GetNumRows(), int64(len(content)))))
	for n, row := range rows {
		all = append(all, parquetCells(reflect.ValueOf(row), names, n+1)...)
	}
	return all, err
}

// parquetCells are the cells of a row.
func parquetCells(row reflect.Value, names []string, number int) (cells []Printed) {
	id := ""
	for i, name := range names {
		text := parquetWord(row.Field(i))
		if name == "id" {
			id = text
		}
		cells = append(cells, Printed{Field: name, Text: text, Place: fmt.Sprintf("row %d, column %s", number, name)})
	}
	for i := range cells {
		cells[i].Figure = id
	}
	return cells
}

// parquetWord is a cell as text.
func parquetWord(v reflect.Value) string {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return "null"
		}
		v = v.Elem()
	}
	if v.Kind() == reflect.Float64 {
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	}
	return fmt.Sprint(v.Interface())
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
