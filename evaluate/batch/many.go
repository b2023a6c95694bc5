package batch

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/report"
)

// Outcome is how one project of a batch ended: outputs in a folder, or an error.
type Outcome struct {
	File      string
	ID        string // of the project; empty where its file cannot be read
	Folder    string
	Brief     *report.Brief // what is kept of its report; nil where there is an error
	Unchanged bool          // its outputs were those of this run already, and stand as they were
	Err       error         // context.Canceled: it was not begun, or ended before it was done
}

// Batch is how a run over many projects ended.
type Batch struct {
	Outcomes []Outcome      // in the order of the files
	Unique   *report.Unique // the persons behind the participations; nil for a single project, and where nobody tells persons apart
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
	order    teller
}

// RunAll carries out many projects, jobs at a time, into folders of dir, and sets them side by side in
// dir/index.html where they are several.
//
// A project is read when its turn comes and let go when it is written, so that memory is bounded by the
// jobs: what stays of each is its [report.Brief]. One that fails does not stop the others. One
// whose outputs are those of this very run already is left as it stands, see [Options.Force].
// Outcomes and the page are the same for any number of jobs. Two projects of one id are Faults,
// since they would share a folder, and so are two that read standard input.
//
// Dir is locked meanwhile: a second run into it is a [Fault]. What runs that were killed left is swept
// away first. The error is of the whole run, as one that was canceled; that a project failed is
// told by its Outcome.
func RunAll(ctx context.Context, projects []string, dir string, jobs int, o Options) (*Batch, error) {
	place, err := claim(dir)
	if err != nil {
		return nil, err
	}
	defer place.release()
	b := &batch{dir: dir, options: o, outcomes: make([]Outcome, len(projects))}
	b.order.tell = o.Tell
	o.Meter.begin(len(projects))
	b.company = meet(projects)
	b.work(ctx, projects, jobs)
	done := &Batch{Outcomes: b.outcomes}
	if b.stopped(ctx) {
		return done, context.Canceled
	}
	if len(projects) > 1 {
		done.Unique = uniquePersons(b.outcomes, o.Persons)
		err = writeOverview(dir, b.outcomes, done.Unique)
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
				b.outcomes[i] = b.turn(ctx, i, projects[i])
				b.order.done(b.outcomes, i)
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
	out.Err = unbroken(func() (err error) {
		if out.Brief = b.unchanged(ctx, p); out.Brief != nil {
			out.Folder, out.Unchanged = filepath.Join(b.dir, p.ID), true
			return nil
		}
		out.Folder, out.Brief, err = b.make(ctx, p)
		return err
	})
	if _, is := errors.AsType[*ownFault](out.Err); is { // which has no place of its own
		out.Err = fmt.Errorf("%s: %w", file, out.Err)
	}
	if out.Err != nil && b.options.Persons != nil {
		b.options.Persons.Forget(p.ID) // its participations are in no report
	}
	return out
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
	return folder, brief, err
}

// teller hands outcomes on in the order of the files, each as soon as those before it are done.
type teller struct {
	mu    sync.Mutex
	ready map[int]bool
	next  int
	tell  func(Outcome)
}

func (t *teller) done(outcomes []Outcome, i int) {
	if t.tell == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ready == nil {
		t.ready = map[int]bool{}
	}
	t.ready[i] = true
	for ; t.ready[t.next]; t.next++ {
		delete(t.ready, t.next)
		t.tell(outcomes[t.next])
	}
}
