package batch

import (
	"github.com/efseval/efseval/datasets"
)

// match finds for each row of two readings the row of the other that it is. In this order:
//
//  1. a row of the same file and person that says the same, the first with the first;
//  2. such a row of another file: a file may have been renamed or split;
//  3. a row of the same person and file that says something else;
//  4. of rows that are nobody's, as lines of a ledger: the row in the same place, where the file has as many rows as
//     before.
func match(old, new []noted) (oldTo, newTo map[datasets.Position]counterpart) {
	m := &matching{old: old, new: new, oldTo: map[datasets.Position]counterpart{}, newTo: map[datasets.Position]counterpart{}}
	type whole struct{ file, person, says string }
	pairUp(m, true, func(n noted) (whole, bool) { return whole{n.at.File, n.person, n.says}, true })
	pairUp(m, true, func(n noted) (whole, bool) { return whole{"", n.person, n.says}, true })
	type owner struct{ file, person string }
	pairUp(m, false, func(n noted) (owner, bool) { return owner{n.at.File, n.person}, n.person != "" })
	was, is := rowsIn(old), rowsIn(new)
	pairUp(m, false, func(n noted) (datasets.Position, bool) {
		return n.at, n.person == "" && was[n.at.File] == is[n.at.File]
	})
	m.alone()
	return m.oldTo, m.newTo
}

type matching struct {
	old, new     []noted
	oldTo, newTo map[datasets.Position]counterpart
}

// pairUp pairs the rows that are left by a key, in their order.
func pairUp[K comparable](m *matching, same bool, key func(noted) (K, bool)) {
	left := map[K][]noted{}
	for _, n := range m.old {
		if _, done := m.oldTo[n.at]; done {
			continue
		}
		if k, fits := key(n); fits {
			left[k] = append(left[k], n)
		}
	}
	for _, n := range m.new {
		if _, done := m.newTo[n.at]; done {
			continue
		}
		k, fits := key(n)
		if !fits || len(left[k]) == 0 {
			continue
		}
		was := left[k][0]
		left[k] = left[k][1:]
		m.oldTo[was.at] = counterpart{at: n.at, same: same, of: n.person}
		m.newTo[n.at] = counterpart{at: was.at, same: same, of: n.person}
	}
}

// alone notes the rows that the other reading does not have.
func (m *matching) alone() {
	for _, n := range m.old {
		if _, done := m.oldTo[n.at]; !done {
			m.oldTo[n.at] = counterpart{of: n.person}
		}
	}
	for _, n := range m.new {
		if _, done := m.newTo[n.at]; !done {
			m.newTo[n.at] = counterpart{of: n.person}
		}
	}
}

func rowsIn(rows []noted) map[string]int {
	out := map[string]int{}
	for _, n := range rows {
		out[n.at.File]++
	}
	return out
}
