package datasets

import (
	"fmt"
	"slices"
	"strings"
)

// Binding is a profile tied to the headers of one file: it types rows into batches.
type Binding struct {
	Profile  *Profile
	File     string
	Sheet    string
	Problems []Problem     // unknown and duplicate headers
	Columns  []BoundColumn // in the order of the file
	cells    []boundCell
	width    int
	named    int      // cells up to the last header that is not blank
	zeros    zeroes   // person numbers that had lost their leading zeros
	present  []bool   // by field: some column feeds it
	idle     [][2]int // runs of columns that no field reads; nil until asked for
}

// BoundColumn is what was concluded about one column of an export.
type BoundColumn struct {
	Column int    // from 1
	Header string // as it stands in the file; veiled where no field reads it and it may be a value
	Fields []string
	// Dates are the forms in which dates were met, once the rows were read: layouts with their
	// marks, as yyyy-MM-dd and dd.MM.yyyy; typed (a date cell, an Excel serial, a Parquet DATE);
	// missing (a declared code).
	Dates []Met
	// Numbers are those of numbers: typed; whole, decimal-comma or decimal-point;
	// comma-three-decimals (1,234 read as 1.234 where nothing was declared); thousands-space,
	// -no-break-space, -narrow-no-break-space, -dot, -comma or -apostrophe; zł, tys. or mln;
	// missing (a declared code).
	Numbers []Met
}

// boundCell is one way from a column to a field.
type boundCell struct {
	place   int // among the cells of the binding
	source  int // column of the file, from 0
	field   int
	words   *dictionary
	cache   map[string]uint8 // raw cell -> code, so that folding is done once a value
	feeds   []int            // all columns of the field, in a fork
	seen    *seen            // raw cell -> code or mask; nil until strips are typed
	blank   string           // what a blank cell means, where that is told
	orders  orders           // dates whose order nobody declared
	again   bool             // a field before has the same dates of this column, and tells their faults
	met     *met             // how its dates or numbers were written; nil where a value of a ledger is typed
	missing map[string]bool  // declared codes of missing, in lower case
}

// unknownValue marks a raw value in a cache that the dictionary does not have.
const unknownValue = 255

// Bind ties the profile to a header row. A required column that is not there is an error that
// names the headers it looked for; an unknown column is a Problem.
func (p *Profile) Bind(header []string, at Position) (*Binding, error) {
	if p.every {
		return p.bindEvery(header, at)
	}
	b := &Binding{Profile: p, File: at.File, Sheet: at.Sheet, width: len(header), present: make([]bool, len(p.fields.Fields))}
	folded := foldAll(header)
	for i, h := range header {
		b.Columns = append(b.Columns, BoundColumn{Column: i + 1, Header: strings.TrimSpace(h)})
		if folded[i] != "" {
			b.named = i + 1
		}
	}
	if missing := p.missingRequired(header); len(missing) > 0 {
		return nil, p.missingError(missing, header, at)
	}
	for _, rule := range p.Columns {
		if err := b.bindRule(rule, folded); err != nil {
			return nil, err
		}
	}
	b.tellUnknown(header, folded, at)
	return b, nil
}

func (p *Profile) missingRequired(header []string) []ColumnRule {
	folded := foldAll(header)
	var missing []ColumnRule
	for _, c := range p.Columns {
		f := p.fields.Field(c.Field)
		if !c.Required && !f.Required {
			continue
		}
		if sourcesOf(c, folded) == nil {
			missing = append(missing, c)
		}
	}
	return missing
}

// maxTold is the most fields without a column that are named.
const maxTold = 6

func (p *Profile) missingError(missing []ColumnRule, header []string, at Position) error {
	var wanted []string
	for _, c := range missing[:min(len(missing), maxTold)] {
		text := fmt.Sprintf("%s (header %q)", c.Field, c.Headers[0])
		if near := Nearest(c.Headers[0], header); near != "" && Fold(near) == Fold(c.Headers[0]) {
			text += notBehind(c, foldAll(header))
		} else if near != "" {
			i := slices.Index(header, near)
			text += fmt.Sprintf("; the file has %q (column %s)", p.shownNear(header, i), ColumnLetters(i+1))
		}
		wanted = append(wanted, text)
	}
	cause := fmt.Errorf("no column for %s", strings.Join(wanted, ", "))
	if more := len(missing) - len(wanted); more > 0 {
		cause = fmt.Errorf("no column for %s, and for %d fields more", strings.Join(wanted, ", "), more)
	}
	return &Unreadable{At: at, Cause: cause,
		Next: fmt.Sprintf("choose another profile than %s, or name the header under columns: in the project file", p.Name)}
}

