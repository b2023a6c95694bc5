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
// one step; the page names those that were not. Without any there is no page.
func WriteOverview(dir string, outcomes []Outcome) error {
	var entries []report.IndexEntry
	var failed []string
	for _, o := range outcomes {
		if o.Err != nil {
			failed = append(failed, filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(o.File)), filepath.Base(o.File))))
			continue
		}
		entries = append(entries, report.IndexEntry{Folder: filepath.Base(o.Folder), Report: o.Report})
	}
	if len(entries) == 0 {
		return nil
	}
	if err := overview(dir, entries, failed); err != nil {
		return &Fault{File: filepath.Join(dir, "index.html"), Message: "cannot be written: " + reason(err) + "; choose another output folder with -o"}
	}
	return nil
}

func overview(dir string, entries []report.IndexEntry, failed []string) error {
	temp, err := os.CreateTemp(dir, ".efseval-index-")
	if err != nil {
		return err
	}
	name := temp.Name()
	_, err = writeFile(name, func(w io.Writer) error { return report.WriteIndex(w, evaluate.PL, entries, failed...) })
	err = errors.Join(temp.Close(), err, os.Chmod(name, 0o644))
	if err == nil {
		err = os.Rename(name, filepath.Join(dir, "index.html"))
	}
	if err != nil {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}
