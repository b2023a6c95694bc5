package csvfile

import (
	"encoding/binary"
	"math/bits"

	"github.com/efseval/efseval/datasets"
)

// scanWidth is how many bytes are looked at as one set of bits.
const scanWidth = 64

// marks are the bits of one set of bytes: which end a cell, which are line ends, which are quotes.
type marks struct{ cells, lines, quotes uint64 }

// tally is what the marks of a text come to.
type tally struct {
	cells, lines int
	nul          bool // a NUL byte is in the text
}

// Words of eight bytes, the first byte lowest.
const (
	everyByte = 0x0101010101010101
	lowBits   = 0x7F * everyByte
	highBits  = 0x80 * everyByte
)

// differs has the high bit of each byte in which the word is not the pattern; its other bits are
// of no use.
func differs(word, pattern uint64) uint64 {
	word ^= pattern
	return (word&lowBits + lowBits) | word
}

// findPortable sets the marks of a text of len(found) sets of bytes, eight bytes at a time.
func findPortable(found []marks, text []byte, separator byte) (sum tally) {
	pattern, nul := uint64(separator)*everyByte, uint64(0)
	for i := range found {
		nul |= found[i].find((*[scanWidth]byte)(text[i*scanWidth:]), pattern)
		sum.cells += bits.OnesCount64(found[i].cells)
		sum.lines += bits.OnesCount64(found[i].lines)
	}
	sum.nul = nul != 0
	return sum
}

// find sets the marks of 64 bytes and tells of NUL bytes. Row k of bits belongs to word k until
// they are turned.
func (m *marks) find(text *[scanWidth]byte, separator uint64) (nul uint64) {
	var cells, lines, quotes uint64
	for i := range 8 {
		word := binary.LittleEndian.Uint64(text[8*i : 8*i+8])
		line := differs(word, '\n'*everyByte)
		cells |= ^(differs(word, separator) & line) & highBits >> (7 - i)
		lines |= ^line & highBits >> (7 - i)
		quotes |= ^differs(word, '"'*everyByte) & highBits >> (7 - i)
		nul |= ^differs(word, 0) & highBits
	}
	m.cells, m.lines, m.quotes = turn(cells), 0, 0
	if lines != 0 {
		m.lines = turn(lines)
	}
	if quotes != 0 {
		m.quotes = turn(quotes)
	}
	return nul
}

// turn makes rows of a square of 8 x 8 bits its columns.
func turn(x uint64) uint64 {
	t := (x ^ x>>7) & 0x00AA00AA00AA00AA
	x ^= t ^ t<<7
	t = (x ^ x>>14) & 0x0000CCCC0000CCCC
	x ^= t ^ t<<14
	t = (x ^ x>>28) & 0x00000000F0F0F0F0
	return x ^ t ^ t<<28
}

// spreadSpare is how many cells spread may write behind those that it finds.
const spreadSpare = 8

// spreadPortable writes where cells end, and that the next begin behind them, and returns how
// many end. The beginning of the first is left as it is.
func spreadPortable(cells []datasets.Span, found []marks) (n int) {
	for i := range found {
		for left := found[i].cells; left != 0; left &= left - 1 {
			end := int32(i*scanWidth + bits.TrailingZeros64(left))
			cells[n].To = end
			n++
			cells[n].From = end + 1
		}
	}
	return n
}
