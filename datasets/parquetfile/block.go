package parquetfile

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
)

// blockRows is how many rows of every column are typed at once, and the most of a batch.
const blockRows = 16 << 10

// nextGroup begins the next row group that has rows; io.EOF behind the last.
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
		c.pages = chunks[c.index].Pages()
	}
	if s.left = group.NumRows(); s.left < 0 {
		return fmt.Errorf("%w: a row group says it has fewer than no rows", errDamaged)
	}
	if s.left == 0 {
		return s.nextGroup()
	}
	return nil
}

// fill types the next rows into an empty batch, the columns on all cores; io.EOF behind the last.
func (s *source) fill(batch *datasets.Batch) error {
	if s.left == 0 {
		if err := guard(s.nextGroup); err != nil {
			return err
		}
	}
	n := int(min(blockRows, s.left))
	block := s.binding.Block(batch, s.line+1, n)
	if err := s.fillColumns(block, n); err != nil {
		return err
	}
	block.Finish()
	s.binding.TellRows(batch)
	s.left -= int64(n)
	s.line += n
	if s.left == 0 && !slices.ContainsFunc(s.groups, func(g parquet.RowGroup) bool { return g.NumRows() != 0 }) {
		s.binding.TellNotes(batch)
	}
	return nil
}

// fillColumns lets every core take one group of columns after the other. Which of several faults
// is told does not depend on the cores.
func (s *source) fillColumns(block *datasets.Block, n int) error {
	faults := make([]error, len(s.together))
	var next atomic.Int32
	var ended sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(s.together)) {
		ended.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(s.together); i = int(next.Add(1)) - 1 {
				faults[i] = guard(func() error { return fillGroup(block, s.together[i], n) })
			}
		})
	}
	ended.Wait()
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}

func fillGroup(block *datasets.Block, columns []*column, n int) error {
	for _, c := range columns {
		if err := c.fill(block, n); err != nil {
			return err
		}
	}
	return nil
}

// column is a column that the profile takes.
type column struct {
	place   int // in the file's schema
	name    string
	index   int // among the leaves
	convert converter
	text    bool // values are text as it stands
	pages   parquet.Pages
	page    parquet.Page
	of      parquet.Dictionary // whose values the entries are; nil: the page's own
	entries *datasets.Entries
	codes   []int32 // of the values of the page; nil: each value is its own entry
	levels  []byte  // 1 where a row has a value; empty: every row has
	at      int     // row of the page
	value   int     // of the page
	rows    []int32 // room for the entries of a block
	values  []parquet.Value
	scratch []byte
}

// fill gives the next n rows of the column to the block.
func (c *column) fill(block *datasets.Block, n int) error {
	for have := 0; have < n; {
		if c.page == nil {
			if err := c.nextPage(); err != nil {
				return err
			}
		}
		rows, err := c.take(min(n-have, int(c.page.NumValues())-c.at))
		if err != nil {
			return err
		}
		block.Put(c.entries, have, rows, len(c.levels) == 0)
		have += len(rows)
		if c.at == int(c.page.NumValues()) {
			parquet.Release(c.page)
			c.page = nil
		}
	}
	return nil
}

// nextPage reads a page and types its values, those of a dictionary once.
func (c *column) nextPage() (err error) {
	page, err := c.pages.ReadPage()
	if err == io.EOF {
		return fmt.Errorf("%w: column %q has fewer values than there are rows", errDamaged, c.name)
	}
	if err != nil {
		return fmt.Errorf("%w: column %q: %w", errDamaged, c.name, err)
	}
	c.page, c.at, c.value, c.codes, c.levels = page, 0, 0, nil, page.DefinitionLevels()
	if len(c.levels) > 0 && len(c.levels) != int(page.NumValues()) {
		return fmt.Errorf("%w: column %q does not say which values are missing", errDamaged, c.name)
	}
	if len(c.levels) > 0 && page.NumNulls() == 0 {
		c.levels = nil
	}
	dictionary := page.Dictionary()
	if dictionary == nil {
		c.of = nil
		return c.typePage()
	}
	data := page.Data()
	if c.codes = data.Int32(); c.codes == nil {
		c.codes = []int32{}
	}
	if c.of != dictionary {
		c.of = dictionary
		c.typeValues(dictionary.Len(), func(i int) parquet.Value { return dictionary.Index(int32(i)) })
	}
	return nil
}

