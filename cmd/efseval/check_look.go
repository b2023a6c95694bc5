package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

// bareExport is a file without a project and what it is held to: complete records are those of both
// periods since 2014.
type bareExport struct {
	path    string
	profile *datasets.Profile
	rules   check.Options
}

func newBareExport(path string, profile *datasets.Profile, from, to string) bareExport {
	return bareExport{path, profile, check.Options{From: from, To: to, CompleteRecord: []string{"sex", "labour_status", "age", "education"}, Project: path}}
}

func (e *bareExport) role() string { return e.profile.Fields().Name }

func (e *bareExport) people() bool { return e.role() == "participants" }

// seenFile is what a check says of one export.
type seenFile struct {
	project, role, file string
	conclusions         datasets.Conclusions
	corrections         *report.Corrections // nil without a ledger
	err                 error               // it could not be read, or not to its end
	notRun              []report.Rule       // rules that the project asks for and this export does not let be carried out
}

// look is a check being carried out.
type look struct {
	margin     int
	list       *problemList
	files      []seenFile
	kinds      kindTable
	errors     int
	unreadable int     // files
	refused    []error // files that cannot be read, contradictions, faults of project files

	contradictions int // among the errors
}

func newLook(list *problemList, margin int) *look {
	return &look{margin: margin, list: list, kinds: newKindTable()}
}

// through looks at all inputs. One that cannot be read does not stop the others; only a fault of
// the check itself, or an interruption, does.
func (l *look) through(ctx context.Context, in *inputs, stdin io.Reader) error {
	persons, err := check.NewPersons()
	if err != nil {
		return err
	}
	for _, p := range in.projects {
		if err := l.project(ctx, p, batch.Options{Stdin: stdin, Persons: persons, MarginDays: l.margin}); err != nil {
			return err
		}
	}
	for _, e := range in.bare {
		e.rules.MarginDays, e.rules.Persons = l.margin, persons
		if err := l.bare(ctx, e, stdin); err != nil {
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

// project looks at the inputs of a project as a run reads them.
func (l *look) project(ctx context.Context, p *batch.Project, o batch.Options) error {
	found, err := batch.Examine(ctx, p, o)
	var fault *batch.Fault
	if err != nil && !errors.As(err, &fault) {
		return err
	}
	if err != nil {
		l.refused = append(l.refused, err)
	}
	l.refused = append(l.refused, found.Refusals...)
	for i, f := range found.Files {
		seen := seenFile{project: p.ID, role: f.Role, file: f.File, conclusions: f.Conclusions, corrections: f.Corrections, err: f.Err}
		if i == 0 {
			seen.notRun = found.NotRun
		}
		if unreadable(f.Err) {
			l.unreadable++
		}
		l.files = append(l.files, seen)
	}
	for _, bad := range found.Refusals {
		if errors.As(bad, new(*batch.BadData)) {
			l.contradictions++ // told in its own words, and counted among the errors
		}
	}
	return l.addAll(p.ID, found.Problems)
}

// bare looks at a bare export.
func (l *look) bare(ctx context.Context, e bareExport, stdin io.Reader) error {
	checker, err := check.New(e.rules)
	if err != nil {
		return usageError{fmt.Errorf("--from and --to: %s", strings.TrimPrefix(err.Error(), "check: "))}
	}
	seen, err := l.stream(ctx, e, stdin, checker)
	if err != nil && !unreadable(err) {
		return err
	}
	if err != nil {
		err = withoutProject(err)
		l.refused, l.unreadable = append(l.refused, err), l.unreadable+1
	}
	seen.role, seen.file, seen.err = e.role(), e.path, err
	l.files = append(l.files, seen)
	return l.addBare(e.path, checker.Finish())
}

// unreadable tells whether an error is one of the file and not of the check.
func unreadable(err error) bool {
	var u *datasets.Unreadable
	return errors.As(err, &u)
}

// stream passes one file through the rules, and keeps none of its rows or problems.
func (l *look) stream(ctx context.Context, e bareExport, stdin io.Reader, checker *check.Checker) (seen seenFile, err error) {
	source, err := openBare(e.path, stdin, e.profile)
	if err != nil {
		return seen, err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	tell := func(problems []datasets.Problem) error { return l.addBare(e.path, problems) }
	if err := tell(source.Conclusions().Problems); err != nil {
		return seen, err
	}
	rows := source.Batches()
	if e.people() {
		rows = batch.Checked(rows, checker, tell)
	}
	defer func() { seen.conclusions = source.Conclusions() }()
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

func (l *look) addBare(path string, problems []datasets.Problem) error {
	for _, p := range problems {
		p.Message = datasets.Label{PL: inProfile(p.Message.PL), EN: inProfile(p.Message.EN)}
		if err := l.add(path, p); err != nil {
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
	l.kinds.add(project, &p)
	return l.list.write(project, p)
}
