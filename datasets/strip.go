package datasets

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
)

// strip is a run of regular rows that are typed column by column: the loops are short and what
// they need stays at hand. Every result is the one that put gives cell by cell.
type strip struct {
	*Binding
	batch *Batch
	spans *Spans
	row   int // of the batch
	start int // cell
	rows  int
	noted uint64 // rows of the column being typed whose form is counted
}

// column types the cells of a column for one field; false where a cell is not UTF-8.
func (s *strip) column(c *boundCell) (valid bool) {
	field := &s.Profile.fields.Fields[c.field]
	first := c.feeds[0] == c.source
	s.noted = 0
	switch {
	case !first && (field.Kind == Text || field.Kind == Identifier):
		return true // the first column of the field took them along
	case !first || c.missing != nil && (field.Kind == Date || field.Kind == Count):
		return s.careful(c)
	}
	switch field.Kind {
	case Category, Flag, Set:
		return s.words(c, field)
	case Date:
		valid = s.dates(c)
		s.noteDays(c)
		return valid
	case Count:
		valid = s.counts(c, field)
		s.noteCounts(c)
		return valid
	case Text, Identifier:
		return s.texts(c, field)
	}
	return s.careful(c)
}

// careful types a column cell by cell.
func (s *strip) careful(c *boundCell) (valid bool) {
	for r, i := 0, s.start+c.source; r < s.rows; r, i = r+1, i+s.width {
		if !s.putCell(c, r, i) {
			return false
		}
	}
	return true
}

// putCell types cell i for row r of the strip.
func (s *strip) putCell(c *boundCell, r, i int) (valid bool) {
	text := s.spans.cell(i)
	if !validText(text) {
		return false
	}
	before := c.met.cells
	if s.put(s.batch, s.row+r, c, text, false); c.met.cells > before {
		s.noted |= 1 << r
	}
	return true
}

// validColumns tells whether the text of columns that no field reads is UTF-8.
func (s *strip) validColumns(first, last int) bool {
	for r, i := 0, s.start; r < s.rows; r, i = r+1, i+s.width {
		if s.spans.Joined {
			if !validText(s.spans.Text[s.spans.Cells[i+first].From:s.spans.Cells[i+last].To]) {
				return false
			}
			continue
		}
		for k := first; k <= last; k++ {
			if !validText(s.spans.cell(i + k)) {
				return false
			}
		}
	}
	return true
}

// words types categories, flags and sets: what a raw cell stands for is looked up once.
func (s *strip) words(c *boundCell, f *Field) (valid bool) {
	if c.seen == nil {
		c.seen = new(seen)
	}
	column := &s.batch.columns[c.field]
	text, cells := s.spans.Text, s.spans.Cells
	known := knownRows{bits: column.Known, row: s.row}
	for r, i := 0, s.start+c.source; r < s.rows; r, i = r+1, i+s.width {
		from, to := int(cells[i].From), int(cells[i].To)
		head, tail := cellWords(text, from, to)
		cell := &c.seen[seenSlot(head, tail, to-from)]
		if cell.head != head || cell.tail != tail || cell.length != to-from || to-from > 16 && cell.text != string(text[from:to]) {
			if cell = c.seen.find(text, from, to); cell == nil {
				if cell, valid = s.learn(c, f, from, to); !valid {
					return false
				}
			}
			if cell == nil { // a problem
				s.put(s.batch, s.row+r, c, text[from:to], false)
				known.skip()
				continue
			}
		}
		if f.Kind == Set {
			column.Masks[s.row+r] = cell.value
		} else {
			column.Codes[s.row+r] = uint8(cell.value)
		}
		known.add(cell.value != 0)
	}
	known.flush()
	return true
}

// learn finds out what a raw cell stands for: a code, or the mask of a set; 0 where it is missing.
// It is nil where the cell, or an item of it, is not in the dictionary.
func (s *strip) learn(c *boundCell, f *Field, from, to int) (cell *seenCell, valid bool) {
	raw, value := s.spans.Text[from:to], uint64(0)
	if !validText(raw) {
		return nil, false
	}
	if f.Kind == Set {
		for item := range bytes.SplitSeq(trimCell(raw), s.splitter()) {
			code := s.codeOf(c, item)
			if code == unknownValue {
				return nil, true
			}
			if code > 0 {
				value |= 1 << (code - 1)
			}
		}
	} else if value = uint64(s.codeOf(c, raw)); value == unknownValue {
		return nil, true
	}
	return c.seen.learn(s.spans.Text, from, to, value), true
}

