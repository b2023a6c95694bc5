package datasets

import (
	"fmt"
	"math/bits"
	"slices"
)

// joined hands the participations on, a batch at a time, each with the faults of its rows.
type joined struct {
	schema  *Schema
	count   *Accounting
	faults  []Problem // of the input, for the next batch
	batch   *Batch    // being filled; nil before the first
	layout  int       // of the batch
	yield   func(*Batch, error) bool
	stopped bool
	told    []Problem // room for those of a batch that is handed on itself
	whole   bool      // a batch may be handed on itself: nobody looks at its rows again
	rows    []rowRef  // room for those of one person
	merging *merging
}

// accept holds the schemas of all batches to be the same and takes the faults.
func (j *joined) accept(b *Batch) error {
	if j.schema != nil && j.schema != b.Schema && !slices.Equal(j.schema.Names(), b.Schema.Names()) {
		return fmt.Errorf("datasets: %s and the files before it do not have the same fields; give them one profile and the same additional fields", Position{File: b.File, Sheet: b.Sheet})
	}
	j.schema = b.Schema
	j.faults = append(j.faults, b.Problems...)
	return nil
}

// begin makes sure that the batch has the columns of a layout and room for a row. like says which
// rows the participation is made of.
func (j *joined) begin(layout int, like []rowRef) {
	if j.batch != nil && j.layout == layout && j.batch.rows < MaxRows {
		return
	}
	j.flush()
	if j.batch != nil && j.layout == layout {
		j.batch.Reset() // told just now
		return
	}
	first := like[0].batch
	j.batch, j.layout = NewBatch(j.schema, first.File, first.Sheet), layout
	for i := range j.batch.columns {
		if slices.ContainsFunc(like, func(r rowRef) bool { return r.batch.columns[i].Present }) {
			j.batch.Provide(i, first.columns[i].Source) // 0 where only another file has the column
		}
	}
}

// flush yields what the batch holds.
func (j *joined) flush() {
	if j.batch == nil || j.batch.rows == 0 || j.stopped {
		return
	}
	if len(j.faults) > 0 {
		j.batch.Problems = slices.Insert(j.batch.Problems, 0, j.faults...)
		j.faults = j.faults[:0]
	}
	j.stopped = !j.yield(j.batch, nil)
}

// finish yields the rest, and faults that stand in no batch.
func (j *joined) finish() {
	j.flush()
	if len(j.faults) == 0 || j.stopped {
		return
	}
	out := NewBatch(j.schema, "", "")
	out.Problems = j.faults
	j.yield(out, nil)
}

func (j *joined) fail(err error) {
	if !j.stopped {
		j.yield(nil, err)
	}
}

// singles adds rows that are a participation each, from row first of a batch on.
func (j *joined) singles(layout int, b *Batch, first, n int) {
	j.count.Participations += n
	if first == 0 && n == b.rows && n > 0 && j.whole {
		j.pass(b)
		return
	}
	j.rows = append(j.rows[:0], rowRef{b, first})
	for n > 0 && !j.stopped {
		j.begin(layout, j.rows)
		take := min(n, MaxRows-j.batch.rows)
		row := j.batch.rows
		j.batch.appendRows(b, first, take)
		j.batch.tellNoExits(row)
		first, n = first+take, n-take
	}
}

// pass hands a batch on as it is, behind what waits.
func (j *joined) pass(b *Batch) {
	j.flush()
	if j.stopped {
		return
	}
	if j.batch != nil {
		j.batch.Reset() // told just now
	}
	own := b.Problems
	b.Problems = append(j.told[:0], j.faults...) // room of the batch before: a new one would grow it anew
	j.faults = j.faults[:0]
	b.tellNoExits(0)
	j.stopped = !j.yield(b, nil)
	j.told, b.Problems = b.Problems, own[:0]
}

// merged adds one participation of several rows, in the order of the input.
func (j *joined) merged(layout int, rows []rowRef) {
	j.count.Participations++
	j.count.Several++
	if j.stopped {
		return
	}
	j.begin(layout, rows)
	if j.merging == nil {
		j.merging = newMerging(j.schema)
	}
	j.batch.addMerged(j.merging, rows)
}

// addMerged adds one participation made of all rows of a person.
func (b *Batch) addMerged(m *merging, rows []rowRef) {
	row := b.AddRow(rows[0].batch.Line(rows[0].row))
	for len(b.moreEnd) < row {
		b.moreEnd = append(b.moreEnd, uint32(len(b.more)))
	}
	for _, r := range rows[1:] {
		b.addFurther(r.batch.Position(r.row, -1))
	}
	b.moreEnd = append(b.moreEnd, uint32(len(b.more)))
	m.take(rows)
	m.into(b, row)
	b.tellNoExits(row)
}

// tellNoExits reports those from a row on who are said to have finished and have no date of exit.
func (b *Batch) tellNoExits(row int) {
	completed, exit := b.ColumnOf("completed"), b.Schema.Index("exit_date")
	if completed == nil || !completed.Present || exit < 0 || !b.columns[exit].Present {
		return
	}
	for known := b.columns[exit].Known; row < b.rows; row = row&^63 + 64 {
		end := min(row&^63+64, b.rows)
		for missing := ^known[row>>6] >> (row & 63) << (row & 63); missing != 0; missing &= missing - 1 {
			at := row&^63 + bits.TrailingZeros64(missing)
			if at < end && completed.Codes[at] == Yes {
				b.Problems = append(b.Problems, noExit(b.Position(at, exit)))
			}
		}
	}
}

func noExit(at Position) Problem {
	return Problem{Position: at, Field: "exit_date", Rule: RuleNoExit, Severity: Warning, Message: Label{
		PL: "osoba zakończyła udział zgodnie ze ścieżką, a nie ma daty zakończenia; nie liczy się do osób, które zakończyły. Uzupełnij datę",
		EN: "the person finished as planned and has no date of exit, and does not count among those who finished. Fill the date in",
	}}
}

func noPerson(at Position) Problem {
	return Problem{Position: at, Field: "person", Rule: RuleNoPerson, Severity: Warning, Message: Label{
		PL: "wiersz bez identyfikatora osoby; liczony jako odrębny uczestnik",
		EN: "a row without a person identifier; counted as a participant of its own",
	}}
}

func conflict(at Position, f *Field) Problem {
	pl, en := "pierwsza", "first"
	if f.Merge == Last {
		pl, en = "ostatnia", "last"
	}
	return Problem{Position: at, Field: f.Name, Rule: RuleConflict, Severity: Warning, Message: Label{
		PL: fmt.Sprintf("wiersze tej samej osoby podają różne wartości pola „%s”; liczy się %s według daty rozpoczęcia, zakończenia i treści wiersza", f.Label.PL, pl),
		EN: fmt.Sprintf("rows of the same person give different values of %s; the %s by entry, exit and content of the row counts", f.Label.EN, en),
	}}
}
