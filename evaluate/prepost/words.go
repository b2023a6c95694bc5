package prepost

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// Because says in both languages why a statistic is undefined.
func Because(r stats.Reason) evaluate.Text {
	pl := map[stats.Reason]string{
		stats.NoValues:     "Nie ma żadnej wartości.",
		stats.NoPairs:      "Nikt nie wypełnił obu ankiet.",
		stats.FewerThanTwo: "Potrzeba co najmniej 2 wartości.",
		stats.FewerThan3:   "Potrzeba co najmniej 3 wartości.",
		stats.NoVariance:   "Wszystkie wartości są takie same, nie ma zmienności.",
		stats.NoNonZero:    "Każda różnica wynosi zero, nie ma czego rangować.",
		stats.TooManyExact: "Za dużo różnic na dokładne zliczenie.",
		stats.FewItems:     "Skala potrzebuje co najmniej 2 pytań.",
		stats.AtBound:      "Oszacowanie leży na końcu skali.",

		stats.NotDefinedFor:  "Nie jest określone dla wybranej opcji.",
		stats.NobodyMoved:    "Nikt nie zmienił kategorii, nie ma przejść do sprawdzenia.",
		stats.NoFall:         "Nikt nie przeszedł w dół, więc szansa przejścia w górę nie ma kresu.",
		stats.EmptyPair:      "Między pewnymi dwiema kategoriami nikt nie przeszedł w żadną stronę, a wzór przez to dzieli.",
		stats.NoSpreadDrawn:  "W każdym losowaniu wynik jest ten sam, nie ma rozrzutu na przedział.",
		stats.OneSided:       "Wszystkie losowania leżą po jednej stronie oszacowania, poprawka przedziału nie ma sensu.",
		stats.FewDefined:     "W zbyt wielu losowaniach wynik jest nieokreślony.",
		stats.FewForQuantile: "Za mało wartości na przedział tego kwantyla.",
		stats.Collinear:      "Jedna z kolumn modelu jest złożeniem pozostałych, nie da się rozdzielić ich udziałów.",
		stats.FewerRows:      "Wierszy nie jest więcej niż współczynników, nie ma czym ocenić dopasowania.",
		stats.FullLeverage:   "Jeden wiersz sam wyznacza współczynnik, jego reszta nie mówi nic o rozrzucie.",
		stats.Separated:      "Kolumny wyznaczają wynik bezbłędnie, współczynniki rosną bez końca.",
		stats.FewGroups:      "Są mniej niż 2 grupy do porównania.",
		stats.Unbounded:      "Wartość rośnie bez końca.",
		stats.NotReached:     "Żadna wartość z dozwolonego zakresu nie daje tego, o co pytano.",
		stats.FewFactorItems: "Model jednoczynnikowy potrzebuje co najmniej 3 pytań.",
		stats.Singular:       "Odpowiedzi na niektóre pytania wynikają wprost z innych albo ankiet jest nie więcej niż pytań.",
		stats.Heywood:        "Model jednoczynnikowy pasuje tylko wtedy, gdy jedno z pytań nie ma własnego błędu (przypadek Heywooda); pytania raczej nie mierzą jednej rzeczy.",
		stats.NotConverged:   "Poszukiwanie modelu jednoczynnikowego nie dobiegło końca; pytania raczej nie mierzą jednej rzeczy.",
		stats.TooManySplits:  "Jest za dużo sposobów podziału pytań na połowy.",
		stats.NoReliability:  "Rzetelność musi wynosić co najmniej 0 i mniej niż 1, a podana taka nie jest.",
	}[r]
	if pl == "" {
		pl = "Wynik nie jest określony."
	}
	return evaluate.T(pl, r.Sentence())
}

// NoComparison is the warning of every change: it is not an effect of the project.
func NoComparison() evaluate.Warning {
	return evaluate.NewWarning("change.no-comparison-group", evaluate.T(
		"wzrost bez grupy porównawczej nie jest efektem projektu: może wynikać z regresji do średniej albo z chęci dobrego wypadnięcia",
		"a rise without a comparison group is not an effect of the project: it may be regression to the mean or the wish to please"))
}

// tooFew says what sample a statistic needs, where the sample is smaller.
func tooFew(n, need int, what evaluate.Text) []evaluate.Warning {
	if n >= need {
		return nil
	}
	return []evaluate.Warning{evaluate.NewWarning("small-sample", evaluate.T(
		fmt.Sprintf("potrzeba co najmniej %d par na %s; jest %d", need, what.PL, n),
		fmt.Sprintf("need at least %d pairs for %s; there are %d", need, what.EN, n)))}
}
