package parquetfile

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
)

// blockRows is how many rows of every column are held at once.
const blockRows = 1024

// column is a column that the profile takes.
type column struct {
	place   int // in the file's schema
	name    string
	index   int // among the leaves
	convert converter
	pages   parquet.Pages
	reader  parquet.ValueReader
	values  []parquet.Value
}

// block is the rows that were read and not yet typed.
type block struct {
	rows, at int
	left     int64 // rows of the row group not yet read
	cells    []datasets.Cell
	scratch  []byte
}

// load reads the next block of every column; io.EOF behind the last row group.
func (s *source) load() error {
	if s.block.left == 0 {
		if err := s.nextGroup(); err != nil {
			return err
		}
	}
	n := int(min(blockRows, s.block.left))
	for i := range s.columns {
		if err := s.columns[i].read(n); err != nil {
			return err
		}
	}
	s.block.rows, s.block.at = n, 0
	s.block.left -= int64(n)
	return nil
}

// nextGroup begins the next row group.
func (s *source) nextGroup() error {
	if err := s.closePages(); err != nil {
		return err
	}
	if len(s.groups) == 0 {
		return io.EOF
	}
	group := s.groups[0]
	s.groups = s.groups[1:]
	chunks := group.ColumnChunks()
	for i := range s.columns {
		c := &s.columns[i]
		if c.index >= len(chunks) {
			return fmt.Errorf("%w: a row group lacks column %q", errDamaged, c.name)
		}
		c.pages, c.reader = chunks[c.index].Pages(), nil
	}
	s.block.rows, s.block.at = 0, 0
	if s.block.left = group.NumRows(); s.block.left < 0 {
		return fmt.Errorf("%w: a row group says it has fewer than no rows", errDamaged)
	}
	if s.block.left == 0 {
		return s.nextGroup()
	}
	return nil
}

// read fills the column's values with the next n rows. Pages are left to the garbage collector,
// since texts point into them.
func (c *column) read(n int) error {
	if cap(c.values) < n {
		c.values = make([]parquet.Value, n)
	}
	c.values = c.values[:n]
	for have := 0; have < n; {
		if c.reader == nil {
			page, err := c.pages.ReadPage()
			if err == io.EOF {
				return fmt.Errorf("%w: column %q has fewer values than there are rows", errDamaged, c.name)
			}
			if err != nil {
				return fmt.Errorf("%w: column %q: %w", errDamaged, c.name, err)
			}
			c.reader = page.Values()
		}
		got, err := c.reader.ReadValues(c.values[have:])
		have += got
		switch {
		case err == io.EOF:
			c.reader = nil
		case err != nil:
			return fmt.Errorf("%w: column %q: %w", errDamaged, c.name, err)
		case got == 0:
			return fmt.Errorf("%w: column %q does not go on", errDamaged, c.name)
		}
	}
	return nil
}

// rowCells are the cells of the next row of the block, valid until the next call.
func (s *source) rowCells() []datasets.Cell {
	s.block.scratch = s.block.scratch[:0]
	for i := range s.columns {
		c := &s.columns[i]
		s.block.cells[c.place] = s.block.cell(c.convert, c.values[s.block.at])
	}
	s.block.at++
	return s.block.cells
}

func (b *block) cell(convert converter, v parquet.Value) datasets.Cell {
	if v.IsNull() {
		return datasets.Cell{}
	}
	start := len(b.scratch)
	var cell datasets.Cell
	cell, b.scratch = convert(b.scratch, v)
	if cell.Text == nil {
		cell.Text = b.scratch[start:]
	}
	return cell
}

func (s *source) closePages() (err error) {
	for i := range s.columns {
		if c := &s.columns[i]; c.pages != nil {
			if failed := c.pages.Close(); failed != nil && err == nil {
				err = failed
			}
			c.pages = nil
		}
	}
	return err
}
