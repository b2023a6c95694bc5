package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/stats"
)

func (m *measured) compare() (err error) {
	if m.overall, err = prepost.Compare(m.pairs.Matched, m.options()); err != nil {
		return err
	}
	if m.women, err = prepost.Compare(m.pairs.In("woman"), m.options()); err != nil {
		return err
	}
	m.men, err = prepost.Compare(m.pairs.In("man"), m.options())
	return err
}

// surveyFigures names every number of a survey.
func (r *run) surveyFigures(m *measured) error {
	prefix := "survey/" + m.survey.Name
	about := evaluate.T(lowerFirst(m.survey.Title.PL), lowerFirst(m.survey.Title.EN))
	figures := m.overall.Figures(prefix, about)
	figures = append(figures, attrition(prefix, about, m.pairs)...)
	for _, name := range []string{"pre", "post"} {
		figures = append(figures, alphaFigure(prefix, about, name, m.alphas[name]))
	}
	for _, g := range r.groups(m) {
		figures = append(figures, g.change.Figures(prefix+"/"+g.id, evaluate.T(about.PL+" ("+g.label.PL+")", about.EN+" ("+g.label.EN+")"))...)
	}
	return r.add(r.madeUp([]string{m.survey.Pre.File, m.survey.Post.File}, figures)...)
}

// group is a split of a survey by sex.
type group struct {
	id     string
	label  evaluate.Text
	change prepost.Change
}

// groups are the sexes for which the sheets say so at all; none where the split by sex was not
// published.
func (r *run) groups(m *measured) []group {
	var out []group
	if r.project.hidesSex() {
		return nil
	}
	for _, g := range []group{
		{"women", evaluate.T("kobiety", "women"), m.women},
		{"men", evaluate.T("mężczyźni", "men"), m.men},
	} {
		if g.change.N > 0 {
			out = append(out, g)
		}
	}
	return out
}

func attrition(prefix string, about evaluate.Text, p prepost.Pairs) []evaluate.Figure {
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

func alphaFigure(prefix string, about evaluate.Text, when string, rel stats.Reliability) evaluate.Figure {
	word := map[string]evaluate.Text{"pre": evaluate.T("przed", "before"), "post": evaluate.T("po", "after")}[when]
	label := evaluate.T(about.PL+": alfa Cronbacha "+word.PL, about.EN+": Cronbach's alpha "+word.EN)
	id := prefix + "/alpha/" + when
	if !rel.Alpha.Defined {
		return evaluate.Unavailable(id, label, evaluate.Statistic, prepost.Because(rel.Alpha.Why))
	}
	f := evaluate.NewFigure(id, label, evaluate.Real(rel.Alpha.Value), evaluate.Statistic).WithN(rel.N).
		By(evaluate.T("surowa alfa Cronbacha, kompletne ankiety; przedział Feldta", "raw Cronbach's alpha, complete sheets; Feldt's interval"))
	if rel.Interval.Lo.Defined {
		if i, err := evaluate.NewInterval(evaluate.Real(rel.Interval.Lo.Value), evaluate.Real(rel.Interval.Hi.Value), level); err == nil {
			f = f.WithInterval(i)
		}
	}
	return f
}

func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
