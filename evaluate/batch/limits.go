package batch

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// smallProject is the number of participants below which a report warns that crossed tables
// may identify people; the public edition with suppression is another matter.
const smallProject = 100

// limitsSection says what the numbers cannot bear; it fills itself in.
func (r *run) limitsSection() (report.Section, error) {
	s := report.Section{ID: "limitations", Title: evaluate.T("Ograniczenia", "Limitations")}
	say := func(pl, en string) { s.Notes = append(s.Notes, evaluate.T(pl, en)) }
	if r.project.Synthetic != nil {
		say("Dane osobowe są wymyślone. Liczby oznaczone † wynikają wyłącznie z nich i niczego nie mówią o prawdziwym projekcie.",
			"Person-level data are made up. Numbers marked † come from them alone and say nothing about the real project.")
	}
	if n, ok, _ := r.count("participants/total"); ok && n < smallProject {
		say(fmt.Sprintf("Wydanie wewnętrzne: przy %d uczestnikach małe komórki mogą identyfikować osoby; nie publikować bez utajnienia.", n),
			fmt.Sprintf("Internal edition: with %d participants small cells may identify persons; do not publish without suppression.", n))
	}
	r.incompleteLimits(say)
	for _, m := range r.surveys {
		if lost := m.pairs.OnlyPre + m.pairs.OnlyPost + m.pairs.Unscored; lost > 0 {
			say(fmt.Sprintf("%s: %s zmienić się inaczej niż pozostałe.", m.survey.Title.PL,
				datasets.PolishCount(lost, "osoba bez pary ankiet nie wchodzi do zmiany; mogła", "osoby bez pary ankiet nie wchodzą do zmiany; mogły", "osób bez pary ankiet nie wchodzi do zmiany; mogły")),
				fmt.Sprintf("%s: %s the change; they may have changed differently.", m.survey.Title.EN,
					datasets.EnglishCount(lost, "person without a pair does not enter", "persons without a pair do not enter")))
		}
	}
	say("Porównywanie projektów: plan i wykonanie, część i całość, różne okresy i intensywność wsparcia nie są porównywalne.",
		"Comparing projects: plan and achievement, part and whole, different periods and intensities of support are not comparable.")
	return s, nil
}

func (r *run) incompleteLimits(say func(pl, en string)) {
	if r.table == nil {
		return
	}
	total := len(r.table.Groups) - 1
	for _, gap := range r.table.Incomplete {
		if n := gap.Row.Cells[total].Num; n > 0 {
			say(fmt.Sprintf("Rekordy bez pola „%s”: %d; wchodzą tylko do wszystkich osób objętych wsparciem (grand total).", gap.Label.PL, n),
				fmt.Sprintf("Records without %s: %d; they enter the grand total only.", gap.Label.EN, n))
		}
	}
}