func (b *Binding) bindRule(rule ColumnRule, folded []string) error {
	field := b.Profile.fields.Index(rule.Field)
	f := &b.Profile.fields.Fields[field]
	words, err := dictionaryOf(f, rule.Values)
	if err != nil {
		return fmt.Errorf("datasets: profile %s: field %s: %w", b.Profile.Name, rule.Field, err)
	}
	for _, source := range sourcesOf(rule, folded) {
		b.cells = append(b.cells, boundCell{place: len(b.cells), source: source, field: field, words: words, cache: map[string]uint8{}, blank: rule.Blank, again: b.readsAgain(source, field),
			met: new(met), missing: b.Profile.missingOf(rule.Field, words)})
		b.present[field] = true
		b.Columns[source].Fields = append(b.Columns[source].Fields, rule.Field)
	}
	return nil
}

// sourcesOf finds the column of a rule. Where a rule names its left neighbours only a column that
// follows one of them, at most two places on, is it; so the two "w tym" part. A header may say which
// of several alike it means, from the left: "w tym#2".
func sourcesOf(rule ColumnRule, folded []string) []int {
	for _, h := range rule.Headers {
		if i := slices.Index(folded, Fold(h)); i < 0 {
			if i = nthHeader(h, folded); i >= 0 {
				return []int{i}
			}
			continue
		}
		want := Fold(h)
		for i, have := range folded {
			if have == want && (len(rule.After) == 0 || follows(rule.After, folded, i)) {
				return []int{i}
			}
		}
	}
	return nil
}

func follows(after, folded []string, i int) bool {
	for back := 1; back <= 2 && i-back >= 0; back++ {
		left := folded[i-back]
		if slices.ContainsFunc(after, func(a string) bool { return Fold(a) == left }) {
			return true
		}
		if left == folded[i] {
			return false
		}
	}
	return false
}

func (b *Binding) tellUnknown(header, folded []string, at Position) {
	var free []string // headers of the profile that no column took
	for _, c := range b.Profile.Columns {
		if f := b.Profile.fields.Index(c.Field); f >= 0 && !b.present[f] {
			free = append(free, c.Headers...)
		}
	}
	for i := range b.Columns {
		c := &b.Columns[i]
		if len(c.Fields) > 0 {
			continue
		}
		c.Header = b.Profile.shownHeader(header, i)
		if !b.Profile.ignores(folded[i]) {
			where := Position{File: at.File, Sheet: at.Sheet, Row: at.Row, Column: i + 1}
			if places := allOf(folded, folded[i]); len(places) > 1 {
				b.tellRepeated(where, c.Header, places)
				continue
			}
			b.Problems = append(b.Problems, unknownColumn(where, c.Header, Nearest(header[i], free)))
		}
	}
}

// NewBatch is an empty batch with the columns that the file gives.
func (b *Binding) NewBatch() *Batch {
	batch := NewBatch(b.Profile.fields, b.File, b.Sheet)
	batch.Meaning = b.Profile.Rows
	for _, c := range b.cells {
		if !batch.columns[c.field].Present {
			batch.Provide(c.field, c.source+1)
		}
	}
	return batch
}

// Kinds lists the kinds of the fields that a column of the file (from 0) feeds, so that a
// reader of typed cells can hand over dates as yyyy-MM-dd and identifiers with their zeros.
func (b *Binding) Kinds(column int) []Kind {
	var kinds []Kind
	for _, c := range b.cells {
		if c.source == column {
			kinds = append(kinds, b.Profile.fields.Fields[c.field].Kind)
		}
	}
	return kinds
}

// Width is the number of header cells.
func (b *Binding) Width() int { return b.width }
