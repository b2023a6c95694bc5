package indicators

import (
	"github.com/efseval/efseval/datasets"
)

// leaf evaluates a test of columns, 64 rows a word. Tests of codes, sets and ages are there already:
// see together.
func (e *engine) leaf(b *datasets.Batch, n *node, out []uint64) {
	switch n.op {
	case opEveryone:
		fill(out)
	case opHasAll:
		masksHaveAll(b.Column(n.field).Masks[:b.Rows()], n.mask, out)
	case opBetween:
		between(b.Column(n.field), int32(n.lo), int32(n.hi), out)
	case opWithin:
		e.within(b, n, out)
	case opLong:
		e.longTerm(b, out)
	case opKnown:
		if n.field != ageField {
			copy(out, b.Column(n.field).Known[:e.words])
		}
	}
	if n.orMissing {
		for w, known := range b.Column(n.field).Known[:e.words] {
			out[w] |= ^known
		}
	}
}

func masksHaveAll(masks []uint64, want uint64, out []uint64) {
	for w := range out {
		var word uint64
		for i, m := range masks[w*64 : min(w*64+64, len(masks))] {
			miss := m&want ^ want
			word |= ((miss|-miss)>>63 ^ 1) << i
		}
		out[w] = word
	}
}

// within sets the rows whose date is known, no earlier than a known entry, since what was before it
// is no result of the project, and no later than the window after a known exit:
//
//	entry <= date <= exit + days    or    entry <= date <= exit + months (clamped to the end of the month)
func (e *engine) within(b *datasets.Batch, n *node, out []uint64) {
	date, exit, calendar := b.Column(n.field), b.Column(e.plan.cols.exit), e.calendarOf(n.months)
	for w := range out {
		var word uint64
		for rest := date.Known[w] & exit.Known[w]; rest != 0; rest &= rest - 1 {
			row := w*64 + lowest(rest)
			// A window is of days or of months. The sign of the difference is the answer, without a branch.
			late := int64(calendar.after(exit.Days[row])) + int64(n.days) - int64(date.Days[row])
			word |= rest & -rest &^ uint64(late>>63)
		}
		out[w] = word
	}
	if at := e.plan.cols.entry; at >= 0 && b.Column(at).Present {
		notBefore(date, b.Column(at), out)
	}
}

// notBefore takes the rows out whose date is before a known entry.
func notBefore(date, entry *datasets.Column, out []uint64) {
	for w, word := range out {
		for rest := word & entry.Known[w]; rest != 0; rest &= rest - 1 {
			row := w*64 + lowest(rest)
			early := int64(date.Days[row]) - int64(entry.Days[row])
			word &^= rest & -rest & uint64(early>>63)
		}
		out[w] = word
	}
}
