package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
)

// readPrintedCSV lists the cells of figures.csv by figure and column, those of problems.csv by line and
// column.
func readPrintedCSV(content []byte) ([]Printed, error) { return readCells(content, ',', "") }

// readCells lists the cells of a table. Those of one whose first column is id belong to figures.
func readCells(content []byte, comma rune, of string) ([]Printed, error) {
	in := csv.NewReader(bytes.NewReader(content))
	in.Comma, in.FieldsPerRecord = comma, -1
	var all []Printed
	var head []string
	for record := 1; ; record++ {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		if head == nil {
			head = cells
		}
		for i, text := range cells {
			line, _ := in.FieldPos(i)
			one := Printed{Text: text, Field: cellOfRecord(of, i, record), Place: lineWord(line) + ", column " + columnName(head, i)}
			if head[0] == "id" && record > 1 && of == "" {
				one.Figure, one.Field = cells[0], columnName(head, i)
			}
			all = append(all, one)
		}
	}
}

// columnName is the heading of a column, or its number where it has none.
func columnName(head []string, i int) string {
	if i < len(head) {
		return head[i]
	}
	return fmt.Sprint(i + 1)
}

// cellOfRecord names a cell that is of no figure, its column counted from 0, its record from 1.
func cellOfRecord(of string, column, record int) string {
	return fmt.Sprintf("%scell %d of record %d", of, column+1, record)
}
