package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/efseval/efseval/datasets/recognise"
	"github.com/efseval/efseval/indicators"
)

// writeTargets writes an example of targets as a comment, with a code of the rule set.
func (p *initPlan) writeTargets(t *initText) {
	if p.people == nil {
		return
	}
	code := "CODE"
	if set, err := indicators.LoadSet(p.rules); err == nil && len(set.Codes()) > 0 {
		code = set.Codes()[0]
	}
	t.blank()
	t.comment(p.say("Cele z wniosku o dofinansowanie, według płci; wpisz swoje liczby i usuń znaki #. Kody wypisuje efseval explain --set "+p.rules+".",
		"Targets of the application, by sex; fill in your numbers and take away the #. The codes are listed by efseval explain --set "+p.rules+"."))
	t.off = true
	t.line("targets:")
	t.indent++
	t.line("at_least: true # %s", p.say("cele sformułowane „co najmniej”", `targets worded "at least"`))
	t.line("participants: {total: 60, women: 37, men: 23}")
	t.line("indicators: {%s: {total: 20}}", code)
	t.indent--
	t.off = false
}

func (p *initPlan) writeCost(t *initText) {
	t.blank()
	r := p.ledger
	if r == nil {
		t.comment(p.say("Koszty: kwota z umowy, zestawienie kosztów, albo jedno i drugie (wtedy muszą się zgadzać).", "Costs: the amount of the agreement, a ledger, or both (then they must agree)."))
		t.line(`# cost: {total: "939 717,45 zł", eu: "798 759,83 zł", source: umowa}`)
		return
	}
	t.line("cost:")
	t.indent++
	t.line("# total: \"939 717,45 zł\" # %s", p.say("kwota z umowy; musi zgadzać się z zestawieniem", "the amount of the agreement; it must agree with the ledger"))
	t.line("ledger:")
	t.indent++
	p.writeInput(t, r)
	p.writeColumns(t, r)
	p.writeIgnored(t, r)
	t.indent -= 2
}

// writeColumns writes the headers that the profile does not know and the values told.
func (p *initPlan) writeColumns(t *initText, r *recognise.Recognised) {
	if len(r.Fields) > 0 {
		t.line("columns:")
		t.indent++
		for _, field := range slices.Sorted(maps.Keys(r.Fields)) {
			t.line("%s: %s # %s", field, yamlList(r.Fields[field]), p.say("zgadnięto po wartościach; sprawdź", "guessed from the values; check"))
		}
		t.indent--
	}
	if len(r.Values) == 0 {
		return
	}
	t.line("values: # %s", p.say("zgadnięto: tak czytają te słowa inne gotowe profile lub ich brzmienie; sprawdź", "guessed: other ready profiles read these words so, or their wording says it; check"))
	t.indent++
	for _, field := range slices.Sorted(maps.Keys(r.Values)) {
		t.line("%s:", field)
		t.indent++
		for _, word := range slices.Sorted(maps.Keys(r.Values[field])) {
			t.line("%s: %s", yamlText(word), r.Values[field][word])
		}
		t.indent--
	}
	t.indent--
}

func (p *initPlan) writeSurveys(t *initText) {
	if len(p.surveys) == 0 {
		return
	}
	t.blank()
	all := !slices.ContainsFunc(p.surveys, func(s initSurvey) bool { return s.lacks.EN == "" })
	t.off = all
	t.line("surveys:")
	t.indent++
	for i := range p.surveys {
		t.off = all || p.surveys[i].lacks.EN != ""
		p.writeSurvey(t, &p.surveys[i])
	}
	t.indent--
	t.off = false
}

func (p *initPlan) writeSurvey(t *initText, s *initSurvey) {
	if s.lacks.EN != "" {
		t.comment(s.lacks.In(p.lang))
	}
	t.line("- name: %s", s.id)
	t.indent++
	t.line("title: {pl: %s, en: %s} # %s", yamlText(s.id), yamlText(s.id), p.say("wpisz, co mierzy ankieta", "fill in what the questionnaire measures"))
	p.writeScale(t, s)
	if len(s.Waves) > 1 {
		t.comment(s.basis().In(p.lang))
	}
	p.writeWave(t, "pre", &s.Waves[0])
	if len(s.Waves) == 1 {
		t.line("post: {file: po.csv, items: %s}", yamlList(s.Waves[0].Items))
	} else {
		p.writeWave(t, "post", &s.Waves[1])
	}
	p.writeLater(t, s)
	t.indent--
}

