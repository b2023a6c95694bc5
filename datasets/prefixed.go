package datasets

import (
	"encoding/binary"
	"slices"
)

// twoWords is the most bytes of a text that is copied in two words.
const twoWords = 16

// prefixed is a run of texts, each behind its length, that a column takes over.
type prefixed struct {
	column *Column
	kind   Kind
	text   []byte
	at     int
	known  knownRows
}

// appendPrefixed types n texts, each behind its length, for the rows from row on; see
// [Block.PutTexts].
func (c *Column) appendPrefixed(kind Kind, row, n int, has Bits, text []byte) (used, bad int, err error) {
	p := prefixed{column: c, kind: kind, text: text, known: knownRows{bits: c.Known, row: row}}
	ends := c.Ends[row : row+n]
	for i := 0; i < n; i++ {
		if has == nil {
			if i += p.shorts(ends[i:]); i == n {
				break
			}
		}
		if has != nil && !has.Has(i) {
			p.known.add(false)
		} else if err := p.one(); err != nil {
			return p.at, i, err
		}
		ends[i] = uint32(len(c.Bytes))
	}
	p.known.flush()
	return p.at, 0, nil
}

// one appends the next text.
func (p *prefixed) one() error {
	if len(p.text)-p.at < 4 {
		return ErrLengths
	}
	size := int(binary.LittleEndian.Uint32(p.text[p.at:]))
	if p.at += 4; size > len(p.text)-p.at {
		return ErrLengths
	}
	before := len(p.column.Bytes)
	if !p.column.appendLong(p.kind, p.text[p.at:p.at+size]) {
		return ErrEncoding
	}
	p.at += size
	p.known.add(len(p.column.Bytes) > before)
	return nil
}

// shorts appends the next texts as long as they have at most 16 bytes of ASCII and no white space
// or apostrophe to take off, each in two words, and tells how many it took.
func (p *prefixed) shorts(ends []uint32) (n int) {
	const step = 4 + twoWords
	mark := byte(0)
	if p.kind == Identifier {
		mark = '\''
	}
	text, at, end := p.text, p.at, len(p.column.Bytes)
	out := slices.Grow(p.column.Bytes, len(ends)*twoWords)
	out = out[:cap(out)]
	for n < len(ends) && len(text)-at >= step && len(out)-end >= twoWords {
		next, to := text[at:at+step:at+step], out[end:end+twoWords:end+twoWords]
		size := binary.LittleEndian.Uint32(next)
		head, tail := binary.LittleEndian.Uint64(next[4:]), binary.LittleEndian.Uint64(next[12:])
		if size-1 >= twoWords || (head|tail)&highBits != 0 || next[4] <= ' ' || next[4] == mark || next[4+(size-1)&15] <= ' ' {
			break
		}
		binary.LittleEndian.PutUint64(to, head)
		binary.LittleEndian.PutUint64(to[8:], tail)
		at, end = at+4+int(size), end+int(size)
		ends[n] = uint32(end)
		n++
	}
	p.at, p.column.Bytes = at, out[:end]
	p.known.addRun(n)
	return n
}

// addRun adds n rows that are known.
func (k *knownRows) addRun(n int) {
	k.flush()
	k.bits.setRange(k.row, k.row+n)
	k.row, k.word = k.row+n, 0
}

// appendLong appends any text; false where it is not UTF-8.
func (c *Column) appendLong(kind Kind, text []byte) bool {
	if !validText(text) {
		return false
	}
	if text = trimCell(text); kind == Identifier {
		text = trimApostrophes(text)
	}
	c.Bytes = append(slices.Grow(c.Bytes, len(text)+twoWords), text...)
	return true
}
