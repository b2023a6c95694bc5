package batch

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// WriteOverview writes dir/index.html over the projects of a batch that were carried out, in
// one step; the page names those that were not. Without any there is no page. Unique is of
// [UniquePersons]; nil leaves the persons out.
func WriteOverview(dir string, outcomes []Outcome, unique *report.Unique) error {
	all := report.Index{Unique: unique}
	for _, o := range outcomes {
		if o.Err != nil {
			all.Failed = append(all.Failed, filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(o.File)), filepath.Base(o.File))))
			continue
		}
		all.Entries = append(all.Entries, report.IndexEntry{Folder: filepath.Base(o.Folder), Report: o.Report})
	}
	if len(all.Entries) == 0 {
		return nil
	}
	if err := overview(dir, all); err != nil {
		return &Fault{File: filepath.Join(dir, "index.html"), Message: "cannot be written: " + reason(err) + "; choose another output folder with -o"}
	}
	return nil
}

// UniquePersons counts the persons behind the participations of the projects that were carried
// out. Persons must be those that the run was given, and the run be over; it is called once.
func UniquePersons(outcomes []Outcome, persons *check.Persons) *report.Unique {
	u := &report.Unique{KeyPrint: persons.KeyPrint()}
	for _, f := range persons.Finish() {
		u.Several = append(u.Several, report.ProjectProblem{Project: f.Project, Problem: f.Problem})
	}
	found := persons.Unique()
	u.Linked, u.Persons, u.Partial = found.Stays, found.Persons, found.Partial
	for _, o := range outcomes {
		switch {
		case o.Err != nil:
		case o.Report.Persons == nil:
			u.Without++
		default:
			addParticipations(u, o.Report)
		}
	}
	return u
}

// addParticipations adds those of one project.
func addParticipations(u *report.Unique, r *report.Report) {
	u.Projects++
	for _, in := range r.Inputs {
		if n := in.Accounting.Participations; n > 0 {
			u.Participations += n
			u.MadeUp = u.MadeUp || in.Synthetic
			if n > r.Persons.Linked {
				u.Unlinked++
			}
		}
	}
}

func overview(dir string, all report.Index) error {
	temp, err := os.CreateTemp(dir, ".efseval-index-")
	if err != nil {
		return err
	}
	name := temp.Name()
	_, err = writeFile(name, func(w io.Writer) error { return report.WriteIndex(w, evaluate.PL, all) })
	err = errors.Join(temp.Close(), err, os.Chmod(name, 0o644))
	if err == nil {
		err = os.Rename(name, filepath.Join(dir, "index.html"))
	}
	if err != nil {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}
