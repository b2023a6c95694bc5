package csvfile

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// scanWidth is how many bytes are looked at as one set of bits.
const scanWidth = 64

// scanMargin is the room behind a block: a line end, and what is looked at and copied in whole
// words.
const scanMargin = scanWidth + datasets.SpanMargin

// table finds the rows and cells of a block of text in which every quote is where it belongs.
type table struct {
	datasets.Spans
	cells int // found so far
	lines int // line ends found so far
}

// marks are the bits of one set of bytes: which end a cell, which are line ends, which are quotes.
type marks struct{ cells, lines, quotes uint64 }

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

// find sets the marks of 64 bytes. Row k of bits belongs to word k until they are turned.
func (m *marks) find(text *[scanWidth]byte, separator uint64) {
	const line = '\n' * everyByte
	word := func(i int) uint64 { return binary.LittleEndian.Uint64(text[i : i+8]) }
	w0, w1, w2, w3 := word(0), word(8), word(16), word(24)
	l0, l1, l2, l3 := differs(w0, line), differs(w1, line), differs(w2, line), differs(w3, line)
	c := ^(differs(w0, separator)&l0)&highBits>>7 | ^(differs(w1, separator)&l1)&highBits>>6 |
		^(differs(w2, separator)&l2)&highBits>>5 | ^(differs(w3, separator)&l3)&highBits>>4
	w0, w1, w2, w3 = word(32), word(40), word(48), word(56)
	h0, h1, h2, h3 := differs(w0, line), differs(w1, line), differs(w2, line), differs(w3, line)
	c |= ^(differs(w0, separator)&h0)&highBits>>3 | ^(differs(w1, separator)&h1)&highBits>>2 |
		^(differs(w2, separator)&h2)&highBits>>1 | ^(differs(w3, separator)&h3)&highBits
	m.cells, m.lines = turn(c), 0
	if l0&l1&l2&l3&h0&h1&h2&h3&highBits != highBits {
		m.lines = turn(^l0&highBits>>7 | ^l1&highBits>>6 | ^l2&highBits>>5 | ^l3&highBits>>4 |
			^h0&highBits>>3 | ^h1&highBits>>2 | ^h2&highBits>>1 | ^h3&highBits)
	}
}

// findQuotes sets the marks of quotes.
func (m *marks) findQuotes(text *[scanWidth]byte) {
	quotes := uint64(0)
	for i := range 8 {
		word := binary.LittleEndian.Uint64(text[8*i : 8*i+8])
		quotes |= ^differs(word, '"'*everyByte) & highBits >> (7 - i)
	}
	m.quotes = turn(quotes)
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

// scan finds the cells of the first size bytes of text, which end with a line end and have
// scanMargin bytes behind them. Cells in quotes keep them. Lines count from 0.
func (t *table) scan(text []byte, size int, separator byte, quoted bool) {
	t.Text, t.Joined, t.cells, t.lines = text, !quoted, 0, 0
	t.Ends, t.Lines = t.Ends[:0], append(t.Lines[:0], 0)
	t.Cells = t.Cells[:cap(t.Cells)]
	t.room(1)
	t.Cells[0].From = 0
	pattern, inside := uint64(separator)*everyByte, uint64(0)
	var m marks
	for at := 0; at < size; at += scanWidth {
		block := (*[scanWidth]byte)(text[at : at+scanWidth])
		m.find(block, pattern)
		if quoted {
			m.findQuotes(block)
			within := prefixXOR(m.quotes) ^ inside
			inside = uint64(int64(within) >> 63)
			t.add(at, min(size-at, scanWidth), m, ^within)
			continue
		}
		t.add(at, min(size-at, scanWidth), m, ^uint64(0))
	}
	t.Cells = t.Cells[:t.cells]
	t.Lines = t.Lines[:len(t.Ends)]
}

// prefixXOR sets the bits from each odd one set up to the next.
func prefixXOR(x uint64) uint64 {
	for shift := 1; shift < 64; shift *= 2 {
		x ^= x << shift
	}
	return x
}

// add notes the cells and rows that end in a set of bytes; outside are those not in quotes.
func (t *table) add(at, size int, m marks, outside uint64) {
	if size < scanWidth {
		outside &= 1<<size - 1
		m.lines &= 1<<size - 1
	}
	t.room(scanWidth + 1)
	ends := m.cells & outside
	found := (*[scanWidth + 1]datasets.Span)(t.Cells[t.cells:])
	n := 0
	for left := ends; left != 0; left &= left - 1 {
		end := int32(at + bits.TrailingZeros64(left))
		found[n&63].To = end
		n++
		found[n].From = end + 1 // 64 at most
	}
	for left := m.lines & outside; left != 0; left &= left - 1 {
		upTo := left ^ (left - 1)
		t.Ends = append(t.Ends, int32(t.cells+bits.OnesCount64(ends&upTo)))
		t.Lines = append(t.Lines, int32(t.lines+bits.OnesCount64(m.lines&upTo)))
	}
	t.cells += n
	t.lines += bits.OnesCount64(m.lines)
}

// room makes place for n more cells.
func (t *table) room(n int) {
	if t.cells+n > len(t.Cells) {
		t.Cells = slices.Grow(t.Cells, len(t.Cells)+2*n)
		t.Cells = t.Cells[:cap(t.Cells)]
	}
}

// unquote takes the quotes off all cells. quotes is how many the text holds; false where one is
// not at an end of its cell and not doubled inside it, where a row is longer than a quote is
// looked for, or where the text ends inside quotes: such text is for the splitter. A cell with
// doubled quotes is copied behind the text without them.
func (t *table) unquote(size, quotes int) (room []byte, ok bool) {
	room = t.Text
	cell, begin := 0, int32(0)
	for _, end := range t.Ends {
		if t.Cells[end-1].To-begin > MaxQuoted {
			return room, false
		}
		begin = t.Cells[end-1].To
		for ; cell < int(end); cell++ {
			from, to := t.Cells[cell].From, t.Cells[cell].To
			if from == to || t.Text[from] != '"' {
				continue
			}
			if cell == int(end)-1 && t.Text[to-1] == '\r' {
				to--
			}
			if to-from < 2 || t.Text[to-1] != '"' {
				return room, false
			}
			t.Cells[cell] = datasets.Span{From: from + 1, To: to - 1}
			quotes -= 2
			if bytes.IndexByte(t.Text[from+1:to-1], '"') >= 0 {
				inner := 0
				if room, inner, ok = t.undouble(room, cell); !ok {
					return room, false
				}
				quotes -= inner
			}
		}
	}
	t.Text = room
	return room, quotes == 0 && int(begin) == size-1
}

// undouble copies a cell behind the text, its doubled quotes single, and counts the quotes.
func (t *table) undouble(room []byte, cell int) (out []byte, quotes int, ok bool) {
	text := room[t.Cells[cell].From:t.Cells[cell].To]
	start := len(room)
	for i := 0; i < len(text); i++ {
		room = append(room, text[i])
		if text[i] != '"' {
			continue
		}
		if i++; i == len(text) || text[i] != '"' {
			return room, 0, false
		}
		quotes += 2
	}
	t.Cells[cell] = datasets.Span{From: int32(start), To: int32(len(room))}
	return room, quotes, true
}
