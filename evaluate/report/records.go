package report

import "io"

// WriteRecords writes a table for machines the way figures.csv is written: comma, UTF-8 without a byte
// order mark, and no cell that a spreadsheet would take for a formula.
func WriteRecords(w io.Writer, records [][]string) error { return writeCSV(w, records) }
