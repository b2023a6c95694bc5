package check

import "github.com/efseval/efseval/datasets"

// all reports rows that meet every condition of a rule.
func (p *pass) all(r *Rule) {
	met := make([]func(row int) bool, len(r.Conditions))
	for i := range r.Conditions {
		met[i] = p.condition(&r.Conditions[i])
		if met[i] == nil {
			return // a field that the file does not have
		}
	}
	p.each(r.Place, func(row int) bool {
		for _, holds := range met {
			if !holds(row) {
				return false
			}
		}
		return true
	})
}

// condition is the test of a cell, nil where the file has no such column.
func (p *pass) condition(c *Condition) func(row int) bool {
	column := p.column(c.Field)
	if column == nil {
		return nil
	}
	f := p.batch.Schema.Field(c.Field)
	switch {
	case c.Missing:
		return column.Missing
	case c.Known:
		return column.Known.Has
	case c.Below != nil:
		return func(row int) bool { return column.Known.Has(row) && column.Counts[row] < *c.Below }
	case f.Kind == datasets.Set:
		mask := maskOf(f.Vocabulary, c.In)
		return func(row int) bool { return column.Masks[row]&mask != 0 }
	case len(c.Not) > 0:
		mask := maskOf(f.Vocabulary, c.Not)
		return func(row int) bool { return column.Codes[row] != 0 && mask>>(column.Codes[row]-1)&1 == 0 }
	}
	mask := maskOf(f.Vocabulary, c.In)
	return func(row int) bool { return column.Codes[row] != 0 && mask>>(column.Codes[row]-1)&1 == 1 }
}

// maskOf has a bit for each term, as in a Set.
func maskOf(words *datasets.Vocabulary, terms []string) uint64 {
	var mask uint64
	for _, t := range terms {
		mask |= words.Bit(t)
	}
	return mask
}
