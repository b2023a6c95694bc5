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

// writeOverview writes dir/index.html over the projects of a batch that were carried out, in
// one step; the page names those that were not, with the cause. Without any that was there is no
// page. Unique is of uniquePersons; nil leaves the persons out.
func writeOverview(dir string, outcomes []Outcome, unique *report.Unique) error {
	all := report.Index{Unique: unique}
	for _, o := range outcomes {
		if o.Err != nil {
			all.Failed = append(all.Failed, report.Failure{File: filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(o.File)), filepath.Base(o.File))), Cause: o.Cause()})
			continue
		}
		all.Entries = append(all.Entries, report.IndexEntry{Folder: filepath.Base(o.Folder), Brief: o.Brief})
	}
	if len(all.Entries) == 0 {
		return nil
	}
	if err := overview(dir, all); err != nil {
		return &Fault{File: filepath.Join(dir, "index.html"), Message: "cannot be written: " + reason(err) + "; choose another output folder with -o"}
	}
	return nil
}

// uniquePersons counts the persons behind the participations of the projects that were carried
// out. Persons must be those that the run was given, and the run be over; it is called once. Nil persons: nobody
// tells them apart.
func uniquePersons(outcomes []Outcome, persons *check.Persons) *report.Unique {
	if persons == nil {
		return nil
	}
	u := &report.Unique{KeyPrint: persons.KeyPrint()}
	for _, f := range persons.Finish() {
		u.Several = append(u.Several, report.ProjectProblem{Project: f.Project, Problem: f.Problem})
	}
	found := persons.Unique()
	u.Linked, u.Persons, u.Partial = found.Stays, found.Persons, found.Partial
	for _, o := range outcomes {
		switch {
		case o.Err != nil:
		case o.Brief.Persons == nil:
			u.Without++
		default:
			addParticipations(u, o.Brief)
		}
	}
	return u
}

// addParticipations adds those of one project.
func addParticipations(u *report.Unique, b *report.Brief) {
	u.Projects++
	for _, p := range b.Participations {
		u.Participations += p.N
		u.MadeUp = u.MadeUp || p.MadeUp
		if p.N > b.Persons.Linked {
			u.Unlinked++
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
