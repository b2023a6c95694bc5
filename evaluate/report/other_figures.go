package report

import "github.com/efseval/efseval/evaluate"

// withOtherFigures adds a last part to a page: the figures that stand in none of its tables, so that each figure of
// the run has its place on the page and an anchor of its id.
func withOtherFigures(r *Report, tiles []tile, parts []part) []part {
	shown := shownFigures(tiles, parts)
	g := &grid{
		id: "other-figures", title: evaluate.T("Liczby, które nie stoją w żadnej tabeli powyżej", "Figures that stand in no table above"),
		columns: []evaluate.Text{evaluate.T("Wielkość", "Quantity"), evaluate.T("Identyfikator", "Identifier"), evaluate.T("Liczba", "Number")},
	}
	for _, f := range r.Figures.All() {
		if shown[f.ID] {
			continue
		}
		e := entry{figure: &f}
		g.mark(&e)
		g.rows = append(g.rows, line{label: f.Label, entries: []entry{{words: evaluate.Same(f.ID), code: true}, e}})
	}
	if len(g.rows) == 0 {
		return parts
	}
	return append(parts, part{id: "other", title: evaluate.T("Pozostałe liczby", "Other figures"), pieces: []piece{{grid: g}},
		lead: []evaluate.Text{evaluate.T("Każda liczba przebiegu ma na tej stronie swoje miejsce i kotwicę: adres tej strony, # i identyfikator prowadzą do niej; efseval trace prowadzi od niej do wierszy danych.",
			"Every figure of the run has its place on this page and an anchor: the address of this page, # and the identifier lead to it; efseval trace leads from it to the rows of the data.")}})
}

// shownFigures are the ids of the figures in tiles and tables.
func shownFigures(tiles []tile, parts []part) map[string]bool {
	shown := map[string]bool{}
	show := func(e entry) {
		if e.figure != nil {
			shown[e.figure.ID] = true
		}
	}
	for _, t := range tiles {
		show(t.main)
		for _, u := range t.under {
			show(u.entry)
		}
	}
	for _, p := range parts {
		for _, one := range p.pieces {
			if one.grid == nil {
				continue
			}
			for _, l := range one.grid.rows {
				for _, e := range l.entries {
					show(e)
				}
			}
		}
	}
	return shown
}
