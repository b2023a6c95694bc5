package canonical

import (
	"strconv"

	"github.com/efseval/efseval/datasets"
)

// number is the value of a column of ages or counts; ok is false where it is missing.
func (l *Layout) number(c *Column, b *datasets.Batch, row int) (n int64, ok bool) {
	switch c.Name {
	case "age":
		return l.age.completed(b, row)
	case AgeByYear:
		return l.age.byYear(b, row)
	}
	if column := b.Column(c.field); !column.Missing(row) {
		return column.Counts[row], true
	}
	return 0, false
}

// Append appends a cell as text, ok false where it is missing: dates as yyyy-MM-dd, numbers with a
// decimal point, categories and flags as the code of their term, a set as |a|b| and an empty one as
// ||. Persons are named by who.
func (l *Layout) Append(to []byte, column int, b *datasets.Batch, row int, who *Pseudonyms) (text []byte, ok bool) {
	c := &l.Columns[column]
	if c.Kind == datasets.Count || c.Kind == datasets.Money {
		n, ok := l.number(c, b, row)
		if !ok {
			return to, false
		}
		return strconv.AppendInt(to, n, 10), true
	}
	values := b.Column(c.field)
	if values.Missing(row) {
		return to, false
	}
	return l.appendKnown(to, c, b, row, who), true
}

func (l *Layout) appendKnown(to []byte, c *Column, b *datasets.Batch, row int, who *Pseudonyms) []byte {
	f, values := &l.schema.Fields[c.field], b.Column(c.field)
	switch c.Kind {
	case datasets.Category, datasets.Flag:
		return append(to, f.Vocabulary.Term(values.Codes[row]).Code...)
	case datasets.Set:
		return appendMembers(to, f.Vocabulary, values.Masks[row])
	case datasets.Date:
		return datasets.AppendDay(to, values.Days[row])
	case datasets.Number:
		return strconv.AppendFloat(to, values.Numbers[row], 'g', -1, 64)
	}
	if !c.folded {
		return who.append(to, c, b, row)
	}
	before := len(to)
	to = who.append(to, c, b, row)
	return append(to[:before], datasets.FoldText(string(to[before:]))...)
}

// appendMembers writes a set between bars, so that each member is found as |member|.
func appendMembers(to []byte, v *datasets.Vocabulary, mask uint64) []byte {
	if mask == 0 {
		return append(to, "||"...)
	}
	for i, t := range v.Terms {
		if mask&(1<<i) != 0 {
			to = append(append(to, '|'), t.Code...)
		}
	}
	return append(to, '|')
}
