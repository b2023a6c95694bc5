package datasets

import (
	"encoding/binary"
	"slices"
)

// alike parts the groups by the file of their first row and the columns that their rows have
// between them, in the order in which such a group first appears; one part for one file.
func (g *gathering) alike() [][][]rowRef {
	var parts [][][]rowRef
	known := map[string]int{}
	for _, rows := range g.groups {
		layout := g.layoutOfRows(rows)
		i, seen := known[layout]
		if !seen {
			i = len(parts)
			known[layout] = i
			parts = append(parts, nil)
		}
		parts[i] = append(parts[i], rows)
	}
	return parts
}

// layoutOf is equal for batches of one file and sheet with the same columns at the same places.
func layoutOf(b *Batch) string {
	text := append(append([]byte(b.File), 0), b.Sheet...)
	text = append(text, 0)
	for _, c := range b.columns {
		text = append(text, presence(c.Present))
		text = binary.AppendVarint(text, int64(c.Source))
	}
	return string(text)
}

// layoutOfRows is that of the first row, with the columns that only others have added.
func (g *gathering) layoutOfRows(rows []rowRef) string {
	first := g.layout[rows[0].batch]
	if !slices.ContainsFunc(rows, func(r rowRef) bool { return g.layout[r.batch] != first }) {
		return first
	}
	text, more := []byte(first), false
	for i := range g.schema.Fields {
		added := !rows[0].batch.columns[i].Present &&
			slices.ContainsFunc(rows, func(r rowRef) bool { return r.batch.columns[i].Present })
		text, more = append(text, presence(added)), more || added
	}
	if !more {
		return first
	}
	return string(text)
}

func presence(is bool) byte {
	if is {
		return 1
	}
	return 0
}
