package datasets

import (
	"errors"
	"hash/fnv"
	"slices"
)

// refusedCell is a cell that could not be read. Its text, which may be anybody's, is not kept: the
// sum tells whether a ledger of corrections names the same.
type refusedCell struct {
	row, field, column int // column as in a Position, from 1
	sum                uint64
	asks               bool // it waits for what nobody declared: an order of dates, a decimal mark
}

// refuse notes a cell whose text was refused.
func (b *Batch) refuse(row int, c *boundCell, text []byte, err error) {
	h := fnv.New64a()
	h.Write(text)
	var order *orderError
	asks := errors.As(err, &order) || errors.Is(err, ErrAmbiguous)
	b.refused = append(b.refused, refusedCell{row, c.field, c.source + 1, h.Sum64(), asks})
}

// refusedAt are the refused cells that one field of a row was to be read from.
func (b *Batch) refusedAt(row, field int) (cells []refusedCell) {
	for _, r := range b.refused {
		if r.row == row && r.field == field {
			cells = append(cells, r)
		}
	}
	return cells
}

// sameRefused tells whether two lists are of the same texts, wherever they stand.
func sameRefused(a, b []refusedCell) bool {
	sums := func(cells []refusedCell) []uint64 {
		out := make([]uint64, len(cells))
		for i, c := range cells {
			out[i] = c.sum
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(sums(a), sums(b))
}
