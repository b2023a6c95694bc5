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
// number of jobs. Two projects of one id are Faults, since they would share a folder, and so are two
// that read standard input.
func RunAll(ctx context.Context, projects []string, dir string, jobs int, o Options) []Outcome {
	outcomes := make([]Outcome, len(projects))
	loaded := make([]*Project, len(projects))
	var with company
	for i, file := range projects {
		outcomes[i].File = file
		if loaded[i], outcomes[i].Err = Load(file); outcomes[i].Err == nil {
			outcomes[i].Err = with.admit(loaded[i])
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

// company is the projects of one run, which share an output folder and standard input.
type company struct {
	owner map[string]string // project file by id
	stdin string            // the project file that names standard input
}

// admit refuses a project that wants what another one has.
func (c *company) admit(p *Project) error {
	if first, taken := c.owner[p.ID]; taken {
		return &Fault{File: p.File, Message: fmt.Sprintf("id: %s is taken by %s; give each project an id of its own", p.ID, first)}
	}
	if c.owner == nil {
		c.owner = map[string]string{}
	}
	c.owner[p.ID] = p.File
	return c.lend(p)
}

// lend gives standard input to the first project that names it.
func (c *company) lend(p *Project) error {
	if p.stdin == "" {
		return nil
	}
	if c.stdin != "" {
		return p.fault(p.stdin, "is standard input, which %s reads already; it can be read once in a run", c.stdin)
	}
	c.stdin = p.File
	return nil
}

// Admit is an error where projects cannot be of one run: two of one id, two that read standard input.
func Admit(projects []*Project) error {
	var with company
	var faults []error
	for _, p := range projects {
		faults = append(faults, with.admit(p))
	}
	return errors.Join(faults...)
}

func (out *Outcome) carryOut(ctx context.Context, p *Project, dir string, o Options) {
	defer func() {
		if out.Err != nil && o.Persons != nil {
			o.Persons.Forget(p.ID) // its participations are in no report
		}
	}()
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
