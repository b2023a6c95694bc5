package datasets

import "slices"

// Entries are the distinct values of a column of the file, typed once for every field that the
// column feeds: the dictionary of a Parquet column, or the values of a page that has none. Entry 0
// stands for no value.
type Entries struct {
	binding *Binding
	cells   []int // of the binding
	typed   *Batch
	missing int            // entries without a value in some field, 0 not counted; -1 until counted
	odd     map[int32]Cell // entries with a problem or a note: each row that has one tells it
	written []writtenForms // by cell, see [Entries.noteForm]
}

// Entries begins the entries of a column of the file, from 0.
func (b *Binding) Entries(source int) *Entries {
	own := *b // notes that typing an entry makes are not those of a row
	own.cells = slices.Clone(b.cells)
	for i := range own.cells {
		own.cells[i].met = new(met)
	}
	e := &Entries{binding: &own, typed: NewBatch(b.Profile.fields, b.File, b.Sheet), odd: map[int32]Cell{}}
	for i, c := range b.cells {
		if c.source == source {
			e.cells = append(e.cells, i)
			e.typed.Provide(c.field, source+1)
		}
	}
	return e
}

// Reset makes place for n values.
func (e *Entries) Reset(n int) {
	e.missing = -1
	e.typed.Reset()
	clear(e.odd)
	e.resetForms(n)
	e.typed.extend(make([]int32, n+1))
}

// Set types value i, from 0, which becomes entry i+1. Values are set in order.
func (e *Entries) Set(i int, cell Cell) {
	row := i + 1
	zeros := e.binding.zeros
	for _, at := range e.cells {
		c := &e.binding.cells[at]
		c.met.last = 0
		e.binding.put(e.typed, row, c, cell.Text, cell.Plain)
		e.noteForm(at, row, c.met.last)
		if column := &e.typed.columns[c.field]; column.Ends != nil {
			column.Ends[row] = uint32(len(column.Bytes))
		}
	}
	if len(e.typed.Problems) > 0 || zeros != e.binding.zeros {
		e.odd[int32(row)] = Cell{Text: slices.Clone(cell.Text), Plain: cell.Plain}
		e.typed.Problems, e.binding.zeros = e.typed.Problems[:0], zeros
	}
}

// Texts makes texts that stand one behind the other, each beginning at an offset, the values all
// at once. It does nothing and is false where the column feeds more than one field of text.
func (e *Entries) Texts(text []byte, offsets []uint32) bool {
	if len(e.cells) != 1 || len(offsets) == 0 {
		return false
	}
	field := e.binding.cells[e.cells[0]].field
	kind := e.binding.Profile.fields.Fields[field].Kind
	if kind != Text && kind != Identifier || e.binding.cells[e.cells[0]].missing != nil {
		return false
	}
	e.Reset(len(offsets) - 1)
	column := &e.typed.columns[field]
	known := knownRows{bits: column.Known, row: 1}
	for i := range len(offsets) - 1 {
		cell := trimCell(text[offsets[i]:offsets[i+1]])
		if kind == Identifier {
			cell = trimApostrophes(cell)
		}
		column.Bytes = append(column.Bytes, cell...)
		column.Ends[i+1] = uint32(len(column.Bytes))
		known.add(len(cell) > 0)
	}
	known.flush()
	return true
}

// Block is a run of rows that is filled column by column. Columns of different groups, see
// [Binding.Groups], may be filled at the same time.
type Block struct {
	binding  *Binding
	batch    *Batch
	row      int
	problems [][]Problem // by cell of the binding
}

// Block begins n rows of the batch, the first of them on a line.
func (b *Binding) Block(batch *Batch, line, n int) *Block {
	block := &Block{binding: b, batch: batch, row: batch.rows, problems: make([][]Problem, len(b.cells))}
	lines := make([]int32, n)
	for i := range lines {
		lines[i] = int32(line + i)
	}
	batch.extend(lines)
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
	for _, at := range e.cells {
		c := &k.binding.cells[at]
		view := *k.batch // its columns, and problems of its own
		view.Problems = k.problems[at]
		k.putCell(&view, e, c, k.row+first, entries, whole && e.holds())
		k.problems[at] = view.Problems
	}
}

func (k *Block) putCell(view *Batch, e *Entries, c *boundCell, row int, entries []int32, whole bool) {
	kind := k.binding.Profile.fields.Fields[c.field].Kind
	to, from := &view.columns[c.field], &e.typed.columns[c.field]
	if !k.binding.leads(c) || len(e.odd) > 0 || kind == Number {
		k.putSlowly(view, e, c, row, entries)
		return
	}
	k.countForms(e, c, row, entries)
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

// holds tells whether every entry but 0 has a value in every field.
func (e *Entries) holds() bool {
	if e.missing < 0 {
		e.missing = 0
		for _, at := range e.cells {
			e.missing += e.typed.rows - 1 - e.typed.columns[e.binding.cells[at].field].Known.Count()
		}
	}
	return e.missing == 0
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
func (k *Block) putSlowly(view *Batch, e *Entries, c *boundCell, row int, entries []int32) {
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
			k.countForms(e, c, row+i, entries[i:i+1])
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

// Finish hands the problems of the block on to the batch, in the order of the rows.
func (k *Block) Finish() {
	found := slices.Concat(k.problems...)
	slices.SortStableFunc(found, func(p, q Problem) int { return p.Position.Row - q.Position.Row })
	k.batch.Problems = append(k.batch.Problems, found...)
}
