package batch

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
)

// DiffOptions say how [Diff] compares; the zero DiffOptions compares what the runs wrote.
type DiffOptions struct {
	// OldData and NewData are the folders of the project files of the two runs, or folders that hold them. With both
	// the runs are carried out again and the rows behind each moved figure compared. One without the other is an error.
	OldData, NewData string
	// Persons, where it has a key of the user, gives the pseudonyms of persons; else they are numbered.
	Persons *check.Persons
	Version string // of the program
}

// Diff says which figures moved from one finished run to another, and why: project by project, paired by id, where
// the folders hold several. Two folders of one project each are compared whatever their ids.
//
// The error is [audit.Differs] where the data are not those of the runs any more. Outputs that were changed since are
// a cause among others.
func Diff(ctx context.Context, old, new string, o DiffOptions) (*audit.Comparison, error) {
	if (o.OldData == "") != (o.NewData == "") {
		return nil, errors.New("batch: the data of one run alone tell nothing; name those of both")
	}
	was, err := finishedIn(old)
	if err != nil {
		return nil, err
	}
	is, err := finishedIn(new)
	if err != nil {
		return nil, err
	}
	if isOutput(old) && isOutput(new) { // one project each
		for id := range is {
			is = map[string]string{only(was): is[id]}
		}
	}
	return compareAll(ctx, was, is, o)
}

func only(m map[string]string) string { return slices.Collect(maps.Keys(m))[0] }

func compareAll(ctx context.Context, was, is map[string]string, o DiffOptions) (*audit.Comparison, error) {
	out := &audit.Comparison{}
	var faults []error
	for _, id := range slices.Sorted(maps.Keys(was)) {
		if is[id] == "" {
			out.OnlyOld = append(out.OnlyOld, id)
			continue
		}
		d, err := diffOne(ctx, was[id], is[id], o)
		faults = append(faults, err)
		if d != nil {
			out.Projects = append(out.Projects, d)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(is)) {
		if was[id] == "" {
			out.OnlyNew = append(out.OnlyNew, id)
		}
	}
	return out, errors.Join(faults...)
}

// isOutput tells whether a folder holds the outputs of one project.
func isOutput(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, manifestFile))
	return err == nil
}

// finishedIn finds the folders of the projects that a run wrote, by id: the folder itself, or those right in it.
func finishedIn(folder string) (map[string]string, error) {
	folders, err := FinishedIn(folder)
	if err != nil {
		return nil, err
	}
	if len(folders) == 0 {
		return nil, noManifest(folder)
	}
	out := map[string]string{}
	for _, f := range folders {
		m, err := readManifest(f)
		if err != nil {
			return nil, inFolder(f, err)
		}
		out[m.Project] = f
	}
	return out, nil
}

// inFolder says in which of two folders outputs differ from what the run wrote.
func inFolder(folder string, err error) error {
	differs, is := errors.AsType[*audit.Differs](err)
	if !is {
		return err
	}
	out := &audit.Differs{}
	for _, found := range differs.Found {
		out.Found = append(out.Found, evaluate.Same(folder).Joined(": ", found))
	}
	return out
}

// diffOne compares two runs of one project; what the runs wrote also where their rows cannot be compared.
func diffOne(ctx context.Context, old, new string, o DiffOptions) (*audit.ProjectDiff, error) {
	was, err := OpenFinished(old)
	if err != nil {
		return nil, inFolder(old, err)
	}
	is, err := OpenFinished(new)
	if err != nil {
		return nil, inFolder(new, err)
	}
	was.option, is.option = "--data1", "--data2"
	d := audit.Compare(was.side(), is.side())
	if o.OldData == "" {
		return d, nil
	}
	return d, compareRows(ctx, d, was, is, o)
}

func (d *Finished) side() audit.Side {
	return audit.Side{Folder: filepath.ToSlash(d.Folder), Manifest: d.Manifest, Results: d.Results, Changed: d.changed}
}