// typePage types the values of a page without a dictionary, those that are not missing.
func (c *column) typePage() error {
	if c.text {
		data := c.page.Data()
		text, ends := data.ByteArray()
		if c.entries.Texts(text, ends) {
			return nil
		}
	}
	n := int(c.page.NumValues())
	if cap(c.values) < n {
		c.values = make([]parquet.Value, n)
	}
	c.values = c.values[:n]
	reader := c.page.Values()
	for have := 0; have < n; {
		got, err := reader.ReadValues(c.values[have:])
		have += got
		if err != nil && err != io.EOF {
			return fmt.Errorf("%w: column %q: %w", errDamaged, c.name, err)
		}
		if have < n && (err == io.EOF || got == 0) {
			return fmt.Errorf("%w: column %q does not go on", errDamaged, c.name)
		}
	}
	held := c.values[:0]
	for _, v := range c.values {
		if !v.IsNull() {
			held = append(held, v)
		}
	}
	c.typeValues(len(held), func(i int) parquet.Value { return held[i] })
	c.codes = nil
	return nil
}

func (c *column) typeValues(n int, value func(i int) parquet.Value) {
	c.entries.Reset(n)
	for i := range n {
		var cell datasets.Cell
		if cell, c.scratch = c.convert(c.scratch[:0], value(i)); cell.Text == nil {
			cell.Text = c.scratch
		}
		c.entries.Set(i, cell)
	}
}

// take is the entries of the next n rows of the page, valid until the next call.
func (c *column) take(n int) ([]int32, error) {
	if cap(c.rows) < n {
		c.rows = make([]int32, n)
	}
	c.rows = c.rows[:n]
	held := n
	switch {
	case len(c.levels) > 0:
		held = c.spread(c.levels[c.at : c.at+n])
	case c.codes == nil:
		for i := range c.rows {
			c.rows[i] = int32(c.value + i + 1)
		}
	}
	if c.codes != nil && !c.look(held) {
		return nil, fmt.Errorf("%w: column %q has a value that its dictionary lacks", errDamaged, c.name)
	}
	c.value, c.at = c.value+held, c.at+n
	return c.rows, nil
}

// spread numbers the values of rows that have one, from the next value of the page on and from 1;
// the others get 0.
func (c *column) spread(levels []byte) (held int) {
	value := int32(c.value)
	for i, level := range levels {
		has := int32(level & 1) // a flat column has levels 0 and 1
		value += has
		c.rows[i] = value & -has
	}
	return int(value) - c.value
}

// look replaces numbers of values by entries of the dictionary; false where one is not in it.
func (c *column) look(held int) bool {
	if c.value+held > len(c.codes) {
		return false
	}
	codes, most := c.codes[c.value:c.value+held], uint32(0)
	if held == len(c.rows) {
		rows := c.rows[:len(codes)]
		for i, code := range codes {
			most = max(most, uint32(code))
			rows[i] = code + 1
		}
		return held == 0 || most < uint32(c.of.Len())
	}
	for _, code := range codes {
		most = max(most, uint32(code))
	}
	if held > 0 && most >= uint32(c.of.Len()) {
		return false
	}
	for i, number := range c.rows {
		if number > 0 {
			c.rows[i] = codes[int(number)-1-c.value] + 1
		}
	}
	return true
}

func (s *source) closePages() (err error) {
	for i := range s.columns {
		c := &s.columns[i]
		if c.page != nil {
			parquet.Release(c.page)
		}
		if c.pages != nil {
			if failed := c.pages.Close(); failed != nil && err == nil {
				err = failed
			}
		}
		c.page, c.pages, c.of = nil, nil, nil
	}
	return err
}
