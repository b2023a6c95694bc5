package main

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/recognise"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// text is the project file.
func (p *initPlan) text() []byte {
	t := &initText{}
	p.writeHead(t)
	p.writeParticipants(t)
	p.writeTargets(t)
	p.writeCost(t)
	p.writeSurveys(t)
	p.writeUnrecognised(t)
	p.writePublished(t)
	return []byte(t.String())
}

// say is a text in the language of the comments.
func (p *initPlan) say(pl, en string) string { return evaluate.T(pl, en).In(p.lang) }

func (p *initPlan) writeHead(t *initText) {
	t.line("# yaml-language-server: $schema=%s", schemaName)
	t.comment(p.say("Napisane przez efseval init z kolumn plików. Sprawdź każdą linię z „zgadnięto” i „sprawdź”.\nOpis wszystkich kluczy: efseval schema project; co odczytano z plików: efseval check.",
		"Written by efseval init from the columns of the files. Check every line that says \"guessed\" or \"check\".\nAll keys are described by efseval schema project; what is read from the files is told by efseval check."))
	t.line("id: %s", p.id)
	t.line("title: {pl: %s, en: %s} # %s", yamlText(p.id), yamlText(p.id), p.say("wpisz tytuł w obu językach", "fill in the title in both languages"))
	t.comment(p.say("programme: {pl: FE SL 2021-2027, en: European Funds for Silesia 2021-2027}\nbeneficiary: {pl: MOPS, en: municipal social-assistance centre}",
		"programme: {pl: FE SL 2021-2027, en: European Funds for Silesia 2021-2027}\nbeneficiary: {pl: MOPS, en: municipal social-assistance centre}"))
	p.writeRules(t)
	p.writePeriod(t)
}

func (p *initPlan) writeRules(t *initText) {
	if p.guess.EN == "" {
		t.line("rules: %s", p.rules)
		return
	}
	var others []string
	for _, name := range indicators.SetNames() {
		if name != p.rules && !strings.HasPrefix(name, "efficiency-") { // which is for efficiency:
			others = append(others, name)
		}
	}
	t.comment(p.say("Zestaw reguł: "+p.guess.PL+"; sprawdź w umowie. Inne: ", "The rule set: "+p.guess.EN+"; check it in the agreement. Others: ") + strings.Join(others, ", "))
	t.line("rules: %s", p.rules)
}

func (p *initPlan) writePeriod(t *initText) {
	if !p.period.Begun {
		t.line("# period: {from: 2024-01-01, to: 2025-12-31} # %s", p.say("okres z umowy", "the period of the agreement"))
		return
	}
	from, to := datasets.FormatDay(p.period.From), datasets.FormatDay(p.period.To)
	t.comment(p.say("Okres zgadnięto: od pierwszego wejścia do ostatniego wyjścia uczestnika; wpisz okres z umowy.", "The period is guessed: from the first entry to the last exit of a participant; fill in that of the agreement."))
	if p.period.End && p.period.To >= p.period.From {
		t.line("period: {from: %s, to: %s}", from, to)
		return
	}
	t.line("period: {from: %s} # %s", from, p.say("nie wszyscy mają datę wyjścia: dopisz to:", "not everybody has a date of exit: add to:"))
}

func (p *initPlan) writeParticipants(t *initText) {
	r := p.people
	if r == nil {
		return
	}
	t.blank()
	t.line("participants:")
	t.indent++
	p.writeInput(t, r)
	p.writeColumns(t, r)
	p.writeIgnored(t, r)
	t.indent--
}

