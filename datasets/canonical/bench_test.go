package canonical

import (
	"fmt"
	"io"
	"strconv"
	"testing"

	"github.com/xitongsys/parquet-go/parquet"
	"github.com/xitongsys/parquet-go/writer"

	"github.com/efseval/efseval/datasets"
)

const benchRows = 300_000

// madeUp are batches of made-up participations with every column of the schema.
func madeUp(tb testing.TB, rows int) []*datasets.Batch {
	tb.Helper()
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		tb.Fatal(err)
	}
	var all []*datasets.Batch
	for first := 0; first < rows; first += datasets.MaxRows {
		b := datasets.NewBatch(schema, "made-up.csv", "")
		for i := range schema.Fields {
			b.Provide(i, i+1)
		}
		for row := range min(datasets.MaxRows, rows-first) {
			b.AddRow(row + 2)
			for i := range schema.Fields {
				if (first+row+i)%6 > 0 {
					setMadeUp(b.Column(i), &schema.Fields[i], row, first+row)
				}
			}
		}
		all = append(all, b)
	}
	return all
}

func setMadeUp(c *datasets.Column, f *datasets.Field, row, n int) {
	switch f.Kind {
	case datasets.Category, datasets.Flag:
		c.SetCode(row, uint8(n%len(f.Vocabulary.Terms))+1)
	case datasets.Set:
		c.AddMask(row, 1<<(n%len(f.Vocabulary.Terms))|1)
	case datasets.Date:
		c.SetDay(row, 17000+int32(n%1500))
	case datasets.Count:
		c.SetCount(row, int64(n%90))
	default:
		c.SetText(row, fmt.Appendf(nil, "SYN-%d", n))
	}
}

func testPseudonyms(tb testing.TB) *Pseudonyms {
	tb.Helper()
	who, err := NewPseudonyms([]byte("only for tests, thirty-two bytes"))
	if err != nil {
		tb.Fatal(err)
	}
	return who
}

func layoutOf(tb testing.TB, b *datasets.Batch) *Layout {
	tb.Helper()
	l, err := NewLayout(b)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

type tableWriter interface {
	Write(*datasets.Batch) error
	Close() error
}

func benchmark(b *testing.B, open func(io.Writer, *Layout, *Pseudonyms) (tableWriter, error)) {
	batches := madeUp(b, benchRows)
	for b.Loop() {
		out := &counting{}
		w, err := open(out, layoutOf(b, batches[0]), testPseudonyms(b))
		if err != nil {
			b.Fatal(err)
		}
		for _, batch := range batches {
			if err := w.Write(batch); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.bytes)/1e6, "MB/file")
	}
}

type counting struct{ bytes int64 }

func (c *counting) Write(p []byte) (int, error) { c.bytes += int64(len(p)); return len(p), nil }

// All columns of 300 000 rows. The writer of xitongsys/parquet-go is here to be compared with; see doc.go
// of this package for what came out.
func BenchmarkCSV(b *testing.B) {
	benchmark(b, func(w io.Writer, l *Layout, who *Pseudonyms) (tableWriter, error) { return NewCSV(w, l, who) })
}

func BenchmarkParquet(b *testing.B) {
	benchmark(b, func(w io.Writer, l *Layout, who *Pseudonyms) (tableWriter, error) { return NewParquet(w, l, who) })
}

func BenchmarkXitongsys(b *testing.B) {
	benchmark(b, func(w io.Writer, l *Layout, who *Pseudonyms) (tableWriter, error) { return newXitongsys(w, l, who) })
}

// xitongsys writes the same columns with the other library, row by row as it wants them.
type xitongsys struct {
	layout *Layout
	who    *Pseudonyms
	w      *writer.CSVWriter
}

func newXitongsys(w io.Writer, l *Layout, who *Pseudonyms) (*xitongsys, error) {
	var tags []string
	for _, c := range l.Columns {
		tag := "name=" + c.Name + ", repetitiontype=OPTIONAL, "
		switch c.Kind {
		case datasets.Date:
			tag += "type=INT32, convertedtype=DATE"
		case datasets.Count:
			tag += "type=INT64"
		case datasets.Text, datasets.Identifier:
			tag += "type=BYTE_ARRAY, convertedtype=UTF8"
		default:
			tag += "type=BYTE_ARRAY, convertedtype=UTF8, encoding=PLAIN_DICTIONARY"
		}
		tags = append(tags, tag)
	}
	csv, err := writer.NewCSVWriterFromWriter(tags, w, 1)
	if err == nil {
		csv.CompressionType = parquet.CompressionCodec_SNAPPY
	}
	return &xitongsys{l, who, csv}, err
}

func (x *xitongsys) Write(b *datasets.Batch) error {
	for row := range b.Rows() {
		values := make([]*string, len(x.layout.Columns))
		for i := range values {
			values[i] = x.value(i, b, row)
		}
		if err := x.w.WriteString(values); err != nil {
			return err
		}
	}
	return nil
}

// value is a cell as the text that this library takes; it makes a DATE of the number of a day.
func (x *xitongsys) value(i int, b *datasets.Batch, row int) *string {
	if c := &x.layout.Columns[i]; c.Kind == datasets.Date {
		if b.Column(c.field).Missing(row) {
			return nil
		}
		day := strconv.Itoa(int(b.Column(c.field).Days[row]))
		return &day
	}
	if cell, ok := x.layout.Append(nil, i, b, row, x.who); ok {
		text := string(cell)
		return &text
	}
	return nil
}

func (x *xitongsys) Close() error { return x.w.WriteStop() }
