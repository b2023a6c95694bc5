package batch

import (
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/scale"
)

// sharing is what the file of a wave holds of the other waves of its survey.
type sharing int

// The ways of sharing a file.
const (
	ownFile   sharing = iota
	ownColumn         // a wide file: each row holds the sheets of several waves, in columns of their own
	ownRow            // a long file: a column tells of which wave a row is
)

// shares tells how the file of a wave is shared with the other waves of the survey.
func (s Survey) shares(name string, w Wave) sharing {
	waves := map[string]Wave{"pre": s.Pre, "post": s.Post}
	for _, l := range s.Later {
		waves[l.Name] = l.Wave
	}
	delete(waves, name)
	how := ownFile
	for _, other := range waves {
		if other.File == w.File && other.Sheet == w.Sheet {
			how = max(how, ownColumn)
			if slices.Equal(other.Items, w.Items) {
				how = ownRow
			}
		}
	}
	return how
}

// elsewhere tells whether a row is no sheet of this wave: it names another one, or none in a file where that
// alone would tell. What no wave of the file claims is told and set aside, since nobody is lost silently.
func (w *waveReader) elsewhere(b *datasets.Batch, row int) bool {
	c := b.ColumnOf("wave")
	switch {
	case !c.Present:
		return false
	case c.Missing(row):
		if w.shares == ownRow {
			w.passOver(b, row, "sheet.no-wave", datasets.Term{Code: "no-wave", PL: "ankieta bez pomiaru", EN: "sheet without a wave"}, datasets.Label{
				PL: "ankieta nie mówi, czy jest sprzed, czy po, a plik ma oba pomiary; uzupełnij pomiar", EN: "the sheet does not say whether it is from before or after, and the file holds both; fill in the wave"})
		}
		return w.shares == ownRow
	case b.Schema.Field("wave").Vocabulary.Term(c.Codes[row]).Code == w.name:
		return false
	}
	if w.shares == ownFile {
		w.passOver(b, row, "sheet.other-wave", datasets.Term{Code: "other-wave", PL: "ankieta innego pomiaru", EN: "sheet of another wave"}, datasets.Label{
			PL: "ankieta jest z innego pomiaru niż plik, w którym stoi; popraw pomiar albo przenieś ankietę", EN: "the sheet is of another wave than its file; correct the wave, or move the sheet"})
	}
	return true
}

func (w *waveReader) passOver(b *datasets.Batch, row int, rule string, why datasets.Term, say datasets.Label) {
	at := b.Position(row, -1)
	w.run.tellOnce(datasets.Problem{Position: at, Rule: rule, Severity: datasets.Warning, Message: say})
	w.run.setAside(w.out.file, at, why)
}

// unfilled leaves out of one wave of a wide file the sheets that nobody filled in, where the same row has one
// of the other wave: such a row is one sheet. A row without any answer stays, a person without a score.
func (w *wave) unfilled(other *wave) *wave {
	filled := map[datasets.Position]bool{}
	for i := range other.sheets {
		filled[other.places[other.sheets[i].Place]] = other.filled(i)
	}
	out := &wave{file: w.file, places: w.places}
	for i, s := range w.sheets {
		if !w.filled(i) && filled[w.places[s.Place]] {
			continue
		}
		s.Index = len(out.sheets)
		out.sheets, out.scored, out.answers = append(out.sheets, s), append(out.scored, w.scored[i]), append(out.answers, w.answers[i])
	}
	return out
}

// filled tells whether a sheet holds an answer, be it one that cannot be read.
func (w *wave) filled(i int) bool {
	s := w.scored[i]
	return len(s.Faults) > 0 || slices.ContainsFunc(s.Turned, func(a scale.Answer) bool { return a.Given }) ||
		slices.ContainsFunc(w.answers[i], func(a string) bool { return a != "" })
}
