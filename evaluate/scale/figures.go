package scale

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// Figures names the results of one wave ("pre", "post" or another name) under a prefix such as
// survey/motivation: alpha/pre, omega/pre, item/3/item-rest/pre. About is what was asked ("motywacja",
// "motivation"). A figure that the data cannot give is there and says why.
func (a Analysis) Figures(prefix, wave string, about evaluate.Text) []evaluate.Figure {
	n := namer{prefix: prefix, wave: wave, about: about, complete: a.Complete}
	figures := append(a.alphas(n), a.others(n)...)
	figures = append(figures, a.ends(n)...)
	figures = append(figures, a.counts(n)...)
	for _, item := range a.Items {
		figures = append(figures, a.itemFigures(n, item)...)
	}
	return figures
}

func (a Analysis) alphas(n namer) []evaluate.Figure {
	alpha := n.maybe("alpha", "alfa Cronbacha", "Cronbach's alpha", a.Alpha.Alpha, evaluate.Statistic).
		WithInterval(interval(a.Alpha.Interval)).
		By(evaluate.T("surowa alfa Cronbacha, k/(k−1)·(1 − Σ wariancji pytań / wariancja sumy), kompletne ankiety; przedział Feldta",
			"raw Cronbach's alpha, k/(k−1)·(1 − Σ variances of items / variance of the sum), complete sheets; Feldt's interval"))
	figures := []evaluate.Figure{
		n.doubts(alpha, a.Alpha.Need, a.leftOut()...),
		n.doubts(n.maybe("alpha-standardized", "alfa Cronbacha standaryzowana", "standardised Cronbach's alpha", a.Alpha.Standardized, evaluate.Statistic).
			By(evaluate.T("k·r̄ / (1 + (k−1)·r̄), r̄: średnia korelacja pytań; kompletne ankiety", "k·r̄ / (1 + (k−1)·r̄), r̄: mean correlation of items; complete sheets")), a.Alpha.Need),
		n.maybe("mean-inter-item", "średnia korelacja pytań", "mean correlation between items", a.Alpha.MeanR, evaluate.Statistic).
			By(evaluate.T("średnia korelacji Pearsona wszystkich par pytań; kompletne ankiety", "mean of Pearson's r over all pairs of items; complete sheets")),
	}
	if a.Prorated > 0 {
		figures = append(figures, n.maybe("alpha-pairwise", "alfa Cronbacha z wszystkich ankiet z wynikiem", "Cronbach's alpha of all scored sheets", a.Pairwise.Alpha, evaluate.Statistic).
			WithN(a.Scored).By(evaluate.T("kowariancje parami; bez przedziału, bo n różni się między parami", "pairwise covariances; no interval, because n differs between the pairs")))
	}
	return figures
}

func (a Analysis) others(n namer) []evaluate.Figure {
	half := evaluate.T("pytania nieparzyste i parzyste; kompletne ankiety", "odd and even items; complete sheets")
	uneven := evaluate.T("", "")
	if a.Halves.First != a.Halves.Second {
		uneven = evaluate.T("; połowy mają różną liczbę pytań, lepiej czytać lambdę 4", "; the halves differ in their number of items, read lambda 4 instead")
	}
	return []evaluate.Figure{
		n.doubts(n.maybe("omega", "omega McDonalda", "McDonald's omega", a.Omega.Total, evaluate.Statistic).
			By(evaluate.T("omega całkowita, (Σλ)² / ((Σλ)² + Σθ), jeden czynnik metodą największej wiarygodności na kowariancjach; kompletne ankiety",
				"omega total, (Σλ)² / ((Σλ)² + Σθ), one factor by maximum likelihood on covariances; complete sheets")), a.Omega.Need),
		n.doubts(n.maybe("split-half", "rzetelność połówkowa", "split-half reliability", a.Halves.SpearmanBrown, evaluate.Statistic).
			By(evaluate.T("Spearman-Brown, 2r / (1 + r); "+half.PL+uneven.PL, "Spearman-Brown, 2r / (1 + r); "+half.EN+uneven.EN)), a.Halves.Need),
		n.maybe("split-half-guttman", "rzetelność połówkowa, lambda 4", "split-half reliability, lambda 4", a.Halves.Guttman, evaluate.Statistic).
			By(evaluate.T("Guttman, 4·cov(A, B) / wariancja sumy; "+half.PL, "Guttman, 4·cov(A, B) / variance of the sum; "+half.EN)),
		n.maybe("split-half-best", "najlepsza lambda 4", "best lambda 4", a.Splits.Best, evaluate.Statistic).
			By(evaluate.T(fmt.Sprintf("największa z %d podziałów na połowy; przy małym n dobra przypadkiem", a.Splits.Count),
				fmt.Sprintf("the largest of %d splits into halves; a chance winner at small n", a.Splits.Count))),
	}
}

