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

// nowhere marks a group whose rows another one has taken over.
const nowhere = ^rowPlace(0)

// heldBatch is a batch whose rows wait for those of the same people.
type heldBatch struct {
	*Batch
	layout int
	file   *lone
	next   []rowPlace // plus one, by row: the next row of the person, the first behind the last; 0: there is no other
}

// gatherer holds rows grouped by person until the input, or the part of it that stands together,
// ends. Groups are in the order in which they first appear.
type gatherer struct {
	out    *joined
	limit  int64
	bytes  int64 // of the held batches
	rows   int   // held
	held   []heldBatch
	last   []rowPlace // of each group
	table  rowTable
	hash   keyHash
	blank  []int // groups without a project number
	layout layouts
	order  []int              // of the layouts of groups, as they first appeared
	lone   map[Position]*lone // of each file and sheet
}

func newGatherer(out *joined, limit int64) *gatherer {
	g := &gatherer{out: out, limit: limit, hash: newKeyHash(), lone: map[Position]*lone{}}
	g.table.reset()
	return g
}

// add holds a copy of a batch.
func (g *gatherer) add(b *Batch) error {
	if err := g.out.accept(b); err != nil || b.rows == 0 {
		return err
	}
	kept := b.Clone()
	kept.Problems = nil
	g.bytes += kept.size()
	g.held = append(g.held, heldBatch{Batch: kept, layout: g.layout.of(b), file: g.projectsOf(b)})
	g.group(len(g.held)-1, 0)
	return g.check()
}

// check holds the rows to the bound of memory.
func (g *gatherer) check() error {
	taken := g.bytes + 8*int64(len(g.table.slots)+cap(g.last)+cap(g.blank))
	if taken <= g.limit {
		return nil
	}
	b := g.held[len(g.held)-1].Batch
	return tooManyRows(b.Position(b.rows-1, -1), g.rows, g.limit)
}

// group places the rows of a held batch from one on; those that are not participants are set aside.
func (g *gatherer) group(batch, row int) {
	h := &g.held[batch]
	keys := keysOf(h.Batch)
	g.rows += h.rows - row
	g.out.count.Read += h.rows - row
	for ; row < h.rows; row++ {
		if aside, is := keys.aside(row); is {
			g.out.count.setAside(keys.kinds, aside)
			continue
		}
		g.out.count.Counted++
		g.place(h, &keys, batch, row)
	}
}

func (g *gatherer) place(h *heldBatch, keys *rowKeys, batch, row int) {
	at := placeOf(batch, row)
	person := keys.personOf(row)
	if len(person) == 0 {
		g.out.faults = append(g.out.faults, noPerson(h.Position(row, -1)))
		g.last = append(g.last, at)
		return
	}
	project := keys.projectOf(row)
	h.file.add(project)
	hash := g.hash.of(project, person)
	group, known := g.table.find(hash, func(group int) bool { return g.isOf(group, h.file, project, person) })
	if known {
		g.chain(g.last[group], at)
		g.last[group] = at
		return
	}
	group = len(g.last)
	g.table.add(hash, group)
	if g.last = append(g.last, at); len(project) == 0 {
		g.blank = append(g.blank, group)
	}
}

// isOf tells whether the rows of a group are of a person in a project. Rows without a project
// number are kept by file until it is known which projects that names.
func (g *gatherer) isOf(group int, file *lone, project, person []byte) bool {
	if g.last[group] == nowhere {
		return false
	}
	r := g.row(g.last[group])
	keys := keysOf(r.batch)
	if string(keys.personOf(r.row)) != string(person) {
		return false
	}
	number := keys.projectOf(r.row)
	return string(number) == string(project) && (len(number) > 0 || g.held[g.last[group]>>16].file == file)
}

func (g *gatherer) row(at rowPlace) rowRef {
	return rowRef{g.held[at>>16].Batch, int(at & (MaxRows - 1))}
}

// following is where the row behind one in its circle is noted.
func (g *gatherer) following(at rowPlace) *rowPlace {
	h := &g.held[at>>16]
	if h.next == nil {
		h.next = make([]rowPlace, h.rows)
		g.bytes += 8 * int64(h.rows)
	}
	for len(h.next) < h.rows { // the batch has grown
		h.next = append(h.next, 0)
	}
	return &h.next[at&(MaxRows-1)]
}

// behind is the row behind one in its circle: the next of the person, or behind the last the first.
func (g *gatherer) behind(at rowPlace) rowPlace {
	h := &g.held[at>>16]
	if row := int(at & (MaxRows - 1)); row < len(h.next) && h.next[row] > 0 {
		return h.next[row] - 1
	}
	return at
}

// chain puts a row behind the last one of its person.
func (g *gatherer) chain(last, at rowPlace) {
	first := g.behind(last)
	*g.following(last) = at + 1
	*g.following(at) = first + 1
}

// end hands all on.
func (g *gatherer) end() error {
	if g.out.schema == nil {
		return nil
	}
	g.settleProjects()
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
