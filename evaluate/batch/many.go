package batch

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate/report"
)

// Outcome is how one project of a batch ended: outputs in a folder, or an error.
type Outcome struct {
	File   string
	ID     string // of the project; empty where its file cannot be read
	Folder string
	// Brief is what the overview shows of its report, for [Options.Tell] alone, so that a run over thousands does not
	// hold them all: [ReadBrief] takes it from the folder again. Nil where there is an error.
	Brief     *report.Brief
	Unchanged bool  // its outputs were those of this run already, and stand as they were
	Err       error // context.Canceled: it was not begun, or ended before it was done
}

// Batch is how a run over many projects ended.
type Batch struct {
	Outcomes []Outcome      // in the order of the files; without briefs
	Unique   *report.Unique // the persons behind the participations; nil for a single project, and where nobody tells persons apart
	// Older is the index.html of an earlier run over many projects that stands in the output folder and shows other figures
	// of the one project of this run than it has now; empty where there is none. A run over its projects makes it anew.
	Older string
}

// Unchanged is the number of projects whose outputs stood already.
func (b *Batch) Unchanged() int {
	n := 0
	for _, o := range b.Outcomes {
		if o.Unchanged {
			n++
		}
	}
	return n
}

// batch is a run over many projects being carried out.
type batch struct {
	dir      string
	options  Options
	company  company
	outcomes []Outcome
	briefs   *briefs
	order    teller
	older    string // see [Batch.Older]
}

// RunAll carries out many projects, jobs at a time, into folders of dir, and sets them side by side in
// dir/index.html where they are several.
//
// A project is read when its turn comes and let go when it is written, and its [report.Brief] waits for the page in a
// file, so that memory is bounded by the jobs: what stays of each is its Outcome, and of each person that [Options.Persons]
// tells apart a pseudonym. One that fails does not stop the others. One whose outputs are those of this very run already
// is left as it stands, see [Options.Force]. Outcomes and the page are the same for any number of jobs; fewer than one
// are one. Two projects of one id are Faults, since they would share a folder, and so are two that read standard input.
//
// Dir is locked meanwhile: a second run into it is a [Fault]. What runs that were killed left is swept
// away first. The error is of the whole run, as one that was canceled; that a project failed is
// told by its Outcome. A run over a single project writes no index.html, and says where that of an earlier run is
// now older ([Batch.Older]).
func RunAll(ctx context.Context, projects []string, dir string, jobs int, o Options) (*Batch, error) {
	place, err := claim(dir)
	if err != nil {
		return nil, err
	}
	defer place.release()
	defer o.holdSpare(len(projects))()
	if o.Persons == nil {
		if o.Persons, err = check.NewPersons(); err != nil {
			return nil, err
		}
	}
	aside, err := putAside(dir, len(projects))
	if err != nil {
		return nil, cannotWrite(dir, err)
	}
	defer aside.close()
	b := &batch{dir: dir, options: o, outcomes: make([]Outcome, len(projects)), briefs: aside}
	b.order = teller{tell: o.Tell, outcomes: b.outcomes, briefs: aside}
	o.Meter.begin(len(projects))
	b.company = meet(projects)
	b.work(ctx, projects, jobs)
	done := &Batch{Outcomes: b.outcomes, Older: b.older}
	if b.stopped(ctx) {
		return done, context.Canceled
	}
	if len(projects) > 1 {
		done.Unique = uniquePersons(aside.sum, o.Persons)
		err = b.writeOverview(done.Unique)
	}
	return done, err
}

// work gives each worker the next project until none is left, or nobody wants them any more.
func (b *batch) work(ctx context.Context, projects []string, jobs int) {
	var wait sync.WaitGroup
	var next atomic.Int64
	for range min(max(jobs, 1), len(projects)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(projects); i = int(next.Add(1)) - 1 {
				out := b.turn(ctx, i, projects[i])
				b.order.done(i, out)
			}
		})
	}
	wait.Wait()
}

// stopped tells whether a project was left out because the run was to end.
func (b *batch) stopped(ctx context.Context) bool {
	for _, o := range b.outcomes {
		if errors.Is(o.Err, context.Canceled) {
			return true
		}
	}
	return ctx.Err() != nil
}

// turn carries one project out.
func (b *batch) turn(ctx context.Context, i int, file string) Outcome {
	if ctx.Err() != nil || b.options.asksToStop() {
		return Outcome{File: file, Err: context.Canceled}
	}
	b.options.Meter.start()
	defer b.options.Meter.end()
	out := b.carryOut(ctx, i, file)
	if out.Err != nil {
		out.Err = condensed(out.Err)
	}
	return out
}

func (b *batch) carryOut(ctx context.Context, i int, file string) (out Outcome) {
	out.File = file
	p, err := Load(file)
	if err != nil {
		out.Err = err
		return out
	}
	out.ID = p.ID
	if out.Err = b.company.admit(i, p); out.Err != nil {
		return out
	}
	out.Err = datasets.Unbroken(func() (err error) {
		if out.Brief = b.unchanged(ctx, p); out.Brief != nil {
			out.Folder, out.Unchanged = filepath.Join(b.dir, p.ID), true
			return b.keep(i, out.Brief)
		}
		look := b.watchOverview(p)
		if out.Folder, out.Brief, err = b.make(ctx, p); err != nil {
			return err
		}
		look(out.Brief)
		return b.keep(i, out.Brief)
	})
	if _, is := errors.AsType[*datasets.Broken](out.Err); is { // which has no place of its own
		out.Err = fmt.Errorf("%s: %w", file, out.Err)
	}
	if out.Err != nil {
		b.options.Persons.Forget(p.ID) // its participations are in no report
	}
	return out
}

// keep puts the brief of the i-th project aside.
func (b *batch) keep(i int, brief *report.Brief) error {
	if err := b.briefs.put(i, brief); err != nil {
		return cannotWrite(b.dir, err)
	}
	return nil
}

// make carries a project out and writes it.
func (b *batch) make(ctx context.Context, p *Project) (string, *report.Brief, error) {
	r, err := Run(ctx, p, b.options)
	if err != nil {
		var unreadable *datasets.Unreadable
		if errors.As(err, &unreadable) { // names the export, not the project that asked for it
			err = fmt.Errorf("%s: %w", p.File, err)
		}
		return "", nil, err
	}
	brief, err := report.BriefOf(r)
	if err != nil {
		return "", nil, err
	}
	folder, err := put(r, b.dir)
	if err != nil {
		return "", nil, err
	}
	return folder, brief, nil
}
