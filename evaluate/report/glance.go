package report

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// tile is one of the few numbers of the first screen, with the numbers that belong to it.
type tile struct {
	label evaluate.Text
	main  entry
	under []under
}

// under is a smaller number of a tile.
type under struct {
	label evaluate.Text
	entry entry
}

// named is a figure under a label shorter than its own.
type named struct {
	label evaluate.Text
	id    string
}

// glances gathers the tiles of a report and their footnotes.
type glances struct {
	figures *evaluate.Figures
	notes   *grid
	tiles   []tile
}

// glance picks the numbers of the first screen from the figures that the report has: people and
// their sex, the target, the cost of one participant, the change in each questionnaire, the
// claims. What the report has no figure of has no tile. The grid carries the footnotes.
func glance(r *Report) ([]tile, *grid) {
	women, men := evaluate.T("kobiety", "women"), evaluate.T("mężczyźni", "men")
	g := &glances{figures: r.Figures, notes: &grid{id: "glance"}}
	g.add(evaluate.T("Uczestnicy", "Participants"), "participants/total", named{women, "participants/women"}, named{men, "participants/men"})
	g.add(evaluate.T("Osiągnięto z celu", "Achieved of the target"), "target/participants/total", named{women, "target/participants/women"}, named{men, "target/participants/men"})
	g.add(evaluate.T("Koszt na uczestnika", "Cost per participant"), "cost/per-participant",
		named{evaluate.T("koszt całkowity", "total cost"), "cost/total"}, named{evaluate.T("udział UE", "EU share"), "cost/eu-share"})
	for _, f := range surveyChanges(r.Figures) {
		scale := strings.TrimSuffix(f.ID, "/change/mean")
		g.add(f.Label, f.ID, named{evaluate.T("pary przed i po", "pairs before and after"), scale + "/pairs"})
	}
	if t, ok := claimTile(r); ok {
		g.tiles = append(g.tiles, t)
	}
	return g.tiles, g.notes
}

// add makes a tile of a figure and of those under it that the report has; without the first there is none.
func (g *glances) add(label evaluate.Text, id string, more ...named) {
	main, ok := g.pick(id)
	if !ok {
		return
	}
	t := tile{label: label, main: main}
	for _, m := range more {
		if e, ok := g.pick(m.id); ok {
			t.under = append(t.under, under{m.label, e})
		}
	}
	g.tiles = append(g.tiles, t)
}

// pick is the entry of a figure, its notes numbered.
func (g *glances) pick(id string) (entry, bool) {
	f, ok := g.figures.Get(id)
	if !ok {
		return entry{}, false
	}
	e := entry{figure: &f}
	g.notes.mark(&e)
	return e, true
}

// claimTile leads with the numbers of the programme itself; derived and absent ones stand below.
func claimTile(r *Report) (tile, bool) {
	counts := CountClaims(r.Claims)
	if len(counts) == 0 {
		return tile{}, false
	}
	t := tile{label: evaluate.T("Liczby ogłoszone przez program, odtworzone", "Numbers published by the programme, reproduced"),
		main: words(evaluate.T("żadnych nie ogłoszono", "none were published"))}
	for _, c := range counts {
		if c.Kind == ClaimPublished {
			t.main = words(c.Of())
			continue
		}
		t.under = append(t.under, under{c.Words(), words(c.Of())})
	}
	return t, true
}

// surveyChanges lists the mean change of each questionnaire.
func surveyChanges(figures *evaluate.Figures) []evaluate.Figure {
	var changes []evaluate.Figure
	for _, f := range figures.All() {
		scale, ok := strings.CutSuffix(f.ID, "/change/mean")
		if ok && strings.HasPrefix(scale, "survey/") && strings.Count(scale, "/") == 1 {
			changes = append(changes, f)
		}
	}
	return changes
}
