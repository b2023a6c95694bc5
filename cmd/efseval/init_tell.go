package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/recognise"
	"github.com/efseval/efseval/evaluate"
)

// tell prints what was concluded from each table and what was written. Headers are shown where they can be no
// data; values never.
func (p *initPlan) tell(w io.Writer, place *initPlace) {
	var out strings.Builder
	for _, r := range p.tables {
		p.tellTable(&out, r)
	}
	for _, s := range p.surveys {
		p.tellSurvey(&out, s)
	}
	if p.guess.EN != "" {
		fmt.Fprintf(&out, p.say("reguły: %s (%s)\n", "rules: %s (%s)\n"), p.rules, p.guess.In(p.lang))
	}
	fmt.Fprint(w, datasets.VisibleLines(out.String()))
	place.tell(w, p.lang)
}

func (p *initPlan) tellTable(out *strings.Builder, r *recognise.Recognised) {
	fmt.Fprintf(out, "%s: %s", tableName(r), kindWord(r.Kind).In(p.lang))
	switch name := p.drafts[r]; {
	case name != "":
		fmt.Fprintf(out, p.say(", szkic profilu w %s", ", profile drafted in %s"), name)
	case r.Profile != nil:
		fmt.Fprintf(out, p.say(", profil %s", ", profile %s"), r.Profile.Name)
	}
	fmt.Fprintf(out, ", %s\n", p.formatOf(r))
	items := 0
	for _, placed := range r.Placed {
		if placed.Item {
			items++
			continue
		}
		fmt.Fprintf(out, "  %s -> %s\n", shownHeader(placed.Column), fieldLabel(r, placed.Field).In(p.lang))
	}
	if items > 0 {
		fmt.Fprintf(out, p.say("  pytania: %d\n", "  questions: %d\n"), items)
	}
	if len(r.Unplaced) > 0 {
		var names []string
		for _, c := range r.Unplaced {
			names = append(names, shownHeader(c))
		}
		fmt.Fprintf(out, p.say("  bez pola: %s\n", "  not placed: %s\n"), strings.Join(names, "; "))
	}
}

// shownHeader is a header, or the letter of its column where it may be data.
func shownHeader(c *recognise.Column) string {
	if c.Shown() {
		return datasets.Visible(c.Header)
	}
	return "[" + datasets.ColumnLetters(c.Place) + "]"
}

// fieldLabel is a field in words.
func fieldLabel(r *recognise.Recognised, name string) evaluate.Text {
	if f := r.Profile.Fields().Field(name); f != nil {
		return evaluate.T(f.Label.PL, f.Label.EN)
	}
	return evaluate.Same(name)
}

func (p *initPlan) tellSurvey(out *strings.Builder, s initSurvey) {
	var waves []string
	for _, w := range s.Waves {
		if name := tableName(w.Table); !slices.Contains(waves, name) {
			waves = append(waves, name)
		}
	}
	items := s.Waves[0].Items
	fmt.Fprintf(out, p.say("ankieta %s: %s (%s)", "survey %s: %s (%s)"), s.id,
		p.say(datasets.PolishCount(len(items), "pytanie", "pytania", "pytań"), datasets.EnglishCount(len(items), "question", "questions")), p.itemsShown(&s))
	fmt.Fprintf(out, p.say(", odpowiedzi %s–%s, pomiarów: %d (%s)", ", answers %s–%s, waves: %d (%s)"), answerText(s.Low), answerText(s.High), len(s.Waves), strings.Join(waves, ", "))
	switch {
	case s.lacks.EN != "":
		fmt.Fprintf(out, p.say("; tylko jako komentarz: %s", "; as a comment only: %s"), s.lacks.In(p.lang))
	default:
		fmt.Fprintf(out, "; %s", s.basis().In(p.lang))
	}
	fmt.Fprintln(out)
	if some := p.hints[s.id]; len(some) > 0 {
		hint := p.say("  wskazówka: %s działa przeciw pozostałym; sprawdź, czy jest odwrócone\n", "  a hint: %s runs against the others; look whether it is reversed\n")
		if len(some) > 1 {
			hint = p.say("  wskazówka: %s działają przeciw pozostałym; sprawdź, czy są odwrócone\n", "  a hint: %s run against the others; look whether they are reversed\n")
		}
		fmt.Fprintf(out, hint, strings.Join(some, ", "))
	}
}

// itemsShown are the first and the last question.
func (p *initPlan) itemsShown(s *initSurvey) string {
	items := s.Waves[0].Items
	if len(items) == 1 {
		return datasets.Visible(items[0])
	}
	return datasets.Visible(items[0]) + " … " + datasets.Visible(items[len(items)-1])
}
