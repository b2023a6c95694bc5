package main

import (
	"errors"
	"io"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
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
	"w pliku projektu", "w pliku profilu (--profile PLIK; szkic pisze efseval profile draft)",
)

// withoutProject is an error of a bare export with such advice.
func withoutProject(err error) error {
	var u *datasets.Unreadable
	if !errors.As(err, &u) {
		return err
	}
	turned := *u
	turned.Next = inProfile(u.Next)
	if text := inProfile(u.Cause.Error()); text != u.Cause.Error() {
		turned.Cause = errors.New(text)
	}
	return &turned
}
