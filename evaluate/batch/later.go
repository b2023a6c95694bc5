package batch

import (
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// Of a longer-term result it matters of whom the later situation is known at all. Who is eligible, has
// left and has an answer is counted beside the rule set, under codes that no report shows.
const knownPrefix = "KNOWN "

// laterField holds the situation six months after leaving.
const laterField = "later_situation"

// answeredTerms are the terms that say what became of a person; that somebody is still being
// monitored, or that the question does not apply, is no answer.
func answeredTerms() []string {
	return []string{"none", "education", "competences", "qualification", "employment", "job_search", "continues_employment", "improved_position", "other"}
}

// isLater tells whether a longer-term result is read from the later situation.
func isLater(s *indicators.Set, d *indicators.Definition) bool {
	if d.Stage != indicators.LongerTermResult || d.Fact {
		return false
	}
	needs, err := s.Needs(&d.Achieved) // no error of a set that compiled
	return err == nil && slices.ContainsFunc(needs, func(n indicators.Need) bool { return slices.Contains(n.Fields(), laterField) })
}

// laterDefinitions count for each longer-term result: of those eligible who left, the ones whose later
// situation is known; and the same by the variables that a sample must represent.
func (p *Project) laterDefinitions() []indicators.Definition {
	var out []indicators.Definition
	for i := range p.set.Definitions {
		d := &p.set.Definitions[i]
		if !isLater(p.set, d) {
			continue
		}
		out = append(out, knownOf(d, knownPrefix+d.Code))
		if _, sampled := p.Samples[d.Code]; !sampled {
			continue
		}
		for _, v := range p.represented() {
			for _, c := range v.categories {
				out = append(out, knownOf(d, v.code(d.Code, c), c.criterion))
			}
		}
	}
	return out
}

func knownOf(d *indicators.Definition, code string, more ...indicators.Criterion) indicators.Definition {
	eligible := append([]indicators.Criterion{d.Eligible, {Known: "exit_date"}}, more...)
	return indicators.Definition{Code: code, Name: datasets.Label{PL: d.Name.PL, EN: d.Name.EN}, Stage: indicators.Output, Records: d.Records,
		Eligible: indicators.Criterion{All: eligible}, Achieved: indicators.Criterion{Field: laterField, Has: answeredTerms()}}
}

// countedSet is the rule set with what is counted beside it.
func (p *Project) countedSet() (*indicators.Set, error) {
	extra := p.laterDefinitions()
	if len(extra) == 0 {
		return p.set, nil
	}
	return p.set.With(extra...)
}

// laterFigures say for each longer-term result of how many of those who left the later situation is
// known. That is no sample unless the project says that it drew one.
func (r *run) laterFigures() []evaluate.Figure {
	var figures []evaluate.Figure
	for i := range r.set.Definitions {
		d := &r.set.Definitions[i]
		if !isLater(r.set, d) {
			continue
		}
		name, id := text(d.Name), "indicator/"+d.Code+"/situation-known"
		label := evaluate.T(name.PL+": znana sytuacja po 6 miesiącach", name.EN+": later situation known")
		c := r.cell(knownPrefix+d.Code, indicators.Total)
		f := r.share(id, label, c, c.Den)
		if f.Status == evaluate.Known {
			f = f.By(evaluate.T("spośród uprawnionych, którzy zakończyli udział: osoby o znanej sytuacji po 6 miesiącach / wszystkie; „w trakcie monitorowania” i „nie dotyczy” to nie odpowiedź",
				"of those eligible who left: persons whose later situation is known / all; \"being monitored\" and \"not applicable\" are no answer"))
		}
		figures = append(figures, f)
	}
	return figures
}

// knowsLater tells whether the later situation of anybody could be known.
func (r *run) knowsLater() bool {
	return slices.ContainsFunc(r.figures.All(), func(f evaluate.Figure) bool {
		return strings.HasSuffix(f.ID, "/situation-known") && f.Status == evaluate.Known
	})
}

// doubtLater warns of a longer-term result that not everybody's situation is known, and whether those
// known are a sample.
func (r *run) doubtLater(d *indicators.Definition, f evaluate.Figure) evaluate.Figure {
	c := r.cell(knownPrefix+d.Code, indicators.Total)
	switch sampled := r.sampledPart(d.Code); {
	case f.Status != evaluate.Known || !isLater(r.set, d) || !c.Available || c.Num == c.Den && !sampled:
		return f
	case sampled:
		return f.Warn(evaluate.NewWarning("later.sample", evaluate.T("liczba w próbie, nie w populacji; odsetek z przedziałem podaje część „Próby”",
			"the number in the sample, not in the population; the section Samples gives the share with its interval")))
	}
	known, all := datasets.PolishCount(int(c.Num), "osoby", "osób", "osób"), datasets.EnglishCount(int(c.Den), "person", "persons")
	return f.Warn(evaluate.NewWarning("later.unknown", evaluate.T(
		"sytuacja po 6 miesiącach znana dla "+known+" na "+whole(c.Den)+" uprawnionych, którzy zakończyli udział; pozostałe nie liczą się jako rezultat. Projekt nie mówi, że to próba.",
		"the later situation is known of "+whole(c.Num)+" of "+all+" eligible who left; the others do not count as a result. The project does not say that they are a sample.")))
}

// sampledPart tells whether those whose later situation is known are a sample of more people. The
// population has at least as many results as the sample, so that a target which the sample alone does not
// reach is not known to be missed.
func (r *run) sampledPart(code string) bool {
	s, sampled := r.project.Samples[code]
	if !sampled || r.table == nil {
		return false
	}
	known := r.cell(knownPrefix+code, indicators.Total)
	return known.Available && known.Num < max(known.Den, int64(s.Population))
}
