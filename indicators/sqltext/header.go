package sqltext

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// header says what is counted, by which rule and parameters, and how to read the answer.
func (t *translator) header(w *writer, figures []figure, by []indicators.Dimension, q Query) {
	say := func(pl, en string) { w.line(0, "-- "+oneLine(t.in(datasets.Label{PL: pl, EN: en})), "") }
	s := t.set
	say(fmt.Sprintf("efseval sql: zestaw reguł %s, wersja %d (%s), dialekt %s", s.Name, s.Version, s.Title.PL, t.dialect),
		fmt.Sprintf("efseval sql: rule set %s, version %d (%s), dialect %s", s.Name, s.Version, s.Title.EN, t.dialect))
	for i, f := range figures {
		t.about(say, i, f, q.Single)
	}
	t.parameters(say)
	for _, code := range slices.Sorted(maps.Keys(q.Unavailable)) {
		why := q.Unavailable[code]
		say("niedostępne: "+code+": "+why.PL, "not available: "+code+": "+why.EN)
	}
	if q.NoSex != nil {
		say("płeć: "+q.NoSex.PL+"; dostępne są tylko sumy", "sex: "+q.NoSex.EN+"; only totals are available")
	}
	say("wynik: wiersz na każdą płeć, '' = płeć nieznana lub spoza zestawu reguł; ogółem = suma wierszy; płeć bez osób nie ma wiersza",
		"answer: a row for each sex, '' = unknown or outside the rule set; total = sum of the rows; a sex that nobody has has no row")
	for _, d := range by {
		pl, en := "", ""
		if d.Overlaps {
			pl, en = "; osoba może być w kilku wierszach, więc nie sumują się one do całości", "; a person may be in several rows, which do not add up to the whole"
		}
		if f := s.Schema().Field(d.Field); f != nil && isFreeText(f) {
			pl, en = "; tekst do porównań: małe litery, bez znaków diakrytycznych", "; folded to compare by: lower case, no diacritics"
		}
		say("podział: "+d.Name+" ("+d.Label.PL+"), '' = nie wiadomo"+pl, "split: "+d.Name+" ("+d.Label.EN+"), '' = not known"+en)
	}
	say("tabela: jeden wiersz na uczestnictwo, jak opisano w TABLE.md", "table: one row for each participation, as TABLE.md describes")
}

// about says one figure: of a single one the whole rule, of many the code and the clause.
func (t *translator) about(say func(pl, en string), i int, f figure, single bool) {
	d := t.set.Definition(f.code)
	column := fmt.Sprintf("n_%d / d_%d: ", i+1, i+1)
	if single {
		column = ""
	}
	if d == nil {
		say(column+f.code, column+f.code)
		return
	}
	clause := ""
	if d.Source.Clause != "" {
		clause = " [" + d.Source.Clause + "]"
	}
	say(column+f.code+" "+d.Name.PL+clause, column+f.code+" "+d.Name.EN+clause)
	if !single {
		return
	}
	eligible, achieved := t.set.Say(&d.Eligible), t.set.Say(&d.Achieved)
	say("źródło: "+d.Source.Mark, "source: "+d.Source.Mark)
	say("kto może spełnić: "+eligible.PL, "who can meet it: "+eligible.EN)
	say("kto spełnił: "+achieved.PL, "who met it: "+achieved.EN)
	if d.Delta.EN != "" {
		say("odstępstwo: "+d.Delta.PL, "delta: "+d.Delta.EN)
	}
}

// parameters says the numbers of the rule set that the text rests on.
func (t *translator) parameters(say func(pl, en string)) {
	p := &t.set.Parameters
	longTerm := t.set.Say(&indicators.Criterion{LongTermUnemployed: true})
	say("parametry: "+longTerm.PL, "parameters: "+longTerm.EN)
	age := datasets.Label{PL: "lata ukończone w dniu przystąpienia", EN: "completed years on the day of entry"}
	if p.Age == indicators.YearDifference {
		age = datasets.Label{PL: "rok przystąpienia minus rok urodzenia", EN: "year of entry less year of birth"}
	}
	records := strings.Join(p.CompleteRecord, ", ")
	say(fmt.Sprintf("  wiek: %s; rekord pełny: %s; płcie: %s", age.PL, orNone(records, "bez warunku"), strings.Join(p.Genders, ", ")),
		fmt.Sprintf("  age: %s; complete record: %s; genders: %s", age.EN, orNone(records, "no rule"), strings.Join(p.Genders, ", ")))
	say(fmt.Sprintf("  rezultat bezpośredni: do %d. dnia po zakończeniu; długoterminowy: %d mies. po zakończeniu", p.ImmediateDays, p.LongerTermMonths),
		fmt.Sprintf("  immediate result: up to day %d after leaving; longer-term: %d months after leaving", p.ImmediateDays, p.LongerTermMonths))
}

func orNone(text, none string) string {
	if text == "" {
		return none
	}
	return text
}
