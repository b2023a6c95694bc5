package recognise

import (
	"errors"
	"strconv"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// Table is a file, or one sheet of a workbook, as it was looked at.
type Table struct {
	Path     string // as it was named
	Sheet    string // of a workbook where several sheets hold tables; else empty
	Rows     int
	Columns  []*Column // those with a header
	Found    datasets.Conclusions
	headers  []string // of all columns, blank ones too
	Headless bool     // the row most like a header holds values
}

// Look reads a file to its end and takes down what its columns hold. Of a workbook each sheet that is not
// hidden and holds rows is a table. A file that cannot be read is [datasets.Unreadable].
func Look(path string) ([]*Table, error) {
	sheets, err := files.Sheets(path)
	if err != nil {
		return nil, err
	}
	if len(sheets) < 2 {
		t, err := lookAt(path, "")
		return []*Table{t}, err
	}
	return lookThrough(path, sheets)
}

// lookThrough looks at the sheets of a workbook. Where none holds a table the error of the first is told.
func lookThrough(path string, sheets []string) (tables []*Table, err error) {
	var first error
	for _, sheet := range sheets {
		t, err := lookAt(path, sheet)
		var unreadable *datasets.Unreadable
		switch {
		case errors.As(err, &unreadable):
			first = errors.Join(first, err)
			continue
		case err != nil:
			return nil, err
		}
		if t.Rows > 0 {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 && first != nil {
		return nil, first
	}
	if len(tables) == 0 {
		t, err := lookAt(path, sheets[0])
		return []*Table{t}, err
	}
	if len(tables) == 1 {
		tables[0].Sheet = "" // the profile finds it
	}
	return tables, nil
}

func lookAt(path, sheet string) (t *Table, err error) {
	profile := datasets.Everything()
	profile.Sheet = sheet
	source, err := files.Open(path, profile)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	t = &Table{Path: path, Sheet: sheet, Found: source.Conclusions()}
	fields := t.takeHeaders()
	for b, err := range source.Batches() {
		if err != nil {
			return nil, err
		}
		t.take(b, fields)
	}
	t.Found = source.Conclusions()
	t.Rows = t.Found.Rows
	return t, nil
}

// takeHeaders makes a Column of each header, and returns the names of their fields.
func (t *Table) takeHeaders() (fields []string) {
	for _, c := range t.Found.Columns {
		t.headers = append(t.headers, c.Header)
		if len(c.Fields) > 0 {
			t.Columns = append(t.Columns, newColumn(c.Column, c.Header))
			fields = append(fields, "c"+strconv.Itoa(c.Column))
		}
	}
	t.Headless = datasets.LooksLikeValues(t.headers)
	return fields
}

func (t *Table) take(b *datasets.Batch, fields []string) {
	for i, c := range t.Columns {
		values := b.ColumnOf(fields[i])
		for row := range b.Rows() {
			if !values.Missing(row) {
				c.look(string(values.Text(row)))
			}
		}
	}
}

// column is that of a place in the file, from 0; nil where it has no header.
func (t *Table) column(place int) *Column {
	for _, c := range t.Columns {
		if c.Place == place+1 {
			return c
		}
	}
	return nil
}
