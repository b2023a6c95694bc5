package samples

// sl2014Header is the participant block of SL2014, with the household columns of its older
// versions: 46 columns, "W tym" and "Nr budynku" twice as in the export seen.
func sl2014Header() []any {
	return []any{
		"Kraj", "Rodzaj uczestnika", "Nazwa instytucji", "Imię", "Nazwisko", "Pesel", "Brak PESEL", "Płeć",
		"Wiek w chwili przystąpienia do projektu", "Wykształcenie", "Województwo", "Powiat", "Gmina", "Miejscowość",
		"Ulica", "Nr budynku", "Nr budynku", "Kod pocztowy", "Obszar wg stopnia urbanizacji (DEGURBA)",
		"Telefon kontaktowy", "Adres e-mail", "Data rozpoczęcia udziału w projekcie", "Data zakończenia udziału w projekcie",
		"Status osoby na rynku pracy w chwili przystąpienia do projektu", "W tym", "Wykonywany zawód", "Zatrudniony w:",
		"Sytuacja (1) osoby w momencie zakończenia udziału w projekcie", "Sytuacja (2) osoby w momencie zakończenia udziału w projekcie",
		"Inne rezultaty dotyczące osób młodych (dotyczy IZM - Inicjatywy na rzecz Zatrudnienia Młodych)",
		"Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką uczestnictwa",
		"Rodzaj przyznanego wsparcia", "W tym", "Data rozpoczęcia udziału we wsparciu", "Data zakończenia udziału we wsparciu",
		"Data założenia działalności gospodarczej", "Kwota środków przyznanych na założenie działalności gospodarczej",
		"PKD założonej działalności gospodarczej",
		"Osoba należąca do mniejszości narodowej lub etnicznej, migrant, osoba obcego pochodzenia",
		"Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań", "Osoba z niepełnosprawnościami",
		"Osoba przebywająca w gospodarstwie domowym bez osób pracujących",
		"w tym: w gospodarstwie domowym z dziećmi pozostającymi na utrzymaniu",
		"Osoba żyjąca w gospodarstwie składającym się z jednej osoby dorosłej i dzieci pozostających na utrzymaniu",
		"Osoba w innej niekorzystnej sytuacji społecznej (innej niż wymienione powyżej)",
		"Planowana data zakończenia edukacji w placówce edukacyjnej, w której skorzystano ze wsparcia",
	}
}

// sl2014Preamble stands above the header. What the programme did not publish stays empty.
func sl2014Preamble() [][]any {
	return [][]any{
		{"Numer umowy/ decyzji /aneksu", ""},
		{"Nazwa beneficjenta", ""},
		{"Tytuł projektu", "Włącz się! Program aktywizacji zawodowej i społecznej w Katowicach"},
		{"Okres realizacji projektu od", ""},
		{"Okres realizacji projektu do", ""},
		{"Wniosek za okres", ""},
		{"Dane osób zmyślone (synthetic); zgodne z opublikowanymi sumami"},
		{},
		{"Kraj", "Nazwa instytucji", "NIP", "Brak NIP", "Typ instytucji", "w tym", "Czy wsparciem zostali objęci pracownicy instytucji"},
		{},
	}
}

func sl2014Words() *lexicon {
	return &lexicon{words: map[string]string{
		"woman": "kobieta", "man": "mężczyzna", "yes": "Tak", "no": "Nie", "refused": "Odmowa podania informacji",
		"isced0": "niższe niż podstawowe", "isced1": "podstawowe", "isced2": "gimnazjalne", "isced3": "ponadgimnazjalne", "isced4": "policealne", "isced5_8": "wyższe",
		"unemployed_registered":   "osoba bezrobotna zarejestrowana w ewidencji urzędów pracy",
		"unemployed_unregistered": "osoba bezrobotna niezarejestrowana w ewidencji urzędów pracy",
		"inactive":                "osoba bierna zawodowo", "employed": "osoba pracująca",
		"long_term_unemployed": "osoba długotrwale bezrobotna", "other": "inne",
		"not_in_education": "osoba nieuczestnicząca w kształceniu lub szkoleniu", "in_education": "osoba ucząca się",
		"small_enterprise": "osoba pracująca w MMŚP", "large_enterprise": "osoba pracująca w dużym przedsiębiorstwie",
		"local_government": "osoba pracująca w administracji samorządowej", "self_employed": "osoba prowadząca działalność na własny rachunek",
		"none":      "osoba nie podjęła żadnej nowej aktywności po zakończeniu udziału w projekcie",
		"education": "osoba podjęła kształcenie lub szkolenie", "competences": "osoba nabyła kompetencje", "qualification": "osoba uzyskała kwalifikacje",
		"employment": "osoba podjęła pracę/rozpoczęła prowadzenie działalności na własny rachunek", "job_search": "osoba poszukująca pracy",
		"continues_employment": "osoba kontynuuje zatrudnienie", "being_monitored": "sytuacja w trakcie monitorowania", "not_applicable": "nie dotyczy",
		"counselling": "doradztwo", "course": "kurs", "training": "szkolenie", "internship": "staż/praktyka",
		"active_integration": "usługa aktywnej integracji", "social_service": "usługa społeczna", "guidance": "poradnictwo",
		"occupational": "usługa o charakterze zawodowym", "social": "usługa o charakterze społecznym",
		"psychological": "pomoc psychologiczna", "vocational_guidance": "doradztwo zawodowe",
	}}
}

// wlaczExport is the SL2014 workbook: one row a person and support, so that what is said of
// the person repeats.
func wlaczExport(people []*person) ([]byte, error) {
	words := sl2014Words()
	rows := append(sl2014Preamble(), sl2014Header())
	for _, p := range people {
		for _, s := range p.supports {
			rows = append(rows, sl2014Row(p, s, words))
		}
	}
	if words.err != nil {
		return nil, words.err
	}
	return workbook("Uczestnicy", rows)
}

// sl2014Row has the 46 cells of a row. The identifier stands in the column Pesel, the only one
// of the layout that can hold one, beside Brak PESEL = Tak.
func sl2014Row(p *person, s support, words *lexicon) []any {
	work := ""
	if p.working() {
		work = "inny"
	}
	return []any{
		"Polska", "indywidualny", "", "", "", p.id, "Tak", words.say(p.sex),
		p.age, words.say(p.education), "śląskie", "Katowice", "Katowice", "",
		"", "", "", "", "1",
		"", "", p.entry, p.exit,
		words.say(p.status), words.say(p.detail), work, "",
		words.say(p.situation(0)), words.say(p.situation(1)),
		"",
		words.say(p.completed),
		words.say(s.kind), words.say(s.nature), s.from, s.to,
		"", "",
		"",
		words.say(p.minority),
		words.say(p.homeless), words.say(p.disability),
		words.say(p.jobless),
		words.say(p.joblessKids),
		words.say(p.single),
		words.say(p.disadvantaged),
		"",
	}
}
