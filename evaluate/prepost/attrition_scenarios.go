package prepost

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// bounds are the figures of what the mean change could be.
func (a Attrition) bounds(n namer) []evaluate.Figure {
	zero := stats.Maybe{Defined: true}
	var figures []evaluate.Figure
	for _, each := range []struct {
		id, pl, en string
		mean, c    stats.Maybe
		of         evaluate.Text
	}{
		{"bound/unchanged", "średnia zmiana, gdyby brakujący się nie zmienili", "mean change if the missing had not changed",
			a.Bounds.Unchanged, zero, evaluate.T("bez zmiany", "no change")},
		{"bound/worst", "średnia zmiana, gdyby brakujący zmienili się najgorzej", "mean change if the missing had changed worst",
			a.Worst, a.worst, evaluate.T("najgorsza zmiana w parach", "the worst change of the pairs")},
		{"bound/best", "średnia zmiana, gdyby brakujący zmienili się najlepiej", "mean change if the missing had changed best",
			a.Best, a.best, evaluate.T("najlepsza zmiana w parach", "the best change of the pairs")},
	} {
		f := n.found(each.id, each.pl, each.en, each.mean, evaluate.Points, a.Bounds.N, Because(each.mean.Why))
		figures = append(figures, known(f, evaluate.Interval{}, a.boundWords(each.c, each.of),
			tooFew(a.Pairs, a.Bounds.Need.N, evaluate.T("granice, które się różnią", "bounds that differ"))))
	}
	return figures
}

func (a Attrition) boundWords(c stats.Maybe, of evaluate.Text) evaluate.Text {
	who := evaluate.T("osoby tylko z ankietą przed", "people with a score before alone")
	if a.everybodyMissing {
		who = evaluate.T("wszystkie osoby bez pary", "everybody without a pair")
	}
	in := func(l evaluate.Lang) string {
		if !c.Defined {
			return "c"
		}
		return "c = " + evaluate.Points.Format(evaluate.Real(c.Value), l)
	}
	return evaluate.T(
		fmt.Sprintf("(suma zmian n par + m · c) / (n + m); n = %d; m = %d: %s; %s: %s", a.Bounds.Known, a.Bounds.Missing, who.PL, in(evaluate.PL), of.PL),
		fmt.Sprintf("(sum of the changes of n pairs + m · c) / (n + m); n = %d; m = %d: %s; %s: %s", a.Bounds.Known, a.Bounds.Missing, who.EN, in(evaluate.EN), of.EN))
}

// weighted are the figures of the change weighted for attrition.
func (a Attrition) weighted(n namer) []evaluate.Figure {
	w := a.Weighting
	m := w.Result.Mean
	figure := func(id, pl, en string, v stats.Maybe, u evaluate.Unit) evaluate.Figure {
		return n.found(id, pl, en, v, u, w.Result.Observed, w.noWeights(v))
	}
	return []evaluate.Figure{
		known(figure("ipw/mean", "średnia zmiana ważona odwrotnością prawdopodobieństwa pozostania", "mean change weighted by the inverse probability to stay", m.Mean, evaluate.Points),
			n.interval(m.Interval), w.words(), w.warnings(), []evaluate.Warning{NoComparison()},
			tooFew(w.Result.Observed, m.Need.N, evaluate.T("przedział", "an interval"))),
		known(figure("ipw/se", "błąd standardowy zmiany ważonej", "standard error of the weighted change", m.SE, evaluate.Points),
			evaluate.Interval{}, evaluate.T("HC2: √(Σ w² e² / (1 − h)) / Σw, h = w / Σw; wagi jak stałe", "HC2: √(Σ w² e² / (1 − h)) / Σw, h = w / Σw; weights taken for fixed")),
		known(figure("ipw/se-stacked", "błąd standardowy zmiany ważonej, wagi szacowane", "standard error of the weighted change, weights estimated", w.Result.SEEstimated, evaluate.Points),
			evaluate.Interval{}, evaluate.T("z układu równań estymujących; w małej próbie zwykle za mały", "by stacked estimating equations; mostly too small in a small sample")),
		known(figure("ipw/ess", "efektywna liczebność po zważeniu", "effective sample size under the weights", m.EffectiveN, evaluate.Statistic),
			evaluate.Interval{}, evaluate.Same("(Σw)² / Σw²")),
		known(figure("ipw/max-weight", "największa waga", "largest weight", m.LargestWeight, evaluate.Statistic),
			evaluate.Interval{}, evaluate.T("w = 1 / prawdopodobieństwo pozostania", "w = 1 / probability to stay")),
	}
}

// words tell the model and its error.
func (w Weighting) words() evaluate.Text {
	if !w.Asked {
		return evaluate.Text{}
	}
	if w.Result.N > 0 && w.Result.Observed == w.Result.N {
		return evaluate.T("nikt nie odpadł: każda waga wynosi 1; przedział z rozkładu t, błąd HC2",
			"nobody left: every weight is 1; interval by Student's t, HC2 error")
	}
	names := joinedNames(w.Names)
	return evaluate.T(
		fmt.Sprintf("Σwd / Σw, w = 1/p; p z regresji logistycznej (%s) dla %d osób z wynikiem przed; błąd odporny HC2, wagi jak stałe; przedział z rozkładu t", names.PL, w.Result.N),
		fmt.Sprintf("Σwd / Σw, w = 1/p; p by logistic regression (%s) of %d people with a score before; robust HC2 error, weights taken for fixed; interval by Student's t", names.EN, w.Result.N))
}

// noWeights says why there is no weighted change.
func (w Weighting) noWeights(v stats.Maybe) evaluate.Text {
	if !w.Asked {
		return evaluate.T("nie podano cech uczestników z początku projektu", "no characteristics of participants at the start were given")
	}
	why := Because(v.Why)
	switch v.Why {
	case stats.NoValues:
		return Because(stats.NoPairs)
	case stats.Separated:
		why = evaluate.T("podane cechy wskazują bezbłędnie, kto odpadł: nikt z tych, którzy zostali, nie może ich zastąpić",
			"the characteristics tell without fail who left: nobody who stayed can stand for them")
	}
	return evaluate.T("wag nie da się wyznaczyć: "+why.PL, "the weights cannot be worked out: "+why.EN)
}
