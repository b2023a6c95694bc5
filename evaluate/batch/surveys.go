package batch

import (
	"fmt"

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

	before, after *wave
}

// survey reads both waves of a survey, scores and pairs them.
func (r *run) survey(s Survey) error {
	key, err := s.key()
	if err != nil {
		return err
	}
	pre, err := r.wave(s, "pre", s.Pre, key)
	if err != nil && !r.lost(err) {
		return err
	}
	post, err := r.wave(s, "post", s.Post, key)
	if err != nil && !r.lost(err) {
		return err
	}
	if pre == nil || post == nil { // in an examination: without one there are no pairs
		return nil
	}
	m := &measured{survey: s, alphas: map[string]stats.Reliability{}, before: pre, after: post}
	if m.pairs, err = prepost.Match(pre.sheets, post.sheets); err != nil {
		return r.contradicted("sheet.before-after", datasets.Label{
			PL: "ankieta przed jest datowana po ankiecie po; popraw daty albo zamień pliki (miejsca podaje błąd na wyjściu)", EN: err.Error(),
		}, fmt.Errorf("survey %s: %w", s.Name, err))
	}
	r.passOver(pre, post, m.pairs)
	if err := r.checkSheets(m); err != nil {
		return err
	}
	if err := m.compare(); err != nil {
		return fmt.Errorf("survey %s: %w", s.Name, err)
	}
	if m.alphas["pre"], err = pre.reliability(m.pairs.KeptPre); err != nil {
		return fmt.Errorf("survey %s: %w", s.Name, err)
	}
	if m.alphas["post"], err = post.reliability(m.pairs.KeptPost); err != nil {
		return fmt.Errorf("survey %s: %w", s.Name, err)
	}
	r.surveys = append(r.surveys, m)
	return r.surveyFigures(m)
}

// checkSheets holds a survey to the promise that nobody is lost silently.
func (r *run) checkSheets(m *measured) error {
	p := m.pairs
	read, kept := p.PreRows+p.PostRows, len(p.KeptPre)+len(p.KeptPost)
	aside := len(p.Repeated) + len(p.Unclear) + len(p.NoCode)
	return r.check("sheets."+m.survey.Name, evaluate.T(
		m.survey.Title.PL+": ankiety przeczytane = policzone + pominięte z powodem", m.survey.Title.EN+": sheets read = sheets counted + sheets set aside with a reason"),
		read == kept+aside, evaluate.Same(fmt.Sprintf("%d = %d + %d", read, kept, aside)))
}

// passOver files a Problem for every sheet that does not count, at its place, and sets it aside
// in the account of its file.
func (r *run) passOver(pre, post *wave, p prepost.Pairs) {
	for _, kind := range []struct {
		places []string
		rule   string
		label  datasets.Term
		say    datasets.Label
	}{
		{p.Repeated, "sheet.repeated", datasets.Term{Code: "repeated", PL: "ankieta powtórzona", EN: "repeated sheet"},
			datasets.Label{PL: "powtórzona ankieta tej samej osoby; liczy się najwcześniejsza przed i najpóźniejsza po", EN: "a further sheet of the same person; the earliest before and the latest after count"}},
		{p.Unclear, "sheet.unclear", datasets.Term{Code: "unclear", PL: "ankieta sprzeczna", EN: "contradictory sheet"},
			datasets.Label{PL: "dwie ankiety pod jednym kodem bez różnych dat dają różne wyniki albo mają kod różnie zapisany; nie liczy się żadna, dopóki nie ma dat", EN: "two sheets under one code without different dates give different scores, or write the code differently; neither counts until they are dated"}},
		{p.NoCode, "sheet.no-code", datasets.Term{Code: "no-code", PL: "ankieta bez kodu", EN: "sheet without a code"},
			datasets.Label{PL: "ankiety bez kodu nie da się połączyć w parę", EN: "a sheet without a code cannot be paired"}},
	} {
		for _, place := range kind.places {
			for _, w := range []*wave{pre, post} {
				if at, ok := w.places[place]; ok {
					r.tellOnce(datasets.Problem{Position: at, Rule: kind.rule, Severity: datasets.Warning, Message: kind.say})
					r.setAside(w.file, kind.label)
				}
			}
		}
	}
}

// setAside moves one row of an input from counted to set aside.
func (r *run) setAside(file string, why datasets.Term) {
	for i := range r.inputs {
		if r.inputs[i].Name != file {
			continue
		}
		a := &r.inputs[i].Accounting
		a.Counted--
		for j := range a.Aside {
			if a.Aside[j].Record == why {
				a.Aside[j].Rows++
				return
			}
		}
		a.Aside = append(a.Aside, datasets.SetAside{Record: why, Rows: 1})
	}
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
	file   string
	sheets []prepost.Sheet
	scored []scale.Sheet
	places map[string]datasets.Position
}

// reliability is that of the sheets that count, each person once, in order of the codes.
func (w *wave) reliability(kept []int) (stats.Reliability, error) {
	sheets := make([]scale.Sheet, len(kept))
	for i, index := range kept {
		sheets[i] = w.scored[index]
	}
	return scale.Reliability(sheets, level)
}

func (r *run) wave(s Survey, name string, w Wave, key scale.Key) (*wave, error) {
	in, items := r.project.waveInput(w)
	batches, input, err := r.collect("survey/"+s.Name+"/"+name, in, "answers", items)
	if err != nil {
		return nil, err
	}
	r.addInput(input)
	out := &wave{file: input.Name, places: map[string]datasets.Position{}}
	r.tellOf(batches)
	for _, b := range batches {
		for row := range b.Rows() {
			out.add(r, b, row, key, name, len(items))
		}
	}
	return out, nil
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
	for _, f := range scored.Faults { // numbers of the listed items: they can only lie outside the range
		r.tellOnce(outOfRange(b, row, f.Item-1, key))
	}
	sheet := sheetOf(b, row, scored)
	sheet.Index = len(w.sheets)
	w.places[sheet.Place] = b.Position(row, -1)
	w.scored = append(w.scored, scored)
	w.sheets = append(w.sheets, sheet)
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
