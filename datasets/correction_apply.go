package datasets

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Corrected says what a ledger changed.
type Corrected struct {
	Cells   int            // cells changed
	Records int            // rows in which one was changed at least
	Fields  map[string]int // cells by field
	Entries []CorrectedCell
}

// CorrectedCell is one correction that was made, in the order of the ledger. Old and New are as the
// schema writes values; they stay empty of fields that identify a person or are sensitive, and of
// texts and identifiers, which may hold anything.
type CorrectedCell struct {
	Line     int // of the ledger
	At       Position
	Field    string
	Shown    bool   // whether Old and New may be told
	Old, New string // empty: no value, or one that could not be read
	Reason   string
	Who      string
	Day      int32 // days since 1970-01-01
}

// Apply corrects the batches of one input, after they are read and before the rows of a person are
// merged. A correction must match exactly one record of the input, and the cell must hold the old
// value; both values are read as the profile reads those of the export. A cell that could not be
// read holds its old value where the ledger writes the same text; then its Problem goes, and with the
// last such cell of a column the question that the column asked. Two corrections of one cell
// contradict each other, whatever the order of the ledger. done is complete when the stream has ended.
//
// Whatever does not match is [Unreadable], all of it at once at the end of the stream: a
// correction that no longer fits is a question to somebody, never passed over. No error holds a
// key or a value. One ledger may serve one Apply at a time.
func (c *Corrections) Apply(p *Profile, batches iter.Seq2[*Batch, error], done *Corrected) iter.Seq2[*Batch, error] {
	return func(yield func(*Batch, error) bool) {
		a := newApplication(c, p, done)
		for b, err := range batches {
			if err == nil {
				a.correct(b)
			}
			if !yield(b, err) || err != nil {
				return
			}
		}
		if err := a.finish(); err != nil {
			yield(nil, err)
		}
	}
}

// application is a ledger being applied to one input.
type application struct {
	ledger  *Corrections
	profile *Profile
	done    *Corrected
	key     int // field that identifies a record, -1 where the schema has none
	byKey   map[string][]*pending
	byRow   map[int][]*pending
	all     []*pending
	asked   map[Position]asked // by column
}

// pending is a correction and the records that matched it so far.
type pending struct {
	*correction
	matches []Position
	failed  error // of the first match
}

func newApplication(c *Corrections, p *Profile, done *Corrected) *application {
	a := &application{ledger: c, profile: p, done: done, byKey: map[string][]*pending{}, byRow: map[int][]*pending{}, asked: map[Position]asked{}}
	*done = Corrected{Fields: map[string]int{}}
	a.key = slices.IndexFunc(p.fields.Fields, func(f Field) bool { return f.Identifying && f.Kind == Identifier })
	for i := range c.entries {
		e := &pending{correction: &c.entries[i]}
		a.all = append(a.all, e)
		if e.key == "" {
			a.byRow[e.row] = append(a.byRow[e.row], e)
		} else {
			a.byKey[e.key] = append(a.byKey[e.key], e)
		}
	}
	return a
}

// correct applies what concerns the rows of a batch. Keys are those that the export has, whatever
// a correction makes of them.
func (a *application) correct(b *Batch) {
	a.countAsked(b)
	for row := range b.Rows() {
		changed := false
		for _, e := range a.due(b, row) {
			changed = a.change(b, row, e) || changed
		}
		if changed {
			a.done.Records++
		}
	}
	a.dropSettled(b)
}

// due are the corrections that match a row. Those that may not be made are marked.
func (a *application) due(b *Batch, row int) []*pending {
	key, line := a.keyOf(b, row), b.Line(row)
	var due []*pending
	for _, e := range a.byRow[line] {
		if len(key) > 0 {
			e.failed = errRowOfPerson
		}
		due = append(due, e)
	}
	if len(key) > 0 {
		for _, e := range a.byKey[string(key)] {
			if e.row == 0 || e.row == line {
				due = append(due, e)
			}
		}
	}
	for i, e := range due {
		for _, other := range due[:i] {
			if other.field == e.field {
				e.failed = fmt.Errorf("line %d corrects the same cell", other.line)
				other.failed = fmt.Errorf("line %d corrects the same cell", e.line)
			}
		}
	}
	return due
}

// keyOf is the identifier of a row, empty where it has none.
func (a *application) keyOf(b *Batch, row int) []byte {
	if a.key < 0 {
		return nil
	}
	if keys := &b.columns[a.key]; keys.Present && !keys.Missing(row) {
		return keys.Text(row)
	}
	return nil
}

// change sets one cell, once.
func (a *application) change(b *Batch, row int, e *pending) bool {
	e.matches = append(e.matches, b.Position(row, -1))
	if len(e.matches) > 1 || e.failed != nil {
		return false
	}
	field := a.profile.fields.Index(e.field)
	if field < 0 {
		e.failed = fmt.Errorf("there is no field %q%s", Veil(e.field), meant(e.field, a.profile.fields.Names()))
		return false
	}
	if !b.columns[field].Present {
		e.failed = fmt.Errorf("the export has no column for %s", e.field)
		return false
	}
	before := b.columns[field].shown(&a.profile.fields.Fields[field], row)
	if e.failed = a.put(b, row, field, e); e.failed != nil {
		return false
	}
	a.done.tell(b, row, field, e.correction, before)
	a.done.Cells++
	a.done.Fields[e.field]++
	return true
}

// finish tells all corrections that changed nothing.
func (a *application) finish() error {
	var faults []error
	slices.SortFunc(a.done.Entries, func(x, y CorrectedCell) int { return cmp.Compare(x.Line, y.Line) })
	slices.SortStableFunc(a.all, func(x, y *pending) int { return cmp.Compare(x.line, y.line) })
	for _, e := range a.all {
		name := e.field
		if a.profile.fields.Index(name) < 0 {
			name = Veil(name) // anything may stand in the wrong column of the ledger
		}
		if next, cause := e.verdict(name); cause != nil {
			faults = append(faults, a.ledger.fault(e.line, cause, next))
		}
	}
	return errors.Join(faults...)
}

// verdict is what is wrong with a correction once all rows were seen.
func (e *pending) verdict(field string) (next string, cause error) {
	switch {
	case len(e.matches) == 0:
		return "write the identifier as the export has it, or row and the number of the row; or take the line out", errors.New("the key matches no record")
	case len(e.matches) > 1:
		return "write the number of the row that is wrong after the key, as in KEY row 12, a line for each", fmt.Errorf("the key matches %d records (%s)", len(e.matches), listed(e.matches))
	case errors.Is(e.failed, errRowOfPerson):
		return "write its identifier before the row, as in KEY row 12: rows move when the export is made anew", fmt.Errorf("%s: %w", e.matches[0], e.failed)
	case errors.Is(e.failed, errNewAlready), errors.Is(e.failed, errNoChange):
		return "take the line out", fmt.Errorf("%s: %w", e.matches[0], e.failed)
	case errors.Is(e.failed, errNewValue):
		return "write it as the export writes such values", fmt.Errorf("%s: %s: %w", e.matches[0], field, e.failed)
	case e.failed != nil:
		return "look at the cell, then correct the line or take it out", fmt.Errorf("%s: %s: %w", e.matches[0], field, e.failed)
	}
	return "", nil
}

// listed names the first few places.
func listed(places []Position) string {
	var names []string
	for i, p := range places {
		if i == 3 {
			names = append(names, "…")
			break
		}
		names = append(names, p.String())
	}
	return strings.Join(names, ", ")
}
