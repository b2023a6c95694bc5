package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
)

// changed is a change of which a figure tells: of all pairs, or of a group of them.
type changed struct {
	group  *group // nil: all pairs
	change *prepost.Change
	steps  []sheetStep // to its pairs
}

// changedBy is the change that a figure is of, and its name below it.
func (s *sheetTrace) changedBy(name string) (*changed, string) {
	for i := range s.m.groups {
		g := &s.m.groups[i]
		if what, ok := strings.CutPrefix(name, g.ID+"/"); ok {
			return &changed{group: g, change: &g.change, steps: []sheetStep{pairStep(), groupStep(g)}}, what
		}
	}
	return &changed{change: &s.m.overall, steps: []sheetStep{pairStep()}}, name
}

func groupStep(g *group) sheetStep {
	text := evaluate.T("płeć na ankiecie: "+g.Label.PL, "sex on the sheet: "+g.Label.EN)
	switch {
	case g.linked():
		text = evaluate.T(g.Label.PL+" (tak mówi eksport uczestników, którego wiersze są wymienione)", g.Label.EN+" (so says the export of participants, whose rows are listed)")
	case !g.sex:
		text = evaluate.T(g.Label.PL+" (eksport uczestników tego nie mówi)", g.Label.EN+" (the export of participants does not tell)")
	}
	return sheetStep{in: func(r *respondent) bool { return g.members[r.person.PreIndex] }, text: text}
}

// linked tells whether the export of participants says who is in a group. Of whom it says nothing no row
// of it stands behind.
func (g *group) linked() bool { return !g.sex && !strings.HasSuffix(g.ID, "/not-known") }

// of are the values of each pair of a change, by the numbers of the persons; nil where there are none.
func (c *changed) of(s *sheetTrace, values []float64) map[int]float64 {
	out, i := map[int]float64{}, 0
	for _, r := range s.people {
		if c.has(r) && i < len(values) {
			out[r.unit], i = values[i], i+1
		}
	}
	return out
}

func (c *changed) has(r *respondent) bool { return (&sheetPick{steps: c.steps}).lists(r) }

// change picks the pairs behind a figure of the change, of everybody or of a group.
func (s *sheetTrace) change(f *evaluate.Figure, name string) *sheetPick {
	c, what := s.changedBy(name)
	var p *sheetPick
	if of, ok := strings.CutPrefix(what, "reliable/"); ok {
		p = s.reliable(f, c, of)
	} else {
		p = s.plain(f, c, what)
	}
	if p != nil {
		p.linked = c.group != nil && c.group.linked()
	}
	return p
}

func (s *sheetTrace) plain(f *evaluate.Figure, c *changed, what string) *sheetPick {
	changes := c.of(s, c.change.Changes)
	moved := lastStep(func(r *respondent) bool { return s.went(what, changes[r.unit]) }, f.Label)
	switch what {
	case "improved-share":
		return dividing(moved, c.steps...)
	case "improved", "unchanged", "worsened":
		return counting(append(c.steps, moved)...)
	case "pairs":
		return counting(append(c.steps, lastStep(anybody, f.Label))...)
	}
	first, _, _ := strings.Cut(what, "/")
	switch first {
	case "pre", "post", "change", "correlation", "detectable":
		return resting(append(c.steps, lastStep(anybody, evaluate.T("pary ankiet, na których wynik się opiera", "pairs that the result rests on")))...)
	}
	return nil
}

// went tells whether a change is of the kind that a figure counts.
func (s *sheetTrace) went(name string, change float64) bool {
	better := change
	if !s.m.key.HigherIsBetter() {
		better = -change
	}
	switch name {
	case "unchanged":
		return change == 0
	case "worsened":
		return better < 0
	}
	return better > 0
}

// between picks the pairs of both groups behind the difference of their changes.
func (s *sheetTrace) between(_ *evaluate.Figure, name string) *sheetPick {
	names := sexNames()
	if !strings.HasPrefix(name, "difference/"+names[0].ID+"-"+names[1].ID+"/") {
		return nil
	}
	women, men := sexStep(names[0]), sexStep(names[1])
	return resting(pairStep(), lastStep(func(r *respondent) bool { return women.in(r) || men.in(r) },
		evaluate.T("płeć na ankiecie: kobiety albo mężczyźni", "sex on the sheet: women or men")))
}
