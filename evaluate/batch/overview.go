package batch

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// WriteOverview writes dir/index.html over the projects of a batch that were carried out, in
// one step.
func WriteOverview(dir string, outcomes []Outcome) error {
	var entries []report.IndexEntry
	for _, o := range outcomes {
		if o.Err == nil {
			entries = append(entries, report.IndexEntry{Folder: filepath.Base(o.Folder), Report: o.Report})
		}
	}
	if len(entries) == 0 {
		return nil
	}
	temp, err := os.CreateTemp(dir, ".efseval-index-")
	if err != nil {
		return err
	}
	name := temp.Name()
	if err := errors.Join(temp.Close(), replaceFile(name, func(w io.Writer) error { return report.WriteIndex(w, evaluate.PL, entries) })); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	if err := os.Chmod(name, 0o644); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return os.Rename(name, filepath.Join(dir, "index.html"))
}

func replaceFile(path string, write func(io.Writer) error) error {
	_, err := writeFile(path, write)
	return err
}
