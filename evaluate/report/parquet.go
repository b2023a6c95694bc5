package report

import (
	"bytes"
	"fmt"
	"io"

	"github.com/xitongsys/parquet-go/writer"

	"github.com/efseval/efseval/evaluate"
)

// figureRow is a line of figures.parquet. Doubles are the nearest float64 and are null where
// absent; value_text has the exact digits.
type figureRow struct {
	ID          string   `parquet:"name=id, type=BYTE_ARRAY, convertedtype=UTF8"`
	LabelPL     string   `parquet:"name=label_pl, type=BYTE_ARRAY, convertedtype=UTF8"`
	LabelEN     string   `parquet:"name=label_en, type=BYTE_ARRAY, convertedtype=UTF8"`
	Value       *float64 `parquet:"name=value, type=DOUBLE, repetitiontype=OPTIONAL"`
	ValueText   *string  `parquet:"name=value_text, type=BYTE_ARRAY, convertedtype=UTF8, repetitiontype=OPTIONAL"`
	Unit        string   `parquet:"name=unit, type=BYTE_ARRAY, convertedtype=UTF8"`
	N           *float64 `parquet:"name=n, type=DOUBLE, repetitiontype=OPTIONAL"`
	Numerator   *float64 `parquet:"name=numerator, type=DOUBLE, repetitiontype=OPTIONAL"`
	Denominator *float64 `parquet:"name=denominator, type=DOUBLE, repetitiontype=OPTIONAL"`
	Lower       *float64 `parquet:"name=lower, type=DOUBLE, repetitiontype=OPTIONAL"`
	Upper       *float64 `parquet:"name=upper, type=DOUBLE, repetitiontype=OPTIONAL"`
	Level       *float64 `parquet:"name=level, type=DOUBLE, repetitiontype=OPTIONAL"`
	Bound       string   `parquet:"name=bound, type=BYTE_ARRAY, convertedtype=UTF8"`
	MadeUp      bool     `parquet:"name=made_up, type=BOOLEAN"`
	Status      string   `parquet:"name=status, type=BYTE_ARRAY, convertedtype=UTF8"`
	Method      string   `parquet:"name=method, type=BYTE_ARRAY, convertedtype=UTF8"`
	Source      string   `parquet:"name=source, type=BYTE_ARRAY, convertedtype=UTF8"`
	NotePL      string   `parquet:"name=note_pl, type=BYTE_ARRAY, convertedtype=UTF8"`
	NoteEN      string   `parquet:"name=note_en, type=BYTE_ARRAY, convertedtype=UTF8"`
}

// WriteFiguresParquet writes all figures as a Parquet file, Snappy, one row group. It has the columns of figures.csv
// without note, and label_pl, label_en, value_text, bound, made_up, source, note_pl, note_en. Of these value, n,
// numerator, denominator, lower, upper and level are DOUBLE, the nearest float64, null where there is nothing;
// value_text has the exact digits. The same figures make the same bytes.
func WriteFiguresParquet(w io.Writer, r *Report) error {
	if err := r.needFigures(); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := writeFigureRows(&b, r.Figures.All()); err != nil {
		return fmt.Errorf("report: figures.parquet: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func writeFigureRows(w io.Writer, figures []evaluate.Figure) error {
	// One goroutine: with more the pages would depend on who is first.
	pw, err := writer.NewParquetWriter(&parquetFile{w: w}, new(figureRow), 1)
	if err != nil {
		return err
	}
	creator := "efseval"
	pw.Footer.CreatedBy = &creator
	for i := range figures {
		if err := pw.Write(rowOf(&figures[i])); err != nil {
			return err
		}
	}
	return pw.WriteStop()
}

func rowOf(f *evaluate.Figure) figureRow {
	note := f.Note()
	row := figureRow{
		ID: f.ID, LabelPL: f.Label.PL, LabelEN: f.Label.EN, Value: double(f.Value), Unit: string(f.Unit),
		N: double(f.N), Numerator: double(f.Numerator), Denominator: double(f.Denominator),
		Lower: double(f.Interval.Lo), Upper: double(f.Interval.Hi), Bound: string(f.Bound), MadeUp: f.MadeUp,
		Status: string(f.Status), Method: f.Method.EN, Source: f.Source, NotePL: note.PL, NoteEN: note.EN,
	}
	if f.Value.Present() {
		text := f.Value.String()
		row.ValueText = &text
	}
	if f.Interval.Present() {
		row.Level = &f.Interval.Level
	}
	return row
}

// double is the nearest float64; nil where absent.
func double(v evaluate.Value) *float64 {
	if !v.Present() {
		return nil
	}
	x := v.Float()
	return &x
}
