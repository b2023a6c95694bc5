package batch

import (
	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/prepost"
)

// passedOver is the sheets that do not count for one reason.
type passedOver struct {
	places []string
	rule   string
	label  datasets.Term
	say    datasets.Label
}

func passedOverIn(p prepost.Pairs) []passedOver {
	return []passedOver{
		{p.Repeated, "sheet.repeated", datasets.Term{Code: "repeated", PL: "ankieta powtórzona", EN: "repeated sheet"},
			datasets.Label{PL: "powtórzona ankieta tej samej osoby; liczy się najwcześniejsza przed i najpóźniejsza po", EN: "a further sheet of the same person; the earliest before and the latest after count"}},
		{p.Unclear, "sheet.unclear", datasets.Term{Code: "unclear", PL: "ankieta sprzeczna", EN: "contradictory sheet"},
			datasets.Label{PL: "dwie ankiety pod jednym kodem bez różnych dat różnią się wynikiem, odpowiedziami albo zapisem kodu; nie liczy się żadna, dopóki nie ma dat", EN: "two sheets under one code without different dates differ in score, in answers or in the writing of the code; neither counts until they are dated"}},
		{p.NoCode, "sheet.no-code", datasets.Term{Code: "no-code", PL: "ankieta bez kodu", EN: "sheet without a code"},
			datasets.Label{PL: "ankiety bez kodu nie da się połączyć w parę", EN: "a sheet without a code cannot be paired"}},
	}
}

// passOver files a Problem for every sheet that does not count, at its place.
func (r *run) passOver(m *measured) {
	for _, kind := range passedOverIn(m.pairs) {
		for _, place := range kind.places {
			for _, w := range m.waves() {
				if at, ok := w.places[place]; ok {
					r.tellOnce(datasets.Problem{Position: at, Rule: kind.rule, Severity: datasets.Warning, Message: kind.say})
				}
			}
		}
	}
}

// accountSheets sets aside, in the account of its file, every row none of whose sheets counts. It comes after
// all surveys: a row may hold sheets of several waves and of several scales, and is one row all the same.
func (r *run) accountSheets() {
	counts := map[string]bool{}
	var all []*measured
	for _, m := range r.surveys {
		all = append(append(all, m), m.later...)
	}
	for _, m := range all {
		for _, i := range m.pairs.KeptPre {
			counts[m.before.sheets[i].Place] = true
		}
		for _, i := range m.pairs.KeptPost {
			counts[m.after.sheets[i].Place] = true
		}
	}
	for _, m := range all {
		for _, kind := range passedOverIn(m.pairs) {
			for _, place := range kind.places {
				if w := m.waveAt(place); w != nil && !counts[place] {
					r.setAside(w.file, w.places[place], kind.label)
				}
			}
		}
	}
}

// waveAt is the wave that has a sheet at a place; nil where neither has.
func (m *measured) waveAt(place string) *wave {
	for _, w := range m.waves() {
		if _, ok := w.places[place]; ok {
			return w
		}
	}
	return nil
}

// setAside moves one row of an input from counted to set aside; once, though it may hold the sheets of two
// waves and of several questionnaires.
func (r *run) setAside(file string, at datasets.Position, why datasets.Term) {
	if r.aside[at] {
		return
	}
	r.aside[at] = true
	for i := range r.inputs {
		if r.inputs[i].Name != file || r.inputs[i].Conclusions.Sheet != at.Sheet {
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
