package datasets

// writtenForms are how the entries of a column were written, for one field.
type writtenForms struct {
	of     []forms // by entry; empty where the field has neither dates nor numbers
	single forms   // of all that have a form; 0 where there are none yet
	mixed  bool
}

// resetForms makes place for the forms of n values.
func (e *Entries) resetForms(n int) {
	if e.written == nil {
		e.written = make([]writtenForms, len(e.cells))
	}
	for i := range e.written {
		w := &e.written[i]
		w.single, w.mixed = 0, false
		switch e.binding.Profile.fields.Fields[e.binding.cells[e.cells[i]].field].Kind {
		case Date, Count, Money, Number:
			w.of = pad(w.of[:0], n+1)
		}
	}
}

// note keeps how an entry was written; 0 where it has no value or a problem.
func (w *writtenForms) note(entry int, f forms) {
	if len(w.of) == 0 || f == 0 {
		return
	}
	w.of[entry] = f
	w.mixed = w.mixed || w.single != 0 && w.single != f
	w.single = f
}

// plain tells whether all entries were written alike and in no way that is told with its place.
func (w *writtenForms) plain() bool {
	return !w.mixed && w.single&(formComma|formPoint) == 0
}

// countForms counts how the cells of rows were written, from a row of the batch on.
func (k *Block) countForms(w *writtenForms, c *boundCell, row int, entries []int32) {
	if w.single == 0 {
		return
	}
	if w.mixed {
		for i, entry := range entries {
			if f := w.of[entry]; f != 0 {
				c.met.add(f, k.batch.Line(row+i), 1)
			}
		}
		return
	}
	first, n := 0, 0
	for i, entry := range entries {
		if w.of[entry] != 0 {
			if n++; n == 1 {
				first = i
			}
		}
	}
	if n > 0 {
		c.met.add(w.single, k.batch.Line(row+first), n)
	}
}