// pileUp is the share of sheets at one end from which the scale is said to lack room there: 15 %, the
// custom since McHorney and Tarlov (1995), Quality of Life Research 4.
const pileUp = 0.15

func (a Analysis) ends(n namer) []evaluate.Figure {
	end := func(id, pl, en string, s Share, warning evaluate.Warning) evaluate.Figure {
		f := evaluate.NewFigure(n.id(id), n.label(pl, en), evaluate.Ratio(int64(s.Num), int64(s.Den)), evaluate.Share).
			WithShare(evaluate.Count(s.Num), evaluate.Count(s.Den)).WithN(s.Den).
			WithInterval(interval(s.Interval)).
			By(evaluate.T("ankiety z najniższym albo najwyższym możliwym wynikiem / ankiety z wynikiem; przedział Wilsona",
				"sheets with the lowest or highest possible score / scored sheets; Wilson's interval"))
		if s.Den > 0 && float64(s.Num) >= pileUp*float64(s.Den) {
			f = f.Warn(warning)
		}
		return f
	}
	return []evaluate.Figure{
		end("floor", "odsetek z najniższym możliwym wynikiem", "share at the lowest possible score", a.Floor, evaluate.NewWarning("scale.floor", evaluate.T(
			"co najmniej 15% wyników leży na dole skali: spadku nie da się tam zmierzyć", "at least 15% of the scores lie at the floor of the scale: no fall can be measured there"))),
		end("ceiling", "odsetek z najwyższym możliwym wynikiem", "share at the highest possible score", a.Ceiling, evaluate.NewWarning("scale.ceiling", evaluate.T(
			"co najmniej 15% wyników leży na górze skali: wzrostu nie da się tam zmierzyć", "at least 15% of the scores lie at the ceiling of the scale: no rise can be measured there"))),
	}
}

func (a Analysis) counts(n namer) []evaluate.Figure {
	count := func(id, pl, en string, k int) evaluate.Figure {
		return evaluate.NewFigure(n.id(id), n.label(pl, en), evaluate.Count(k), evaluate.Sheets).
			WithShare(evaluate.Count(k), evaluate.Count(a.Sheets)).WithN(a.Sheets)
	}
	return []evaluate.Figure{
		count("complete", "ankiety kompletne", "complete sheets", a.Complete),
		count("prorated", "ankiety z brakami, wynik uzupełniony proporcjonalnie", "sheets with blanks, score prorated", a.Prorated),
		count("too-blank", "ankiety bez wyniku: za dużo braków", "sheets without a score: too many blanks", a.TooBlank),
		count("faulty", "ankiety bez wyniku: błędna odpowiedź", "sheets without a score: a faulty answer", a.Faulty),
	}
}

// leftOut warns of sheets that alpha does not rest on.
func (a Analysis) leftOut() []evaluate.Warning {
	var warnings []evaluate.Warning
	if a.Complete < a.Sheets {
		warnings = append(warnings, evaluate.NewWarning("scale.incomplete", evaluate.T(
			fmt.Sprintf("policzono z %d kompletnych ankiet na %d", a.Complete, a.Sheets),
			fmt.Sprintf("computed from the %d complete sheets of %d", a.Complete, a.Sheets))))
	}
	if a.Alpha.Alpha.Defined && a.Alpha.Alpha.Value < 0 {
		warnings = append(warnings, evaluate.NewWarning("scale.alpha-negative", evaluate.T(
			"alfa poniżej zera: pytania działają przeciw sobie; sprawdź, które pytania są odwrócone",
			"alpha below zero: the items run against each other; check which items are reversed")))
	}
	return warnings
}

// interval is the interval of a statistic, absent where it is undefined.
func interval(i stats.Interval) evaluate.Interval {
	if !i.Lo.Defined || !i.Hi.Defined {
		return evaluate.Interval{}
	}
	out, err := evaluate.NewInterval(evaluate.Real(i.Lo.Value), evaluate.Real(i.Hi.Value), i.Level)
	if err != nil {
		return evaluate.Interval{}
	}
	return out
}
