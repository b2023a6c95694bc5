package batch

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/report"
)

// Examination is what a run would find in the data of a project, without its reports.
type Examination struct {
	Files    []*Examined        // in the order of a run
	Problems []datasets.Problem // each once; a contradiction is among them as an error
	// Refusals are the inputs that cannot be read and the contradictions, in the words and with the exit
	// code of a run. Errors among the Problems are refused too.
	Refusals []error
	NotRun   []report.Rule // rules that the project asked for and its export has no columns for
}

// Examined is an input of a project as far as it was read.
type Examined struct {
	Role, File  string
	Conclusions datasets.Conclusions
	Corrections *report.Corrections // nil without a ledger
	Err         error               // why it could not be read, or not to its end; nil where it was
}

// Examine reads the inputs of a project as [Run] does and writes nothing. Faults of the data are
// tolerated and told, and an input that cannot be read does not stop the others: a strict run ends with
// exit code 3 exactly where the Examination has a Refusal or a Problem that is an error. The error is a
// [Fault] of the project file that only the data show, or one that is not of the data.
func Examine(ctx context.Context, p *Project, o Options) (*Examination, error) {
	o.TolerateFaults = true
	r := newRun(ctx, p, o)
	r.exam = &Examination{}
	err := r.carryOut(r.reading())
	if err == nil && len(r.exam.Refusals) == 0 && len(errorsOf(r.problems)) == 0 {
		err = r.carryOut(r.answering()) // figures of data with faults may be missing: no claim is at fault then
	}
	r.exam.Files, r.exam.Problems = r.examined, r.problems
	for _, rule := range r.rules {
		if rule.Code == ruleOutside && !rule.Ran || rule.Code == ruleUntold && !rule.Ran {
			r.exam.NotRun = append(r.exam.NotRun, rule)
		}
	}
	return r.exam, err
}

// contradicted ends a run whose data contradict themselves or the project file. An examination takes it
// down as an error of the data and goes on.
func (r *run) contradicted(rule string, message datasets.Label, cause error) error {
	bad := &BadData{Project: r.project.File, Cause: cause}
	if r.exam == nil {
		return bad
	}
	r.exam.Refusals = append(r.exam.Refusals, bad)
	at := datasets.Position{File: filepath.Base(r.project.File)}
	r.problems = append(r.problems, datasets.Problem{Position: at, Rule: rule, Severity: datasets.Error, Message: message})
	return nil
}

// lost tells whether work goes on without an input: an examination takes down that it cannot be read. A
// run ends with the error.
func (r *run) lost(err error) bool {
	var unreadable *datasets.Unreadable
	if r.exam == nil || !errors.As(err, &unreadable) {
		return false
	}
	r.exam.Refusals = append(r.exam.Refusals, fmt.Errorf("%s: %w", r.project.File, err))
	return true
}

// faulty tells whether an examination goes on without the table of participants: one of data with
// faults need not keep its promises, and a run would have ended.
func (r *run) faulty() bool { return r.exam != nil && len(errorsOf(r.problems)) > 0 }

// end completes what is said of an input.
func (e *Examined) end(source datasets.Source, err error) {
	e.Conclusions, e.Err = source.Conclusions(), err
	if s, ok := source.(*correctedSource); ok {
		e.Corrections = s.Corrections()
	}
}
