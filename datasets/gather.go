package datasets

// rowRef is a row in one of the held batches.
type rowRef struct {
	batch *Batch
	row   int
}

// rowPlace is a row in the shape in which many are held: the number of its batch, and in the
// lowest 16 bits its row, which is below [MaxRows].
type rowPlace uint64

func placeOf(batch, row int) rowPlace { return rowPlace(batch<<16 | row) }

// heldBatch is a batch whose rows wait for those of the same people.
type heldBatch struct {
	*Batch
	layout int
	file   *lone
	keys   rowKeys
	behind Bits       // rows that begin no participation: of somebody who stands before, or set aside
	next   []rowPlace // plus one, by row: the next row of the person, the first behind the last; 0: there is no other
}

// gatherer holds rows until the input, or the part of it that stands together, ends, and then brings
// those of each person together. Participations are in the order in which they first appear.
type gatherer struct {
	out    *joined
	limit  int64
	bytes  int64 // of the held batches
	rows   int   // held
	held   []heldBatch
	keyed  keyedRows
	hash   keyHash
	blank  []rowPlace // rows without a project number
	layout layouts
	order  []int              // of the layouts of participations, as they first appeared
	lone   map[Position]*lone // of each file and sheet
}

func newGatherer(out *joined, limit int64) *gatherer {
	return &gatherer{out: out, limit: limit, hash: newKeyHash(), lone: map[Position]*lone{}}
}

// add holds a copy of the rows of a batch.
func (g *gatherer) add(b *Batch) error {
	if err := g.out.accept(b); err != nil {
		return err
	}
	return g.hold(b, 0, b.rows)
}

// hold copies rows of a batch to those that wait.
func (g *gatherer) hold(b *Batch, first, end int) error {
	layout := 0
	if first < end {
		layout = g.layout.of(b)
	}
	for first < end {
		h := g.room(b, layout)
		row, take := h.rows, min(end-first, MaxRows-h.rows)
		before := h.size()
		h.appendRows(b, first, take)
		g.bytes += h.size() - before
		g.note(len(g.held)-1, row)
		first += take
	}
	return g.check()
}

// room is a held batch of a layout that is not full.
func (g *gatherer) room(b *Batch, layout int) *heldBatch {
	n := len(g.held)
	if n > 0 && g.held[n-1].layout == layout && g.held[n-1].rows < MaxRows {
		return &g.held[n-1]
	}
	kept := NewBatch(b.Schema, b.File, b.Sheet)
	for i := range b.columns {
		if c := &b.columns[i]; c.Present {
			kept.Provide(i, c.Source)
		}
	}
	if n > 0 && g.held[n-1].layout == layout {
		kept.reserveLike(g.held[n-1].Batch)
	}
	g.bytes += kept.size()
	g.held = append(g.held, heldBatch{Batch: kept, layout: layout, file: g.projectsOf(b), keys: keysOf(kept)})
	return &g.held[n]
}

// check holds the rows to the bound of memory.
func (g *gatherer) check() error {
	if g.rows == 0 || g.bytes+g.keyed.bytes()+keyedSize*int64(cap(g.blank)) <= g.limit {
		return nil
	}
	b := g.held[len(g.held)-1].Batch
	return tooManyRows(b.Position(b.rows-1, -1), g.rows, g.limit)
}

// note takes down whose the rows of a held batch are, from one on; those that are not participants
// are set aside.
func (g *gatherer) note(batch, row int) {
	h := &g.held[batch]
	g.rows += h.rows - row
	g.out.count.Read += h.rows - row
	h.behind = h.behind.grow(h.rows)
	for ; row < h.rows; row++ {
		if kind, aside := h.keys.aside(row); aside {
			g.out.count.setAside(h.keys.kinds, kind)
			h.behind.Set(row)
			continue
		}
		g.out.count.Counted++
		g.noteRow(h, placeOf(batch, row), row)
	}
}

func (g *gatherer) noteRow(h *heldBatch, at rowPlace, row int) {
	person, project := h.keys.personOf(row), h.keys.projectOf(row)
	switch {
	case len(person) == 0:
		g.out.faults = append(g.out.faults, noPerson(h.Position(row, -1)))
	case len(project) == 0:
		g.blank = append(g.blank, at)
	default:
		h.file.add(project)
		g.keyed.add(keyedRow{g.hash.of(project, person), at})
	}
}

// ofOnePerson tells whether two rows are of one person in one project.
func (g *gatherer) ofOnePerson(one, other rowPlace) bool {
	a, b := &g.held[one>>16], &g.held[other>>16]
	i, k := int(one&(MaxRows-1)), int(other&(MaxRows-1))
	return string(a.keys.personOf(i)) == string(b.keys.personOf(k)) && string(a.projectOf(i)) == string(b.projectOf(k))
}

// projectOf is the project number of a row, or what was found out of it.
func (h *heldBatch) projectOf(row int) []byte {
	if number := h.keys.projectOf(row); len(number) > 0 {
		return number
	}
	return h.file.settled
}

func (g *gatherer) row(at rowPlace) rowRef {
	return rowRef{g.held[at>>16].Batch, int(at & (MaxRows - 1))}
}

// end hands all on.
func (g *gatherer) end() error {
	if g.out.schema == nil {
		return nil
	}
	g.settleProjects()
	g.chainAll()
	g.emit()
	return nil
}

// rowKeys are the columns of a batch that say whose a row is.
type rowKeys struct {
	record, project, person *Column
	kinds                   *Vocabulary
}

func keysOf(b *Batch) (k rowKeys) {
	k.record, k.project, k.person = present(b.ColumnOf("record")), present(b.ColumnOf("project")), present(b.ColumnOf("person"))
	if k.record != nil {
		k.kinds = b.Schema.Field("record").Vocabulary
	}
	return k
}

func present(c *Column) *Column {
	if c == nil || !c.Present {
		return nil
	}
	return c
}

// aside is the kind of a row that is not a participant.
func (k *rowKeys) aside(row int) (kind uint8, is bool) {
	if k.record == nil || k.record.Codes[row] <= 1 {
		return 0, false
	}
	return k.record.Codes[row], true
}

func (k *rowKeys) projectOf(row int) []byte { return textOf(k.project, row) }

func (k *rowKeys) personOf(row int) []byte { return textOf(k.person, row) }

func textOf(c *Column, row int) []byte {
	if c == nil {
		return nil
	}
	return c.Text(row)
}
