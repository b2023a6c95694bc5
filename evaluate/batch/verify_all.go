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
	v := &verifyingAll{data: data, options: o, page: page, aside: aside, persons: persons, found: make([]*shown, len(folders)),
		out: &Verified{All: make([]*audit.Verification, len(folders)), Errs: make([]error, len(folders))}}
	var wait sync.WaitGroup
	turn := make(chan struct{}, max(jobs, 1))
	for i, folder := range folders {
		turn <- struct{}{}
		wait.Go(func() {
			defer func() { <-turn }()
			v.out.Errs[i] = v.one(ctx, i, folder)
		})
	}
	wait.Wait()
	if page != nil && ctx.Err() == nil {
		v.out.Overview, err = page.verify(v.found, aside, persons)
	}
	return v.out, err
}

// verifyingAll is the verification of many folders that is being carried out.
type verifyingAll struct {
	data    string
	options Options
	page    *overviewPage
	aside   *briefs
	persons *check.Persons
	found   []*shown // in the order of the folders
	out     *Verified
}

// one verifies a folder and puts aside what the page shows of it.
func (v *verifyingAll) one(ctx context.Context, i int, folder string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	onPage := v.page.shows(folder)
	with := v.options
	if with.Persons = nil; onPage { // the persons of other runs beside it are not on the page
		with.Persons = v.persons
	}
	err := unbroken(func() (err error) {
		v.out.All[i], v.found[i], err = verify(ctx, folder, v.data, with)
		return err
	})
	if v.found[i] == nil {
		return err
	}
	if onPage {
		err = errors.Join(err, v.aside.put(i, v.found[i].brief))
	}
	v.found[i].brief = nil
	return err
}
