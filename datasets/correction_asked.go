package datasets

import "slices"

// asked counts the cells of a column that wait for a declaration, and those of them that a ledger
// has corrected: where it corrected all, nothing is left to ask.
type asked struct{ cells, settled int }

// columnOf is a column of an input, in a position.
func columnOf(b *Batch, column int) Position {
	return Position{File: b.File, Sheet: b.Sheet, Column: column}
}

func (a *application) countAsked(b *Batch) {
	for _, r := range b.refused {
		if r.asks {
			at := columnOf(b, r.column)
			n := a.asked[at]
			n.cells++
			a.asked[at] = n
		}
	}
}

// settle counts cells that were corrected.
func (a *application) settle(b *Batch, cells []refusedCell) {
	for _, r := range cells {
		if r.asks {
			at := columnOf(b, r.column)
			n := a.asked[at]
			n.settled++
			a.asked[at] = n
		}
	}
}

// dropSettled takes the questions about columns off that have no cell left to ask about.
func (a *application) dropSettled(b *Batch) {
	b.Problems = slices.DeleteFunc(b.Problems, func(p Problem) bool {
		if p.Rule != RuleDateOrder && p.Rule != RuleDecimal {
			return false
		}
		n := a.asked[Position{File: p.Position.File, Sheet: p.Position.Sheet, Column: p.Position.Column}]
		return n.cells > 0 && n.settled == n.cells
	})
}
