package prepost

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// testFigures are the statistics and p-values: by t, by ranks, by signs, by permutation.
func (c Change) testFigures(n namer) []evaluate.Figure {
	w := c.Wilcoxon
	forRanks := tooFew(w.NonZero, w.Need.N, n.pBelow("p Wilcoxona", "a Wilcoxon p"))
	return []evaluate.Figure{
		n.maybe("change/t", "t Studenta dla par", "paired t", c.T.T, evaluate.Statistic).By(evaluate.Same("t = mean(d) / (sd(d) / √n)")),
		n.maybe("change/p-t", "p testu t (dwustronne)", "p of the t test (two-sided)", c.T.PTwo, evaluate.PValue).
			By(evaluate.T("rozkład t o n − 1 stopniach swobody", "t distribution with n − 1 degrees of freedom")),
		n.ranks("change/w-plus", "suma rang wzrostów W+", "rank sum of rises W+", w.WPlus),
		n.ranks("change/w-minus", "suma rang spadków W−", "rank sum of falls W−", w.WMinus),
		n.maybe("change/p-wilcoxon", "p Wilcoxona (dwustronne)", "Wilcoxon p (two-sided)", headline(w), evaluate.PValue).
			By(signedRankWords(w)).Warn(forRanks...),
		n.maybe("change/p-wilcoxon-pratt", "p Wilcoxona z zerami wg Pratta", "Wilcoxon p, zeros by Pratt", headline(c.Pratt), evaluate.PValue).
			By(signedRankWords(c.Pratt)),
		n.maybe("change/p-wilcoxon-normal", "p Wilcoxona z przybliżenia normalnego", "Wilcoxon p by the normal approximation", w.Normal.P, evaluate.PValue).
			By(evaluate.T("zera pominięte; wariancja z poprawką na wiązania; bez poprawki na ciągłość", "zeros dropped; tie-corrected variance; no continuity correction")),
		n.maybe("change/p-wilcoxon-normal-cc", "p Wilcoxona z przybliżenia z poprawką na ciągłość", "Wilcoxon p by the approximation with continuity correction", w.NormalCC.P, evaluate.PValue).
			By(evaluate.T("zera pominięte; wariancja z poprawką na wiązania; |W − μ| mniejsze o 0,5", "zeros dropped; tie-corrected variance; |W − μ| lessened by 0.5")),
		n.maybe("change/p-sign", "p testu znaków (dwustronne)", "p of the sign test (two-sided)", c.Sign.PTwo, evaluate.PValue).
			By(evaluate.T("dokładny test dwumianowy wzrostów wobec spadków; zera pominięte", "exact binomial test of rises against falls; zeros dropped")).
			Warn(tooFew(c.Sign.Plus+c.Sign.Minus, c.Sign.Need.N, evaluate.T("p testu znaków poniżej 0,05", "a sign test p below 0.05"))...),
		n.maybe("change/p-permutation", "p testu permutacyjnego średniej (dwustronne)", "permutation p of the mean (two-sided)", c.Permutation.PTwo, evaluate.PValue).
			By(c.permutationWords()),
	}
}

func (c Change) permutationWords() evaluate.Text {
	how := evaluate.T("wszystkie 2^n układów znaków", "all 2^n patterns of signs")
	if c.Permutation.How == stats.Drawn {
		how = evaluate.T("układy znaków losowane z ustalonym ziarnem", "patterns of signs drawn from a fixed seed")
	}
	return evaluate.T("test Fishera średniej różnic; ", "Fisher's test of the mean difference; ").Joined("", how)
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
