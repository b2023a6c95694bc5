package datasets

import (
	"encoding/binary"
	"slices"
)

// layouts numbers the files, sheets and columns that batches have, in the order in which they
// first appear.
type layouts struct {
	numbers map[string]int
	texts   []string
}

// of is equal for batches of one file and sheet with the same columns at the same places.
func (l *layouts) of(b *Batch) int {
	text := append(append([]byte(b.File), 0), b.Sheet...)
	text = append(text, 0)
	for _, c := range b.columns {
		text = append(text, presence(c.Present))
		text = binary.AppendVarint(text, int64(c.Source))
	}
	return l.ofText(text)
}

func (l *layouts) ofText(text []byte) int {
	if n, known := l.numbers[string(text)]; known {
		return n
	}
	if l.numbers == nil {
		l.numbers = map[string]int{}
	}
	n := len(l.texts)
	l.numbers[string(text)], l.texts = n, append(l.texts, string(text))
	return n
}

// ofRows is the layout of the first row, with the columns that only others have added.
func (g *gatherer) ofRows(first int, rows []rowRef) int {
	text, more := []byte(g.layout.texts[first]), false
	for i := range g.out.schema.Fields {
		added := !rows[0].batch.columns[i].Present &&
			slices.ContainsFunc(rows, func(r rowRef) bool { return r.batch.columns[i].Present })
		text, more = append(text, presence(added)), more || added
	}
	if !more {
		return first
	}
	return g.layout.ofText(text)
}

func presence(is bool) byte {
	if is {
		return 1
	}
	return 0
}
