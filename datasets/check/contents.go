package check

import (
	"math"

	"github.com/efseval/efseval/datasets"
)

// contentsOf are numbers that are equal for rows that hold the same in every field, by a mixing of 64
// bits in the manner of FNV. Where a row is a person they are not asked for and zero.
func contentsOf(b *datasets.Batch) []uint64 {
	contents := make([]uint64, b.Rows())
	if b.Meaning == datasets.PerPerson {
		return contents
	}
	for field := range b.Schema.Fields {
		c := b.Column(field)
		if !c.Present {
			continue
		}
		for row := range contents {
			contents[row] = mixed(contents[row], uint64(field)<<1|1)
			if c.Known.Has(row) {
				contents[row] = mixedCell(contents[row], c, row)
			}
		}
	}
	return contents
}

func mixed(sum, value uint64) uint64 {
	sum = (sum ^ value) * 0x9e3779b97f4a7c15 // odd, so that nothing is lost
	return sum ^ sum>>29
}

func mixedCell(sum uint64, c *datasets.Column, row int) uint64 {
	switch {
	case c.Codes != nil:
		return mixed(sum, uint64(c.Codes[row]))
	case c.Days != nil:
		return mixed(sum, uint64(uint32(c.Days[row])))
	case c.Counts != nil:
		return mixed(sum, uint64(c.Counts[row]))
	case c.Numbers != nil:
		return mixed(sum, math.Float64bits(c.Numbers[row]))
	case c.Masks != nil:
		return mixed(sum, c.Masks[row])
	}
	for _, letter := range c.Text(row) {
		sum = mixed(sum, uint64(letter))
	}
	return sum
}
