package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/report"
)

// ProjectFile is the name a project file has in a folder.
const ProjectFile = "project.yaml"

// Find lists the project files behind paths: a project file stands for itself, a folder for
// every project.yaml in it, at any depth. A path without any is a Fault.
func Find(paths []string) ([]string, error) {
	var found []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, missingProject(path, err)
		}
		if !info.IsDir() {
			found = append(found, path)
			continue
		}
		inside, err := findIn(path)
		if err != nil {
			return nil, err
		}
		found = append(found, inside...)
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

func findIn(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() == ProjectFile {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		return nil, &Fault{File: dir, Message: "cannot be searched: " + reason(err)}
	}
	if len(found) == 0 {
		return nil, &Fault{File: dir, Message: "holds no " + ProjectFile + "; name a project file or another folder"}
	}
	return found, nil
}

// Outcome is how one project of a batch ended: a report written to a folder, or an error.
type Outcome struct {
	File   string
	Folder string
	Report *report.Report // its charts are dropped once written
	Err    error
}

// RunAll carries out many projects, jobs at a time, and writes each as soon as it is done. One
// that fails does not stop the others. Outcomes come in the order of the files, whatever the
// number of jobs. Two projects of one id are Faults, since they would share a folder.
func RunAll(ctx context.Context, projects []string, dir string, jobs int, o Options) []Outcome {
	outcomes := make([]Outcome, len(projects))
	loaded := make([]*Project, len(projects))
	owner := map[string]string{}
	for i, file := range projects {
		outcomes[i].File = file
		loaded[i], outcomes[i].Err = Load(file)
		if p := loaded[i]; p != nil {
			if first, taken := owner[p.ID]; taken {
				outcomes[i].Err = &Fault{File: file, Message: fmt.Sprintf("id: %s is taken by %s; give each project an id of its own", p.ID, first)}
			} else {
				owner[p.ID] = file
			}
		}
	}
	var wait sync.WaitGroup
	turn := make(chan struct{}, max(jobs, 1))
	for i := range outcomes {
		if outcomes[i].Err != nil {
			continue
		}
		wait.Go(func() {
			turn <- struct{}{}
			defer func() { <-turn }()
			outcomes[i].carryOut(ctx, loaded[i], dir, o)
		})
	}
	wait.Wait()
	return outcomes
}

func (out *Outcome) carryOut(ctx context.Context, p *Project, dir string, o Options) {
	if out.Report, out.Err = Run(ctx, p, o); out.Err != nil {
		var unreadable *datasets.Unreadable
		if errors.As(out.Err, &unreadable) { // names the export, not the project that asked for it
			out.Err = fmt.Errorf("%s: %w", out.File, out.Err)
		}
		return
	}
	if out.Folder, out.Err = Write(out.Report, dir); out.Err != nil {
		return
	}
	for _, c := range chartsOf(out.Report) {
		c.SVG, c.PNG = nil, nil
	}
}
