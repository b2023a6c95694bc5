package datasets

import "slices"

// leads tells whether a cell is the first that feeds its field.
func (b *Binding) leads(c *boundCell) bool {
	for i := range b.cells { // in place: what other cells count changes meanwhile
		if o := &b.cells[i]; o.field == c.field {
			return o == c
		}
	}
	return false
}

// putSlowly fills rows some of which have a value already, or have a problem to tell.
func (k *Block) putSlowly(view *Batch, e *Entries, w *writtenForms, c *boundCell, row int, entries []int32) {
	field := &k.binding.Profile.fields.Fields[c.field]
	to, from := &view.columns[c.field], &e.typed.columns[c.field]
	text := field.Kind == Text || field.Kind == Identifier
	var had Column // the texts that an earlier column gave
	if text {
		had = to.cutTexts(row)
	}
	for i, entry := range entries {
		cell, odd := e.odd[entry]
		switch taken := to.Known.Has(row + i); {
		case taken && text:
			to.SetText(row+i, had.Text(i))
		case taken && field.Kind != Set:
		case odd:
			k.binding.put(view, row+i, c, cell.Text, cell.Plain)
		default:
			to.copyCell(field.Kind, row+i, from, int(entry))
			k.countForms(w, c, row+i, entries[i:i+1])
		}
		if text {
			to.Ends[row+i] = uint32(len(to.Bytes))
		}
	}
	for i := len(entries); i < len(had.Ends); i++ { // rows of the block that are not filled now
		to.Bytes = append(to.Bytes, had.Text(i)...)
		to.Ends[row+i] = uint32(len(to.Bytes))
	}
}

// cutTexts takes the texts from a row on off the arena, for them to be written anew.
func (c *Column) cutTexts(row int) Column {
	start := uint32(0)
	if row > 0 {
		start = c.Ends[row-1]
	}
	had := Column{Bytes: slices.Clone(c.Bytes[min(int(start), len(c.Bytes)):]), Ends: slices.Clone(c.Ends[row:])}
	for i := range had.Ends {
		had.Ends[i] = max(had.Ends[i], start) - start
	}
	c.Bytes = c.Bytes[:min(int(start), len(c.Bytes))]
	return had
}
