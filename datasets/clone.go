package datasets

import "slices"

// Clone is a deep copy that outlives the next step of a reader.
func (b *Batch) Clone() *Batch {
	out := *b
	out.Problems = slices.Clone(b.Problems)
	out.lines, out.more, out.moreEnd = slices.Clone(b.lines), slices.Clone(b.more), slices.Clone(b.moreEnd)
	out.moreIn, out.inputs, out.refused = slices.Clone(b.moreIn), slices.Clone(b.inputs), slices.Clone(b.refused)
	out.several = slices.Clone(b.several)
	out.columns = make([]Column, len(b.columns))
	for i, c := range b.columns {
		c.Codes, c.Days, c.Counts = slices.Clone(c.Codes), slices.Clone(c.Days), slices.Clone(c.Counts)
		c.Numbers, c.Masks, c.Known = slices.Clone(c.Numbers), slices.Clone(c.Masks), slices.Clone(c.Known)
		c.Ends, c.Bytes = slices.Clone(c.Ends), slices.Clone(c.Bytes)
		out.columns[i] = c
	}
	return &out
}

// copyCell sets a cell from a cell of the same kind; a missing one stays missing.
func (c *Column) copyCell(kind Kind, row int, from *Column, source int) {
	if !from.Present || from.Missing(source) {
		if kind == Text || kind == Identifier {
			c.SetText(row, nil)
		}
		return
	}
	switch kind {
	case Category, Flag:
		c.SetCode(row, from.Codes[source])
	case Date:
		c.SetDay(row, from.Days[source])
	case Count, Money:
		c.SetCount(row, from.Counts[source])
	case Number:
		c.SetNumber(row, from.Numbers[source])
	case Set:
		c.AddMask(row, from.Masks[source])
	case Text, Identifier:
		c.SetText(row, from.Text(source))
	}
}
