package audit

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// rowsShown is how many rows stand below a figure; as JSON there are all.
const rowsShown = 10

// rowWords say what became of a row.
var rowWords = map[RowHow]evaluate.Text{
	RowAdded:   evaluate.T("nowy wiersz", "is new"),
	RowGone:    evaluate.T("nie ma go już", "is gone"),
	RowChanged: evaluate.T("mówi co innego", "says something else"),
	RowCounted: evaluate.T("teraz się liczy", "counts now"),
	RowDropped: evaluate.T("już się nie liczy", "no longer counts"),
	RowRole:    evaluate.T("liczy się inaczej", "counts otherwise"),
}

// rows are the rows below a figure.
func (w *diffText) rows(m *Moved) {
	if len(m.Rows) == 0 {
		w.WriteString(w.say("      te same wiersze; zmieniło się to, według czego albo przez co się liczy\n", "      the same rows; what they are counted by or divided by is another\n"))
	}
	w.list(m.Rows)
}

// list writes rows below a figure or a cause, as many as a person looks through.
func (w *diffText) list(rows []RowChange) {
	for i, r := range rows {
		if i == rowsShown {
			fmt.Fprintf(w, w.say("      … i jeszcze %d; wszystkie podaje --json\n", "      … and %d more; --json lists all\n"), len(rows)-rowsShown)
			return
		}
		fmt.Fprintf(w, "      %s\n", w.row(r))
	}
}

// row is one line: where it stands, whose it is, what became of it, what it is to the figure.
func (w *diffText) row(r RowChange) string {
	out := place(r)
	if r.Person != "" {
		out += w.say(", osoba ", ", person ") + r.Person
	}
	out += ": " + rowWords[r.How].In(w.lang)
	switch {
	case len(r.OldRoles) > 0 && len(r.NewRoles) > 0 && w.roles(r.OldRoles) != w.roles(r.NewRoles):
		out += " (" + w.roles(r.OldRoles) + " -> " + w.roles(r.NewRoles) + ")"
	case len(r.NewRoles) > 0:
		out += " (" + w.roles(r.NewRoles) + ")"
	case len(r.OldRoles) > 0:
		out += w.say(" (był: ", " (was: ") + w.roles(r.OldRoles) + ")"
	}
	return out
}

// place is where a row stands: in the new data, and in the old where that is another line.
func place(r RowChange) string {
	switch {
	case r.New.File == "":
		return datasets.Visible(r.Old.String())
	case r.Old.File == "" || r.Old == r.New:
		return datasets.Visible(r.New.String())
	}
	return datasets.Visible(r.Old.String() + " -> " + r.New.String())
}

func (w *diffText) roles(roles []Role) string { return rolesText(roles, w.lang) }
