package datasets

import "slices"

// writtenForms are how the entries of a column were written, for one field.
type writtenForms struct {
	cell   int
	of     []forms // by entry; nil where the field has neither dates nor numbers
	single forms   // of all that have a value; 0 where there are none yet
	mixed  bool
}

// resetForms makes place for the forms of n values.
func (e *Entries) resetForms(n int) {
	if e.written == nil {
		for _, at := range e.cells {
			e.written = append(e.written, writtenForms{cell: at})
		}
	}
	for i := range e.written {
		w := &e.written[i]
		w.single, w.mixed = 0, false
		switch e.binding.Profile.fields.Fields[e.binding.cells[w.cell].field].Kind {
		case Date, Count, Money, Number:
			w.of = append(w.of[:0], make([]forms, n+1)...)
		}
	}
}

// noteForm keeps how an entry was written; 0 where it has no value or a problem.
func (e *Entries) noteForm(cell, entry int, f forms) {
	w := e.writtenIn(cell)
	if w.of == nil || f == 0 {
		return
	}
	w.of[entry] = f
	w.mixed = w.mixed || w.single != 0 && w.single != f
	w.single = f
}

func (e *Entries) writtenIn(cell int) *writtenForms {
	return &e.written[slices.IndexFunc(e.written, func(w writtenForms) bool { return w.cell == cell })]
}

// countForms counts how the cells of rows were written, from a row of the batch on.
func (k *Block) countForms(e *Entries, c *boundCell, row int, entries []int32) {
	w := e.writtenIn(c.place)
	switch {
	case w.of == nil || w.single == 0:
	case w.mixed:
		for i, entry := range entries {
			if f := w.of[entry]; f != 0 {
				c.met.add(f, k.batch.Line(row+i), 1)
			}
		}
	default:
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
}
