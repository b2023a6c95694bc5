package report

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/efseval/efseval/evaluate"
)

// WriteRecords writes a table for machines the way figures.csv is written: comma, UTF-8 without a byte
// order mark, and no cell that a spreadsheet would take for a formula.
func WriteRecords(w io.Writer, records [][]string) error { return writeCSV(w, records) }

// FigureJSON is a figure as results.json has it.
func FigureJSON(f evaluate.Figure) (json.RawMessage, error) {
	text, err := unescaped(figureJSON(f))
	return bytes.TrimSpace(text), err
}
