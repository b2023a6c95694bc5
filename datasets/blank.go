package datasets

import (
	"cmp"
	"slices"
)

// RuleIncomplete marks an answer sheet that was begun and never sent off.
const RuleIncomplete = "answer.incomplete"

// blankIncomplete is what a profile says of the column that a survey system fills when a sheet is
// sent off, as submitdate of LimeSurvey.
const blankIncomplete = "incomplete"

// TellRows reports what shows in the rows of a batch once they are typed, in their order.
func (b *Binding) TellRows(batch *Batch) {
	if b.Profile.every {
		return
	}
	blanks, totals := b.tellBlanks(batch), b.tellTotals(batch)
	if blanks || totals {
		slices.SortStableFunc(batch.Problems, func(p, q Problem) int { return cmp.Compare(p.Position.Row, q.Position.Row) })
	}
}

// tellBlanks reports the rows of a batch in which a column is blank whose profile says what that
// means. A cell that could not be read is not blank: it has its Problem already.
func (b *Binding) tellBlanks(batch *Batch) (told bool) {
	for i := range b.cells {
		c := &b.cells[i]
		if c.blank == "" {
			continue
		}
		read := map[Position]bool{}
		for _, p := range batch.Problems {
			read[p.Position] = true
		}
		for row := range batch.Rows() {
			at := b.place(batch.Line(row), c.source)
			if batch.columns[c.field].Missing(row) && !read[at] {
				batch.Problems, told = append(batch.Problems, incomplete(at, &b.Profile.fields.Fields[c.field])), true
			}
		}
	}
	return told
}

func incomplete(at Position, f *Field) Problem {
	return Problem{Position: at, Field: f.Name, Rule: RuleIncomplete, Severity: Warning, Message: Label{
		PL: "arkusz rozpoczęty i niewysłany (pusta data wysłania); liczą się odpowiedzi, które zawiera. Aby go pominąć, wyeksportuj tylko pełne odpowiedzi",
		EN: "an answer sheet that was begun and never sent off (no date of sending); the answers that it holds count. To leave it out, export complete responses only",
	}}
}
