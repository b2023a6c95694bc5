package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/datasets/files"
)

// tableFile is a canonical table that is written. It stands under its name only when it is whole, and
// replaces nothing that was there.
type tableFile struct {
	path   string
	who    *canonical.Pseudonyms
	keep   []string
	layout *canonical.Layout
	file   *os.File
	rows   interface {
		Write(*datasets.Batch) error
		Close() error
	}
}

// begin lays the table out by the first rows of the export.
func (t *tableFile) begin(b *datasets.Batch) (err error) {
	if t.layout != nil {
		return t.layout.Fits(b)
	}
	if _, err := os.Lstat(t.path); t.path != files.StandardInput && !errors.Is(err, fs.ErrNotExist) {
		return usageError{fmt.Errorf("-o %s is there already and is not replaced; choose another name", t.path)}
	}
	if t.layout, err = canonical.NewLayout(b, t.keep...); err != nil {
		return err
	}
	dir := filepath.Dir(t.path)
	if t.path == files.StandardInput {
		dir = os.TempDir() // the table is printed when it is whole
	}
	if t.file, err = os.CreateTemp(dir, ".efseval-export-*"); err != nil {
		return usageError{fmt.Errorf("-o %s: cannot be written: %w; choose another name, in a folder that is there", t.path, causeOf(err))}
	}
	if t.path == files.StandardInput {
		_ = os.Remove(t.file.Name()) // nobody looks for it by its name; where it cannot go yet, discard does it
	}
	return t.open(t.file)
}

func (t *tableFile) open(w io.Writer) (err error) {
	if t.path == files.StandardInput || strings.EqualFold(filepath.Ext(t.path), ".csv") {
		t.rows, err = canonical.NewCSV(w, t.layout, t.who)
		return err
	}
	t.rows, err = canonical.NewParquet(w, t.layout, t.who)
	return err
}

// fill writes the participations.
func (t *tableFile) fill(participations iter.Seq2[*datasets.Batch, error]) error {
	for b, err := range participations {
		if err == nil {
			err = t.rows.Write(b)
		}
		if err != nil {
			return err
		}
	}
	if t.rows == nil {
		return usageError{errors.New("the export has no rows; nothing was written")}
	}
	return t.rows.Close()
}

// keepIt gives the whole table its name, or prints it.
func (t *tableFile) keepIt(stdout io.Writer) error {
	if t.path == files.StandardInput {
		_, err := t.file.Seek(0, io.SeekStart)
		if err == nil {
			_, err = io.Copy(stdout, t.file)
		}
		return errors.Join(err, t.discard())
	}
	err := errors.Join(t.file.Sync(), t.file.Close())
	if err == nil {
		err = os.Link(t.file.Name(), t.path) // unlike a rename it replaces nothing
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = os.Rename(t.file.Name(), t.path) // where the file system knows no links
	}
	return errors.Join(err, removed(t.file.Name()))
}

// discard removes what was begun.
func (t *tableFile) discard() error {
	if t.file == nil {
		return nil
	}
	return errors.Join(t.file.Close(), removed(t.file.Name()))
}

func removed(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
