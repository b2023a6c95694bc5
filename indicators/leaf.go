package indicators

import (
	"github.com/efseval/efseval/datasets"
)

// leaf evaluates a test of columns, 64 rows a word.
func (e *engine) leaf(b *datasets.Batch, n *node, out []uint64) {
	switch n.op {
	case opEveryone:
		fill(out)
	case opCodes:
		codesIn(b.Column(n.field).Codes[:b.Rows()], n.mask, out)
	case opHas:
		masksHave(b.Column(n.field).Masks[:b.Rows()], n.mask, out)
	case opHasAll:
		masksHaveAll(b.Column(n.field).Masks[:b.Rows()], n.mask, out)
	case opBetween:
		between(b.Column(n.field), int32(n.lo), int32(n.hi), out)
	case opWithin:
		e.within(b, n, out)
	case opAge:
		e.ageBetween(int16(n.lo), int16(n.hi), out)
	case opLong:
		e.longTerm(b, out)
	case opKnown:
		e.known(b, n, out)
	}
	if n.orMissing {
		for w, known := range b.Column(n.field).Known[:e.words] {
			out[w] |= ^known
		}
	}
}

// codesIn sets the rows whose code is a term of the mask: bit code-1. Code 0 is missing.
func codesIn(codes []uint8, mask uint64, out []uint64) {
	for w := range out {
		var word uint64
		for i, c := range codes[w*64 : min(w*64+64, len(codes))] {
			// Shifting by 64 or more gives 0 in Go, so that code 0 (a shift by 255) is in no mask.
			word |= mask >> (c - 1) & 1 << i
		}
		out[w] = word
	}
}

func masksHave(masks []uint64, want uint64, out []uint64) {
	for w := range out {
		var word uint64
		for i, m := range masks[w*64 : min(w*64+64, len(masks))] {
			hit := m & want
			word |= (hit | -hit) >> 63 << i // 1 where any bit is set, without a branch
		}
		out[w] = word
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

// within sets the rows whose date is known and no later than the window after a known exit:
//
//	date <= exit + days        or        date <= exit + months (clamped to the end of the month)
func (e *engine) within(b *datasets.Batch, n *node, out []uint64) {
	date, exit := b.Column(n.field), b.Column(e.plan.cols.exit)
	for w := range out {
		both := date.Known[w] & exit.Known[w]
		var word uint64
		for rest := both; rest != 0; rest &= rest - 1 {
			row := w*64 + lowest(rest)
			if sinceMonths(date.Days[row]-int32(n.days), exit.Days[row], n.months) <= 0 {
				word |= rest & -rest
			}
		}
		out[w] = word
	}
}

// sinceMonths compares a day with another day plus months: negative before it, 0 on it,
// positive after it. A month has 28 to 31 days, which decides nearly always; the calendar is
// asked only in between.
func sinceMonths(day, from int32, months int) int32 {
	least, most := from+int32(28*months), from+int32(31*months)
	switch {
	case day < least:
		return day - least
	case day > most:
		return day - most
	case months == 0:
		return day - from
	}
	return day - datasets.AddMonths(from, months)
}

func (e *engine) known(b *datasets.Batch, n *node, out []uint64) {
	if n.field == ageField {
		e.ageBetween(0, maxAge, out)
		return
	}
	copy(out, b.Column(n.field).Known[:e.words])
}
