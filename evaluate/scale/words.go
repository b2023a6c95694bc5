package scale

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// because says in both languages why a statistic of a questionnaire is undefined.
func because(r stats.Reason) evaluate.Text {
	switch r {
	case stats.NoValues:
		return evaluate.T("Nikt nie odpowiedział.", "Nobody answered.")
	case stats.FewerThanTwo:
		return evaluate.T("Potrzeba co najmniej 2 kompletnych ankiet.", "At least 2 complete sheets are needed.")
	case stats.NoVariance:
		return evaluate.T("Wszyscy odpowiedzieli tak samo, nie ma zmienności.", "All answered alike, so there is no variation.")
	}
	pl := map[stats.Reason]string{
		stats.FewItems:       "Skala potrzebuje co najmniej 2 pytań.",
		stats.FewFactorItems: "Model jednoczynnikowy potrzebuje co najmniej 3 pytań.",
		stats.Singular:       "Odpowiedzi na niektóre pytania wynikają wprost z innych albo ankiet jest nie więcej niż pytań.",
		stats.Heywood:        "Model jednoczynnikowy pasuje tylko wtedy, gdy jedno z pytań nie ma własnego błędu (przypadek Heywooda); pytania raczej nie mierzą jednej rzeczy.",
		stats.NotConverged:   "Poszukiwanie modelu jednoczynnikowego nie dobiegło końca; pytania raczej nie mierzą jednej rzeczy.",
		stats.TooManySplits:  "Jest za dużo sposobów podziału pytań na połowy.",
		stats.AtBound:        "Oszacowanie leży na końcu skali.",
	}[r]
	if pl == "" {
		pl = "Wynik nie jest określony."
	}
	return evaluate.T(pl, r.Sentence())
}

// waveWords is a wave within a label; one that is neither pre nor post goes by its name.
func waveWords(wave string) evaluate.Text {
	switch wave {
	case "pre":
		return evaluate.T("przed", "before")
	case "post":
		return evaluate.T("po", "after")
	}
	return evaluate.Same("(" + wave + ")")
}
