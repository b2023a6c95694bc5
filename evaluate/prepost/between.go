package prepost

import (
	"errors"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// Between is two groups compared: by how much more the first changed than the second. Without random
// assignment it is a comparison, never an effect.
type Between struct {
	Welch  stats.TwoSampleT  // of the changes
	Effect stats.GroupEffect // the same in units of the pooled standard deviation
	Ranks  stats.MannWhitneyTest
	Ancova stats.AncovaResult // after on before and group; undefined where a group is empty

	first, second GroupName
	level         float64
}

// CompareGroups compares the changes of two groups: of the pairs in one and in the other. An impossible
// level and values that are not finite are errors.
func CompareGroups(pairs []Pair, first, second GroupName, level float64) (Between, error) {
	b := Between{first: first, second: second, level: level}
	x, err1 := changesOf(pairs, first.Group)
	y, err2 := changesOf(pairs, second.Group)
	if err := errors.Join(err1, err2); err != nil {
		return b, err
	}
	var errs [4]error
	b.Welch, errs[0] = stats.WelchT(x.plain, y.plain, level)
	b.Effect, errs[1] = stats.StandardizedDifference(x.plain, y.plain, level)
	b.Ranks, errs[2] = stats.MannWhitney(x.tied, y.tied, level)
	if len(x.plain) > 0 && len(y.plain) > 0 {
		errs[3] = b.adjust(pairs)
	}
	return b, errors.Join(errs[:]...)
}

// changes are the changes of one group: plain for means, and with equal changes tied for ranks.
type changes struct{ plain, tied []float64 }

func changesOf(pairs []Pair, group string) (c changes, err error) {
	pre, post := scoresOf(inGroup(pairs, group))
	tied, err := stats.DecimalDifferences(pre, post)
	if err != nil {
		return c, err
	}
	c.tied = tied.Values
	c.plain, err = stats.PlainDifferences(pre, post)
	return c, err
}

func inGroup(pairs []Pair, group string) (in []Pair) {
	for _, p := range pairs {
		if p.Group == group {
			in = append(in, p)
		}
	}
	return in
}

// adjust is the analysis of covariance, the second group being the one that the first is held against.
func (b *Between) adjust(pairs []Pair) (err error) {
	second, first := inGroup(pairs, b.second.Group), inGroup(pairs, b.first.Group)
	pre, post := scoresOf(append(second, first...))
	group := make([]int, len(pre))
	for i := range first {
		group[len(second)+i] = 1
	}
	b.Ancova, err = stats.Ancova(pre, post, group, stats.AncovaOptions{Level: b.level})
	return err
}

// Figures names the results under prefix/difference/women-men or the like: the ids of the two groups.
func (b Between) Figures(prefix string, about evaluate.Text) []evaluate.Figure {
	w := b.Welch
	n := namer{prefix: prefix + "/difference/" + b.first.ID + "-" + b.second.ID, n: w.NX + w.NY, level: b.level,
		about: evaluate.T(about.PL+", "+b.first.Label.PL+" − "+b.second.Label.PL, about.EN+", "+b.first.Label.EN+" − "+b.second.Label.EN)}
	few := tooFewIn(w)
	adjusted := stats.Coefficient{Estimate: w.Difference, P: w.PTwo}
	if len(b.Ancova.Differences) == 1 {
		adjusted = b.Ancova.Differences[0]
	}
	hc3 := evaluate.T("ANCOVA: po = b₀ + b₁·przed + g·grupa; błąd HC3; różnica między osobami o tym samym wyniku przed",
		"ANCOVA: after = b₀ + b₁·before + g·group; HC3 errors; the difference between people of the same score before")
	return []evaluate.Figure{
		n.maybe("change", "różnica średnich zmian", "difference of mean changes", w.Difference, evaluate.Points).WithInterval(n.interval(w.Interval)).
			By(evaluate.T("test Welcha; przedział z rozkładu t", "Welch's test; interval by Student's t")).Warn(few...),
		n.maybe("p-welch", "p testu Welcha (dwustronne)", "p of Welch's test (two-sided)", w.PTwo, evaluate.PValue).Warn(few...),
		n.maybe("g", "g Hedgesa różnicy zmian", "Hedges' g of the difference of changes", b.Effect.G, evaluate.Statistic).WithInterval(n.interval(b.Effect.GInterval)).
			By(evaluate.T("J · różnica / wspólne odchylenie zmian; przedział z niecentralnego t", "J · difference / pooled SD of the changes; interval by the noncentral t")),
		n.maybe("p-mann-whitney", "p Manna-Whitneya zmian (dwustronne)", "Mann-Whitney p of the changes (two-sided)", ranksP(b.Ranks), evaluate.PValue).
			By(ranksWords(b.Ranks)).Warn(tooFew(min(w.NX, w.NY), b.Ranks.Need.N, n.pBelow("p Manna-Whitneya", "a Mann-Whitney p").
			Joined(" ", evaluate.T("(w każdej grupie)", "(in each group)")))...),
		n.maybe("ancova", "różnica po, wyrównana o wynik przed", "difference after, adjusted for the score before", adjusted.Estimate, evaluate.Points).
			WithInterval(n.interval(adjusted.Interval)).By(hc3).Warn(few...),
		n.maybe("p-ancova", "p różnicy wyrównanej (dwustronne)", "p of the adjusted difference (two-sided)", adjusted.P, evaluate.PValue).By(hc3),
	}
}

func ranksP(t stats.MannWhitneyTest) stats.Maybe {
	if t.Exact.Two.Defined || t.Exact.Two.Why != stats.TooManyExact {
		return t.Exact.Two
	}
	return t.NormalCC.P
}

func ranksWords(t stats.MannWhitneyTest) evaluate.Text {
	if !t.Exact.Two.Defined && t.Exact.Two.Why == stats.TooManyExact {
		return evaluate.T("przybliżenie normalne z poprawką na wiązania i na ciągłość", "normal approximation with correction for ties and for continuity")
	}
	return evaluate.T("dokładne, warunkowe względem wiązań", "exact, conditional on the ties")
}

// tooFewIn warns where the smaller group is below what Welch's interval needs.
func tooFewIn(w stats.TwoSampleT) []evaluate.Warning {
	return tooFew(min(w.NX, w.NY), w.Need.N, evaluate.T("porównanie grup (w każdej)", "comparing the groups (in each)"))
}
