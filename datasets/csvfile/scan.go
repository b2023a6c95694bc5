package csvfile

import (
	"math/bits"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// scanMargin is the room behind a block: a line end, and what is looked at and copied in whole
// words.
const scanMargin = scanWidth + datasets.SpanMargin

// table finds the rows and cells of a block of text in which every quote is where it belongs.
type table struct {
	datasets.Spans
	marks []marks
	lines int // line ends found
}

// scan finds the cells of the first size bytes of text, which end with a line end and have
// scanMargin bytes behind them, none of them NUL. Cells in quotes keep them. Lines count from 0.
// It is false where a NUL byte is in the text.
func (t *table) scan(text []byte, size int, separator byte, quoted bool) bool {
	t.Text, t.Joined = text, !quoted
	t.marks = slices.Grow(t.marks[:0], size/scanWidth+1)[:(size+scanWidth-1)/scanWidth]
	sum := find(t.marks, text, separator)
	if sum.nul {
		return false
	}
	if last := size % scanWidth; last > 0 {
		t.marks[len(t.marks)-1].keep(1<<last - 1)
	}
	t.lines = sum.lines
	if quoted {
		t.leaveQuoted()
	}
	room := sum.cells + 1 + spreadSpare
	t.Cells = slices.Grow(t.Cells[:0], room)[:room]
	t.Cells[0].From = 0
	t.Cells = t.Cells[:spread(t.Cells, t.marks)]
	if quoted || !t.even() {
		t.uneven()
	}
	return true
}

// keep drops the marks of other bits.
func (m *marks) keep(bits uint64) {
	m.cells, m.lines, m.quotes = m.cells&bits, m.lines&bits, m.quotes&bits
}

// leaveQuoted drops the marks of cells in quotes; quotes become the bits that are in them.
func (t *table) leaveQuoted() {
	inside := uint64(0)
	for i := range t.marks {
		m := &t.marks[i]
		m.quotes = prefixXOR(m.quotes) ^ inside
		inside = uint64(int64(m.quotes) >> 63)
		m.cells &^= m.quotes
	}
}

// prefixXOR sets the bits from each odd one set up to the next.
func prefixXOR(x uint64) uint64 {
	for shift := 1; shift < 64; shift *= 2 {
		x ^= x << shift
	}
	return x
}

// even notes the rows where each has as many cells as the first. That is so where the text has
// cells for it and a line end stands behind the last cell of every row: then none is elsewhere.
func (t *table) even() bool {
	t.Ends, t.Lines = slices.Grow(t.Ends[:0], t.lines), slices.Grow(t.Lines[:0], t.lines)
	width := len(t.Cells) / max(t.lines, 1)
	if width*t.lines != len(t.Cells) {
		return false
	}
	for end := width; end <= len(t.Cells); end += width {
		if t.Text[t.Cells[end-1].To] != '\n' {
			return false
		}
		t.Lines = append(t.Lines, int32(len(t.Ends)))
		t.Ends = append(t.Ends, int32(end))
	}
	return true
}

// uneven notes the rows by the marks of lines that are not in quotes.
func (t *table) uneven() {
	t.Ends, t.Lines = t.Ends[:0], append(t.Lines[:0], 0)
	cells, lines := 0, 0
	for i := range t.marks {
		m := &t.marks[i]
		ends := m.lines
		if !t.Joined {
			ends &^= m.quotes
		}
		for left := ends; left != 0; left &= left - 1 {
			upTo := left ^ (left - 1)
			t.Ends = append(t.Ends, int32(cells+bits.OnesCount64(m.cells&upTo)))
			t.Lines = append(t.Lines, int32(lines+bits.OnesCount64(m.lines&upTo)))
		}
		cells += bits.OnesCount64(m.cells)
		lines += bits.OnesCount64(m.lines)
	}
	t.Lines = t.Lines[:len(t.Ends)]
}
