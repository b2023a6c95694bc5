package datasets

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// isMissing tells whether a cell, blanks off, is a declared code of missing.
func (c *boundCell) isMissing(text []byte) bool {
	if c.missing == nil {
		return false
	}
	return c.missing[string(bytes.ToLower(text))]
}

// passOver leaves a cell that is a declared code of missing, and counts it where the forms of a
// column are told. Of words see [boundCell.code].
func (b *Binding) passOver(batch *Batch, row int, c *boundCell, kind Kind, text []byte) bool {
	switch kind {
	case Category, Flag, Set:
		return false
	case Identifier:
		text = trimApostrophes(text)
	}
	if !c.isMissing(text) {
		return false
	}
	if kind != Text && kind != Identifier {
		c.note(formMissing, batch.Line(row))
	}
	return true
}

// missingOf are the codes of missing of a field in lower case: those of every rule that feeds it,
// and those of the whole profile that are no words of the field; nil where there are none.
func (p *Profile) missingOf(field string, words *dictionary) map[string]bool {
	var codes map[string]bool
	add := func(code string) {
		if codes == nil {
			codes = map[string]bool{}
		}
		codes[code] = true
	}
	for _, w := range p.Missing {
		if words == nil || !words.has(w) {
			add(missingCode(w))
		}
	}
	for _, c := range p.Columns {
		for _, w := range c.Missing {
			if c.Field == field {
				add(missingCode(w))
			}
		}
	}
	return codes
}

// has tells whether a word stands for something.
func (d *dictionary) has(word string) bool {
	_, known := d.codes[Fold(word)]
	return known
}

// missingCode is how codes are compared: in lower case, without the blanks around them. Nothing
// else is folded, since "-" and "–" are codes.
func missingCode(word string) string { return strings.ToLower(strings.TrimSpace(word)) }

// everyField is the name under which a project file states codes for all fields.
const everyField = "all"

// stateMissing adds the codes that a project states to rules of the profile's own.
func (p *Profile) stateMissing(codes map[string][]string) error {
	p.Missing = slices.Concat(p.Missing, codes[everyField])
	for _, field := range sortedKeys(codes) {
		fed := field == everyField
		for i := range p.Columns {
			if c := &p.Columns[i]; c.Field == field {
				c.Missing, fed = slices.Concat(c.Missing, codes[field]), true
			}
		}
		if !fed {
			return fmt.Errorf("datasets: missing names a field %q that no column feeds%s; say all for every field", field, meant(field, p.fields.Names()))
		}
	}
	return nil
}

// checkMissing refuses a code that is blank anyway, and one that is said to mean something.
func (p *Profile) checkMissing(c ColumnRule) error {
	for _, w := range c.Missing {
		code := missingCode(w)
		if code == "" {
			return fmt.Errorf("missing has a blank word; blank cells are missing anyway")
		}
		for _, value := range sortedKeys(c.Values) {
			if missingCode(value) == code && c.Values[value] != "missing" {
				return fmt.Errorf("%q is declared missing and stands for %q in values", w, c.Values[value])
			}
		}
	}
	return nil
}
