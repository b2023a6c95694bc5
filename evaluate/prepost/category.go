package prepost

import (
	"errors"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// CategoryChange is how the answers of the same people to a question with categories moved.
type CategoryChange struct {
	Table   stats.Transitions
	Ordered bool // the categories stand in an order, lowest first

	McNemar stats.McNemarTest // of two categories, the second being "yes"
	Shares  stats.ShareChange // of the second of two categories
	Stuart  stats.StuartMaxwellTest
	Bowker  stats.BowkerTest
	Scores  stats.NormalP // of ordered categories
	Kappa   stats.Agreement
	level   float64
}

// CompareCategories tabulates the answers of the same people before and after among the categories, in
// their order. An answer that is none of them, unequal lengths and an impossible level are errors.
func CompareCategories(pre, post, categories []string, ordered bool, level float64) (CategoryChange, error) {
	c := CategoryChange{Ordered: ordered, level: level}
	var err error
	if c.Table, err = stats.CountTransitions(pre, post, categories); err != nil {
		return c, err
	}
	var errs [6]error
	c.Stuart, errs[0] = stats.StuartMaxwell(c.Table)
	c.Bowker, errs[1] = stats.Bowker(c.Table)
	c.Scores, errs[2] = stats.MarginalScores(c.Table)
	c.Kappa, errs[3] = stats.Kappa(c.Table)
	if n := c.Table.Counts; len(categories) == 2 {
		c.McNemar, errs[4] = stats.McNemar(n[0][1], n[1][0], level)
		c.Shares, errs[5] = stats.PairedShares(n[1][1], n[0][1], n[1][0], n[0][0], level)
	}
	return c, errors.Join(errs[:]...)
}

// Figures names the results under a prefix such as survey/motivation/category/works. About is what was
// asked. Of two categories the second is called by its code in the labels.
func (c CategoryChange) Figures(prefix string, about evaluate.Text) []evaluate.Figure {
	n := namer{prefix: prefix, about: about, n: c.Table.N, level: c.level}
	figures := []evaluate.Figure{
		n.count("pairs", "pary odpowiedzi", "pairs of answers", c.Table.N, evaluate.Pairs),
		n.count("same", "ta sama odpowiedź", "the same answer", c.Table.Same(), evaluate.Persons).WithShare(evaluate.Count(c.Table.Same()), evaluate.Count(c.Table.N)),
	}
	if len(c.Table.Categories) == 2 {
		return append(figures, c.ofTwo(n)...)
	}
	return append(figures, c.ofMany(n)...)
}

// ofTwo are the figures of a question with two answers.
func (c CategoryChange) ofTwo(n namer) []evaluate.Figure {
	m, s := c.McNemar, c.Shares
	yes := c.Table.Categories[1]
	few := tooFew(m.Up+m.Down, m.Need.N, n.pBelow("p McNemara", "a McNemar p").
		Joined(" ", evaluate.T("(osób, które zmieniły odpowiedź)", "(people who changed their answer)")))
	return []evaluate.Figure{
		n.count("up", "przeszli na „"+yes+"”", "moved to “"+yes+"”", m.Up, evaluate.Persons),
		n.count("down", "odeszli od „"+yes+"”", "moved away from “"+yes+"”", m.Down, evaluate.Persons),
		n.maybe("pre-share", "odsetek „"+yes+"” przed", "share of “"+yes+"” before", s.Pre, evaluate.Share),
		n.maybe("post-share", "odsetek „"+yes+"” po", "share of “"+yes+"” after", s.Post, evaluate.Share),
		n.maybe("share-change", "zmiana odsetka", "change of the share", s.Diff, evaluate.Share).WithInterval(n.interval(s.Newcombe)).
			By(evaluate.T("po − przed; przedział Newcombe'a (metoda 10)", "after − before; Newcombe's interval (method 10)")).Warn(NoComparison()),
		n.maybe("p-mcnemar", "p McNemara, dokładne (dwustronne)", "McNemar p, exact (two-sided)", m.Exact, evaluate.PValue).
			By(evaluate.T("dwumianowe, wśród tych, którzy zmienili odpowiedź", "binomial, among those who changed their answer")).Warn(few...),
		n.maybe("p-mcnemar-mid", "mid-p McNemara (dwustronne)", "McNemar mid-p (two-sided)", m.Mid, evaluate.PValue),
	}
}

// leastMoved is how many should have changed their answer before a chi-square p is taken at its word: what is
// usually asked of McNemar's.
const leastMoved = 25

// ofMany are the figures of a question with more answers.
func (c CategoryChange) ofMany(n namer) []evaluate.Figure {
	moved := c.Table.N - c.Table.Same()
	few := tooFew(moved, leastMoved, evaluate.T("przybliżenie chi-kwadrat (osób, które zmieniły odpowiedź)", "the chi-square approximation (people who changed their answer)"))
	figures := []evaluate.Figure{
		n.maybe("p-stuart-maxwell", "p Stuarta-Maxwella", "Stuart-Maxwell p", c.Stuart.P, evaluate.PValue).
			By(evaluate.T("czy rozkład odpowiedzi się zmienił; chi-kwadrat", "whether the distribution of answers changed; chi-square")).Warn(few...),
		n.maybe("p-bowker", "p Bowkera", "Bowker p", c.Bowker.NonEmpty.P, evaluate.PValue).
			By(evaluate.T("czy przejścia są symetryczne; chi-kwadrat po parach kategorii, między którymi ktoś przeszedł", "whether the moves are symmetric; chi-square over pairs of categories between which somebody moved")).Warn(few...),
		n.maybe("kappa", "kappa Cohena", "Cohen's kappa", c.Kappa.Plain, evaluate.Statistic).
			By(evaluate.T("zgodność odpowiedzi ponad przypadek, bez wag", "agreement beyond chance, unweighted")),
	}
	if !c.Ordered {
		return figures
	}
	return append(figures,
		n.maybe("p-scores", "p zmiany w górę skali odpowiedzi (dwustronne)", "p of a move along the answers (two-sided)", c.Scores.P, evaluate.PValue).
			By(evaluate.T("z = Σd / √Σd², oceny 1…k w kolejności odpowiedzi", "z = Σd / √Σd², scores 1…k in the order of the answers")).Warn(few...),
		n.maybe("kappa-weighted", "kappa ważona kwadratowo", "kappa weighted by squares", c.Kappa.Quadratic, evaluate.Statistic))
}
