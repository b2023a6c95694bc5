package csvfile

import (
	"bytes"

	"github.com/efseval/efseval/datasets"
)

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
