package prepost

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// Figures names the results under a prefix such as survey/motivation, below .../attrition. About is
// what was asked ("motywacja", "motivation"). Groups are apart, in [Attrition.GroupFigures]: a
// programme may keep its split by sex to itself.
func (a Attrition) Figures(prefix string, about evaluate.Text) []evaluate.Figure {
	n := namer{prefix: prefix + "/attrition", about: about, n: a.Pairs, level: a.level}
	figures := []evaluate.Figure{
		n.number("pairs", "pary ankiet", "pairs", a.Pairs, evaluate.Pairs),
		n.number("folded", "pary mimo różnego zapisu kodu", "pairs whose codes are written differently", a.FoldedPairs, evaluate.Pairs).
			By(evaluate.T("kod bez wielkości liter, odstępów, znaków i znaków diakrytycznych", "code without case, spaces, signs and diacritics")),
		n.number("only-pre", "tylko ankieta przed (odpadli)", "only before (left)", a.OnlyPre, evaluate.Persons).Warn(a.biased()...),
		n.number("only-post", "tylko ankieta po", "only after", a.OnlyPost, evaluate.Persons),
		n.number("unscored", "bez wyniku", "without a score", a.Unscored, evaluate.Persons),
		n.share("share", a.OnlyPre, a.Pairs, a.Share),
	}
	figures = append(figures, a.differences(n)...)
	figures = append(figures, a.bounds(n)...)
	return append(figures, a.weighted(n)...)
}

// GroupName is how a group of the sheets is called in figures.
type GroupName struct {
	Group string        // as in [Sheet.Group]
	ID    string        // part of the id: women
	Label evaluate.Text // kobiety, women
}

// GroupFigures are the counts and shares of groups, in the order of the names; a group that no sheet
// has counts 0, and its share is not available.
func (a Attrition) GroupFigures(prefix string, about evaluate.Text, groups []GroupName) []evaluate.Figure {
	var figures []evaluate.Figure
	for _, name := range groups {
		g := a.group(name.Group)
		n := namer{
			prefix: prefix + "/attrition/" + name.ID, level: a.level,
			about: evaluate.T(about.PL+" ("+name.Label.PL+")", about.EN+" ("+name.Label.EN+")"),
		}
		figures = append(figures,
			n.number("pairs", "pary ankiet", "pairs", g.Pairs, evaluate.Pairs),
			n.number("only-pre", "tylko ankieta przed (odpadli)", "only before (left)", g.OnlyPre, evaluate.Persons),
			n.number("only-post", "tylko ankieta po", "only after", g.OnlyPost, evaluate.Persons),
			n.number("unscored", "bez wyniku", "without a score", g.Unscored, evaluate.Persons),
			n.share("share", g.OnlyPre, g.Pairs, g.Share))
	}
	return figures
}

func (a Attrition) group(name string) GroupAttrition {
	for _, g := range a.Groups {
		if g.Group == name {
			return g
		}
	}
	return GroupAttrition{Group: name}
}

// number is a count that holds whether there are pairs or not.
func (n namer) number(id, pl, en string, k int, u evaluate.Unit) evaluate.Figure {
	return evaluate.NewFigure(n.prefix+"/"+id, n.label(pl, en), evaluate.Count(k), u)
}

func (n namer) share(id string, left, stayed int, i stats.Interval) evaluate.Figure {
	all := left + stayed
	label := n.label("odsetek odpadnięć", "share that left")
	if all == 0 {
		return evaluate.Unavailable(n.prefix+"/"+id, label, evaluate.Share,
			evaluate.T("nikt nie ma wyniku przed", "nobody has a score before"))
	}
	return evaluate.NewFigure(n.prefix+"/"+id, label, evaluate.Ratio(int64(left), int64(all)), evaluate.Share).
		WithShare(evaluate.Count(left), evaluate.Count(all)).WithN(all).WithInterval(n.interval(i)).
		By(evaluate.T("tylko przed / (pary + tylko przed); przedział Wilsona", "only before / (pairs + only before); Wilson's interval"))
}

func (a Attrition) differences(n namer) []evaluate.Figure {
	t, e := a.PreDifference, a.PreEffect
	people := t.NX + t.NY
	words := evaluate.T(
		fmt.Sprintf("średnia przed: odpadli (%d) − zostali (%d); test i przedział Welcha", t.NX, t.NY),
		fmt.Sprintf("mean before: left (%d) − stayed (%d); Welch's test and interval", t.NX, t.NY))
	figure := func(id, pl, en string, m stats.Maybe, u evaluate.Unit) evaluate.Figure {
		return n.found(id, pl, en, m, u, people, a.nobodyToCompare(m))
	}
	return []evaluate.Figure{
		known(figure("pre-difference", "odpadli − zostali, przed", "left − stayed, before", t.Difference, evaluate.Points),
			n.interval(t.Interval), words, a.differs(), fewToCompare(t)),
		known(figure("pre-difference/p", "odpadli a zostali, przed: p (dwustronne)", "left against stayed, before: p (two-sided)", t.PTwo, evaluate.PValue),
			evaluate.Interval{}, words, fewToCompare(t)),
		known(figure("pre-smd", "odpadli − zostali, przed, standaryzowana (g)", "left − stayed, before, standardized (g)", e.G, evaluate.Statistic),
			n.interval(e.GInterval), evaluate.T(
				"g Hedgesa = J · różnica średnich / wspólne SD, J dokładne, df = n − 2; przedział z niecentralnego t",
				"Hedges' g = J · difference of means / pooled SD, exact J, df = n − 2; interval by the noncentral t"), a.differs(), fewToCompare(t)),
	}
}

// nobodyToCompare says why leavers and stayers cannot be compared.
func (a Attrition) nobodyToCompare(m stats.Maybe) evaluate.Text {
	switch {
	case a.OnlyPre == 0:
		return evaluate.T("nikt nie ma samej ankiety przed: nie ma kogo porównać", "nobody has a score before alone: there is nobody to compare")
	case a.Pairs == 0:
		return Because(stats.NoPairs)
	}
	return Because(m.Why)
}

// found is a figure, or the reason why there is none.
func (n namer) found(id, pl, en string, m stats.Maybe, u evaluate.Unit, people int, why evaluate.Text) evaluate.Figure {
	if !m.Defined {
		return evaluate.Unavailable(n.prefix+"/"+id, n.label(pl, en), u, why)
	}
	return evaluate.NewFigure(n.prefix+"/"+id, n.label(pl, en), evaluate.Real(m.Value), u).WithN(people)
}

// known adds what is said beside a figure that has a value.
func known(f evaluate.Figure, i evaluate.Interval, method evaluate.Text, warnings ...[]evaluate.Warning) evaluate.Figure {
	f = f.By(method)
	if f.Status != evaluate.Known {
		return f
	}
	for _, w := range warnings {
		f = f.Warn(w...)
	}
	return f.WithInterval(i)
}
