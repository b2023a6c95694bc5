package main

import (
	"context"
	"errors"
	"io"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

// projectExports are the exports of one project and what they are held to.
type projectExports struct {
	id      string // of the project; empty for a bare export
	rules   check.Options
	exports []exportFile
}

// exportFile is an export and how to open it.
type exportFile struct {
	role, file string
	people     bool // rows are participants
	open       func() (datasets.Source, error)
}

func exportsOf(p *batch.Project, stdin io.Reader) projectExports {
	out := projectExports{id: p.ID, rules: p.CheckOptions(0, nil)}
	for _, e := range p.Exports() {
		open := func() (datasets.Source, error) { return e.Open(stdin) }
		out.exports = append(out.exports, exportFile{e.Role, e.File, e.Schema == "participants", open})
	}
	return out
}

// bareExport is a file without a project: complete records are those of both periods since 2014.
func bareExport(path string, profile *datasets.Profile, from, to string, stdin io.Reader) projectExports {
	schema := profile.Fields().Name
	open := func() (datasets.Source, error) {
		if path == files.StandardInput {
			return files.OpenStream(stdin, path, profile)
		}
		return files.Open(path, profile)
	}
	return projectExports{
		rules:   check.Options{From: from, To: to, CompleteRecord: []string{"sex", "labour_status", "age", "education"}, Project: path},
		exports: []exportFile{{schema, path, schema == "participants", open}},
	}
}

// seenFile is what a check says of one export.
type seenFile struct {
	project, role, file string
	conclusions         datasets.Conclusions
	corrections         *report.Corrections // nil without a ledger
	err                 error               // it could not be read, or not to its end
}

// look is a check being carried out.
type look struct {
	margin     int
	list       *problemList
	files      []seenFile
	kinds      kindTable
	errors     int
	unreadable []error
}

func newLook(list *problemList, margin int) *look {
	return &look{margin: margin, list: list, kinds: kindTable{index: map[string]int{}}}
}

// through reads every export. One that cannot be read does not stop the others; only a fault of
// the check itself, or an interruption, does.
func (l *look) through(ctx context.Context, projects []projectExports) error {
	persons, err := check.NewPersons()
	if err != nil {
		return err
	}
	for _, p := range projects {
		p.rules.MarginDays, p.rules.Persons = l.margin, persons
		if err := l.project(ctx, p); err != nil {
			return err
		}
	}
	for _, f := range persons.Finish() {
		if err := l.add(f.Project, f.Problem); err != nil {
			return err
		}
	}
	return nil
}

func (l *look) project(ctx context.Context, p projectExports) error {
	checker, err := check.New(p.rules)
	if err != nil {
		return usageError{err}
	}
	told := map[datasets.Problem]bool{} // a file of answers is read once for each wave
	for _, e := range p.exports {
		seen, err := l.export(ctx, p, e, checker, told)
		if err != nil && !unreadable(err) {
			return err
		}
		if err != nil {
			l.unreadable = append(l.unreadable, err)
		}
		seen.project, seen.role, seen.file, seen.err = p.id, e.role, e.file, err
		l.files = append(l.files, seen)
	}
	return l.addAll(p.rules.Project, checker.Finish())
}

// unreadable tells whether an error is one of the file and not of the check.
func unreadable(err error) bool {
	var u *datasets.Unreadable
	return errors.As(err, &u)
}

// export streams one file through the rules.
func (l *look) export(ctx context.Context, p projectExports, e exportFile, checker *check.Checker, told map[datasets.Problem]bool) (seen seenFile, err error) {
	source, err := e.open()
	if err != nil {
		return seen, err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	tell := func(problems []datasets.Problem) error {
		if e.people {
			return l.addAll(p.rules.Project, problems)
		}
		return l.addOnce(p.rules.Project, problems, told)
	}
	if err := tell(source.Conclusions().Problems); err != nil {
		return seen, err
	}
	rows := source.Batches()
	if e.people {
		rows = batch.Checked(rows, checker, tell)
	}
	defer func() { seen.conclusions, seen.corrections = source.Conclusions(), correctionsOf(source) }()
	for b, err := range rows {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = tell(b.Problems)
		}
		if err != nil {
			return seen, err
		}
	}
	return seen, nil
}

// correctionsOf is what a ledger changed; nil where there is none.
func correctionsOf(source datasets.Source) *report.Corrections {
	if s, ok := source.(*batch.CorrectedSource); ok {
		return s.Corrections()
	}
	return nil
}

func (l *look) addOnce(project string, problems []datasets.Problem, told map[datasets.Problem]bool) error {
	for _, p := range problems {
		if told[p] {
			continue
		}
		told[p] = true
		if err := l.add(project, p); err != nil {
			return err
		}
	}
	return nil
}

func (l *look) addAll(project string, problems []datasets.Problem) error {
	for _, p := range problems {
		if err := l.add(project, p); err != nil {
			return err
		}
	}
	return nil
}

// add counts a problem and writes it to the list.
func (l *look) add(project string, p datasets.Problem) error {
	if p.Severity == datasets.Error {
		l.errors++
	}
	l.kinds.add(project, p)
	return l.list.write(project, p)
}
