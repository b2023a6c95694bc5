package scale

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// itemFigures are the figures of one item.
func (a Analysis) itemFigures(n namer, item ItemAnalysis) []evaluate.Figure {
	of := n.ofItem(item.Number)
	turned := evaluate.T("", "")
	if item.Reversed {
		turned = evaluate.T("; pytanie odwrócone", "; the item is reversed")
	}
	return []evaluate.Figure{
		of.maybe("mean", "średnia", "mean", item.Answers.Mean, evaluate.Points).WithN(item.Answers.N).
			By(evaluate.T("wszystkie ważne odpowiedzi"+turned.PL, "all valid answers"+turned.EN)),
		of.maybe("sd", "odchylenie standardowe", "standard deviation", item.Answers.SD, evaluate.Points).WithN(item.Answers.N).
			By(evaluate.T("n − 1 w mianowniku; wszystkie ważne odpowiedzi", "n − 1 in the denominator; all valid answers")),
		of.maybe("item-rest", "korelacja z resztą pytań", "correlation with the rest of the items", item.Stats.Rest, evaluate.Statistic).
			By(evaluate.T("r Pearsona z sumą pozostałych pytań; kompletne ankiety", "Pearson's r with the sum of the other items; complete sheets")).
			Warn(a.hint(item)...),
		of.maybe("alpha-if-dropped", "alfa bez tego pytania", "alpha without this item", item.Stats.AlphaWithout, evaluate.Statistic).
			By(evaluate.T("surowa alfa Cronbacha pozostałych pytań; kompletne ankiety", "raw Cronbach's alpha of the other items; complete sheets")),
		of.maybe("alpha-if-dropped-standardized", "alfa standaryzowana bez tego pytania", "standardised alpha without this item", item.Stats.StandardizedAlphaWithout, evaluate.Statistic).
			By(evaluate.T("standaryzowana alfa Cronbacha pozostałych pytań; kompletne ankiety", "standardised Cronbach's alpha of the other items; complete sheets")),
		a.ofSheets(of, "missing", "bez odpowiedzi", "left blank", item.Missing),
		a.ofSheets(of, "faulty", "błędna odpowiedź", "faulty answer", item.Faulty),
	}
}

func (a Analysis) ofSheets(of namer, id, pl, en string, k int) evaluate.Figure {
	return evaluate.NewFigure(of.id(id), of.label(pl, en), evaluate.Count(k), evaluate.Sheets).
		WithShare(evaluate.Count(k), evaluate.Count(a.Sheets)).WithN(a.Sheets)
}

// hint points at an item that may be reversed without the key knowing.
func (a Analysis) hint(item ItemAnalysis) []evaluate.Warning {
	if !item.MaybeUnreversed {
		return nil
	}
	return []evaluate.Warning{evaluate.NewWarning("scale.maybe-unreversed", evaluate.T(
		fmt.Sprintf("pytanie %d działa przeciw pozostałym (n = %d): to tylko wskazówka, niczego nie odwrócono; sprawdź w ankiecie, czy pytanie jest odwrócone, i popraw klucz", item.Number, a.Complete),
		fmt.Sprintf("item %d runs against the others (n = %d): this is only a hint and nothing was turned; look in the questionnaire whether the item is reversed, and correct the key", item.Number, a.Complete)))}
}

// namer gives the figures of one wave, or of one item of it, their ids and labels.
type namer struct {
	prefix, wave string
	about        evaluate.Text
	complete     int // sheets
}

func (n namer) id(id string) string { return n.prefix + "/" + id + "/" + n.wave }

func (n namer) ofItem(number int) namer {
	n.prefix = fmt.Sprintf("%s/item/%d", n.prefix, number)
	n.about = evaluate.T(fmt.Sprintf("%s, pytanie %d", n.about.PL, number), fmt.Sprintf("%s, item %d", n.about.EN, number))
	return n
}

func (n namer) label(pl, en string) evaluate.Text {
	when := waveWords(n.wave)
	return evaluate.T(n.about.PL+": "+pl+" "+when.PL, n.about.EN+": "+en+" "+when.EN)
}

// maybe is a statistic of the complete sheets.
func (n namer) maybe(id, pl, en string, m stats.Maybe, u evaluate.Unit) evaluate.Figure {
	if !m.Defined {
		return evaluate.Unavailable(n.id(id), n.label(pl, en), u, because(m.Why))
	}
	return evaluate.NewFigure(n.id(id), n.label(pl, en), evaluate.Real(m.Value), u).WithN(n.complete)
}

// fewSheets is the number of complete sheets below which a coefficient of reliability is told to be
// unsteady: 30, from which alpha is near its value where one factor dominates (Yurdugül 2008, Hacettepe University
// Journal of Education 35).
const fewSheets = 30

// doubts adds what sample the statistic needs, where there is less, and further warnings.
func (n namer) doubts(f evaluate.Figure, need stats.Need, more ...evaluate.Warning) evaluate.Figure {
	least := max(need.N, fewSheets)
	if n.complete < least {
		f = f.Warn(evaluate.NewWarning("small-sample", evaluate.T(
			fmt.Sprintf("potrzeba co najmniej %d kompletnych ankiet, aby współczynnik się policzył, i %d, aby był stabilny; jest %d", need.N, least, n.complete),
			fmt.Sprintf("need at least %d complete sheets for the coefficient to be computed and %d for it to be steady; there are %d", need.N, least, n.complete))))
	}
	return f.Warn(more...)
}
