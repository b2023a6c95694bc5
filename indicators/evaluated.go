package indicators

import (
	"fmt"
	"iter"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// Evaluated is a batch with every criterion of a rule set worked out on it, for looking up the rows
// behind many cells: [Rows] works everything out for one. It keeps a bit a row and criterion, and
// holds as long as its batch is not changed.
type Evaluated struct {
	engine engine
	batch  *datasets.Batch
}

// Evaluate works the criteria of the set out on a batch. A batch of another schema is an error.
func (s *Set) Evaluate(b *datasets.Batch) (*Evaluated, error) {
	v := &Evaluated{engine: engine{set: s}, batch: b}
	return v, v.engine.evaluate(b)
}

// Rows lists the rows that the numerator of a cell counts; otherwise as the function [Rows].
func (v *Evaluated) Rows(code string, g Group) (iter.Seq[int], error) {
	return v.behind(code, g, func(i int) int { return v.engine.plan.figures[i].count })
}

// EligibleRows lists the rows that the denominator of a cell counts; otherwise as [Evaluated.Rows].
func (v *Evaluated) EligibleRows(code string, g Group) (iter.Seq[int], error) {
	return v.behind(code, g, func(i int) int { return v.engine.plan.figures[i].eligible })
}

// DatedRows lists the rows that the numerator of a result counts by a date, [Basis.OnDate]; none
// where the figure is no result. Otherwise as [Evaluated.Rows].
func (v *Evaluated) DatedRows(code string, g Group) (iter.Seq[int], error) {
	return v.behind(code, g, func(i int) int { return v.engine.plan.dated[i] })
}

// behind lists the rows of a group in a node of the figure of a code; a node of -1 has none.
func (v *Evaluated) behind(code string, g Group, side func(figure int) int) (iter.Seq[int], error) {
	e := &v.engine
	if err := e.set.hasCell(code, g); err != nil {
		return nil, err
	}
	i := slices.IndexFunc(e.plan.figures, func(f figure) bool { return f.code == code })
	if i < 0 || e.unmet[i] != nil || !e.available[e.plan.groups[g]] || side(i) < 0 {
		return func(func(int) bool) {}, nil
	}
	return bothSet(e.bits[side(i)], e.bits[e.plan.groups[g]]), nil
}

// hasCell is an error where no table of the set has a row of the code or a column of the group.
func (s *Set) hasCell(code string, g Group) error {
	if s.Definition(code) == nil && !isReserved(code) {
		return fmt.Errorf("indicators: no figure %q in %s%s", code, s.Name, datasets.Meant(code, append(s.Codes(), ReservedCodes()...)))
	}
	if !slices.Contains(s.Groups(), g) {
		return fmt.Errorf("indicators: the rule set %s has no group %s", s.Name, g)
	}
	return nil
}
