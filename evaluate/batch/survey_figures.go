package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
)

// surveyFigures names every number of a survey, and of its later waves below it.
func (r *run) surveyFigures(m *measured) error {
	figures := r.waveFigures(m)
	for _, later := range m.later {
		figures = append(figures, withoutFirstWave(r.waveFigures(later))...)
	}
	files := []string{m.survey.Pre.File, m.survey.Post.File}
	for _, l := range m.survey.Later {
		files = append(files, l.File)
	}
	return r.add(r.madeUp(files, figures)...)
}

// waveFigures are those of two waves: who filled in, what holds together, what changed.
func (r *run) waveFigures(m *measured) []evaluate.Figure {
	prefix := m.prefix()
	about := evaluate.T(lowerFirst(m.survey.Title.PL), lowerFirst(m.survey.Title.EN))
	figures := m.overall.Figures(prefix, about)
	figures = append(figures, sheetFigures(prefix, about, m.pairs)...)
	figures = append(figures, m.attrition.Figures(prefix, about)...)
	if !r.project.hidesSex() && m.tellsSex() {
		figures = append(figures, m.attrition.GroupFigures(prefix, about, sexNames())...)
	}
	for i, wave := range []string{"pre", "post"} {
		figures = append(figures, m.analyses[i].Figures(prefix, wave, about)...)
	}
	for _, g := range m.groups {
		figures = append(figures, g.change.Figures(prefix+"/"+g.ID, evaluate.T(about.PL+" ("+g.Label.PL+")", about.EN+" ("+g.Label.EN+")"))...)
	}
	if m.between != nil {
		figures = append(figures, m.between.Figures(prefix, about)...)
	}
	figures = append(figures, m.items.Figures(prefix, about)...)
	for _, c := range m.categories {
		title := evaluate.T(lowerFirst(c.question.Title.PL), lowerFirst(c.question.Title.EN))
		figures = append(figures, c.change.Figures(prefix+"/category/"+c.question.Name, title)...)
	}
	return figures
}

// tellsSex tells whether any sheet says the sex of its person.
func (m *measured) tellsSex() bool {
	for _, p := range m.pairs.Persons {
		if p.Group != "" {
			return true
		}
	}
	return false
}

// withoutFirstWave leaves out what the figures of the first two waves say already: the items of the
// first wave.
func withoutFirstWave(figures []evaluate.Figure) (out []evaluate.Figure) {
	for _, f := range figures {
		if !strings.HasSuffix(f.ID, "/pre") {
			out = append(out, f)
		}
	}
	return out
}

// sheetFigures count the sheets and what became of them.
func sheetFigures(prefix string, about evaluate.Text, p prepost.Pairs) []evaluate.Figure {
	figure := func(id, pl, en string, n int, u evaluate.Unit) evaluate.Figure {
		return evaluate.NewFigure(prefix+"/"+id, evaluate.T(about.PL+": "+pl, about.EN+": "+en), evaluate.Count(n), u)
	}
	return []evaluate.Figure{
		figure("pre/sheets", "ankiety przed", "sheets before", p.PreRows, evaluate.Sheets),
		figure("post/sheets", "ankiety po", "sheets after", p.PostRows, evaluate.Sheets),
		figure("only-pre", "tylko ankieta przed", "only before", p.OnlyPre, evaluate.Persons),
		figure("only-post", "tylko ankieta po", "only after", p.OnlyPost, evaluate.Persons),
		figure("unscored", "bez wyniku", "without a score", p.Unscored, evaluate.Persons),
		figure("repeated", "ankiety powtórzone, pominięte", "repeated sheets, passed over", len(p.Repeated), evaluate.Sheets),
		figure("unclear", "ankiety sprzeczne, pominięte", "contradictory sheets, passed over", len(p.Unclear), evaluate.Sheets),
		figure("no-code", "ankiety bez kodu", "sheets without a code", len(p.NoCode), evaluate.Sheets),
	}
}

// lowerFirst is a title as it stands within a sentence.
func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
