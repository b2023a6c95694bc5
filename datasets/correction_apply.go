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
}

// Apply corrects the batches of one input, after they are read and before the rows of a person are
// merged. A correction must match exactly one record of the input, and the cell must hold the old
// value; both values are read as the profile reads those of the export. A cell that could not be
// read holds its old value where the ledger's is refused with the same words; then its Problem
// goes. done is complete when the stream has ended.
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
}

// pending is a correction and the records that matched it so far.
type pending struct {
	*correction
	matches []Position
	failed  error // of the first match
}

func newApplication(c *Corrections, p *Profile, done *Corrected) *application {
	a := &application{ledger: c, profile: p, done: done, byKey: map[string][]*pending{}, byRow: map[int][]*pending{}}
	*done = Corrected{Fields: map[string]int{}}
	a.key = slices.IndexFunc(p.fields.Fields, func(f Field) bool { return f.Identifying && f.Kind == Identifier })
	for i := range c.entries {
		e := &pending{correction: &c.entries[i]}
		a.all = append(a.all, e)
		if e.row > 0 {
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
	for row := range b.Rows() {
		due := a.byRow[b.Line(row)]
		if a.key >= 0 && len(a.byKey) > 0 {
			if keys := &b.columns[a.key]; keys.Present && !keys.Missing(row) {
				due = append(due[:len(due):len(due)], a.byKey[string(keys.Text(row))]...)
			}
		}
		changed := false
		for _, e := range due {
			changed = a.change(b, row, e) || changed
		}
		if changed {
			a.done.Records++
		}
	}
}

// change sets one cell, once.
func (a *application) change(b *Batch, row int, e *pending) bool {
	e.matches = append(e.matches, b.Position(row, -1))
	if len(e.matches) > 1 {
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
	if e.failed = a.put(b, row, field, e); e.failed != nil {
		return false
	}
	a.done.Cells++
	a.done.Fields[e.field]++
	return true
}

var (
	errOldValue   = errors.New("the cell does not hold the old value")
	errNewAlready = errors.New("the cell holds the new value already")
	errNewValue   = errors.New("the new value cannot be read as this field")
	errNoChange   = errors.New("the old and the new value are the same")
)

// put compares the cell with the old value and writes the new one.
func (a *application) put(b *Batch, row, field int, e *pending) error {
	f, cell := &a.profile.fields.Fields[field], &b.columns[field]
	now, ok := a.parse(b, row, field, e.new, func(try *Batch) bool { return len(try.Problems) == 0 })
	if !ok {
		return errNewValue
	}
	own := problemsAt(b, row, f.Name)
	old, ok := a.parse(b, row, field, e.old, func(try *Batch) bool {
		return sameCell(f.Kind, cell, row, &try.columns[field], 0) && sameFaults(own, try.Problems)
	})
	switch {
	case !ok && len(own) == 0 && sameCell(f.Kind, cell, row, &now.columns[field], 0):
		return errNewAlready
	case !ok:
		return errOldValue
	case len(own) == 0 && sameCell(f.Kind, &old.columns[field], 0, &now.columns[field], 0):
		return errNoChange
	}
	cell.replace(f.Kind, row, &now.columns[field])
	b.Problems = slices.DeleteFunc(b.Problems, func(p Problem) bool { return isFaultOf(p, b, row, f.Name) })
	return nil
}

// parse reads a value as each rule of the field would, and as the vocabulary's own words, until
// one does what is wanted. The row it makes stands where the cell does.
func (a *application) parse(b *Batch, row, field int, text string, wanted func(*Batch) bool) (*Batch, bool) {
	f := &a.profile.fields.Fields[field]
	var rules []map[string]string
	for _, r := range a.profile.Columns {
		if r.Field == f.Name {
			rules = append(rules, r.Values)
		}
	}
	for _, values := range append(rules, nil) {
		words, err := dictionaryOf(f, values)
		if err != nil {
			continue // checked with the profile; a row without a match is told as such
		}
		reader := &Binding{Profile: a.profile, File: b.File, Sheet: b.Sheet}
		try := NewBatch(a.profile.fields, b.File, b.Sheet)
		try.Provide(field, b.columns[field].Source)
		try.AddRow(b.Line(row))
		c := &boundCell{source: b.columns[field].Source - 1, field: field, words: words, cache: map[string]uint8{}}
		reader.Columns = make([]BoundColumn, c.source+1)
		reader.put(try, 0, c, []byte(text), false)
		if wanted(try) {
			return try, true
		}
	}
	return nil, false
}

// sameCell tells whether two cells are both missing, or hold the same.
func sameCell(kind Kind, a *Column, i int, b *Column, j int) bool {
	if a.Missing(i) || b.Missing(j) {
		return a.Missing(i) && b.Missing(j)
	}
	return compareCells(kind, a, i, b, j) == 0
}

// isFaultOf tells whether a problem says that a cell of the row could not be read.
func isFaultOf(p Problem, b *Batch, row int, field string) bool {
	unread := p.Rule == RuleUnknownValue || p.Rule == RuleBadValue || p.Rule == RuleOutOfRange
	return unread && p.Field == field && p.Position.Row == b.Line(row) && p.Position.File == b.File && p.Position.Sheet == b.Sheet
}

func problemsAt(b *Batch, row int, field string) []Problem {
	var own []Problem
	for _, p := range b.Problems {
		if isFaultOf(p, b, row, field) {
			own = append(own, p)
		}
	}
	return own
}

// sameFaults tells whether a cell and the ledger's old value were refused with the same words.
func sameFaults(have, want []Problem) bool {
	words := func(problems []Problem) []string {
		var out []string
		for _, p := range problems {
			out = append(out, p.Rule+p.Message.EN)
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(words(have), words(want))
}

// replace puts the first cell of another column into a row, also one before the last.
func (c *Column) replace(kind Kind, row int, from *Column) {
	switch kind {
	case Category, Flag:
		c.Codes[row] = from.Codes[0]
	case Date:
		c.Days[row] = from.Days[0]
	case Count, Money:
		c.Counts[row] = from.Counts[0]
	case Number:
		c.Numbers[row] = from.Numbers[0]
	case Set:
		c.Masks[row] = from.Masks[0]
	case Text, Identifier:
		c.replaceText(row, from.Text(0))
	}
	c.know(row, from.Known.Has(0))
}

func (c *Column) replaceText(row int, text []byte) {
	start := uint32(0)
	if row > 0 {
		start = c.Ends[row-1]
	}
	end := c.Ends[row]
	c.Bytes = slices.Replace(c.Bytes, int(start), int(end), text...)
	for i := row; i < len(c.Ends); i++ {
		c.Ends[i] = uint32(int(c.Ends[i]) + len(text) - int(end-start))
	}
}

// finish tells all corrections that changed nothing.
func (a *application) finish() error {
	var faults []error
	slices.SortStableFunc(a.all, func(x, y *pending) int { return cmp.Compare(x.line, y.line) })
	for _, e := range a.all {
		if next, cause := e.verdict(); cause != nil {
			faults = append(faults, a.ledger.fault(e.line, cause, next))
		}
	}
	return errors.Join(faults...)
}

// verdict is what is wrong with a correction once all rows were seen.
func (e *pending) verdict() (next string, cause error) {
	switch {
	case len(e.matches) == 0:
		return "write the identifier as the export has it, or row and the number of the row; or take the line out", errors.New("the key matches no record")
	case len(e.matches) > 1:
		return "write row and the number of the one that is wrong as the key, a line for each", fmt.Errorf("the key matches %d records (%s)", len(e.matches), listed(e.matches))
	case errors.Is(e.failed, errNewAlready), errors.Is(e.failed, errNoChange):
		return "take the line out", fmt.Errorf("%s: %w", e.matches[0], e.failed)
	case errors.Is(e.failed, errNewValue):
		return "write it as the export writes such values", fmt.Errorf("%s: %s: %w", e.matches[0], e.field, e.failed)
	case e.failed != nil:
		return "look at the cell, then correct the line or take it out", fmt.Errorf("%s: %s: %w", e.matches[0], e.field, e.failed)
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
