package canonical

import (
	"errors"
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/snappy"

	"github.com/efseval/efseval/datasets"
)

// rowGroup is how many rows are held before a group of them is written.
const rowGroup = 4 * datasets.MaxRows

// Parquet writes the table with optional columns: text (with a dictionary where the words are few),
// DATE, INT64 and DOUBLE; packed by Snappy, which every reader knows. It is for one goroutine.
type Parquet struct {
	layout *Layout
	who    *Pseudonyms
	w      *parquet.GenericWriter[any]
	held   int
	cells  []byte
	values []parquet.Value
}

// NewParquet begins the file. A table without columns is an error: there is no such file.
func NewParquet(w io.Writer, l *Layout, who *Pseudonyms) (*Parquet, error) {
	if len(l.Columns) == 0 {
		return nil, errors.New("canonical: the export has no column that the table could hold")
	}
	schema := parquet.NewSchema("participants", newOrdered(l))
	return &Parquet{layout: l, who: who, w: parquet.NewGenericWriter[any](w, schema, parquet.Compression(&snappy.Codec{}), parquet.CreatedBy("efseval", "1", ""))}, nil
}

// ordered is a group of columns in the order of the table; a parquet.Group has that of the alphabet.
type ordered struct {
	parquet.Group
	fields []parquet.Field
}

func (o ordered) Fields() []parquet.Field { return o.fields }

func newOrdered(l *Layout) ordered {
	o := ordered{Group: parquet.Group{}}
	for _, c := range l.Columns {
		o.Group[c.Name] = parquet.Optional(nodeOf(c.Kind))
	}
	byName := map[string]parquet.Field{}
	for _, f := range o.Group.Fields() {
		byName[f.Name()] = f
	}
	for _, c := range l.Columns {
		o.fields = append(o.fields, byName[c.Name])
	}
	return o
}

func nodeOf(k datasets.Kind) parquet.Node {
	switch k {
	case datasets.Date:
		return parquet.Date()
	case datasets.Count, datasets.Money:
		return parquet.Int(64)
	case datasets.Number:
		return parquet.Leaf(parquet.DoubleType)
	case datasets.Category, datasets.Flag, datasets.Set:
		return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
	}
	return parquet.String()
}

// Write writes the rows of a batch, column by column.
func (p *Parquet) Write(b *datasets.Batch) error {
	if err := p.layout.Fits(b); err != nil {
		return err
	}
	for i, column := range p.w.ColumnWriters() {
		p.fill(i, b)
		if _, err := column.WriteRowValues(p.values); err != nil {
			return written("Parquet", err)
		}
	}
	if p.held += b.Rows(); p.held < rowGroup {
		return nil
	}
	p.held = 0
	return written("Parquet", p.w.Flush())
}

// fill gathers the values of a column; missing ones have definition level 0.
func (p *Parquet) fill(column int, b *datasets.Batch) {
	p.values, p.cells = p.values[:0], p.cells[:0]
	for row := range b.Rows() {
		v, ok := p.value(column, b, row)
		if !ok {
			p.values = append(p.values, parquet.NullValue().Level(0, 0, column))
			continue
		}
		p.values = append(p.values, v.Level(0, 1, column))
	}
}

func (p *Parquet) value(column int, b *datasets.Batch, row int) (parquet.Value, bool) {
	c := &p.layout.Columns[column]
	values := b.Column(c.field)
	switch c.Kind {
	case datasets.Count, datasets.Money:
		n, ok := p.layout.number(c, b, row)
		return parquet.Int64Value(n), ok
	case datasets.Date:
		return parquet.Int32Value(dayOf(values, row)), !values.Missing(row)
	case datasets.Number:
		if values.Missing(row) {
			return parquet.Value{}, false
		}
		return parquet.DoubleValue(values.Numbers[row]), true
	}
	// The cells of a column stand one after another; those written before stay where they are when
	// the slice grows.
	start := len(p.cells)
	cells, ok := p.layout.Append(p.cells, column, b, row, p.who)
	p.cells = cells
	return parquet.ByteArrayValue(cells[start:]), ok
}

func dayOf(c *datasets.Column, row int) int32 {
	if c.Missing(row) {
		return 0
	}
	return c.Days[row]
}

// Close writes what is left and the footer.
func (p *Parquet) Close() error { return written("Parquet", p.w.Close()) }
