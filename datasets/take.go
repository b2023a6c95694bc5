package datasets

// Take moves the rows of another batch here without copying them, so that another goroutine can
// work on them while the loop over a reader goes on. What this batch held is gone; from is left
// empty, with its columns, its file and the memory that this batch had. A reader takes no harm: it
// fills a batch anew for its next rows.
func (b *Batch) Take(from *Batch) {
	if b.Schema != from.Schema {
		b.columns = make([]Column, len(from.columns)) // those of another schema are of other kinds
	}
	mine, its := b.columns, from.columns
	*b, *from = *from, *b
	b.columns, from.columns = mine, its
	for i := range its {
		mine[i], its[i] = its[i], mine[i]
		its[i].Present, its[i].Source = mine[i].Present, mine[i].Source
	}
	from.Schema, from.File, from.Sheet, from.Meaning = b.Schema, b.File, b.Sheet, b.Meaning
	from.Reset()
}
