package report

import (
	"strconv"

	"github.com/efseval/efseval/evaluate"
)

// kindTotal adds up the projects whose figures are of one kind.
type kindTotal struct {
	kind           evaluate.Text
	projects       int
	participations sum
	women, ofTotal sum  // of the projects that know both
	costs          span // per participant, where known
}

// sum is a sum of counts, and what of its parts it has to carry on.
type sum struct {
	n       int
	parts   int
	madeUp  bool
	bounded bool
}

func (s *sum) add(f evaluate.Figure) {
	n, err := strconv.Atoi(f.Value.String())
	if err != nil {
		return // no whole number: nothing that may be added up
	}
	s.n, s.parts = s.n+n, s.parts+1
	s.madeUp, s.bounded = s.madeUp || f.MadeUp, s.bounded || f.Bound != evaluate.ExactValue
}

// totalsGrid is a row for each kind of figures that at least two projects share. Costs are never
// added up: they are of different years and of different parts of a project.
func totalsGrid(kinds []*kindTotal) *grid {
	g := &grid{
		id: "totals", title: evaluate.T("Sumy projektów o tym samym rodzaju liczb", "Sums of the projects with one kind of figures"),
		columns: []evaluate.Text{evaluate.T("Rodzaj liczb", "Kind of figures"), evaluate.T("Projekty", "Projects"),
			evaluate.T("Uczestnictwa", "Participations"), evaluate.T("Udział kobiet", "Share of women"),
			evaluate.T("Koszt na uczestnika: od", "Cost per participant: from"), evaluate.T("do", "to")},
		notes: []evaluate.Text{evaluate.T(
			"Suma liczy uczestnictwa, nie osoby: ta sama osoba mogła być w kilku projektach. Udział to suma kobiet przez sumę uczestnictw tych projektów, które podają płeć, nie średnia udziałów. Kosztów się nie sumuje.",
			"The sum counts participations, not persons: one person may have been in several projects. The share is the sum of women over the sum of participations of those projects that tell the sex, not an average of shares. Costs are not added up."), evaluate.T(
			"Od–do to rozpiętość, nie ranking: kwoty są z różnych lat, obejmują różne części projektu i różną intensywność wsparcia.",
			"From–to is a range, no ranking: the amounts are of different years, cover different parts of a project and support of different intensity.")},
	}
	for _, k := range kinds {
		if k.projects < 2 {
			continue
		}
		l := line{label: k.kind, entries: []entry{number(k.projects), {figure: k.total()}, {figure: k.share()}, {figure: k.cost(k.costs.low)}, {figure: k.cost(k.costs.high)}}}
		for i := range l.entries {
			g.mark(&l.entries[i])
		}
		g.rows = append(g.rows, l)
	}
	return g
}

// add takes a project.
func (k *kindTotal) add(b *Brief) {
	k.projects++
	if f, ok := b.Figures.Get("cost/per-participant"); ok && f.Status == evaluate.Known {
		k.costs.add(f)
	}
	total, ok := b.Figures.Get("participants/total")
	if !ok || total.Status != evaluate.Known {
		return
	}
	k.participations.add(total)
	if women, ok := b.Figures.Get("participants/women"); ok && women.Status == evaluate.Known {
		k.women.add(women)
		k.ofTotal.add(total)
	}
}

// total is the sum of the participations, with a warning where it holds a bound or lacks a project.
func (k *kindTotal) total() *evaluate.Figure {
	label := evaluate.T("Uczestnictwa", "Participations")
	if k.participations.parts == 0 {
		f := evaluate.Unavailable("", label, evaluate.Persons, evaluate.T("żaden z tych projektów nie podaje liczby uczestników", "none of these projects gives the number of participants"))
		return &f
	}
	f := evaluate.NewFigure("", label, evaluate.Count(k.participations.n), evaluate.Persons)
	f.MadeUp = k.participations.madeUp
	if k.participations.bounded {
		f = f.Warn(evaluate.NewWarning("sum.bounded", evaluate.T("w sumie jest liczba „co najmniej”", "the sum holds a number that is “at least”")))
	}
	if missing := k.projects - k.participations.parts; missing > 0 {
		n := strconv.Itoa(missing)
		f = f.Warn(evaluate.NewWarning("sum.partial", evaluate.T("projekty bez liczby uczestników, nieujęte w sumie: "+n, "projects without a number of participants, not in the sum: "+n)))
	}
	return &f
}

// share is the women of the projects that tell the sex over the participations of the same projects.
func (k *kindTotal) share() *evaluate.Figure {
	label := evaluate.T("Udział kobiet", "Share of women")
	if k.women.parts == 0 {
		f := evaluate.Unavailable("", label, evaluate.Share, evaluate.T("żaden z tych projektów nie podaje płci", "none of these projects tells the sex"))
		return &f
	}
	f := evaluate.NewFigure("", label, evaluate.Ratio(int64(k.women.n), int64(k.ofTotal.n)), evaluate.Share).
		WithShare(evaluate.Count(k.women.n), evaluate.Count(k.ofTotal.n))
	f.MadeUp = k.women.madeUp || k.ofTotal.madeUp
	return &f
}

// span is the lowest and the highest of some figures; of equal ones the first.
type span struct {
	n         int
	low, high evaluate.Figure
}

func (s *span) add(f evaluate.Figure) {
	if s.n == 0 || f.Value.Float() < s.low.Value.Float() {
		s.low = f
	}
	if s.n == 0 || f.Value.Float() > s.high.Value.Float() {
		s.high = f
	}
	s.n++
}

// cost is an end of the span of costs per participant, under a label of its own; a span wants two projects.
func (k *kindTotal) cost(end evaluate.Figure) *evaluate.Figure {
	label := evaluate.T("Koszt na uczestnika", "Cost per participant")
	if k.costs.n < 2 {
		f := evaluate.Unavailable("", label, evaluate.Zloty, evaluate.T("podają go mniej niż dwa z tych projektów", "fewer than two of these projects give it"))
		return &f
	}
	f := evaluate.NewFigure("", label, end.Value, end.Unit)
	f.Bound, f.MadeUp, f.Warnings = end.Bound, end.MadeUp, end.Warnings
	return &f
}
