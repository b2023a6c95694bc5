package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// listColumns is the heading of the file of -o: that of problems.csv of a run, with the project
// before it.
var listColumns = []string{"project", "file", "sheet", "row", "column", "field", "rule", "severity", "message_pl", "message_en"}

// problemList writes problems to a CSV file as they are found; to nowhere where no file is named.
// The file stands under its name only when it is complete.
type problemList struct {
	path string
	file *os.File
	rows *csv.Writer
}

// newProblemList begins a list, on standard output where the path is -. A file that is there already is
// replaced only where it is such a list, never where it may be somebody's export.
func newProblemList(path string, stdout io.Writer) (*problemList, error) {
	switch path {
	case "":
		return &problemList{}, nil
	case files.StandardInput:
		l := &problemList{rows: csv.NewWriter(stdout)}
		return l, l.rows.Write(listColumns)
	}
	if err := ours(path); err != nil {
		return nil, usageError{err}
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".efseval-check-*")
	if err != nil {
		return nil, usageError{fmt.Errorf("-o %s: cannot be written: %w; choose another name, in a folder that is there", path, causeOf(err))}
	}
	l := &problemList{path: path, file: file, rows: csv.NewWriter(file)}
	if err := l.rows.Write(listColumns); err != nil {
		return nil, errors.Join(err, l.discard())
	}
	return l, nil
}

func causeOf(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// ours tells whether a path is free or holds a list of problems.
func ours(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("-o %s is no file; name the file to write", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("-o %s: %w", path, causeOf(err))
	}
	defer file.Close()
	header, err := csv.NewReader(io.LimitReader(file, 4096)).Read()
	if err != nil || !slices.Equal(header, listColumns) {
		return fmt.Errorf("-o %s is a file that efseval check did not write, and is not replaced; choose another name", path)
	}
	return nil
}

func (l *problemList) write(project string, p datasets.Problem) error {
	if l.rows == nil {
		return nil
	}
	return l.rows.Write([]string{project, p.Position.File, p.Position.Sheet, fromOne(p.Position.Row), fromOne(p.Position.Column),
		p.Field, p.Rule, string(p.Severity), p.Message.PL, p.Message.EN})
}

// fromOne is a place counted from 1, empty for 0.
func fromOne(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// close completes the list and gives it its name.
func (l *problemList) close() error {
	if l.rows == nil {
		return nil
	}
	l.rows.Flush()
	if l.file == nil {
		return l.rows.Error()
	}
	err := errors.Join(l.rows.Error(), l.file.Chmod(0o644), l.file.Close())
	if err != nil {
		return errors.Join(err, os.Remove(l.file.Name()))
	}
	return os.Rename(l.file.Name(), l.path)
}

// discard leaves nothing behind.
func (l *problemList) discard() error {
	if l.file == nil {
		return nil
	}
	return errors.Join(l.file.Close(), os.Remove(l.file.Name()))
}
