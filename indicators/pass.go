package indicators

import (
	"encoding/binary"

	"github.com/efseval/efseval/datasets"
)

// pass works out what the plan found to belong together: one pass over a column for all its tests.
func (t *together) pass(b *datasets.Batch, e *engine) {
	for i := range t.codes {
		if c := b.Column(t.codes[i].field); c.Present {
			t.codes[i].pass(c.Codes[:b.Rows()], e.bits)
		}
	}
	for i := range t.sets {
		if c := b.Column(t.sets[i].field); c.Present {
			t.sets[i].passMasks(c.Masks[:b.Rows()], e.bits)
		}
	}
	for i := range t.ages {
		t.ages[i].passAges(e.ages, e.bits)
	}
}

// pass sets the rows of each test. The bits of 64 codes are turned into a word each; which rows
// have a code is then an AND of these, and a test the OR of its codes.
func (t *codeTests) pass(codes []uint8, out [][]uint64) {
	var is [128]uint64 // the rows of each code: 64 terms and 0, which is missing
	var rest [64]uint8
	for w := 0; w*64 < len(codes); w++ {
		rows := codes[w*64:]
		if len(rows) < 64 {
			copy(rest[:], rows)
			rows = rest[:]
		}
		parted(&is, (*[64]uint8)(rows), t.width)
		for i := range t.tests {
			var word uint64
			for _, c := range t.tests[i].codes {
				word |= is[c&127]
			}
			out[t.tests[i].node][w] = word
		}
	}
}

// parted says of each number below 2^width which rows hold it.
func parted(is *[128]uint64, rows *[64]uint8, width int) {
	is[0] = ^uint64(0)
	for bit, n := 0, 1; bit < width; bit, n = bit+1, 2*n {
		set := plane(rows, bit)
		for i, word := range is[:n] {
			is[n+i], is[i] = word&set, word&^set
		}
	}
}

// plane gathers one bit of 64 bytes.
func plane(rows *[64]uint8, bit int) (word uint64) {
	for eight := 0; eight < 64; eight += 8 {
		word |= gathered(binary.LittleEndian.Uint64(rows[eight:])>>(bit&7)) << eight
	}
	return word
}

// gathered is the lowest bit of eight bytes side by side. The product moves the bit of byte i, which
// stands at 8i, by 56-7i to 56+i, and no two sums meet.
func gathered(eight uint64) uint64 {
	return eight & 0x0101010101010101 * 0x0102040810204080 >> 56
}

// passMasks sets the rows of each test of the masks of a Set. Two tables are enough for sixteen terms.
func (f *flagTests) passMasks(masks []uint64, out [][]uint64) {
	low, high, shift, more := f.tables[0], new([256]uint8), uint(0), []uint(nil)
	if len(f.tables) > 1 {
		high, shift, more = f.tables[1], f.shifts[1]&63, f.shifts[2:]
	}
	for first := 0; first < len(masks); first += 8 {
		var eight uint64
		for i, m := range masks[first:min(first+8, len(masks))] {
			flags := low[uint8(m>>(f.shifts[0]&63))] | high[uint8(m>>shift)]
			for k, shift := range more {
				flags |= f.tables[k+2][uint8(m>>(shift&63))]
			}
			eight |= uint64(flags) << (8 * i)
		}
		f.put(eight, first, out)
	}
}

// passAges sets the rows of each test of the age.
func (f *flagTests) passAges(ages []int16, out [][]uint64) {
	table := f.tables[0]
	for first := 0; first < len(ages); first += 8 {
		var eight uint64
		for i, age := range ages[first:min(first+8, len(ages))] {
			eight |= uint64(table[uint8(age+1)]) << (8 * i)
		}
		f.put(eight, first, out)
	}
}

// put sets eight rows of each test.
func (f *flagTests) put(eight uint64, first int, out [][]uint64) {
	for flag, id := range f.nodes {
		word := &out[id][first>>6]
		if first&63 == 0 {
			*word = 0
		}
		*word |= gathered(eight>>flag) << (first & 63)
	}
}
