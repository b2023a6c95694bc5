package canonical

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/efseval/efseval/datasets"
)

// CSV writes the table as UTF-8 with commas, a header row, and nothing between two commas where a
// value is missing. It writes by itself since encoding/csv wants a string for every cell. It is for one
// goroutine.
type CSV struct {
	layout *Layout
	who    *Pseudonyms
	w      *bufio.Writer
	cell   []byte
}

// NewCSV writes the header. The writer is not closed by anybody here.
func NewCSV(w io.Writer, l *Layout, who *Pseudonyms) (*CSV, error) {
	c := &CSV{layout: l, who: who, w: bufio.NewWriterSize(w, 1<<16)}
	for i, name := range l.Names() {
		c.separate(i)
		c.quoted([]byte(name))
	}
	return c, c.end()
}

func (c *CSV) separate(column int) {
	if column > 0 {
		c.w.WriteByte(',')
	}
}

// quoted writes a cell; the errors of a bufio.Writer stay in it until the end of the line.
func (c *CSV) quoted(cell []byte) {
	if !bytes.ContainsAny(cell, "\",\r\n") {
		c.w.Write(cell)
		return
	}
	c.w.WriteByte('"')
	for _, b := range cell {
		if b == '"' {
			c.w.WriteByte('"')
		}
		c.w.WriteByte(b)
	}
	c.w.WriteByte('"')
}

func (c *CSV) end() error {
	return written("CSV", c.w.WriteByte('\n'))
}

// written says of a failed write which table it was of.
func written(format string, err error) error {
	if err != nil {
		return fmt.Errorf("canonical: writing the %s table: %w", format, err)
	}
	return nil
}

// Write writes the rows of a batch.
func (c *CSV) Write(b *datasets.Batch) error {
	if err := c.layout.Fits(b); err != nil {
		return err
	}
	for row := range b.Rows() {
		for i := range c.layout.Columns {
			c.separate(i)
			if cell, ok := c.layout.Append(c.cell[:0], i, b, row, c.who); ok {
				c.quoted(cell)
				c.cell = cell
			}
		}
		if err := c.end(); err != nil {
			return err
		}
	}
	return nil
}

// Close writes what is left.
func (c *CSV) Close() error { return written("CSV", c.w.Flush()) }