// writeInput writes file, profile and how to read them.
func (p *initPlan) writeInput(t *initText, r *recognise.Recognised) {
	t.line("file: %s # %s", yamlText(p.names[r.Path]), p.formatOf(r))
	switch name := p.drafts[r]; {
	case name != "":
		t.line("profile: ./%s # %s", name, p.say("szkic: żaden gotowy profil nie pasuje; sprawdź go linia po linii", "a draft: no ready profile fits; check it line by line"))
	case r.Kind == recognise.Answers:
		t.line("profile: %s", r.Profile.Name)
	default:
		t.line("profile: %s # %s", r.Profile.Name, p.say("zna ", "knows ")+fmt.Sprintf(p.say("%d z %d nagłówków", "%d of %d headers"), p.read(r), len(r.Columns)))
	}
	switch {
	case p.everySheet && r == p.people:
		t.line(`sheet: "*" # %s`, p.say("wszystkie arkusze z uczestnikami, jeden po drugim", "all sheets with participants, one after the other"))
	case r.Sheet != "":
		t.line("sheet: %s", yamlText(r.Sheet))
	}
	if len(r.Dates) > 0 {
		var layouts []string
		for _, l := range r.Dates {
			layouts = append(layouts, string(l))
		}
		t.line("dates: %s # %s", yamlList(layouts), p.say("zgadnięto po datach, które da się czytać tylko tak", "guessed from dates that can be read only so"))
	}
	if r.Unsure > 0 {
		t.comment(fmt.Sprintf(p.say("%d dat z ukośnikami może mieć dzień albo miesiąc na początku; zapytaj i dopisz: dates: [dd/MM/yyyy] albo [MM/dd/yyyy]",
			"%d dates with slashes may begin with the day or the month; ask, and add: dates: [dd/MM/yyyy] or [MM/dd/yyyy]"), r.Unsure))
	}
	if r.Decimal != "" {
		t.line("decimal: %q # %s", r.Decimal, p.say("zgadnięto po liczbach, które da się czytać tylko tak", "guessed from numbers that can be read only so"))
	}
}

// read counts the columns that a field or a question reads.
func (p *initPlan) read(r *recognise.Recognised) (n int) {
	for _, placed := range r.Placed {
		if !placed.Item {
			n++
		}
	}
	return n
}

// formatOf says in words what the file was found to be.
func (p *initPlan) formatOf(r *recognise.Recognised) string {
	f := r.Found
	text := f.Format
	if f.Encoding != "" {
		text += fmt.Sprintf(", %s, %q", f.Encoding, f.Separator)
	}
	if f.HeaderRow > 1 {
		text += fmt.Sprintf(p.say(", nagłówek w wierszu %d", ", header in row %d"), f.HeaderRow)
	}
	return text + fmt.Sprintf(p.say(", wierszy: %d", ", rows: %d"), r.Rows)
}

// writeIgnored lists the columns that nothing reads. Of a drafted profile they stand there.
func (p *initPlan) writeIgnored(t *initText, r *recognise.Recognised) {
	shown, hidden := shownHeaders(r.Unplaced)
	if r.Drafted != nil || len(shown)+hidden == 0 {
		return
	}
	if r.Kind == recognise.Participants {
		t.comment(p.say("Kolumny bez pola; jedną z nich da się liczyć jako własną: fields: [{name: stage, kind: text, header: [Etap], label: {pl: etap, en: stage}}]",
			"Columns without a field; one of them can be counted as your own: fields: [{name: stage, kind: text, header: [Stage], label: {pl: etap, en: stage}}]"))
	}
	if hidden > 0 {
		t.comment(fmt.Sprintf(p.say("%d nagłówków może być danymi, więc ich tu nie ma", "%d headers may be data, so they do not stand here"), hidden))
		shown = []string{"*"}
	}
	t.line("ignore: %s", yamlList(shown))
}

// shownHeaders are the headers that may be shown, each once, and how many may not.
func shownHeaders(columns []*recognise.Column) (shown []string, hidden int) {
	seen := map[string]bool{}
	for _, c := range columns {
		switch {
		case !c.Shown():
			hidden++
		case !seen[c.Header]:
			seen[c.Header] = true
			shown = append(shown, c.Header)
		}
	}
	return shown, hidden
}