func (s *strip) codeOf(c *boundCell, text []byte) uint8 {
	if text = trimCell(text); len(text) == 0 {
		return 0
	}
	return c.code(text)
}

// dates types a column of dates; yyyy-MM-dd, as systems write it, without detours.
func (s *strip) dates(c *boundCell) (valid bool) {
	column := &s.batch.columns[c.field]
	text, cells := s.spans.Text, s.spans.Cells
	plain := !strings.ContainsAny(s.Profile.Split, "-0123456789")
	known := knownRows{bits: column.Known, row: s.row}
	for r, i := 0, s.start+c.source; r < s.rows; r, i = r+1, i+s.width {
		from, to := cells[i].From, cells[i].To
		if from == to {
			known.add(false)
			continue
		}
		if plain && to-from == 10 {
			if day, ok := isoDay(text[from:]); ok {
				column.Days[s.row+r] = day
				known.add(true)
				continue
			}
		}
		if !s.putCell(c, r, i) {
			return false
		}
		known.skip()
	}
	known.flush()
	return true
}

// counts types a column of whole numbers; plain digits without detours.
func (s *strip) counts(c *boundCell, f *Field) (valid bool) {
	column := &s.batch.columns[c.field]
	text, cells := s.spans.Text, s.spans.Cells
	known := knownRows{bits: column.Known, row: s.row}
	for r, i := 0, s.start+c.source; r < s.rows; r, i = r+1, i+s.width {
		from, to := cells[i].From, cells[i].To
		if from == to {
			known.add(false)
			continue
		}
		n, ok := plainDigits(text[from:to])
		if ok && (f.Min == nil || n >= *f.Min) && (f.Max == nil || n <= *f.Max) {
			column.Counts[s.row+r] = n
			known.add(true)
			continue
		}
		if !s.putCell(c, r, i) {
			return false
		}
		known.skip()
	}
	known.flush()
	return true
}

// texts types a column of texts or identifiers, one behind the other in one arena. Where several
// columns feed the field, the first that holds something counts.
func (s *strip) texts(c *boundCell, f *Field) (valid bool) {
	column := &s.batch.columns[c.field]
	known := knownRows{bits: column.Known, row: s.row}
	for r, i := 0, s.start; r < s.rows; r, i = r+1, i+s.width {
		before := len(column.Bytes)
		for _, source := range c.feeds {
			if valid = s.appendText(column, f.Kind, i+source); !valid {
				return false
			}
			if c.missing != nil && c.isMissing(column.Bytes[before:]) {
				column.Bytes = column.Bytes[:before]
			}
			if len(column.Bytes) > before {
				break
			}
		}
		column.Ends[s.row+r] = uint32(len(column.Bytes))
		known.add(len(column.Bytes) > before)
	}
	known.flush()
	return true
}

// appendText appends a cell to the arena, in two words where it is short.
func (s *strip) appendText(column *Column, kind Kind, i int) (valid bool) {
	from, to := s.spans.Cells[i].From, s.spans.Cells[i].To
	if from == to {
		return true
	}
	if n := int(to - from); n <= SpanMargin {
		raw := s.spans.Text[from : from+SpanMargin]
		head, tail := binary.LittleEndian.Uint64(raw), binary.LittleEndian.Uint64(raw[8:])
		if (head|tail)&highBits == 0 && raw[0] > ' ' && raw[0] != '\'' && raw[n-1] > ' ' {
			at := len(column.Bytes)
			column.Bytes = slices.Grow(column.Bytes, SpanMargin)
			room := column.Bytes[at : at+SpanMargin]
			binary.LittleEndian.PutUint64(room, head)
			binary.LittleEndian.PutUint64(room[8:], tail)
			column.Bytes = column.Bytes[:at+n]
			return true
		}
	}
	text := s.spans.cell(i)
	if !validText(text) {
		return false
	}
	if text = trimCell(text); kind == Identifier {
		text = trimApostrophes(text)
	}
	column.Bytes = append(column.Bytes, text...)
	return true
}

// knownRows fills a bitmap row by row, a word at a time. Rows that others set stay set.
type knownRows struct {
	bits Bits
	row  int
	word uint64
}

func (k *knownRows) add(known bool) {
	bit := uint64(0)
	if known {
		bit = 1
	}
	k.word |= bit << (k.row & 63)
	k.skip()
}

// skip leaves a row as it is.
func (k *knownRows) skip() {
	if k.row++; k.row&63 == 0 {
		k.bits[k.row>>6-1] |= k.word
		k.word = 0
	}
}

func (k *knownRows) flush() {
	if k.row&63 != 0 {
		k.bits[k.row>>6] |= k.word
	}
}
