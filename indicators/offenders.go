package indicators

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Offenders lists the rows of a batch that break an invariant, in order: a row counts for as many
// figures of the left side, and of the right, as it is in the numerator of, within the group; it
// offends
//
//	left <= right   where it counts more often on the left than on the right
//	left  = right   where it counts more often on one side than on the other
//
// Without the offenders of all batches the relation holds in the group, since it then holds row
// by row. A batch for which a figure of the relation is not available has none. A violation of
// another rule set is an error, and so is one that no row can cause, as that the groups do not add
// up: it is a fault of the counting.
func Offenders(s *Set, v Violation, b *datasets.Batch) ([]int, error) {
	relation, err := s.relation(v.Rule)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(s.Groups(), v.Group) {
		return nil, fmt.Errorf("indicators: the rule set %s has no group %s", s.Name, v.Group)
	}
	e := engine{set: s}
	if err := e.evaluate(b); err != nil {
		return nil, fmt.Errorf("indicators: a batch of %s (schema %s) cannot be evaluated by %s: %w", b.File, b.Schema.Name, s.Name, err)
	}
	group := e.plan.groups[v.Group]
	left, okLeft := e.numerators(relation.Left)
	right, okRight := e.numerators(relation.Right)
	if !okLeft || !okRight || !e.available[group] {
		return nil, nil
	}
	var rows []int
	for row := range bothSet(e.bits[group], e.bits[e.plan.groups[Total]]) {
		l, r := e.times(left, row), e.times(right, row)
		if l > r || relation.Is == Equals && l < r {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// relation finds the invariant of a rule as [Violation] names it.
func (s *Set) relation(rule string) (Invariant, error) {
	relations := s.relations()
	i := slices.IndexFunc(relations, func(v Invariant) bool { return v.String() == rule })
	if i >= 0 {
		return relations[i], s.countsRows(relations[i])
	}
	if strings.Contains(rule, ": ") {
		return Invariant{}, fmt.Errorf("indicators: no row can break the rule %q; the counting itself is at fault", rule)
	}
	return Invariant{}, fmt.Errorf("indicators: the rule set %s has no invariant %q", s.Name, rule)
}

// countsRows refuses a relation with a figure that the project states.
func (s *Set) countsRows(v Invariant) error {
	for _, code := range slices.Concat(v.Left, v.Right) {
		if d := s.Definition(code); d != nil && d.Fact {
			return fmt.Errorf("indicators: the rule %q rests on %s, which the project states; no row is behind it", v, code)
		}
	}
	return nil
}

// numerators lists the nodes of figures; ok is false where one is not available.
func (e *engine) numerators(codes []string) (nodes []int, ok bool) {
	for _, code := range codes {
		i := slices.IndexFunc(e.plan.figures, func(f figure) bool { return f.code == code })
		if i < 0 || e.unmet[i] != nil {
			return nil, false
		}
		nodes = append(nodes, e.plan.figures[i].count)
	}
	return nodes, true
}

// times is in how many of the nodes a row is.
func (e *engine) times(nodes []int, row int) int {
	n := 0
	for _, id := range nodes {
		n += int(e.bits[id][row/64] >> (row % 64) & 1)
	}
	return n
}
