package batch

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/scale"
)

// measured is what a survey shows, ready to be told.
type measured struct {
	survey     Survey
	key        scale.Key
	pairs      prepost.Pairs
	overall    prepost.Change
	groups     []group // those of which the sheets or the export of participants know the members
	between    *prepost.Between
	attrition  prepost.Attrition
	analyses   [2]scale.Analysis   // before, after
	answered   []prepost.ItemPairs // to each question, by those who answered it both times
	items      prepost.ItemChanges
	categories []categoryChange
	later      []*measured // further waves against the first

	before, after *wave
	link          *link // to the export of participants; nil: no survey asks for it
}

// survey reads all waves of a survey, scores and pairs them, and works out what changed.
func (r *run) survey(s Survey) error {
	key, err := r.project.key(s)
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
	if s.shares("pre", s.Pre) == ownColumn {
		pre, post = pre.unfilled(post), post.unfilled(pre)
	}
	m := &measured{survey: s, key: key, before: pre, after: post}
	if err := r.pair(m); err != nil {
		return err
	}
	if err := r.laterWaves(m); err != nil {
		return err
	}
	r.surveys = append(r.surveys, m)
	return r.surveyFigures(m)
}

// pair matches the sheets of two waves and works out what they show.
func (r *run) pair(m *measured) (err error) {
	if m.pairs, err = m.folding().Match(m.before.sheets, m.after.sheets); err != nil {
		return r.contradicted("sheet.before-after", datasets.Label{
			PL: "ankieta przed jest datowana po ankiecie po; popraw daty albo zamień pliki (miejsca podaje błąd na wyjściu)", EN: polish.Plain(err),
		}, fmt.Errorf("survey %s: %w", m.survey.Name, err))
	}
	r.passOver(m)
	r.tellFolds(m)
	if err := r.checkSheets(m); err != nil {
		return err
	}
	if err := r.compare(m); err != nil {
		return fmt.Errorf("survey %s: %w", m.survey.Name, err)
	}
	return nil
}

// laterWaves hold each further measurement against the first.
func (r *run) laterWaves(m *measured) error {
	for _, l := range m.survey.Later {
		w, err := r.wave(m.survey, l.Name, l.Wave, m.key)
		if err != nil && !r.lost(err) {
			return err
		}
		if w == nil {
			continue
		}
		if m.survey.shares(l.Name, l.Wave) == ownColumn {
			w = w.unfilled(m.before)
		}
		later := &measured{survey: m.survey, key: m.key, before: m.before, after: w}
		later.survey.Name += "/" + l.Name
		later.survey.Title = m.survey.Title.Joined(": ", l.Title)
		later.survey.Post, later.survey.Later, later.survey.Questions = l.Wave, nil, nil
		if err := r.pair(later); err != nil {
			return err
		}
		m.later = append(m.later, later)
	}
	return nil
}

// folding is how the codes of a survey are compared.
func (m *measured) folding() prepost.Folding {
	return prepost.Folding{LeadingZeros: m.survey.LeadingZeros}
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

// waves are those whose sheets this comparison answers for: the first wave is answered for by the first
// two, not again by each later one.
func (m *measured) waves() []*wave {
	if m.prefix() != m.firstPrefix() {
		return []*wave{m.after}
	}
	return []*wave{m.before, m.after}
}

// tellFolds files a Problem wherever codes that are written differently were taken for one, or nearly.
func (r *run) tellFolds(m *measured) {
	tell := func(place, rule string, severity datasets.Severity, say datasets.Label) {
		for _, w := range m.waves() {
			if at, ok := w.places[place]; ok {
				r.tellOnce(datasets.Problem{Position: at, Rule: rule, Severity: severity, Message: say})
			}
		}
	}
	for _, f := range m.pairs.Folded {
		tell(f.Post, "sheet.folded", datasets.Note, datasets.Label{
			PL: "kod zapisany inaczej niż w ankiecie przed (wielkość liter, odstępy, znaki); wzięto je za jedną osobę",
			EN: "the code is written differently from that on the sheet before (case, spaces, signs); they were taken for one person"})
	}
	for _, c := range m.pairs.Collided {
		for _, place := range c.Places {
			tell(place, "sheet.collided", datasets.Warning, datasets.Label{
				PL: "kod różni się zapisem od innego w tym samym pomiarze; jeżeli to dwie osoby, nadaj im różne kody",
				EN: "the code is written differently from another of the same wave; if they are two persons, give them different codes"})
		}
	}
	for _, place := range m.pairs.HeldApart {
		tell(place, "sheet.held-apart", datasets.Warning, datasets.Label{
			PL: "kod różni się od innego tylko miejscem podziału cyfr; wzięto je za dwie osoby. Jeżeli to jedna, zapisz kod tak samo",
			EN: "the code differs from another only in where digits are parted; they were taken for two persons. If they are one, write the code alike"})
	}
}
