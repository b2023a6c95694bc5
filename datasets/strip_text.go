package datasets

import (
	"encoding/binary"
	"slices"
)

// shortText is the longest text that is copied in two words.
const shortText = 16

// texts types a column of texts or identifiers, one behind the other in one arena. Where several
// columns feed the field, the first that holds something counts.
func (s *strip) texts(c *boundCell, f *Field) (valid bool) {
	column, known := &s.batch.columns[c.field], uint64(0)
	ends := column.Ends[s.row : s.row+s.rows]
	at, arena := len(column.Bytes), room(column.Bytes, s.rows*shortText)
	for r, i := 0, s.start; r < s.rows; r, i = r+1, i+s.width {
		before := at
		if n := copyShort(arena[at:], s.spans.Text, s.spans.Cells[i+c.source]); n > 0 {
			at += n
		} else {
			if column.Bytes = arena[:at]; !s.appendFirst(column, c.feeds, f.Kind, i) {
				return false
			}
			at, arena = len(column.Bytes), room(column.Bytes, (s.rows-r)*shortText)
		}
		ends[r] = uint32(at)
		if at > before {
			known |= 1 << r
		}
	}
	column.Bytes = arena[:at]
	column.Known.join(s.row, known)
	return true
}

// room is text with room for n bytes behind it.
func room(text []byte, n int) []byte {
	text = slices.Grow(text, n)
	return text[:cap(text)]
}

// copyShort copies a cell in two words if it is short and so plain that nothing is to be trimmed;
// 0 where it is not. arena has room for both words.
func copyShort(arena, text []byte, cell Span) int {
	n := int(cell.To - cell.From)
	if n == 0 || n > shortText {
		return 0
	}
	raw, to := (*[shortText]byte)(text[cell.From:]), (*[shortText]byte)(arena)
	head, tail := binary.LittleEndian.Uint64(raw[:8]), binary.LittleEndian.Uint64(raw[8:])
	high := (head&lowBytes[min(n, 8)] | tail&lowBytes[max(n-8, 0)]) & highBits
	if high != 0 || raw[0] <= ' ' || raw[0] == '\'' || raw[(n-1)%shortText] <= ' ' {
		return 0
	}
	binary.LittleEndian.PutUint64(to[:8], head)
	binary.LittleEndian.PutUint64(to[8:], tail)
	return n
}

// appendFirst appends the first of the cells that feed a field and hold something. The row
// begins at cell i.
func (s *strip) appendFirst(column *Column, feeds []int, kind Kind, i int) (valid bool) {
	before := len(column.Bytes)
	for _, source := range feeds {
		text := s.spans.cell(i + source)
		if !validText(text) {
			return false
		}
		if text = trimCell(text); kind == Identifier {
			text = trimApostrophes(text)
		}
		if column.Bytes = append(column.Bytes, text...); len(column.Bytes) > before {
			return true
		}
	}
	return true
}
