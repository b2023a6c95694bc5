package parquetfile

import (
	"fmt"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
)

// typeWords types the values of a dictionary.
func (c *chunk) typeWords(values *page) error {
	n := values.most
	if c.isText {
		taken, err := c.entries.Texts(n, values.text)
		if err != nil {
			return c.textFault(err, 0)
		}
		if taken {
			return nil
		}
	}
	c.values = sized(c.values, n)
	if err := values.read(c.values); err != nil {
		return err
	}
	return c.typeEach(c.entries, n, func(i int) parquet.Value { return c.values[i] })
}

// typeEach types n values as entries.
func (c *chunk) typeEach(entries *datasets.Entries, n int, value func(i int) parquet.Value) error {
	entries.Reset(n)
	days := c.isDay && entries.Days()
	for i := range n {
		if days && entries.SetDay(i, value(i).Int32()) {
			continue
		}
		var cell datasets.Cell
		if cell, c.scratch = c.convert(c.scratch[:0], value(i)); cell.Text == nil {
			cell.Text = c.scratch
		} else if !utf8.Valid(cell.Text) {
			return c.textFault(datasets.ErrEncoding, 0)
		}
		entries.Set(i, cell)
	}
	return nil
}

// fillNumbers gives rows whose values are numbers of the dictionary.
func (p *page) fillNumbers(block *datasets.Block, first, n, held int) error {
	to, ok := block.Room(p.entries)
	done := false
	if ok {
		var err error
		if done, err = p.fillRoom(to, first, n, held); err != nil {
			return err
		}
	}
	if done {
		orBits(to.To.Known, to.Row+first, p.has, n)
		block.Filled(p.entries, held)
		return nil
	}
	p.found = sized(p.found, held+1)
	numbers := p.found[:held]
	if err := p.numbers.numbers(numbers); err != nil {
		return err
	}
	most := uint32(0)
	for i, number := range numbers {
		most = max(most, uint32(number))
		numbers[i] = number + 1
	}
	if err := p.inDictionary(most, held); err != nil {
		return err
	}
	p.putRows(block, p.entries, first, n, held)
	return nil
}

func (p *page) inDictionary(most uint32, held int) error {
	if held > 0 && int64(most) >= int64(p.words) {
		return fmt.Errorf("%w: column %q has a value that its dictionary lacks", errDamaged, p.name)
	}
	return nil
}

// fillRoom copies what the numbers stand for to the batch. done is false, and nothing read, where
// numbers are too wide for a table.
func (p *page) fillRoom(to datasets.Room, first, n, held int) (done bool, err error) {
	row, table := to.Row+first, &p.table
	from := *to.From
	switch {
	case len(from.Codes) > 0:
		return p.fillCodes(to.To.Codes[row:row+n], from.Codes, held)
	case len(from.Days) > 0:
		return fillWide(p, to.To.Days[row:row+n], from.Days, &table.Days, &p.days, held)
	case len(from.Counts) > 0:
		return fillWide(p, to.To.Counts[row:row+n], from.Counts, &table.Counts, &p.counts, held)
	case len(from.Masks) > 0:
		return fillWide(p, to.To.Masks[row:row+n], from.Masks, &table.Masks, &p.masks, held)
	}
	return false, nil
}

func (p *page) fillCodes(dst, from []uint8, held int) (done bool, err error) {
	if p.numbers.width > 8 {
		return false, nil
	}
	if !p.coded {
		if p.coded = p.codes.set(from[1:]); !p.coded {
			return false, nil
		}
	}
	found := dst
	if held < len(dst) {
		p.bytes = sized(p.bytes, held+1)
		found = p.bytes[:held]
	}
	whole, err := p.codes.look(&p.numbers, found)
	if err != nil {
		return false, err
	}
	if !whole {
		return false, p.inDictionary(1<<31, 1)
	}
	if held < len(dst) {
		spread(dst, p.bytes, p.has)
	}
	return true, nil
}

// wideWidth is the most bits of a number for which a table is made: a dictionary is seldom larger.
const wideWidth = 16

// fillWide does it for values of more bytes. The table has a value for each number of so many
// bits, so that the loop need not ask whether the dictionary has it.
func fillWide[T int32 | int64 | uint64](p *page, dst, from []T, table, room *[]T, held int) (done bool, err error) {
	width := p.numbers.width
	if width > wideWidth {
		return false, nil
	}
	if n := max(1<<width, len(from)-1); len(*table) < n {
		*table = make([]T, n)
		copy(*table, from[1:])
	}
	found := dst
	if held < len(dst) {
		*room = sized(*room, held+1)
		found = (*room)[:held]
	}
	most, err := look(&p.numbers, found, *table)
	if err != nil {
		return false, err
	}
	if err := p.inDictionary(most, held); err != nil {
		return false, err
	}
	if held < len(dst) {
		spread(dst, *room, p.has)
	}
	return true, nil
}
