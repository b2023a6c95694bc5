package datasets

import "slices"

// Block is a run of rows that is filled column by column. Columns of different groups, see
// [Binding.Groups], may be filled at the same time.
type Block struct {
	binding  *Binding
	batch    *Batch
	row      int
	problems [][]Problem      // by cell of the binding
	several  [][]severalDates // the same
}

// Block begins n rows of the batch, the first of them on a line.
func (b *Binding) Block(batch *Batch, line, n int) *Block {
	block := &Block{binding: b, batch: batch, row: batch.rows, problems: make([][]Problem, len(b.cells)), several: make([][]severalDates, len(b.cells))}
	batch.lines = slices.Grow(batch.lines, n)
	for i := range n {
		batch.lines = append(batch.lines, int32(line+i))
	}
	batch.extendColumns(n)
	return block
}

// Groups parts the columns of the file that are read so that no two groups feed one field. Within
// a group they stand in the order in which they must be filled.
func (b *Binding) Groups() [][]int {
	group := make([]int, len(b.cells))
	for i := range group {
		group[i] = i
		for k := range i {
			if b.cells[k].field == b.cells[i].field || b.cells[k].source == b.cells[i].source {
				joined := group[k]
				for m := range i + 1 {
					if group[m] == group[i] {
						group[m] = joined
					}
				}
			}
		}
	}
	var groups [][]int
	for g := range group {
		var sources []int
		for i, c := range b.cells {
			if group[i] == g && !slices.Contains(sources, c.source) {
				sources = append(sources, c.source)
			}
		}
		if sources != nil {
			groups = append(groups, sources)
		}
	}
	return groups
}

// Put fills rows of the block, from row first on, with entries; 0 is no value, and whole says that
// none of them is 0.
func (k *Block) Put(e *Entries, first int, entries []int32, whole bool) {
	for n, at := range e.cells {
		c := &k.binding.cells[at]
		view := *k.batch // its columns, and problems of its own
		view.Problems, view.several = k.problems[at], k.several[at]
		k.putCell(&view, e, &e.written[n], c, k.row+first, entries, whole && e.holds())
		k.problems[at], k.several[at] = view.Problems, view.several
	}
}

func (k *Block) putCell(view *Batch, e *Entries, w *writtenForms, c *boundCell, row int, entries []int32, whole bool) {
	kind := k.binding.Profile.fields.Fields[c.field].Kind
	to, from := &view.columns[c.field], &e.typed.columns[c.field]
	if !k.binding.leads(c) || len(e.odd) > 0 || kind == Number {
		k.putSlowly(view, e, w, c, row, entries)
		return
	}
	k.countForms(w, c, row, entries)
	switch kind {
	case Category, Flag:
		pick(to.Codes[row:], from.Codes, entries)
	case Set:
		pick(to.Masks[row:], from.Masks, entries)
	case Date:
		pick(to.Days[row:], from.Days, entries)
	case Count, Money:
		pick(to.Counts[row:], from.Counts, entries)
	default:
		to.pickTexts(row, from, entries)
	}
	if whole {
		to.Known.setRange(row, row+len(entries))
		return
	}
	known := knownRows{bits: to.Known, row: row}
	for _, entry := range entries {
		known.add(from.Known.Has(int(entry)))
	}
	known.flush()
}

func pick[T any](to, from []T, entries []int32) {
	to = to[:len(entries)]
	for i, entry := range entries {
		to[i] = from[entry]
	}
}

// pickTexts appends the texts of entries for the rows from row on; texts that stand one behind
// the other all at once.
func (c *Column) pickTexts(row int, from *Column, entries []int32) {
	for len(entries) > 0 {
		n := 1
		for n < len(entries) && entries[n] == entries[n-1]+1 {
			n++
		}
		first := int(entries[0])
		start := uint32(0)
		if first > 0 {
			start = from.Ends[first-1]
		}
		behind := uint32(len(c.Bytes)) - start
		c.Bytes = append(c.Bytes, from.Bytes[start:from.Ends[first+n-1]]...)
		for i, end := range from.Ends[first : first+n] {
			c.Ends[row+i] = end + behind
		}
		row, entries = row+n, entries[n:]
	}
}

// Finish hands the problems of the block on to the batch, in the order of the rows, and chooses where a cell
// held several dates.
func (k *Block) Finish() {
	found := slices.Concat(k.problems...)
	slices.SortStableFunc(found, func(p, q Problem) int { return p.Position.Row - q.Position.Row })
	k.batch.Problems = append(k.batch.Problems, found...)
	several := len(k.batch.several)
	k.batch.several = append(k.batch.several, slices.Concat(k.several...)...)
	k.batch.chooseDates(several)
}

// Line is the line of a row of the block, from row 0 on.
func (k *Block) Line(row int) int { return k.batch.Line(k.row + row) }
