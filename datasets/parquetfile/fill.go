package parquetfile

import (
	"errors"
	"fmt"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/efseval/efseval/datasets"
)

// room is memory for the rows of a block.
type room struct {
	has     []uint64 // a bit for each row that has a value
	rows    []int32  // entry of each row
	found   []int32  // entries of the values that are not missing
	bytes   []uint8
	days    []int32
	counts  []int64
	masks   []uint64
	table   datasets.Column // values of the dictionary, one for each number that its bits can write
	values  []parquet.Value
	scratch []byte
}

// sized is a slice of n values in the memory of another.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// fill gives the next n rows of the column to the block.
func (c *chunk) fill(block *datasets.Block, n int) error {
	for have := 0; have < n; {
		if c.page.rows == 0 {
			if err := c.nextPage(); err != nil {
				return fmt.Errorf("column %q: %w", c.name, err)
			}
		}
		some := min(n-have, c.page.rows)
		if err := c.page.fill(block, have, some); err != nil {
			return fmt.Errorf("column %q: %w", c.name, err)
		}
		have += some
	}
	return nil
}

// fill gives n rows of the page to the block, from row first on.
func (p *page) fill(block *datasets.Block, first, n int) error {
	held, err := p.missing(n)
	if err != nil {
		return err
	}
	p.rows -= n
	switch {
	case p.encoding == format.RLEDictionary || p.encoding == oldDictionary:
		return p.fillNumbers(block, first, n, held)
	case p.prefixed() && block.TakesTexts(p.entries):
		return p.fillTexts(block, first, n, held)
	}
	return p.fillValues(block, first, n, held)
}

// prefixed tells whether the values are texts, each behind its length.
func (p *page) prefixed() bool { return p.isText && p.encoding == format.Plain }

// missing finds out which of the next n rows have a value, and counts them.
func (p *page) missing(n int) (held int, err error) {
	p.has = sized(p.has, (n+63)/64)
	clear(p.has)
	if p.levels.width == 0 {
		setBits(p.has, 0, n)
		return n, nil
	}
	return p.levels.bits(p.has, n)
}

func (p *page) fillTexts(block *datasets.Block, first, n, held int) error {
	has := datasets.Bits(p.has)
	if held == n {
		has = nil
	}
	text := p.text[: len(p.text)+margin : len(p.text)+margin]
	used, row, err := block.PutTexts(p.entries, first, n, has, text)
	if err == nil && used > len(p.text) {
		err = errRuns
	}
	if err != nil {
		return p.textFault(err, block.Line(first+row))
	}
	p.text = p.text[used:]
	return nil
}

// textFault says what is wrong with a text; line 0 where it is of the dictionary.
func (c *column) textFault(err error, line int) error {
	switch {
	case !errors.Is(err, datasets.ErrEncoding):
		return fmt.Errorf("%w: %w", errDamaged, err)
	case line > 0:
		return fmt.Errorf("%w: column %q, row %d", errText, c.name, line)
	}
	return fmt.Errorf("%w: column %q", errText, c.name)
}

// fillValues types values one by one.
func (p *page) fillValues(block *datasets.Block, first, n, held int) error {
	p.values = sized(p.values, held)
	if err := p.read(p.values); err != nil {
		return err
	}
	if err := p.typeEach(p.loose, held, func(i int) parquet.Value { return p.values[i] }); err != nil {
		return err
	}
	p.found = sized(p.found, held+1)
	for i := range p.found {
		p.found[i] = int32(i + 1)
	}
	p.putRows(block, p.loose, first, n, held)
	return nil
}

// putRows gives the rows to the block whose values are the entries found.
func (p *page) putRows(block *datasets.Block, entries *datasets.Entries, first, n, held int) {
	rows := p.found[:held]
	if held < n {
		rows = sized(p.room.rows, n)
		spread(rows, p.found[:held+1], p.has)
		p.room.rows = rows
	}
	block.Put(entries, first, rows, held == n)
}
