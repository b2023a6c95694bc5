package batch

import (
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// overviewFile is the page over many projects, in the output folder.
const overviewFile = "index.html"

// writeOverview writes dir/index.html over the projects of a batch that were carried out, in
// one step; the page names those that were not, with the cause. Without any that was there is no
// page. Unique is of uniquePersons.
func (b *batch) writeOverview(unique *report.Unique) error {
	all := report.Index{Unique: unique, Entries: b.entries()}
	for _, o := range b.outcomes {
		if o.Err != nil {
			all.Failed = append(all.Failed, report.Failure{File: shownFile(o.File), Cause: o.Cause()})
		}
	}
	if len(all.Failed) == len(b.outcomes) {
		return nil
	}
	if err := overview(b.dir, all); err != nil {
		return &Fault{File: filepath.Join(b.dir, overviewFile), Message: "cannot be written: " + reason(err) + "; choose another output folder with -o"}
	}
	return nil
}

// shownFile is a project file with the folder that holds it, as the page names one that failed.
func shownFile(path string) string {
	return filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path)))
}

// entries are the projects that were carried out, each taken up when the page comes to it.
func (b *batch) entries() iter.Seq2[report.IndexEntry, error] {
	return func(yield func(report.IndexEntry, error) bool) {
		for i, o := range b.outcomes {
			if o.Err != nil {
				continue
			}
			brief, err := b.briefs.get(i)
			if !yield(report.IndexEntry{Folder: filepath.Base(o.Folder), Brief: brief}, err) {
				return
			}
		}
	}
}

// uniquePersons counts the persons behind the participations of the projects that were carried
// out, whose sum is given. Persons must be those of the run, and the run be over; it is called once.
func uniquePersons(sum report.Unique, persons *check.Persons) *report.Unique {
	u := &sum
	u.KeyPrint = persons.KeyPrint()
	for _, f := range persons.Finish() {
		u.Several = append(u.Several, report.ProjectProblem{Project: f.Project, Problem: f.Problem})
	}
	found := persons.Unique()
	u.Linked, u.Persons, u.Partial = found.Stays, found.Persons, found.Partial
	return u
}

// addParticipations adds those of one project.
func addParticipations(u *report.Unique, b *report.Brief) {
	if b.Persons == nil {
		u.Without++
		return
	}
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
		err = os.Rename(name, filepath.Join(dir, overviewFile))
	}
	if err != nil {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}
