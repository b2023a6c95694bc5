package report

import (
	"fmt"
	"iter"

	"github.com/efseval/efseval/evaluate"
)

// overall is what the index page must know of all its projects before it writes the first.
type overall struct {
	projects int
	madeUp   []evaluate.Text // titles of those whose persons are made up
	kinds    []*kindTotal    // in the order in which each kind was first met
}

// overallOf goes through the entries once. One without figures is an error.
func overallOf(entries iter.Seq2[IndexEntry, error]) (*overall, error) {
	s := &overall{}
	place := map[evaluate.Text]*kindTotal{}
	for e, err := range entries {
		if err != nil {
			return nil, err
		}
		s.projects++
		b := e.Brief
		if b == nil || b.Figures == nil {
			return nil, fmt.Errorf("report: index: entry %d (%s) has no figures", s.projects, e.Folder)
		}
		if b.MadeUp {
			s.madeUp = append(s.madeUp, b.Title)
		}
		if place[b.Kind] == nil {
			place[b.Kind] = &kindTotal{kind: b.Kind}
			s.kinds = append(s.kinds, place[b.Kind])
		}
		place[b.Kind].add(b)
	}
	return s, nil
}
