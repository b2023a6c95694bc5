package batch

import (
	"errors"
	"sync"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/indicators"
)

// groupsOf are the sexes that the sheets tell, unless the split by sex was not published, and the values of
// the dimensions that the survey is split by.
func (r *run) groupsOf(m *measured) ([]group, error) {
	var out []group
	for _, name := range sexNames() {
		g := group{GroupName: name, members: map[int]bool{}, sex: true}
		for _, p := range m.paired() {
			if p.Group == name.Group {
				g.members[p.PreIndex] = true
			}
		}
		if len(g.members) > 0 && !r.project.hidesSex() {
			out = append(out, g)
		}
	}
	for _, name := range m.survey.By {
		out = append(out, r.groupsBy(m, name)...)
	}
	return out, sideBySide(len(out), func(i int) (err error) {
		out[i].change, err = prepost.Compare(m.in(out[i].members), m.options())
		return err
	})
}

// sideBySide does so many things at once, each in a place of its own, and joins their errors in order.
func sideBySide(n int, do func(i int) error) error {
	errs := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { errs[i] = datasets.Unbroken(func() error { return do(i) }) })
	}
	all.Wait()
	return errors.Join(errs...)
}

// groupsBy are the values of a dimension, those of nobody left out.
func (r *run) groupsBy(m *measured, name string) (out []group) {
	if r.traits == nil {
		return nil
	}
	at := r.traits.asked[name]
	d, parts := r.traits.dims[at], r.traits.parts(at)
	ids := valueIDs(parts, 0)
	for _, part := range parts {
		value := part.Values[0]
		g := group{GroupName: prepost.GroupName{ID: "by/" + splitName([]indicators.Dimension{d}) + "/" + ids[value],
			Label: text(d.Label).Joined(": ", text(part.Labels[0]))}, members: map[int]bool{}}
		for _, p := range m.paired() {
			if m.link.of(m.before.sheets[p.PreIndex].Code, at) == value {
				g.members[p.PreIndex] = true
			}
		}
		if len(g.members) > 0 {
			out = append(out, g)
		}
	}
	return out
}
