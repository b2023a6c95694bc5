package batch

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// in writes the table in a format. Workbooks and Parquet hold columns of whole numbers, decimals and days
// as such, not as text.
func (t table) in(format string) ([]byte, error) {
	switch format {
	case "xlsx":
		return t.workbook()
	case "parquet":
		return t.parquet()
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = ';'
	err := w.WriteAll(append(append([][]string(nil), t.above...), t.rows...))
	return out.Bytes(), err
}

// typed turns a cell into what its column holds; nil for an empty one.
type typed func(cell string) any

// columns finds what each column holds: whole numbers, decimals, days, or text.
func (t table) columns() []typed {
	out := make([]typed, len(t.above[len(t.above)-1]))
	for i := range out {
		out[i] = func(cell string) any { return cell }
		for _, try := range []typed{wholeCell, decimalCell, dayCell} {
			if t.all(i, try) {
				out[i] = try
				break
			}
		}
	}
	return out
}

// all tells whether a column holds something, and all of it can be read so.
func (t table) all(column int, as typed) bool {
	filled := 0
	for _, row := range t.rows {
		if column >= len(row) || row[column] == "" {
			continue
		}
		if as(row[column]) == nil {
			return false
		}
		filled++
	}
	return filled > 0
}

func wholeCell(cell string) any {
	if n, err := strconv.ParseInt(cell, 10, 64); err == nil && strconv.FormatInt(n, 10) == cell {
		return n
	}
	return nil
}

func decimalCell(cell string) any {
	if x, err := strconv.ParseFloat(strings.Replace(cell, ",", ".", 1), 64); err == nil && !strings.Contains(cell, ".") {
		return x
	}
	return nil
}

func dayCell(cell string) any {
	if d, err := time.Parse(time.DateOnly, cell); err == nil {
		return d
	}
	return nil
}

func (t table) workbook() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		return nil, err
	}
	columns := t.columns()
	set := func(column, row int, value any) error {
		at, err := excelize.CoordinatesToCellName(column+1, row+1)
		if err != nil {
			return err
		}
		if d, isDay := value.(time.Time); isDay {
			if err := f.SetCellStyle("Sheet1", at, at, style); err != nil {
				return err
			}
			value = d.Unix()/86400 + 25569
		}
		return f.SetCellValue("Sheet1", at, value)
	}
	for i, row := range append(append([][]string(nil), t.above...), t.rows...) {
		for j, cell := range row {
			var value any = cell
			if cell == "" {
				continue
			}
			if i >= len(t.above) {
				value = columns[j](cell)
			}
			if err := set(j, i, value); err != nil {
				return nil, err
			}
		}
	}
	out, err := f.WriteToBuffer()
	return out.Bytes(), err
}

// parquet writes a column for each heading. A heading that is there twice gets a space behind it, since names
// are told apart: to a profile signs and spaces are one.
func (t table) parquet() ([]byte, error) {
	columns, seen := t.columns(), map[string]bool{}
	fields := make([]reflect.StructField, len(columns))
	for i, name := range t.above[len(t.above)-1] {
		name = strings.ReplaceAll(name, ",", " ") // which parts the words of a tag
		for seen[name] {
			name += " "
		}
		seen[name] = true
		fields[i] = reflect.StructField{Name: fmt.Sprintf("C%d", i), Type: reflect.TypeFor[*string](), Tag: reflect.StructTag(`parquet:` + strconv.Quote(name+",optional"))}
		switch t.sample(i, columns[i]).(type) {
		case int64:
			fields[i].Type = reflect.TypeFor[*int64]()
		case float64:
			fields[i].Type = reflect.TypeFor[*float64]()
		case time.Time:
			fields[i].Type, fields[i].Tag = reflect.TypeFor[*int32](), reflect.StructTag(`parquet:`+strconv.Quote(name+",optional,date"))
		}
	}
	kind := reflect.StructOf(fields)
	var out bytes.Buffer
	w := parquet.NewWriter(&out, parquet.SchemaOf(reflect.New(kind).Interface()))
	for _, row := range t.rows {
		one := reflect.New(kind)
		for j, cell := range row {
			if cell != "" {
				one.Elem().Field(j).Set(pointer(columns[j](cell)))
			}
		}
		if err := w.Write(one.Interface()); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// sample is the first value of a column; nil where it is empty.
func (t table) sample(column int, as typed) any {
	for _, row := range t.rows {
		if column < len(row) && row[column] != "" {
			return as(row[column])
		}
	}
	return nil
}

func pointer(value any) reflect.Value {
	if d, isDay := value.(time.Time); isDay {
		value = int32(d.Unix() / 86400)
	}
	out := reflect.New(reflect.TypeOf(value))
	out.Elem().Set(reflect.ValueOf(value))
	return out
}
