package prepost

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// Figures names the results of a change under a prefix such as survey/motivation. About is
// what was asked ("motywacja", "motivation").
func (c Change) Figures(prefix string, about evaluate.Text) []evaluate.Figure {
	n := namer{prefix: prefix, about: about, n: c.N, level: c.Level}
	figures := []evaluate.Figure{
		n.count("pairs", "pary ankiet", "pairs", c.N, evaluate.Pairs),
		n.maybe("pre/mean", "średnia przed", "mean before", c.Pre.Mean, evaluate.Points),
		n.maybe("post/mean", "średnia po", "mean after", c.Post.Mean, evaluate.Points),
	}
	figures = append(figures, c.tests(n)...)
	return append(figures, c.shares(n)...)
}

func (c Change) tests(n namer) []evaluate.Figure {
	mean := n.maybe("change/mean", "średnia zmiana", "mean change", c.T.Mean, evaluate.Points).
		WithInterval(n.interval(c.T.Interval)).
		By(evaluate.T("średnia różnic po − przed; przedział z rozkładu t", "mean of after − before; interval by Student's t")).
		Warn(NoComparison()).Warn(tooFew(c.N, c.T.Need.N, evaluate.T("przedział", "an interval"))...)
	w := c.Wilcoxon
	return []evaluate.Figure{
		mean,
		n.maybe("change/sd", "odchylenie standardowe zmiany", "standard deviation of the change", c.T.SD, evaluate.Points).
			By(evaluate.T("n − 1 w mianowniku", "n − 1 in the denominator")),
		n.maybe("change/t", "t Studenta dla par", "paired t", c.T.T, evaluate.Statistic).By(evaluate.Same("t = mean(d) / (sd(d) / √n)")),
		n.maybe("change/p-t", "p testu t (dwustronne)", "p of the t test (two-sided)", c.T.PTwo, evaluate.PValue),
		n.ranks("change/w-plus", "suma rang wzrostów W+", "rank sum of rises W+", w.WPlus),
		n.ranks("change/w-minus", "suma rang spadków W−", "rank sum of falls W−", w.WMinus),
		n.maybe("change/p-wilcoxon", "p Wilcoxona (dwustronne)", "Wilcoxon p (two-sided)", headline(w), evaluate.PValue).
			By(signedRankWords(w)).Warn(tooFew(w.NonZero, w.Need.N, evaluate.T("p Wilcoxona poniżej 0,05", "a Wilcoxon p below 0.05"))...),
		n.maybe("change/p-wilcoxon-pratt", "p Wilcoxona z zerami wg Pratta", "Wilcoxon p, zeros by Pratt", headline(c.Pratt), evaluate.PValue).
			By(signedRankWords(c.Pratt)),
		n.maybe("change/dz", "wielkość zmiany d_z", "effect size d_z", c.Effect.DZ, evaluate.Statistic).
			WithInterval(n.interval(c.Effect.DZInterval)).
			By(evaluate.T("d_z = średnia(d) / sd(d); przedział z niecentralnego t", "d_z = mean(d) / sd(d); interval by the noncentral t")),
		n.maybe("change/g", "g Hedgesa", "Hedges' g", c.Effect.GZ, evaluate.Statistic).
			WithInterval(n.interval(c.Effect.GZInterval)).
			By(evaluate.T("g = J · d_z, J dokładne (funkcja gamma), df = n − 1", "g = J · d_z, exact J (gamma function), df = n − 1")),
	}
}

// headline is the exact p, and the normal approximation only where counting is out of reach.
func headline(w stats.SignedRankTest) stats.Maybe {
	if w.Exact.Two.Defined || w.Exact.Two.Why != stats.TooManyExact {
		return w.Exact.Two
	}
	return w.NormalCC.P
}

func signedRankWords(w stats.SignedRankTest) evaluate.Text {
	zeros := evaluate.T("zera pominięte", "zeros dropped")
	if w.Zeros == stats.Pratt {
		zeros = evaluate.T("zera rangowane i pominięte (Pratt)", "zeros ranked, then dropped (Pratt)")
	}
	how := evaluate.T("dokładne, warunkowe względem wiązań", "exact, conditional on the ties")
	if !w.Exact.Two.Defined && w.Exact.Two.Why == stats.TooManyExact {
		how = evaluate.T("przybliżenie normalne z poprawką na ciągłość", "normal approximation with continuity correction")
	}
	return evaluate.T(
		"test rangowanych znaków; "+zeros.PL+"; "+how.PL, "signed-rank test; "+zeros.EN+"; "+how.EN)
}

func (c Change) shares(n namer) []evaluate.Figure {
	of := func(id, pl, en string, k int) evaluate.Figure {
		return n.count(id, pl, en, k, evaluate.Persons).WithShare(evaluate.Count(k), evaluate.Count(c.N))
	}
	figures := []evaluate.Figure{
		of("improved", "poprawa", "improved", c.Improved),
		of("unchanged", "bez zmian", "unchanged", c.Unchanged),
		of("worsened", "pogorszenie", "worsened", c.Worsened),
	}
	share := evaluate.NewFigure(n.prefix+"/improved-share", n.label("odsetek poprawy", "share improved"), evaluate.Ratio(int64(c.Improved), int64(c.N)), evaluate.Share).
		WithShare(evaluate.Count(c.Improved), evaluate.Count(c.N)).WithN(c.N)
	return append(figures, share)
}

// namer gives the figures of one change their ids and labels.
type namer struct {
	prefix string
	about  evaluate.Text
	n      int
	level  float64
}

func (n namer) label(pl, en string) evaluate.Text {
	return evaluate.T(n.about.PL+": "+pl, n.about.EN+": "+en)
}

func (n namer) count(id, pl, en string, k int, u evaluate.Unit) evaluate.Figure {
	if n.n == 0 && u != evaluate.Pairs {
		return evaluate.Unavailable(n.prefix+"/"+id, n.label(pl, en), u, Because(stats.NoPairs))
	}
	return evaluate.NewFigure(n.prefix+"/"+id, n.label(pl, en), evaluate.Count(k), u).WithN(n.n)
}

func (n namer) maybe(id, pl, en string, m stats.Maybe, u evaluate.Unit) evaluate.Figure {
	if !m.Defined {
		why := m.Why
		if n.n == 0 {
			why = stats.NoPairs
		}
		return evaluate.Unavailable(n.prefix+"/"+id, n.label(pl, en), u, Because(why))
	}
	return evaluate.NewFigure(n.prefix+"/"+id, n.label(pl, en), evaluate.Real(m.Value), u).WithN(n.n)
}

// ranks is a rank sum with zeros dropped; without pairs there is none.
func (n namer) ranks(id, pl, en string, sum float64) evaluate.Figure {
	if n.n == 0 {
		return evaluate.Unavailable(n.prefix+"/"+id, n.label(pl, en), evaluate.RankSum, Because(stats.NoPairs))
	}
	return evaluate.NewFigure(n.prefix+"/"+id, n.label(pl, en), evaluate.Real(sum), evaluate.RankSum).WithN(n.n)
}

// interval is the interval of a statistic, absent where it is undefined.
func (n namer) interval(i stats.Interval) evaluate.Interval {
	if !i.Lo.Defined || !i.Hi.Defined {
		return evaluate.Interval{}
	}
	out, err := evaluate.NewInterval(evaluate.Real(i.Lo.Value), evaluate.Real(i.Hi.Value), i.Level)
	if err != nil {
		return evaluate.Interval{}
	}
	return out
}
