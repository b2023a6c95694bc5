package batch

import (
	"context"
	"errors"
	"sync"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate/audit"
)

// Verified is how the folders of an output folder came out of a verification.
type Verified struct {
	All      []*audit.Verification // in the order of the folders; nil where there is an error
	Errs     []error               // in the order of the folders; nil where there is none
	Overview []audit.Verdict       // of index.html, and of each project that it links to and that is gone; nil without a page
}

// VerifyAll verifies each of the folders that [FinishedIn] lists in dir, jobs at a time, see [Verify], and holds
// dir/index.html to what they come out as, where there is one. One folder that is broken does not stop the
// others. The error is of the machine, not of what is verified.
func VerifyAll(ctx context.Context, dir string, folders []string, data string, jobs int, o Options) (*Verified, error) {
	page, err := readOverview(dir, folders)
	if err != nil {
		return nil, err
	}
	defer o.holdSpare(len(folders))()
	persons, err := check.NewPersons() // no count depends on the key
	if err != nil {
		return nil, err
	}
	aside, err := page.putAside()
	if err != nil {
		return nil, err
	}
	defer aside.close()
	out := &Verified{All: make([]*audit.Verification, len(folders)), Errs: make([]error, len(folders))}
	found := make([]*shown, len(folders))
	var wait sync.WaitGroup
	turn := make(chan struct{}, max(jobs, 1))
	for i, folder := range folders {
		turn <- struct{}{}
		wait.Go(func() {
			defer func() { <-turn }()
			if out.Errs[i] = ctx.Err(); out.Errs[i] != nil {
				return
			}
			with := o
			if with.Persons = nil; page.shows(folder) { // the persons of other runs beside it are not on the page
				with.Persons = persons
			}
			out.Errs[i] = unbroken(func() (err error) {
				out.All[i], found[i], err = verify(ctx, folder, data, with)
				return err
			})
			if found[i] != nil && page.shows(folder) {
				out.Errs[i] = errors.Join(out.Errs[i], aside.put(i, found[i].brief))
			}
			if found[i] != nil {
				found[i].brief = nil
			}
		})
	}
	wait.Wait()
	if page != nil && ctx.Err() == nil {
		out.Overview, err = page.verify(found, aside, persons)
	}
	return out, err
}
