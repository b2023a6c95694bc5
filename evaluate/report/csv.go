package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"github.com/efseval/efseval/evaluate"
)

// figureColumns is the heading of figures.csv. It is promised to users and only grows.
var figureColumns = []string{"id", "value", "unit", "n", "numerator", "denominator", "lower", "upper", "level", "method", "status", "note"}

// WriteFiguresCSV writes all figures for machines, one a line:
//
//	id,value,unit,n,numerator,denominator,lower,upper,level,method,status,note
//
// with comma, decimal point, full precision, UTF-8 without a byte order mark. A share is between 0 and 1, money in
// złote or euro, level is that of the interval from lower to upper, as 0.95. What is not there is empty, never 0, and
// status then says not-available or suppressed. Method and note are in English; a note says of a bound which way it
// goes, because the value alone does not.
func WriteFiguresCSV(w io.Writer, r *Report) error {
	if err := r.needFigures(); err != nil {
		return err
	}
	records := [][]string{figureColumns}
	for _, f := range r.Figures.All() {
		records = append(records, figureRecord(f))
	}
	return writeCSV(w, records)
}

func figureRecord(f evaluate.Figure) []string {
	level := ""
	if f.Interval.Present() {
		level = strconv.FormatFloat(f.Interval.Level, 'g', -1, 64)
	}
	return []string{
		f.ID, f.Value.String(), string(f.Unit), f.N.String(), f.Numerator.String(), f.Denominator.String(),
		f.Interval.Lo.String(), f.Interval.Hi.String(), level, f.Method.EN, string(f.Status), machineNote(f),
	}
}

// machineNote is the English note with what people see as marks at the number.
func machineNote(f evaluate.Figure) string {
	var marks evaluate.Text
	switch f.Bound {
	case evaluate.UpperBound:
		marks = evaluate.Same("at most")
	case evaluate.LowerBound:
		marks = evaluate.Same("at least")
	}
	if f.MadeUp {
		marks = marks.Joined("; ", evaluate.Same("made-up data"))
	}
	return marks.Joined("; ", f.Note()).EN
}

// problemColumns is the heading of problems.csv.
var problemColumns = []string{"file", "sheet", "row", "column", "field", "rule", "severity", "message_pl", "message_en"}

// WriteProblemsCSV writes every problem of the data with its place, one a line:
//
//	file,sheet,row,column,field,rule,severity,message_pl,message_en
//
// Row and column count from 1 and are empty where the problem is of the whole row or file.
func WriteProblemsCSV(w io.Writer, r *Report) error {
	records := [][]string{problemColumns}
	for _, p := range r.Problems {
		records = append(records, []string{
			p.Position.File, p.Position.Sheet, ordinal(p.Position.Row), ordinal(p.Position.Column),
			p.Field, p.Rule, string(p.Severity), p.Message.PL, p.Message.EN,
		})
	}
	return writeCSV(w, records)
}

// ordinal is a place counted from 1, empty for 0.
func ordinal(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// writeCSV writes records with every cell inert. The records stay as they were: their headings are
// shared by all projects, which are written side by side.
func writeCSV(w io.Writer, records [][]string) error {
	var b bytes.Buffer
	out, harmless := csv.NewWriter(&b), []string(nil)
	for _, record := range records {
		harmless = harmless[:0]
		for _, cell := range record {
			harmless = append(harmless, inert(cell))
		}
		if err := out.Write(harmless); err != nil {
			return fmt.Errorf("report: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}
