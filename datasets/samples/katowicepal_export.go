package samples

import (
	"errors"
	"strconv"
	"strings"
)

// smEFSHeader is the SM EFS layout without the columns of names, contacts and users, which
// would be empty. "w tym" occurs twice, told apart by what stands to its left.
func smEFSHeader() []string {
	return []string{
		"Numer projektu", "Obywatelstwo", "Rodzaj uczestnika", "PESEL/Inny identyfikator", "brak PESEL", "Płeć",
		"Wiek w chwili przystąpienia do projektu", "Wykształcenie", "Województwo", "Powiat", "Gmina",
		"Obszar według stopnia urbanizacji (DEGURBA)",
		"Data rozpoczęcia udziału w projekcie", "Data zakończenia udziału w projekcie",
		"Status osoby na rynku pracy w chwili przystąpienia do projektu", "w tym",
		"Sytuacja osoby w momencie zakończenia udziału w projekcie",
		"Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką uczestnictwa",
		"Zakres wsparcia", "Rodzaj przyznanego wsparcia", "w tym", "Data rozpoczęcia udziału we wsparciu",
		"Osoba obcego pochodzenia", "Obywatel państwa trzeciego",
		"Osoba należąca do mniejszości narodowej lub etnicznej (w tym społeczności marginalizowane)",
		"Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań", "Osoba z niepełnosprawnościami",
	}
}

func smEFSWords() *lexicon {
	return &lexicon{words: map[string]string{
		"woman": "Kobieta", "man": "Mężczyzna", "yes": "Tak", "no": "Nie", "refused": "Odmowa podania danych",
		"isced0": "Brak lub niepełne podstawowe (ISCED 0)", "isced1_2": "Podstawowe (ISCED 1) lub gimnazjalne (ISCED 2)",
		"isced3_4": "Ponadgimnazjalne (ISCED 3) lub policealne (ISCED 4)", "isced5_8": "Wyższe (ISCED 5–8)",
		"unemployed": "Osoba bezrobotna", "inactive": "Osoba bierna zawodowo", "employed": "Osoba pracująca",
		"long_term_unemployed": "osoba długotrwale bezrobotna (powyżej 12 miesięcy)", "other": "Inne", "small_enterprise": "pracująca w MMŚP",
		"not_in_education": "Osoba nieuczestnicząca w kształceniu lub szkoleniu", "in_education": "osoba ucząca się",
		"none": "osoba nie podjęła żadnej nowej aktywności po zakończeniu udziału w projekcie", "education": "osoba podjęła kształcenie lub szkolenie",
		"competences": "osoba nabyła kompetencje", "qualification": "osoba uzyskała kwalifikacje",
		"employment": "osoba podjęła pracę/rozpoczęła prowadzenie działalności na własny rachunek",
		"job_search": "osoba poszukująca pracy", "continues_employment": "osoba kontynuuje zatrudnienie",
		"counselling": "doradztwo/konsultacje", "training": "krajowe szkolenie/kurs", "internship": "staż/praktyka", "active_integration": "usługa aktywnej integracji",
		"vocational_guidance": "doradztwo zawodowe", "psychological": "pomoc psychologiczna", "legal": "doradztwo/ pomoc prawna",
		"occupational": "usługa o charakterze zawodowym", "social": "usługa o charakterze społecznym",
	}}
}

// palExport is the SM EFS file: one row a person, and two for the one who came back.
func palExport(people []*person) ([]byte, error) {
	words := smEFSWords()
	first, ok := palReturner(people)
	if !ok {
		return nil, errors.New("nobody of KATOWICE-PAL can have come back")
	}
	rows := [][]string{smEFSHeader()}
	for _, p := range people {
		if p.id != first.id {
			rows = append(rows, smEFSRow(p, words))
			continue
		}
		again := *p
		again.entry = first.exit + 45
		again.supports = p.supports[1:]
		for i := range again.supports {
			again.supports[i].from = max(again.supports[i].from, again.entry)
		}
		rows = append(rows, smEFSRow(&first, words), smEFSRow(&again, words))
	}
	if words.err != nil {
		return nil, words.err
	}
	return csvText(true, rows)
}

func smEFSRow(p *person, words *lexicon) []string {
	var kinds, natures, starts []string
	for _, s := range p.supports {
		kinds = append(kinds, words.say(s.kind))
		natures = append(natures, words.say(s.nature))
		starts = append(starts, s.from.String())
	}
	piped := func(items []string) string { return strings.Join(items, "|") }
	return []string{
		palProject, "Obywatelstwo polskie", "indywidualny", p.id, "Tak", words.say(p.sex),
		strconv.Itoa(p.age), words.say(p.education), "śląskie", "Katowice", "Katowice", "1",
		p.entry.String(), p.exit.String(), words.say(p.status), words.say(p.detail),
		words.say(p.situation(0)), words.say(p.completed),
		piped(make([]string, len(kinds))), piped(kinds), piped(natures), piped(starts),
		"Nie", "Nie", words.say(p.minority), words.say(p.homeless), words.say(p.disability),
	}
}
