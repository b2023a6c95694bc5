package prepost

import (
	"errors"
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// ItemPairs are the answers to one question of the people who gave one before and one after, reversed
// ones turned.
type ItemPairs struct {
	Number    int // from 1
	Pre, Post []float64
}

// ItemChange is the change of one question.
type ItemChange struct {
	Number    int
	N         int
	Pre, Post stats.Summary
	T         stats.TTest // for the mean change and its interval
	Wilcoxon  stats.SignedRankTest
	Holm, BH  stats.Maybe // of the Wilcoxon p, over all questions
}

// ItemChanges is the change of every question, with p-values adjusted for their number.
type ItemChanges struct {
	Items []ItemChange
	level float64
}

// CompareItems works out the change of each question. An impossible level, unequal lengths and values
// that are not finite are errors.
func CompareItems(items []ItemPairs, level float64) (ItemChanges, error) {
	out := ItemChanges{level: level}
	p := make([]stats.Maybe, len(items))
	for i, item := range items {
		c, err := compareItem(item, level)
		if err != nil {
			return out, fmt.Errorf("question %d: %w", item.Number, err)
		}
		out.Items, p[i] = append(out.Items, c), headline(c.Wilcoxon)
	}
	holm, err1 := stats.AdjustP(p, stats.Holm)
	bh, err2 := stats.AdjustP(p, stats.BenjaminiHochberg)
	if err := errors.Join(err1, err2); err != nil {
		return out, err
	}
	for i := range out.Items {
		out.Items[i].Holm, out.Items[i].BH = holm[i], bh[i]
	}
	return out, nil
}

func compareItem(item ItemPairs, level float64) (ItemChange, error) {
	c := ItemChange{Number: item.Number, N: len(item.Pre)}
	diff, err := stats.DecimalDifferences(item.Pre, item.Post)
	if err != nil {
		return c, err
	}
	var errs [4]error
	c.Pre, errs[0] = stats.Describe(item.Pre)
	c.Post, errs[1] = stats.Describe(item.Post)
	c.T, errs[2] = stats.PairedT(item.Pre, item.Post, level)
	c.Wilcoxon, errs[3] = stats.SignedRank(diff.Values, stats.SignedRankOptions{Zeros: stats.Drop, Level: level})
	return c, errors.Join(errs[:]...)
}

// Figures names the results under prefix/item/3/change/….
func (c ItemChanges) Figures(prefix string, about evaluate.Text) []evaluate.Figure {
	var figures []evaluate.Figure
	for _, item := range c.Items {
		n := namer{prefix: fmt.Sprintf("%s/item/%d", prefix, item.Number), n: item.N, level: c.level,
			about: evaluate.T(fmt.Sprintf("%s, pytanie %d", about.PL, item.Number), fmt.Sprintf("%s, question %d", about.EN, item.Number))}
		figures = append(figures, item.figures(n)...)
	}
	return figures
}

func (c ItemChange) figures(n namer) []evaluate.Figure {
	adjusted := func(id, pl, en string, p stats.Maybe) evaluate.Figure {
		return n.maybe("change/"+id, "p Wilcoxona po poprawce "+pl, "Wilcoxon p adjusted by "+en, p, evaluate.PValue).
			By(evaluate.T("poprawka na liczbę pytań", "adjusted for the number of questions"))
	}
	few := tooFew(c.Wilcoxon.NonZero, c.Wilcoxon.Need.N, n.pBelow("p Wilcoxona", "a Wilcoxon p").
		Joined(" ", evaluate.T("(osób, których odpowiedź się zmieniła)", "(people whose answer changed)")))
	return []evaluate.Figure{
		n.count("pairs", "pary odpowiedzi", "pairs of answers", c.N, evaluate.Pairs),
		n.maybe("pairs/pre-mean", "średnia przed, w parach", "mean before, in pairs", c.Pre.Mean, evaluate.Points),
		n.maybe("pairs/post-mean", "średnia po, w parach", "mean after, in pairs", c.Post.Mean, evaluate.Points),
		n.maybe("change/mean", "średnia zmiana", "mean change", c.T.Mean, evaluate.Points).WithInterval(n.interval(c.T.Interval)).
			By(evaluate.T("odwrócone pytania odwrócone; przedział z rozkładu t", "reversed questions turned; interval by Student's t")).
			Warn(tooFew(c.N, c.T.Need.N, evaluate.T("przedział", "an interval"))...),
		n.maybe("change/p-wilcoxon", "p Wilcoxona (dwustronne)", "Wilcoxon p (two-sided)", headline(c.Wilcoxon), evaluate.PValue).By(signedRankWords(c.Wilcoxon)).Warn(few...),
		adjusted("p-holm", "Holma", "Holm", c.Holm),
		adjusted("p-bh", "Benjaminiego-Hochberga", "Benjamini and Hochberg", c.BH),
	}
}
