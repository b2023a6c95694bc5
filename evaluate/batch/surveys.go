package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/scale"
	"github.com/efseval/efseval/evaluate/stats"
)

// level is the confidence level of every interval.
const level = 0.95

// measured is what a survey shows, ready to be told.
type measured struct {
	survey  Survey
	pairs   prepost.Pairs
	overall prepost.Change
	women   prepost.Change
	men     prepost.Change
	alphas  map[string]stats.Reliability // pre, post
}

// survey reads both waves of a survey, scores and pairs them.
func (r *run) survey(s Survey) error {
	key, err := s.key()
	if err != nil {
		return err
	}
	pre, err := r.wave(s, "pre", s.Pre, key)
	if err != nil {
		return err
	}
	post, err := r.wave(s, "post", s.Post, key)
	if err != nil {
		return err
	}
	m := &measured{survey: s, alphas: map[string]stats.Reliability{}}
	if m.pairs, err = prepost.Match(pre.sheets, post.sheets); err != nil {
		return &BadData{Project: r.project.File, Cause: fmt.Errorf("survey %s: %w", s.Name, err)}
	}
	if err := m.compare(); err != nil {
		return fmt.Errorf("survey %s: %w", s.Name, err)
	}
	for name, w := range map[string]*wave{"pre": pre, "post": post} {
		if m.alphas[name], err = scale.Reliability(w.scored, level); err != nil {
			return fmt.Errorf("survey %s: %w", s.Name, err)
		}
	}
	r.surveys = append(r.surveys, m)
	return r.surveyFigures(m)
}

func (s Survey) key() (scale.Key, error) {
	k := scale.Key{How: scale.How(s.Scale.Score), Missing: s.Scale.Missing, Reversed: make([]bool, len(s.Pre.Items))}
	if len(s.Scale.Range) == 2 {
		k.Low, k.High = s.Scale.Range[0], s.Scale.Range[1]
	}
	for i := range s.Pre.Items {
		for _, reversed := range s.Scale.Reversed {
			if s.Pre.Items[i] == reversed || i < len(s.Post.Items) && s.Post.Items[i] == reversed {
				k.Reversed[i] = true
			}
		}
	}
	return k, k.Check()
}

// wave is the sheets of one measurement.
type wave struct {
	sheets []prepost.Sheet
	scored []scale.Sheet
}

// itemFields are the questions of a wave as fields of the answer sheets.
func itemFields(headers []string) []datasets.Field {
	fields := make([]datasets.Field, len(headers))
	for i, h := range headers {
		fields[i] = datasets.Field{Name: fmt.Sprintf("item%d", i+1), Kind: datasets.Number, Label: datasets.Label{PL: h, EN: h}}
	}
	return fields
}

func (r *run) wave(s Survey, name string, w Wave, key scale.Key) (*wave, error) {
	items := itemFields(w.Items)
	in := w.Input
	in.Columns = map[string][]string{}
	for field, headers := range w.Columns {
		in.Columns[field] = headers
	}
	for i, f := range items {
		in.Columns[f.Name] = []string{w.Items[i]}
	}
	in.Ignore = append(append([]string(nil), w.Ignore...), r.otherItems(s, w)...)
	batches, input, err := r.project.collect("survey/"+s.Name+"/"+name, in, "answers", items)
	if err != nil {
		return nil, err
	}
	r.addInput(input)
	out := &wave{}
	for _, b := range batches {
		r.problems = append(r.problems, b.Problems...)
		for row := range b.Rows() {
			out.add(r, b, row, key, name, len(items))
		}
	}
	return out, nil
}

// otherItems are the item columns of other waves and surveys in the same file: known there,
// not read here.
func (r *run) otherItems(s Survey, w Wave) []string {
	var others []string
	for _, o := range r.project.Surveys {
		for _, ow := range []Wave{o.Pre, o.Post} {
			if ow.File == w.File {
				others = append(others, ow.Items...)
			}
		}
	}
	return others
}

// add scores one sheet. A long file holds both waves: sheets of the other one are passed over.
func (w *wave) add(r *run, b *datasets.Batch, row int, key scale.Key, name string, items int) {
	if c := b.ColumnOf("wave"); c.Present && !c.Missing(row) && b.Schema.Field("wave").Vocabulary.Term(c.Codes[row]).Code != name {
		return
	}
	answers := make([]scale.Answer, items)
	for i := range items {
		c := b.ColumnOf(fmt.Sprintf("item%d", i+1))
		if c.Present && !c.Missing(row) {
			answers[i] = scale.Answer{Value: c.Numbers[row], Given: true}
		}
	}
	scored := key.Score(answers)
	for _, i := range scored.Outside {
		r.problems = append(r.problems, outOfRange(b, row, i, key))
	}
	w.scored = append(w.scored, scored)
	w.sheets = append(w.sheets, sheetOf(b, row, scored))
}

func sheetOf(b *datasets.Batch, row int, scored scale.Sheet) prepost.Sheet {
	s := prepost.Sheet{Score: scored.Score, Scored: scored.Scored, Place: b.Position(row, -1).String()}
	if c := b.ColumnOf("code"); c.Present {
		s.Code = string(c.Text(row))
	}
	if c := b.ColumnOf("sex"); c.Present && !c.Missing(row) {
		s.Group = b.Schema.Field("sex").Vocabulary.Term(c.Codes[row]).Code
	}
	if c := b.ColumnOf("date"); c.Present && !c.Missing(row) {
		s.Day, s.Dated = c.Days[row], true
	}
	return s
}

func outOfRange(b *datasets.Batch, row, item int, key scale.Key) datasets.Problem {
	field := b.Schema.Index(fmt.Sprintf("item%d", item+1))
	return datasets.Problem{Position: b.Position(row, field), Field: b.Schema.Fields[field].Label.PL, Rule: "answer.out-of-range", Severity: datasets.Error,
		Message: datasets.Label{
			PL: fmt.Sprintf("odpowiedź spoza skali %v–%v; popraw ją albo zakres range: w pliku projektu", key.Low, key.High),
			EN: fmt.Sprintf("the answer lies outside the scale %v–%v; correct it, or range: in the project file", key.Low, key.High),
		}}
}

func (m *measured) compare() (err error) {
	if m.overall, err = prepost.Compare(m.pairs.Matched, level, true); err != nil {
		return err
	}
	if m.women, err = prepost.Compare(m.pairs.In("woman"), level, true); err != nil {
		return err
	}
	m.men, err = prepost.Compare(m.pairs.In("man"), level, true)
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
	for _, g := range m.groups() {
		figures = append(figures, g.change.Figures(prefix+"/"+g.id, evaluate.T(about.PL+" ("+g.label.PL+")", about.EN+" ("+g.label.EN+")"))...)
	}
	return r.add(r.madeUp(m.survey.Pre.File, figures)...)
}

// group is a split of a survey by sex.
type group struct {
	id     string
	label  evaluate.Text
	change prepost.Change
}

// groups are the sexes for which the sheets say so at all.
func (m *measured) groups() []group {
	var out []group
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
