package batch

import (
	"fmt"
	"strconv"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/scale"
)

// wave is the sheets of one measurement.
type wave struct {
	file    string
	sheets  []prepost.Sheet
	scored  []scale.Sheet
	answers [][]string // to the questions with categories, of each sheet; empty: none
	places  map[string]datasets.Position
}

// kept are the scored sheets that count, each person once, in order of the codes.
func (w *wave) kept(indices []int) []scale.Sheet {
	sheets := make([]scale.Sheet, len(indices))
	for i, index := range indices {
		sheets[i] = w.scored[index]
	}
	return sheets
}

// waveReader reads the sheets of one wave.
type waveReader struct {
	run    *run
	name   string
	key    scale.Key
	reader *scale.Reader // of answers in words; nil: they are numbers
	items  int
	asked  []Question
	shares sharing
	out    *wave
}

// wave reads and scores the sheets of one measurement of a survey, the rows of its file that are of it.
func (r *run) wave(s Survey, name string, w Wave, key scale.Key) (*wave, error) {
	reader := &waveReader{run: r, name: name, key: key, items: len(w.Items), shares: s.shares(name, w), out: &wave{places: map[string]datasets.Position{}}}
	if inWords(key) {
		var err error
		if reader.reader, err = key.Reader(); err != nil {
			return nil, err
		}
	}
	if name == "pre" || name == "post" {
		reader.asked = s.Questions
	}
	in, fields := r.project.waveInput(w, s.headers(name), inWords(key))
	batches, input, err := r.collect("survey/"+s.Name+"/"+name, in, "answers", fields)
	if err != nil {
		return nil, err
	}
	r.addInput(input)
	reader.out.file = input.Name
	r.tellOf(batches)
	for _, b := range batches {
		for row := range b.Rows() {
			reader.add(b, row)
		}
	}
	return reader.out, nil
}

// inWords tells whether answers are read as words.
func inWords(k scale.Key) bool { return len(k.Answers)+len(k.Blank) > 0 }

// headers are those of the questions with categories in a wave.
func (s Survey) headers(wave string) (headers []string) {
	for _, q := range s.Questions {
		switch wave {
		case "pre":
			headers = append(headers, q.Pre)
		case "post":
			headers = append(headers, q.Post)
		}
	}
	return headers
}

// add scores one sheet, unless it is one of another wave.
func (w *waveReader) add(b *datasets.Batch, row int) {
	if w.elsewhere(b, row) {
		return
	}
	scored := w.score(b, row)
	for _, fault := range scored.Faults {
		w.run.tellOnce(w.problem(b, row, fault))
	}
	sheet := sheetOf(b, row, scored)
	answers := w.categories(b, row)
	sheet.Answers = written(scored, answers)
	sheet.Index = len(w.out.sheets)
	w.out.places[sheet.Place] = b.Position(row, -1)
	w.out.scored = append(w.out.scored, scored)
	w.out.sheets = append(w.out.sheets, sheet)
	w.out.answers = append(w.out.answers, answers)
}

// score reads the answers of a row, as words where the key has words, and scores them.
func (w *waveReader) score(b *datasets.Batch, row int) scale.Sheet {
	if w.reader != nil {
		cells := make([]string, w.items)
		for i := range cells {
			if c := b.ColumnOf(itemField(i)); c.Present && !c.Missing(row) {
				cells[i] = string(c.Text(row))
			}
		}
		return w.reader.Score(cells)
	}
	answers := make([]scale.Answer, w.items)
	for i := range answers {
		if c := b.ColumnOf(itemField(i)); c.Present && !c.Missing(row) {
			answers[i] = scale.Answer{Value: c.Numbers[row], Given: true}
		}
	}
	return w.key.Score(answers)
}

// problem is a fault of an answer, at its place.
func (w *waveReader) problem(b *datasets.Batch, row int, fault scale.Fault) datasets.Problem {
	field := b.Schema.Index(itemField(fault.Item - 1))
	said := fault.Text(w.key)
	return datasets.Problem{Position: b.Position(row, field), Field: b.Schema.Fields[field].Label.PL, Rule: "answer." + string(fault.Kind),
		Severity: datasets.Error, Message: datasets.Label{PL: said.PL, EN: said.EN}}
}

// categories are the answers of a sheet to the questions with categories: as the project file writes them;
// one that is none of them is a Problem and counts as no answer.
func (w *waveReader) categories(b *datasets.Batch, row int) []string {
	out := make([]string, len(w.asked))
	for i, q := range w.asked {
		c := b.ColumnOf(categoryField(i))
		if !c.Present || c.Missing(row) {
			continue
		}
		said, known := datasets.FoldText(string(c.Text(row))), false
		for _, category := range q.Categories {
			if datasets.FoldText(category) == said {
				out[i], known = category, true
			}
		}
		if !known && said != "" {
			field := b.Schema.Index(categoryField(i))
			w.run.tellOnce(datasets.Problem{Position: b.Position(row, field), Field: b.Schema.Fields[field].Label.PL, Rule: "answer.unknown-category", Severity: datasets.Error,
				Message: datasets.Label{PL: "odpowiedź nie jest żadną z kategorii; popraw ją albo categories: w pliku projektu", EN: "the answer is none of the categories; correct it, or categories: in the project file"}})
		}
	}
	return out
}

// written is all that a sheet answers, one way of writing it for each.
func written(scored scale.Sheet, categories []string) string {
	out := make([]byte, 0, 64)
	for _, a := range scored.Turned {
		if a.Given {
			out = strconv.AppendFloat(out, a.Value, 'g', -1, 64)
		}
		out = append(out, ';')
	}
	for _, c := range categories {
		out = append(strconv.AppendQuote(out, c), ';')
	}
	return string(out)
}

func itemField(i int) string { return fmt.Sprintf("item%d", i+1) }

func categoryField(i int) string { return fmt.Sprintf("category%d", i+1) }

// sheetOf is a row as pairing knows it: its code, sex and date where it has them, its score and its place.
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
