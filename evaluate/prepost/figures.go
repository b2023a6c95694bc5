package prepost

import (
	"github.com/efseval/efseval/evaluate"
)

// Figures names the results of a change under a prefix such as survey/motivation. About is
// what was asked ("motywacja", "motivation").
func (c Change) Figures(prefix string, about evaluate.Text) []evaluate.Figure {
	n := namer{prefix: prefix, about: about, n: c.N, level: c.options.level()}
	figures := []evaluate.Figure{
		n.count("pairs", "pary ankiet", "pairs", c.N, evaluate.Pairs),
		n.maybe("pre/mean", "średnia przed", "mean before", c.Pre.Mean, evaluate.Points),
		n.maybe("pre/sd", "odchylenie standardowe przed", "standard deviation before", c.Pre.SD, evaluate.Points).By(leastOne()),
		n.maybe("pre/median", "mediana przed", "median before", c.Pre.Median, evaluate.Points),
		n.maybe("post/mean", "średnia po", "mean after", c.Post.Mean, evaluate.Points),
		n.maybe("post/sd", "odchylenie standardowe po", "standard deviation after", c.Post.SD, evaluate.Points).By(leastOne()),
		n.maybe("post/median", "mediana po", "median after", c.Post.Median, evaluate.Points),
		n.maybe("correlation", "korelacja wyników przed i po", "correlation of the scores before and after", c.Effect.R, evaluate.Statistic).
			By(evaluate.T("korelacja Pearsona", "Pearson correlation")),
	}
	figures = append(figures, c.sizeFigures(n)...)
	figures = append(figures, c.testFigures(n)...)
	figures = append(figures, c.effectFigures(n)...)
	figures = append(figures, c.shareFigures(n)...)
	return append(figures, c.reliableFigures(n)...)
}

func leastOne() evaluate.Text {
	return evaluate.T("n − 1 w mianowniku", "n − 1 in the denominator")
}

// sizeFigures are the change in points.
func (c Change) sizeFigures(n namer) []evaluate.Figure {
	return []evaluate.Figure{
		n.maybe("change/mean", "średnia zmiana", "mean change", c.T.Mean, evaluate.Points).
			WithInterval(n.interval(c.T.Interval)).
			By(evaluate.T("średnia różnic po − przed; przedział z rozkładu t", "mean of after − before; interval by Student's t")).
			Warn(NoComparison()).Warn(tooFew(c.N, c.T.Need.N, evaluate.T("przedział", "an interval"))...),
		n.maybe("change/sd", "odchylenie standardowe zmiany", "standard deviation of the change", c.T.SD, evaluate.Points).By(leastOne()),
		n.maybe("change/se", "błąd standardowy średniej zmiany", "standard error of the mean change", c.T.SE, evaluate.Points).By(evaluate.Same("SE = sd(d) / √n")),
		n.maybe("change/median", "mediana zmiany", "median change", c.Median.Estimate, evaluate.Points).
			WithInterval(n.interval(c.Median.Interval)).
			By(evaluate.T("mediana różnic; przedział ze statystyk pozycyjnych, bez założeń o rozkładzie", "median of the differences; interval from order statistics, free of any distribution")).
			Warn(tooFew(c.N, c.Median.Need.N, evaluate.T("przedział mediany", "an interval of the median"))...),
		n.maybe("change/hodges-lehmann", "zmiana Hodgesa-Lehmanna", "Hodges-Lehmann change", c.Shift.Estimate, evaluate.Points).
			WithInterval(n.interval(c.Shift.Interval)).
			By(evaluate.T("mediana wszystkich średnich par różnic (d_i + d_j)/2, i ≤ j, z zerami; przedział: k-ta z obu końców, k z rozkładu rangowanych znaków",
				"median of all averages of two differences (d_i + d_j)/2, i ≤ j, zeros kept; interval: the k-th from either end, k of the signed-rank distribution")).
			Warn(tooFew(c.N, c.Shift.Need.N, evaluate.T("przedział Hodgesa-Lehmanna", "a Hodges-Lehmann interval"))...),
	}
}

// shareFigures are how many went up and down.
func (c Change) shareFigures(n namer) []evaluate.Figure {
	of := func(id, pl, en string, k int) evaluate.Figure {
		return n.count(id, pl, en, k, evaluate.Persons).WithShare(evaluate.Count(k), evaluate.Count(c.N))
	}
	share := evaluate.NewFigure(n.prefix+"/improved-share", n.label("odsetek poprawy", "share improved"), evaluate.Ratio(int64(c.Improved), int64(c.N)), evaluate.Share).
		WithShare(evaluate.Count(c.Improved), evaluate.Count(c.N)).WithN(c.N)
	return []evaluate.Figure{
		of("improved", "poprawa", "improved", c.Improved),
		of("unchanged", "bez zmian", "unchanged", c.Unchanged),
		of("worsened", "pogorszenie", "worsened", c.Worsened),
		share,
	}
}
