package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/recognise"
	"github.com/efseval/efseval/evaluate"
)

// initPlan is the project that follows from the files.
type initPlan struct {
	id     string
	lang   evaluate.Lang
	tables []*recognise.Recognised // all, in the order of the files

	people, ledger *recognise.Recognised
	everySheet     bool // the participants stand on several sheets
	surveys        []initSurvey
	period         recognise.Period
	rules          string
	guess          evaluate.Text // what the rule set was guessed from; empty where the user named it

	names  map[string]string                // path -> name in the project file
	drafts map[*recognise.Recognised]string // file of a drafted profile
	hints  map[string][]string              // survey -> headers that run against the others
}

// newInitPlan recognises the tables of the files and gives each its part in the project.
func newInitPlan(ctx context.Context, dir string, paths []string, f *initFlags) (*initPlan, error) {
	p := &initPlan{id: projectID(dir), lang: evaluate.Lang(f.lang), rules: f.rules, names: map[string]string{}, drafts: map[*recognise.Recognised]string{}, hints: map[string][]string{}}
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := p.look(path); err != nil {
			return nil, withoutProject(err)
		}
	}
	if err := p.assign(); err != nil {
		return nil, err
	}
	if err := p.settlePeriod(); err != nil {
		return nil, err
	}
	p.settleRules()
	p.planSurveys()
	return p, nil
}

// look recognises the tables of a file.
func (p *initPlan) look(path string) error {
	tables, err := recognise.Look(path)
	if err != nil {
		return err
	}
	known := 0
	for _, t := range tables {
		r, err := recognise.Recognise(t)
		if err != nil {
			return err
		}
		if r.Kind == recognise.Participants && r.Profile == nil || r.Kind == recognise.Unknown && len(tables) == 1 && !t.Headless {
			if _, err := r.Draft(); err != nil {
				return err
			}
		}
		if r.Kind != recognise.Unknown {
			known++
		}
		p.tables = append(p.tables, r)
	}
	if known == 0 {
		return unrecognised(tables[0])
	}
	return nil
}

// unrecognised is the error of a file of which no table could be given a part.
func unrecognised(t *recognise.Table) error {
	at := datasets.Position{File: t.Found.File, Sheet: t.Found.Sheet, Row: t.Found.HeaderRow}
	if t.Headless {
		return &datasets.Unreadable{At: at, Cause: errors.New("no header row: the row most like one holds values, as a row of people does"),
			Next: "put a row with the names of the columns above the first row of data"}
	}
	return &datasets.Unreadable{At: at, Cause: fmt.Errorf("its %d columns are no table that is known: neither participants nor costs with amounts nor answers with a code", len(t.Columns)),
		Next: "leave it out, or describe it by hand: efseval profile draft " + shellWord(t.Path)}
}

// assign gives the one export of participants and the one ledger their places.
func (p *initPlan) assign() error {
	for _, r := range p.tables {
		var at **recognise.Recognised
		switch r.Kind {
		case recognise.Participants:
			at = &p.people
		case recognise.Costs:
			at = &p.ledger
		default:
			continue
		}
		switch first := *at; {
		case first == nil:
			*at = r
		case first.Path == r.Path && r.Kind == recognise.Participants && first.Profile.Name == r.Profile.Name:
			p.everySheet = true
		default:
			return usageError{inWords(string(p.lang),
				fmt.Sprintf("%s i %s to dwa pliki jednego rodzaju (%s), a projekt ma jeden; złącz je albo załóż dwa projekty: efseval init inny-folder %s", tableName(first), tableName(r), kindWord(r.Kind).PL, shellWord(r.Path)),
				fmt.Sprintf("%s and %s are both %s, and a project has one such file; join them, or make two projects: efseval init another-folder %s", tableName(first), tableName(r), kindWord(r.Kind).EN, shellWord(r.Path)))}
		}
	}
	for _, r := range []*recognise.Recognised{p.people, p.ledger} {
		if r != nil && r.Drafted != nil {
			p.drafts[r] = "profile.yaml"
		}
	}
	return nil
}

// settlePeriod takes the period from the dates of participation.
func (p *initPlan) settlePeriod() (err error) {
	if p.people != nil {
		p.period, err = p.people.Period()
	}
	return withoutProject(err)
}

// settleRules guesses the rule set by the system that wrote the export, else by the first entry.
func (p *initPlan) settleRules() {
	if p.rules != "" {
		return
	}
	if p.people != nil {
		if name, known := setOfSystem[p.people.Profile.Name]; known {
			system := p.people.Profile.Name
			p.rules, p.guess = name, evaluate.T("zgadnięto po systemie eksportu "+system, "guessed from the system of the export, "+system)
			return
		}
	}
	if !p.period.Begun {
		p.rules, p.guess = "esf-plus-2021-2027", evaluate.T("nic w plikach nie mówi, z jakiego okresu jest projekt; to bieżący", "nothing in the files says of what period the project is; this is the current one")
		return
	}
	first := datasets.FormatDay(p.period.From)
	p.guess = evaluate.T("zgadnięto po pierwszej dacie udziału", "guessed from the first date of entry")
	switch {
	case first < "2014":
		p.rules = "po-kl-2007-2013"
	case first < "2021":
		p.rules = "esf-2014-2020"
	default:
		p.rules = "esf-plus-2021-2027"
	}
}

// projectID makes the name of a folder an id.
func projectID(dir string) string {
	if whole, err := filepath.Abs(dir); err == nil {
		dir = whole
	}
	return cmp.Or(slugOf(filepath.Base(dir)), "project")
}

// slugOf is a text in lower-case letters, digits and dashes; empty where it has none.
func slugOf(text string) string {
	plain := func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }
	return strings.Join(strings.FieldsFunc(datasets.Fold(text), plain), "-")
}

// unplacedTables are those that have no part in the project.
func (p *initPlan) unplacedTables() []*recognise.Recognised {
	return slices.DeleteFunc(slices.Clone(p.tables), func(r *recognise.Recognised) bool { return r.Kind != recognise.Unknown })
}

func tableName(r *recognise.Recognised) string {
	name := datasets.Visible(filepath.Base(r.Path))
	if r.Sheet != "" {
		name += " (" + datasets.Visible(r.Sheet) + ")"
	}
	return name
}

func kindWord(k recognise.Kind) evaluate.Text {
	switch k {
	case recognise.Participants:
		return evaluate.T("uczestnicy", "participants")
	case recognise.Costs:
		return evaluate.T("koszty", "costs")
	case recognise.Answers:
		return evaluate.T("odpowiedzi", "answers")
	}
	return evaluate.T("nierozpoznane", "not recognised")
}
