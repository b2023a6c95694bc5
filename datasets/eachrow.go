package datasets

import "iter"

// EachRow passes the rows of an export on as they stand: each is a participation, also where a person
// has several. Nothing is held, and a batch without rows that are set aside is passed on itself. For
// counts that follow the regulation the rows of a person are brought together, by [Gathering].
//
// Rows whose record is not a participant are set aside and counted in count, and who finished and has
// no date of exit is a Problem, as there. Batches of unlike schemas are an error. The same Batch may
// be used again for the next participations.
func EachRow(batches iter.Seq2[*Batch, error], count *Accounting) iter.Seq2[*Batch, error] {
	return func(yield func(*Batch, error) bool) {
		out := &joined{count: count, yield: yield, whole: true}
		var layout layouts
		for b, err := range batches {
			if err == nil {
				err = out.accept(b)
			}
			if err != nil {
				out.fail(err)
				return
			}
			out.eachRow(layout.of(b), b)
			if out.stopped {
				return
			}
		}
		out.finish()
	}
}

// eachRow hands the rows of a batch on, without those that are set aside.
func (j *joined) eachRow(layout int, b *Batch) {
	keys, start := keysOf(b), 0
	j.count.Read += b.rows
	for row := range b.rows {
		if keys.record == nil {
			break
		}
		if kind, aside := keys.aside(row); aside {
			j.count.setAside(keys.kinds, kind)
			j.count.Counted += row - start
			j.singles(layout, b, start, row-start)
			start = row + 1
		}
	}
	j.count.Counted += b.rows - start
	j.singles(layout, b, start, b.rows-start)
}
