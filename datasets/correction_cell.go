package datasets

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

var (
	errOldValue   = errors.New("the cell does not hold the old value")
	errNewAlready = errors.New("the cell holds the new value already")
	errNewValue   = errors.New("the new value cannot be read as this field")
	errNoChange   = errors.New("the old and the new value are the same")

	errRowOfPerson = errors.New("the row has an identifier, and the key does not name it")
)

// put compares the cell with the old value and writes the new one.
func (a *application) put(b *Batch, row, field int, e *pending) error {
	f, cell := &a.profile.fields.Fields[field], &b.columns[field]
	now, ok := a.parse(b, row, field, e.new, func(try *Batch) bool { return len(try.Problems) == 0 })
	if !ok {
		return errNewValue
	}
	own, refused := problemsAt(b, row, f.Name), b.refusedAt(row, field)
	old, ok := a.parse(b, row, field, e.old, func(try *Batch) bool {
		return sameCell(f.Kind, cell, row, &try.columns[field], 0) && sameFaults(own, try.Problems) && sameRefused(refused, try.refused)
	})
	switch {
	case !ok && len(own) == 0 && sameCell(f.Kind, cell, row, &now.columns[field], 0):
		return errNewAlready
	case !ok:
		return errOldValue
	case len(own) == 0 && sameCell(f.Kind, &old.columns[field], 0, &now.columns[field], 0) && len(old.several)+len(now.several) == 0:
		return errNoChange
	}
	cell.replace(f.Kind, row, &now.columns[field])
	b.takeDates(row, field, now)
	a.settle(b, refused)
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
		for _, s := range try.several {
			try.chooseDate(s, rowRef{b, row})
		}
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

// tell files a correction that was made.
func (d *Corrected) tell(b *Batch, row, field int, e *correction, before string) {
	f := &b.Schema.Fields[field]
	cell := CorrectedCell{Line: e.line, At: b.Position(row, field), Field: f.Name, Shown: f.tellable(), Reason: e.reason, Who: e.who, Day: e.day}
	if cell.Shown {
		cell.Old, cell.New = before, b.columns[field].shown(f, row)
	}
	d.Entries = append(d.Entries, cell)
}

// tellable tells whether the values of a field can stand in an output row by row.
func (f *Field) tellable() bool {
	return !f.Identifying && !f.Sensitive && f.Kind != Text && f.Kind != Identifier
}

// shown is a cell as the schema writes it; empty where it is missing.
func (c *Column) shown(f *Field, row int) string {
	if !f.tellable() || c.Missing(row) {
		return ""
	}
	switch f.Kind {
	case Category, Flag:
		return f.Vocabulary.Term(c.Codes[row]).Code
	case Date:
		return FormatDay(c.Days[row])
	case Number:
		return strconv.FormatFloat(c.Numbers[row], 'g', -1, 64)
	case Set:
		return strings.Join(f.Vocabulary.Members(c.Masks[row]), "|")
	}
	return strconv.FormatInt(c.Counts[row], 10) // of money, grosze
}
