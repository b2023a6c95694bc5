package indicators

import (
	"fmt"
	"iter"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// Rows lists the rows of a batch that the numerator of a cell counts, in order: the way back
// from a figure to the export. The code is an indicator or a reserved figure. A cell that is not
// available has no rows, nor has a fact. An unknown code or group is an error.
func Rows(s *Set, code string, g Group, b *datasets.Batch) (iter.Seq[int], error) {
	return rowsBehind(s, code, g, b, func(f figure) int { return f.count })
}

// EligibleRows lists the rows that the denominator of a cell counts; otherwise as [Rows].
func EligibleRows(s *Set, code string, g Group, b *datasets.Batch) (iter.Seq[int], error) {
	return rowsBehind(s, code, g, b, func(f figure) int { return f.eligible })
}

func rowsBehind(s *Set, code string, g Group, b *datasets.Batch, side func(figure) int) (iter.Seq[int], error) {
	if s.Definition(code) == nil && !isReserved(code) {
		return nil, fmt.Errorf("indicators: no figure %q in %s%s", code, s.Name, meant(code, append(s.Codes(), reservedCodes()...)))
	}
	if !slices.Contains(s.Groups(), g) {
		return nil, fmt.Errorf("indicators: the rule set %s has no group %s", s.Name, g)
	}
	e := engine{set: s}
	if err := e.evaluate(b); err != nil {
		return nil, err
	}
	i := slices.IndexFunc(e.plan.figures, func(f figure) bool { return f.code == code })
	if i < 0 || e.unmet[i] != nil || !e.available[e.plan.groups[g]] {
		return func(func(int) bool) {}, nil
	}
	return bothSet(e.bits[side(e.plan.figures[i])], e.bits[e.plan.groups[g]]), nil
}

func bothSet(a, b []uint64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for w := range a {
			for rest := a[w] & b[w]; rest != 0; rest &= rest - 1 {
				if !yield(w*64 + lowest(rest)) {
					return
				}
			}
		}
	}
}
