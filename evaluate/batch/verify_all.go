package batch

import (
	"context"
	"errors"
	"sync"

	"github.com/efseval/efseval/datasets"
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
	all := &verifyingAll{data: data, options: o, page: page, persons: persons, aside: aside, found: make([]*shown, len(folders)),
		out: &Verified{All: make([]*audit.Verification, len(folders)), Errs: make([]error, len(folders))}}
	var wait sync.WaitGroup
	turn := make(chan struct{}, max(jobs, 1))
	for i, folder := range folders {
		turn <- struct{}{}
		wait.Go(func() {
			defer func() { <-turn }()
			all.one(ctx, i, folder)
		})
	}
	wait.Wait()
	if page != nil && ctx.Err() == nil {
		all.out.Overview, err = page.verify(all.found, aside, persons)
	}
	return all.out, err
}

// verifyingAll is the verification of many folders being carried out.
type verifyingAll struct {
	data    string
	options Options
	page    *overviewPage // nil: none
	persons *check.Persons
	aside   *briefs
	found   []*shown // without briefs
	out     *Verified
}

// one verifies the i-th folder, and puts aside what the page should show of it.
func (v *verifyingAll) one(ctx context.Context, i int, folder string) {
	if v.out.Errs[i] = ctx.Err(); v.out.Errs[i] != nil {
		return
	}
	with := v.options
	onPage := v.page.shows(folder)
	if with.Persons = nil; onPage { // the persons of other runs beside it are not on the page
		with.Persons = v.persons
	}
	v.out.Errs[i] = datasets.Unbroken(func() (err error) {
		v.out.All[i], v.found[i], err = verify(ctx, folder, v.data, with)
		if f := v.found[i]; f != nil {
			if onPage {
				err = errors.Join(err, v.aside.put(i, f.brief))
			}
			f.brief = nil
		}
		return err
	})
}
