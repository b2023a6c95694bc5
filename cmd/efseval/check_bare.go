package main

import (
	"errors"
	"io"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
)

// openBare opens an export that no project file names: a file, or - for standard input.
func openBare(path string, stdin io.Reader, p *datasets.Profile) (datasets.Source, error) {
	if path == files.StandardInput {
		return files.OpenStream(stdin, path, p)
	}
	return files.Open(path, p)
}

// inProfile turns the advice of a message from the project file, which a bare export does not have, to
// a profile of its own.
func inProfile(message string) string { return profileAdvice.Replace(message) }

// profileAdvice is made once: an export may have a problem in every row.
var profileAdvice = strings.NewReplacer(
	"check the name in the project file", "check the name",
	", or take the file out of the project file", "",
	"in the profile or project file", "in a profile file (--profile FILE; efseval profile draft writes one)",
	"in the project file", "in a profile file (--profile FILE; efseval profile draft writes one)",
	"sprawdź nazwę w pliku projektu", "sprawdź nazwę",
	" albo usuń plik z pliku projektu", "",
	"w profilu lub w pliku projektu", "w pliku profilu (--profile PLIK; szkic pisze efseval profile draft)",
	"w pliku projektu", "w pliku profilu (--profile PLIK; szkic pisze efseval profile draft)",
)

// withoutProject is an error of a bare export with such advice.
func withoutProject(err error) error {
	var u *datasets.Unreadable
	if _, done := errors.AsType[bareUnreadable](err); done || !errors.As(err, &u) {
		return err
	}
	turned := *u
	turned.Next = inProfile(u.Next)
	if text := inProfile(u.Cause.Error()); text != u.Cause.Error() {
		turned.Cause = errors.New(text)
	}
	return bareUnreadable{&turned, u}
}

// bareUnreadable is a bare export that cannot be read, with the advice for one.
type bareUnreadable struct {
	*datasets.Unreadable
	ofProject error // the same with the advice of a project
}

// In is the error in a language.
func (e bareUnreadable) In(l evaluate.Lang) string {
	if l == evaluate.PL {
		return inProfile(inTongue(e.ofProject, l))
	}
	return inTongue(e.Unreadable, l)
}

// Unwrap is the error that tells how a command ends.
func (e bareUnreadable) Unwrap() error { return e.Unreadable }
