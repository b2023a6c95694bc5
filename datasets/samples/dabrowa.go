package samples

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

const (
	dabrowaSeed     = 2011
	dabrowaProject  = "SYN-DABROWA-INTEGRA" // the programme published no contract number
	dabrowaFamilies = 10
)

// dabrowaIntegra makes the export of INTEGRA, Dąbrowa Górnicza, 2011 (PO KL 7.1.1): 90 people,
// 9 women in secondary education, and 10 families that are not participants.
func dabrowaIntegra() ([]File, error) {
	d := newDraw(dabrowaSeed)
	people := dabrowaPeople(d)
	if d.err != nil {
		return nil, d.err
	}
	export, err := dabrowaExport(people)
	return []File{{"dabrowa-integra/uczestnicy-pefs2007-synthetic.xlsx", export}}, err
}

// dabrowaGroups splits the published 90; the split itself is invented, by sex as well.
func dabrowaGroups() []group {
	return []group{
		{name: "adult", n: 34, women: 22, youngest: 20, oldest: 58, status: "unemployed", detail: "long_term_unemployed"},
		{name: "adult", n: 22, women: 14, youngest: 18, oldest: 55, status: "unemployed"},
		{name: "adult", n: 20, women: 13, youngest: 19, oldest: 59, status: "inactive"},
		{name: "adult", n: 6, women: 4, youngest: 18, oldest: 24, status: "inactive", detail: "in_education"},
		{name: "adult", n: 8, women: 5, youngest: 24, oldest: 54, status: "employed"},
	}
}

func dabrowaPeople(d *draw) []*person {
	people := populate(d, dabrowaGroups())
	dealInto(d, people, []part[string]{{"isced0", 3}, {"isced1", 27}, {"isced2", 19}, {"isced3", 33}, {"isced4", 4}, {"isced5_8", 4}}, func(p *person, v string) { p.education = v })
	dealInto(d, people, []part[string]{{"yes", 22}, {"no", 68}}, func(p *person, v string) { p.disability = v })
	dealInto(d, people, []part[string]{{"yes", 31}, {"no", 59}}, func(p *person, v string) { p.care = v })
	for _, p := range people {
		p.flow, p.minority, p.rural = "finished", "no", "urban"
		p.entry = d.dayBetween(date(2011, time.January, 17), date(2011, time.April, 29))
		p.exit = d.dayBetween(date(2011, time.September, 30), date(2011, time.December, 30))
	}
	number(people, "SYN-DAB-%03d")
	dabrowaFlow(d, people)
	dabrowaSupports(d, people)
	return people
}

// dabrowaFlow is the PO KL table: 90 began = 78 finished + 7 broke off + 5 continue.
func dabrowaFlow(d *draw, people []*person) {
	leave := pick(d, 12, people, everybody)
	for i, p := range leave {
		p.flow, p.exit = "continues", none
		if i < 7 {
			p.flow, p.exit = "broke_off", p.entry+day(d.between(20, 90))
		}
	}
}

// dabrowaSupports: personal-development training for all, then what each came for. The 9 who complete
// their schooling are women below upper secondary level; rehabilitation is for people with
// disabilities.
func dabrowaSupports(d *draw, people []*person) {
	add := func(n int, kind string, fits func(*person) bool) {
		for _, p := range pick(d, n, people, fits) {
			p.supports = append(p.supports, support{kind: kind})
		}
	}
	low := func(p *person) bool { return slices.Contains([]string{"isced0", "isced1", "isced2"}, p.education) }
	add(90, "training", everybody)
	add(9, "formal_education", func(p *person) bool { return p.sex == "woman" && low(p) && p.age < 50 })
	add(46, "course", func(p *person) bool { return !p.had("formal_education") })
	add(14, "rehabilitation", func(p *person) bool { return p.disability == "yes" })
}

func pefs2007Header() []any {
	return []any{
		"Typ", "Nr projektu", "PESEL", "Płeć", "Wiek w chwili przystępowania do projektu", "Wykształcenie",
		"Opieka nad dziećmi do lat 7 lub opieka nad osobą zależną", "Obszar", "Województwo", "Powiat",
		"Status na rynku pracy", "W tym", "Mniejszość narodowa/etniczna", "Migrant", "Niepełnosprawny",
		"Rodzaj wsparcia", "Data rozpoczęcia udziału", "Data zakończenia udziału", "Przepływ uczestnika",
	}
}

func pefs2007Words() *lexicon {
	return &lexicon{words: map[string]string{
		"woman": "Kobieta", "man": "Mężczyzna", "yes": "Tak", "no": "Nie", "urban": "miejski",
		"isced0": "Brak", "isced1": "Podstawowe", "isced2": "Gimnazjalne", "isced3": "Ponadgimnazjalne", "isced4": "Pomaturalne", "isced5_8": "Wyższe",
		"unemployed": "bezrobotny", "inactive": "nieaktywny zawodowo", "employed": "zatrudniony",
		"long_term_unemployed": "w tym długotrwale", "in_education": "w tym uczący się",
		"finished": "zakończył udział", "broke_off": "przerwał udział", "continues": "kontynuuje udział",
		"course": "kurs zawodowy", "formal_education": "uzupełnianie wykształcenia",
		"training": "szkolenie", "rehabilitation": "zajęcia rehabilitacyjne",
	}}
}

// dabrowaExport is the PEFS 2007 workbook: preamble, 90 rows of people, 10 of families.
func dabrowaExport(people []*person) ([]byte, error) {
	words := pefs2007Words()
	rows := [][]any{
		{"Tytuł projektu", "INTEGRA"},
		{"Priorytet", "VII"},
		{"Działanie", "7.1"},
		{"Poddziałanie", "7.1.1"},
		{"Dane osób zmyślone (synthetic); zgodne z opublikowanymi sumami"},
		{},
		pefs2007Header(),
	}
	for _, p := range people {
		rows = append(rows, pefs2007Row(p, words))
	}
	for i := range dabrowaFamilies {
		rows = append(rows, pefs2007Family(i+1))
	}
	if words.err != nil {
		return nil, words.err
	}
	return workbook("PEFS 2007", rows)
}

func pefs2007Row(p *person, words *lexicon) []any {
	var kinds []string
	for _, s := range p.supports {
		kinds = append(kinds, words.say(s.kind))
	}
	return []any{
		"Osoba", dabrowaProject, p.id, words.say(p.sex), p.age, words.say(p.education),
		words.say(p.care), words.say(p.rural), "śląskie", "Dąbrowa Górnicza",
		words.say(p.status), words.say(p.detail), words.say(p.minority), "Nie", words.say(p.disability),
		strings.Join(kinds, "|"), p.entry, p.exit, words.say(p.flow),
	}
}

// pefs2007Family is a household of the family assistance „Razem do przodu”, 11 months: it has
// an identifier and dates and nothing that a person has.
func pefs2007Family(n int) []any {
	row := make([]any, len(pefs2007Header()))
	row[0], row[1], row[2] = "Rodzina", dabrowaProject, fmt.Sprintf("SYN-DAB-R%02d", n)
	row[16], row[17] = date(2011, time.January, 31), date(2011, time.December, 30)
	return row
}
