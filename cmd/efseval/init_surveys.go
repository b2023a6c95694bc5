package main

import (
	"cmp"
	"fmt"
	"math"

	"github.com/efseval/efseval/datasets/recognise"
	"github.com/efseval/efseval/evaluate"
)

// initSurvey is a questionnaire on its way into the project file.
type initSurvey struct {
	recognise.Questionnaire
	id        string
	low, high float64
	lacks     evaluate.Text // why it stands there as a comment only; empty where it can be computed
}

// planSurveys gives each questionnaire a name of its own, the ends of its scale, and says which cannot be
// computed as they are.
func (p *initPlan) planSurveys() {
	taken := map[string]bool{"forest": true, "": true}
	for _, q := range recognise.Questionnaires(p.tables) {
		s := initSurvey{Questionnaire: q}
		base := cmp.Or(slugOf(q.Name), "survey")
		for s.id = base; taken[s.id]; {
			s.id = fmt.Sprintf("%s-q%d", base, len(taken))
		}
		taken[s.id] = true
		s.settleScale()
		p.surveys = append(p.surveys, s)
	}
}

// settleScale takes the ends of the scale from the answers seen: from 1, or 0 where it was answered, up to the
// highest. Words have those of their list.
func (s *initSurvey) settleScale() {
	s.low, s.high = min(1, math.Floor(s.Low)), math.Ceil(s.High)
	s.high = max(s.high, s.low+1)
	switch {
	case s.Unknown != nil:
		s.lacks = evaluate.T("odpowiedzi są słowami, których porządku nie zna żadna lista; wpisz wartości w answers:", "the answers are words of which no list knows the order; fill in their values under answers:")
	case len(s.Waves) < 2:
		s.lacks = evaluate.T("jest jeden pomiar, a zmiana potrzebuje dwóch; wpisz drugi plik", "there is one measurement, and a change needs two; fill in the second file")
	}
}

// basis says from what the order of the waves was concluded.
func (s *initSurvey) basis() evaluate.Text {
	return map[recognise.Basis]evaluate.Text{
		recognise.ByColumns: evaluate.T("przed i po według nagłówków", "before and after by the headers"),
		recognise.ByRows:    evaluate.T("przed i po według kolumny pomiaru", "before and after by the column of waves"),
		recognise.ByNames:   evaluate.T("przed i po według nazw plików lub arkuszy", "before and after by the names of files or sheets"),
		recognise.ByDates:   evaluate.T("przed i po zgadnięte z dat wypełnienia; sprawdź", "before and after guessed from the dates; check"),
		recognise.ByOrder:   evaluate.T("przed i po zgadnięte z kolejności plików; sprawdź", "before and after guessed from the order of the files; check"),
	}[s.Basis]
}