func (p *initPlan) writeScale(t *initText, s *initSurvey) {
	if s.Words == nil && s.Unknown == nil {
		t.comment(fmt.Sprintf(p.say("Odpowiedzi w plikach: od %s do %s; wpisz prawdziwe końce skali.", "Answers in the files: %s to %s; fill in the true ends of the scale."), answerText(s.Low), answerText(s.High)))
	}
	t.comment(p.say("reversed: pytania sformułowane odwrotnie; direction: lower, jeżeli niższy wynik jest lepszy. Tego z danych zgadnąć nie wolno.",
		"reversed: the questions worded the other way round; direction: lower where a lower score is better. Data cannot tell that."))
	if some := p.hints[s.id]; len(some) > 0 {
		t.comment(fmt.Sprintf(p.say("Wskazówka: te pytania działają przeciw pozostałym, może są odwrócone; sprawdź w ankiecie: %s", "A hint: these questions run against the others and may be reversed; look in the questionnaire: %s"), yamlList(some)))
	}
	t.line("scale:")
	t.indent++
	t.line("range: [%s, %s]", answerText(s.low), answerText(s.high))
	t.line("score: mean # %s", p.say("albo sum", "or sum"))
	t.line("# reversed: %s", yamlList(s.Waves[0].Items[:1]))
	t.line("# direction: lower")
	p.writeAnswers(t, s)
	t.indent--
}

func answerText(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// writeAnswers writes what words stand for, the lowest first.
func (p *initPlan) writeAnswers(t *initText, s *initSurvey) {
	words := slices.Sorted(maps.Keys(s.Words))
	slices.SortStableFunc(words, func(a, b string) int { return int(s.Words[a] - s.Words[b]) })
	if len(words)+len(s.Unknown) == 0 {
		return
	}
	t.line("answers: # %s", p.say("zgadnięto po słowach; sprawdź porządek", "guessed from the words; check the order"))
	t.indent++
	for _, word := range words {
		t.line("%s: %s", yamlText(word), answerText(s.Words[word]))
	}
	for _, word := range s.Unknown {
		t.line("%s: # ?", yamlText(word))
	}
	t.indent--
}

func (p *initPlan) writeWave(t *initText, name string, w *recognise.Wave) {
	t.line("%s:", name)
	t.indent++
	p.writeSheets(t, w)
	t.indent--
}

func (p *initPlan) writeSheets(t *initText, w *recognise.Wave) {
	p.writeInput(t, w.Table)
	p.writeColumns(t, w.Table)
	t.line("items: %s", yamlList(w.Items))
	p.writeIgnored(t, w.Table)
}

func (p *initPlan) writeLater(t *initText, s *initSurvey) {
	if len(s.Waves) < 3 {
		return
	}
	t.line("later:")
	t.indent++
	for i := range s.Waves[2:] {
		n := i + 3
		t.line("- name: wave-%d", n)
		t.indent++
		t.line("title: {pl: pomiar %d, en: measurement %d}", n, n)
		p.writeSheets(t, &s.Waves[i+2])
		t.indent--
	}
	t.indent--
}

// writeUnrecognised names the tables that have no part in the project.
func (p *initPlan) writeUnrecognised(t *initText) {
	for _, r := range p.unplacedTables() {
		t.blank()
		t.comment(fmt.Sprintf(p.say("%s: żadnej kolumny nie rozpoznano; plik nie jest czytany.", "%s: no column is known; it is not read."), tableName(r)))
	}
}

func (p *initPlan) writePublished(t *initText) {
	t.blank()
	t.comment(p.say("Liczby, które program opublikował; raport odpowie na każdą: zgodna, różna, nie do policzenia.", "Numbers that the programme published; the report answers each: reproduced, differs, cannot be computed."))
	t.line("# published:")
	t.line(`#   - {figure: participants/total, value: "60", source: "%s"}`, p.say("sprawozdanie, s. 5", "report, p. 5"))
}
