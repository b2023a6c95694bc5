package datasets

import (
	"bytes"
	"encoding/binary"
)

// words types categories, flags and sets: what a raw cell stands for is looked up once.
func (s *strip) words(c *boundCell, f *Field) (valid bool) {
	if c.seen == nil {
		c.seen = newSeen()
	}
	var words [stripRows]uint64
	values, cells := words[:s.rows], s.spans.Cells[s.start+c.source:]
	for r := 0; r < s.rows; r++ {
		if r += c.seen.look(values[r:], s.spans.Text, cells[r*s.width:], s.width); r == s.rows {
			break
		}
		inDictionary, raw := false, s.spans.Text[cells[r*s.width].From:cells[r*s.width].To]
		if values[r], inDictionary, valid = s.meaning(c, f, raw); !valid {
			return false
		}
		if inDictionary {
			c.seen.learn(raw, values[r])
		} else {
			s.put(s.batch, s.row+r, c, raw, false)
		}
	}
	s.setWords(c, f, values)
	return true
}

// setWords sets codes or masks; 0 leaves what put set.
func (s *strip) setWords(c *boundCell, f *Field, values []uint64) {
	column := &s.batch.columns[c.field]
	if f.Kind == Set {
		for r, v := range values {
			if column.Masks[s.row+r] |= v; v != 0 {
				column.Known.Set(s.row + r)
			}
		}
		return
	}
	var codes [stripRows]uint8
	for r, v := range values {
		codes[r] = uint8(v)
	}
	copy(column.Codes[s.row:], codes[:len(values)])
	column.Known.join(s.row, known(&codes))
}

// known has a bit for each code that is not 0.
func known(codes *[stripRows]uint8) (rows uint64) {
	const (
		low    = 0x7F * everyByte
		gather = 0x0102040810204080 // brings the lowest bit of each byte into the highest byte
	)
	for i := range stripRows / 8 {
		word := binary.LittleEndian.Uint64(codes[8*i : 8*i+8])
		word = ((word&low + low) | word) >> 7 & everyByte
		rows |= word * gather >> 56 << (8 * i)
	}
	return rows
}

// meaning finds out what a raw cell stands for: a code, or the mask of a set; 0 where it is missing.
// It is not known where the cell, or an item of it, is not in the dictionary.
func (s *strip) meaning(c *boundCell, f *Field, raw []byte) (value uint64, known, valid bool) {
	if !validText(raw) {
		return 0, false, false
	}
	if f.Kind != Set {
		code := s.codeOf(c, raw)
		if code == unknownValue {
			return 0, false, true
		}
		return uint64(code), true, true
	}
	for item := range bytes.SplitSeq(trimCell(raw), s.splitter()) {
		code := s.codeOf(c, item)
		if code == unknownValue {
			return 0, false, true
		}
		if code > 0 {
			value |= 1 << (code - 1)
		}
	}
	return value, true, true
}

func (s *strip) codeOf(c *boundCell, text []byte) uint8 {
	if text = trimCell(text); len(text) == 0 {
		return 0
	}
	return c.code(text)
}
