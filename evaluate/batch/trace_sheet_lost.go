package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
)

// fateOf tells whether a person without a pair is counted by a name; nil for other names.
func fateOf(name string) func(*respondent) bool {
	fate, ok := map[string]prepost.Fate{"only-pre": prepost.Leaver, "only-post": prepost.Newcomer, "unscored": prepost.NoScore}[name]
	if !ok {
		return nil
	}
	return func(r *respondent) bool { return r.person.Fate == fate }
}

// lost picks those behind a figure of who was lost between two waves.
func (s *sheetTrace) lost(f *evaluate.Figure, name string) *sheetPick {
	rest, ok := strings.CutPrefix(name, "attrition/")
	if !ok {
		return nil
	}
	var sex []sheetStep
	for _, g := range sexNames() {
		if of, is := strings.CutPrefix(rest, g.ID+"/"); is {
			rest, sex = of, []sheetStep{sexStep(g)}
		}
	}
	if in := fateOf(rest); in != nil {
		return counting(append(sex, lastStep(in, f.Label))...)
	}
	switch rest {
	case "pairs":
		return counting(append(sex, lastStep((*respondent).isPair, f.Label))...)
	case "folded":
		return counting(pairStep(), lastStep(func(r *respondent) bool { return len(r.pairing.Folded) > 0 }, f.Label))
	case "share":
		return dividing(lastStep((*respondent).left, f.Label), append(sex, beganStep())...)
	}
	if strings.HasPrefix(rest, "ipw/") {
		return s.weighted()
	}
	return resting(beganStep()) // they are compared, or what became of the lost ones is bounded by the pairs
}

// beganStep asks for a score before: of a pair, or alone.
func beganStep() sheetStep {
	return sheetStep{in: func(r *respondent) bool { return r.isPair() || r.left() },
		text: evaluate.T("para albo tylko ankieta przed z wynikiem: kto został i kto odpadł", "a pair, or a score before alone: who stayed and who left")}
}

func sexStep(g prepost.GroupName) sheetStep {
	return sheetStep{in: func(r *respondent) bool { return r.person.Group == g.Group },
		text: evaluate.T("płeć na ankiecie: "+g.Label.PL, "sex on the sheet: "+g.Label.EN)}
}

// weighted picks those by whom the change is weighted: who stayed and who left, of whom the export of
// participants tells every covariate.
func (s *sheetTrace) weighted() *sheetPick {
	covariates := s.tracer.run.covariates(s.m)
	known := func(r *respondent) bool {
		for _, c := range covariates {
			if _, told := c.Values[r.person.PreIndex]; !told {
				return false
			}
		}
		return true
	}
	p := resting(beganStep(), lastStep(known, evaluate.T("eksport uczestników zna każdą z cech, którymi się waży (jego wiersze są wymienione)",
		"the export of participants knows every characteristic that is weighed by (its rows are listed)")))
	p.linked = true
	return p
}
