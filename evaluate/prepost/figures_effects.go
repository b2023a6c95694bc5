package prepost

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// effectFigures are the sizes of the change in units that other studies can be held against; each says its
// denominator. d_z and g keep their ids of design.md.
func (c Change) effectFigures(n namer) []evaluate.Figure {
	e := c.Effect
	of := func(id, pl, en string, m stats.Maybe, formula evaluate.Text) evaluate.Figure {
		return n.maybe("change/"+id, pl, en, m, evaluate.Statistic).By(formula)
	}
	b := c.Bootstrap
	drawn := func(id, pl, en string, m stats.Maybe, i stats.Interval, formula evaluate.Text) evaluate.Figure {
		return of(id, pl, en, m, formula.Joined("", c.drawnWords(i))).WithInterval(n.interval(i)).Warn(c.fewToDraw(i)...)
	}
	byT := evaluate.T("; przedział z niecentralnego t", "; interval by the noncentral t")
	corrected := evaluate.T("; J dokładne (funkcja gamma), df = n − 1", "; exact J (gamma function), df = n − 1")
	return []evaluate.Figure{
		of("dz", "wielkość zmiany d_z", "effect size d_z", e.DZ, evaluate.T("d_z = średnia(d) / sd(d)", "d_z = mean(d) / sd(d)").Joined("", byT)).
			WithInterval(n.interval(e.DZInterval)),
		of("g", "g Hedgesa", "Hedges' g", e.GZ, evaluate.Same("g = J · d_z").Joined("", corrected).Joined("", byT)).
			WithInterval(n.interval(e.GZInterval)),
		drawn("dav", "wielkość zmiany d_av", "effect size d_av", e.DAv, b.DAv.Interval, evaluate.T("d_av = średnia(d) / √((sd₁² + sd₂²)/2)", "d_av = mean(d) / √((sd₁² + sd₂²)/2)")),
		drawn("dav-g", "d_av z poprawką Hedgesa", "d_av with Hedges' correction", e.GAv, b.GAv, evaluate.Same("g_av = J · d_av").Joined("", corrected)),
		drawn("dav-lakens", "d_av według Lakensa", "d_av by Lakens", e.DAvLakens, b.DAvLakens.Interval, evaluate.T("średnia(d) / ((sd₁ + sd₂)/2)", "mean(d) / ((sd₁ + sd₂)/2)")),
		drawn("drm", "wielkość zmiany d_rm", "effect size d_rm", e.DRM, b.DRM.Interval, evaluate.Same("d_rm = d_z · √(2(1 − r))")),
		drawn("drm-g", "d_rm z poprawką Hedgesa", "d_rm with Hedges' correction", e.GRM, b.GRM, evaluate.Same("g_rm = J · d_rm").Joined("", corrected)),
		drawn("glass", "delta Glassa", "Glass's delta", e.GlassPre, b.GlassPre.Interval, evaluate.T("średnia(d) / sd przed", "mean(d) / sd before")),
		drawn("glass-g", "delta Glassa z poprawką Hedgesa", "Glass's delta with Hedges' correction", e.GGlassPre, b.GGlassPre, evaluate.Same("J · Δ").Joined("", corrected)),
		of("rank-biserial", "korelacja rangowo-dwuseryjna", "rank-biserial correlation", c.Rank.R,
			evaluate.T("(W+ − W−) / (W+ + W−), zera pominięte; przedział przez z Fishera, n różnic niezerowych", "(W+ − W−) / (W+ + W−), zeros dropped; interval by Fisher's z, n of non-zero differences")).
			WithInterval(n.interval(c.Rank.Interval)),
		of("rank-biserial-pratt", "korelacja rangowo-dwuseryjna, zera wg Pratta", "rank-biserial correlation, zeros by Pratt", c.RankPratt.R,
			evaluate.T("(W+ − W−) / (W+ + W−), zera rangowane i pominięte", "(W+ − W−) / (W+ + W−), zeros ranked, then dropped")),
		n.maybe("change/superiority", "prawdopodobieństwo wzrostu u osoby", "probability that a person rose", c.Common.Same.NonParametric, evaluate.Share).
			WithInterval(n.interval(c.Superior.Interval)).By(evaluate.Same("P(d > 0) + P(d = 0)/2").Joined("", c.drawnWords(c.Superior.Interval))).Warn(c.fewToDraw(c.Superior.Interval)...),
		n.maybe("change/superiority-normal", "prawdopodobieństwo wzrostu przy rozkładzie normalnym", "probability of a rise under normal differences", c.Common.Same.Parametric, evaluate.Share).
			WithInterval(n.interval(c.Common.SameInterval)).By(evaluate.Same("CLES = Φ(d_z)")),
		n.maybe("change/power", "moc wykrycia średniego efektu (d_z = 0,5)", "power to find a medium effect (d_z = 0.5)", c.Power, evaluate.Share).
			By(evaluate.T("test t par, dwustronnie; efekt z góry przyjęty, nie ten z danych", "paired t test, two-sided; an effect set beforehand, not the one found")),
		of("detectable", "najmniejszy wykrywalny efekt d_z (moc 0,8)", "smallest detectable effect d_z (power 0.8)", c.Detectable,
			evaluate.T("d_z, który test t par o tej liczebności wykrywa z mocą 0,8 (dwustronnie); mniejszej zmiany te dane zwykle nie pokażą",
				"the d_z that a paired t test of so many pairs finds with a power of 0.8 (two-sided); these data usually do not show a smaller change")),
	}
}

// drawnWords say how a bootstrap interval was made, where there is one.
func (c Change) drawnWords(i stats.Interval) evaluate.Text {
	if !i.Lo.Defined {
		return evaluate.Text{}
	}
	return evaluate.T(
		fmt.Sprintf("; przedział bootstrapowy BCa, %d losowań, ziarno %d", c.options.Resamples, c.options.Seed),
		fmt.Sprintf("; bootstrap interval BCa, %d resamples, seed %d", c.options.Resamples, c.options.Seed))
}

func (c Change) fewToDraw(i stats.Interval) []evaluate.Warning {
	if !i.Lo.Defined {
		return nil
	}
	return tooFew(c.N, stats.NeedForBCa().N, evaluate.T("przedział bootstrapowy", "a bootstrap interval"))
}
