package batch

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"

	"github.com/efseval/efseval/evaluate/report"
)

// watchOverview looks, before a project is carried out alone, whether an earlier run of many left a page that shows
// it, with its figures or as one that failed. What it returns is called afterwards and notes the page where it is now
// older than the project. Such a page is not written again: the persons of all its projects could not be counted
// without their data.
func (b *batch) watchOverview(p *Project) (look func(now *report.Brief)) {
	nothing := func(*report.Brief) {}
	if len(b.outcomes) > 1 {
		return nothing
	}
	page := filepath.Join(b.dir, overviewFile)
	text, err := os.ReadFile(page)
	if err != nil {
		return nothing
	}
	failed := slices.ContainsFunc(failuresOn(text), func(f report.Failure) bool { return f.File == shownFile(p.File) })
	if !failed && !slices.Contains(linksOf(text), p.ID) {
		return nothing
	}
	was, err := ReadBrief(filepath.Join(b.dir, p.ID))
	return func(now *report.Brief) {
		if now != nil && (failed || err != nil || !sameBrief(was, now)) {
			b.older = page
		}
	}
}

func sameBrief(a, b *report.Brief) bool {
	one, err1 := a.MarshalBinary()
	other, err2 := b.MarshalBinary()
	return err1 == nil && err2 == nil && bytes.Equal(one, other)
}
