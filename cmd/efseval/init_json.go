package main

import (
	"io"
	"path/filepath"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/recognise"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
)

// initSchema names the shape of the JSON that efseval init prints.
const initSchema = "efseval/init/1"

// initJSON is a project that was written and what was concluded from its files, for programs. A sample is of no
// files.
type initJSON struct {
	Schema  string           `json:"schema"`
	Version string           `json:"version"`
	Project string           `json:"project"` // its id
	Folder  string           `json:"folder"`
	Wrote   []string         `json:"wrote"` // files, in order
	Next    string           `json:"next"`  // the subcommand to go on with: check where a run would refuse
	Rules   string           `json:"rules,omitempty"`
	Guess   evaluate.Text    `json:"rules_guessed_from,omitzero"` // absent where the user named them
	Tables  []initTableJSON  `json:"tables,omitempty"`
	Surveys []initSurveyJSON `json:"surveys,omitempty"`

	Problems []ruleJSON `json:"problems,omitempty"` // of the data, by rule
	Refusals []string   `json:"refusals,omitempty"` // why a run would end, in the language asked for
}

// initTableJSON is a table of a file. A header that may be data is the letter of its column in brackets.
type initTableJSON struct {
	File      string           `json:"file"`
	Sheet     string           `json:"sheet"`
	Kind      string           `json:"kind"` // participants, costs, answers; empty: not recognised
	Profile   string           `json:"profile"`
	Drafted   string           `json:"drafted_profile"` // the file of a profile that was drafted
	Columns   []initColumnJSON `json:"columns"`
	Questions []string         `json:"questions"`
	Unplaced  []string         `json:"not_placed"`
}

type initColumnJSON struct {
	Header string `json:"header"`
	Field  string `json:"field"`
}

type initSurveyJSON struct {
	Name      string        `json:"name"`
	Questions int           `json:"questions"`
	Low       float64       `json:"low"` // the ends of the scale
	High      float64       `json:"high"`
	Waves     []string      `json:"waves"`          // files
	Basis     evaluate.Text `json:"order_from"`     // from what the order of the waves was concluded
	Lacks     evaluate.Text `json:"lacks,omitzero"` // why it stands there as a comment only
	Reversed  []string      `json:"maybe_reversed,omitempty"`
}

// json is what every new project has.
func (p *initPlace) json(id, next string) initJSON {
	return initJSON{Schema: initSchema, Version: version, Project: id, Folder: p.dir, Wrote: p.wrote, Next: next}
}

func (p *initPlan) writeJSON(w io.Writer, place *initPlace, found *batch.Examination) error {
	kinds, step := kindsOf(found.Problems), "run"
	if refuses(kinds, found) > 0 {
		step = "check"
	}
	out := place.json(p.id, step)
	out.Rules, out.Guess = p.rules, p.guess
	for _, r := range p.tables {
		out.Tables = append(out.Tables, p.tableJSON(r))
	}
	for _, s := range p.surveys {
		out.Surveys = append(out.Surveys, p.surveyJSON(&s))
	}
	for _, k := range kinds.ordered() {
		out.Problems = append(out.Problems, k.json(0))
	}
	for _, refused := range found.Refusals {
		out.Refusals = append(out.Refusals, datasets.VisibleLines(inTongue(refused, p.lang)))
	}
	return printJSON(w, out)
}

func (p *initPlan) tableJSON(r *recognise.Recognised) initTableJSON {
	out := initTableJSON{File: filepath.Base(r.Path), Sheet: r.Sheet, Drafted: p.drafts[r], Columns: []initColumnJSON{}, Questions: []string{}, Unplaced: []string{}}
	if r.Kind != recognise.Unknown {
		out.Kind = kindWord(r.Kind).EN
	}
	if r.Profile != nil && out.Drafted == "" {
		out.Profile = r.Profile.Name
	}
	for _, placed := range r.Placed {
		if placed.Item {
			out.Questions = append(out.Questions, shownHeader(placed.Column))
			continue
		}
		out.Columns = append(out.Columns, initColumnJSON{shownHeader(placed.Column), placed.Field})
	}
	for _, c := range r.Unplaced {
		out.Unplaced = append(out.Unplaced, shownHeader(c))
	}
	return out
}

func (p *initPlan) surveyJSON(s *initSurvey) initSurveyJSON {
	out := initSurveyJSON{Name: s.id, Questions: len(s.Waves[0].Items), Low: s.low, High: s.high, Basis: s.basis(), Lacks: s.lacks, Reversed: p.hints[s.id]}
	for _, wave := range s.Waves {
		out.Waves = append(out.Waves, filepath.Base(wave.Table.Path))
	}
	return out
}
