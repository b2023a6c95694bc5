package batch

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/cost"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// run is one project being carried out.
type run struct {
	project  *Project
	options  Options
	set      *indicators.Set
	figures  evaluate.Figures
	inputs   []report.Input
	problems []datasets.Problem
	checks   []report.Check
	claims   []report.Claim

	confirmed map[string]bool // figures that the programme itself published

	corrections *report.Corrections // nil without a ledger of corrections
	rules       []report.Rule
	persons     *report.Persons

	trail    *trail       // nil: nobody asks for the rows behind the figures
	exam     *Examination // nil: not an examination
	examined []*Examined
	seen     map[datasets.Problem]bool  // of answer sheets: a file of them is read once for each wave
	aside    map[datasets.Position]bool // rows of answer sheets that count in no pair, each moved in the account once
	canceled func() error               // of the context

	table      *indicators.Table // nil without an export of participants
	efficiency *indicators.Table // of the efficiency criterion; nil: the project is not held to one
	told       *indicators.Table // of stated indicators alone, where there is no export; else nil
	ledger     *cost.Ledger      // nil without a ledger
	stages     []stage

	splitsBy []*split   // the dimensions that the project asked for
	attained []attained // the targets, in the order of the project file
	traits   *traits    // nil: no questionnaire is split by what the export of participants tells
	surveys  []*measured
}

// Run carries a project out: files become tables, tables estimates, estimates a Report. It
// writes nothing; [Write] does. The project comes from [Load].
func Run(ctx context.Context, p *Project, o Options) (*report.Report, error) {
	r := newRun(ctx, p, o)
	if err := r.carryOut(slices.Concat(r.reading(), r.answering())); err != nil {
		return nil, err
	}
	return r.report() // 8
}

func newRun(ctx context.Context, p *Project, o Options) *run {
	return &run{project: p, options: o, set: p.set, confirmed: map[string]bool{}, seen: map[datasets.Problem]bool{}, aside: map[datasets.Position]bool{}, canceled: ctx.Err}
}

// reading are the steps that read the inputs, with their numbers in the documentation of the package.
func (r *run) reading() []func() error {
	return []func() error{
		r.participants, // 2-4: rows -> one participation a person -> cells
		r.confirm,      // which of them the programme itself published
		r.targets,      // 5: cells against what was planned
		r.costs,        // 5: money over people
		r.allSurveys,   // 6: sheets -> scores -> pairs -> change
		r.statedFacts,  // 6: numbers the programme states and nobody counts
	}
}

// answering are the steps that need all figures: the seventh.
func (r *run) answering() []func() error {
	return []func() error{
		r.refuse,       // data that could not be read
		r.confirm,      // again, with the figures that came since
		r.provenance,   // what was computed from made-up numbers is made up
		r.unpublished,  // what made-up data must not pretend to know
		r.answerClaims, // published numbers: reproduced, differs, cannot be computed
	}
}

func (r *run) carryOut(steps []func() error) error {
	for _, step := range steps {
		if err := r.canceled(); err != nil {
			return err
		}
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) allSurveys() error {
	for _, s := range r.project.Surveys {
		if err := r.survey(s); err != nil {
			return err
		}
	}
	r.accountSheets()
	return nil
}

// refuse ends a strict run whose data hold errors: cells that could not be read, and rows that a
// check found to contradict themselves.
func (r *run) refuse() error {
	faults := errorsOf(r.problems)
	if len(faults) == 0 || r.options.TolerateFaults {
		return nil
	}
	return &Refused{Project: r.project.File, Faults: faults}
}

// add files figures.
func (r *run) add(figures ...evaluate.Figure) error {
	for _, f := range figures {
		if err := r.figures.Add(f); err != nil {
			return err
		}
		r.trail.rest(f)
	}
	return nil
}

// addInput lists an input once, with every role it plays, and takes its header problems.
func (r *run) addInput(in report.Input) {
	for i := range r.inputs {
		if r.inputs[i].Name == in.Name && r.inputs[i].Conclusions.Sheet == in.Conclusions.Sheet {
			r.inputs[i].Role += ", " + in.Role
			r.takeHeaderProblems(in)
			return
		}
	}
	r.inputs = append(r.inputs, in)
	r.takeHeaderProblems(in)
}

func (r *run) takeHeaderProblems(in report.Input) {
	for _, p := range in.Conclusions.Problems {
		if !slices.Contains(r.problems, p) {
			r.problems = append(r.problems, p)
		}
	}
}

// madeUp marks figures that come straight from a made-up file.
func (r *run) madeUp(files []string, figures []evaluate.Figure) []evaluate.Figure {
	if r.project.Synthetic == nil || !slices.ContainsFunc(files, r.project.saysSynthetic) {
		return figures
	}
	for i := range figures {
		figures[i].MadeUp = figures[i].Status == evaluate.Known
	}
	return figures
}

// saysSynthetic tells whether a file calls itself made up. Standard input has no name to do so; it is
// what the project says of its data.
func (p *Project) saysSynthetic(file string) bool {
	return p.Synthetic != nil && file == files.StandardInput || strings.Contains(path.Base(filepath.ToSlash(file)), "synthetic")
}

// check files a promise that the run kept; a broken one is an error and ends the run.
func (r *run) check(rule string, text evaluate.Text, held bool, detail evaluate.Text) error {
	r.checks = append(r.checks, report.Check{Rule: rule, Text: text, Held: held, Detail: detail})
	if !held {
		cause := fmt.Errorf("%s: %s: %s; this is a fault of the data or of efseval, and nothing is written", rule, text.EN, detail.EN)
		return r.contradicted(rule, datasets.Label{PL: text.PL + ": " + detail.PL, EN: text.EN + ": " + detail.EN}, cause)
	}
	return nil
}
