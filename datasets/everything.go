package datasets

import (
	"fmt"
	"strings"
	"unicode"
)

// Everything is the profile of an export that nobody has described yet: each column with a header
// is read as text, under the name c1, c2 and so on by its place in the file, and the header row is
// the first of those with the most different words. It is for looking at a file, as to draft a
// profile; nothing is counted from it, and what it reads may hold names and person numbers.
func Everything() *Profile {
	return &Profile{Name: "everything", fields: &Schema{Name: "everything"}, every: true}
}

// countWords counts the different cells that may be headers: words, not numbers, dates, e-mail
// addresses or person numbers.
func countWords(cells []string) int {
	seen := map[string]bool{}
	for _, c := range cells {
		if folded := Fold(c); strings.ContainsFunc(folded, unicode.IsLetter) && plainWords(c) {
			seen[folded] = true
		}
	}
	return len(seen)
}

// bindEvery takes each column with a header as text.
func (p *Profile) bindEvery(header []string, at Position) (*Binding, error) {
	out := *p
	var fields []Field
	b := &Binding{Profile: &out, File: at.File, Sheet: at.Sheet, width: len(header)}
	for i, h := range header {
		b.Columns = append(b.Columns, BoundColumn{Column: i + 1, Header: strings.TrimSpace(h)})
		if Fold(h) == "" {
			continue
		}
		name := fmt.Sprintf("c%d", i+1)
		b.cells = append(b.cells, boundCell{place: len(b.cells), source: i, field: len(fields), met: new(met)})
		b.Columns[i].Fields = []string{name}
		b.present, b.named = append(b.present, true), i+1
		fields = append(fields, Field{Name: name, Kind: Text, Label: Label{PL: h, EN: h}})
	}
	schema, err := p.fields.With(fields...)
	out.fields = schema
	return b, err
}

// RuleOf is the rule of the profile that a column of a header row would be read by, from 0; nil
// where there is none. Of several the first counts.
func (p *Profile) RuleOf(header []string, column int) *ColumnRule {
	return p.RulesOf(header)[column]
}

// RulesOf are the rules that the columns of a header row would be read by, as [Profile.RuleOf] says
// them one by one.
func (p *Profile) RulesOf(header []string) []*ColumnRule {
	folded, rules := foldAll(header), make([]*ColumnRule, len(header))
	for i := range p.Columns {
		for _, source := range sourcesOf(p.Columns[i], folded) {
			if rules[source] == nil {
				rules[source] = &p.Columns[i]
			}
		}
	}
	return rules
}

// Unknown are those of the values that a rule has no word for, in their order. A rule of a field
// without a vocabulary knows all.
func (p *Profile) Unknown(rule *ColumnRule, values []string) ([]string, error) {
	field := p.fields.Field(rule.Field)
	words, err := dictionaryOf(field, rule.Values)
	if err != nil || words == nil {
		return nil, err
	}
	var unknown []string
	for _, v := range values {
		for _, item := range p.items(field, v) {
			if _, known := words.codes[Fold(item)]; !known {
				unknown = append(unknown, item)
			}
		}
	}
	return unknown, nil
}

// items are the values of one cell: several where the field is a Set.
func (p *Profile) items(f *Field, cell string) []string {
	if f.Kind != Set {
		return []string{cell}
	}
	var items []string
	for item := range strings.SplitSeq(cell, p.splitter()) {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// LooksLikeValues tells whether a row that was taken for the header row is rather a row of values:
// a cell of it is a date, a number of three digits or more, an e-mail address or a person number.
func LooksLikeValues(header []string) bool {
	for _, h := range header {
		h = strings.TrimSpace(h)
		_, notDate := ParseDate([]byte(h), []DateLayout{"dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy"})
		number, notNumber := ParseDecimal([]byte(h), ',')
		if notDate == nil || notNumber == nil && number.Digits > 99 || !plainWords(h) {
			return true
		}
	}
	return false
}
