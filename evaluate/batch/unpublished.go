package batch

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// unpublished takes the value off figures that the programme did not publish and that the
// made-up data behind an example must not pretend to know.
func (r *run) unpublished() error {
	for i, m := range r.project.Missing {
		for j, pattern := range m.Figures {
			matched, err := r.takeOff(m.Reason, func(id string) bool { return matches(pattern, id) })
			if err != nil {
				return err
			}
			if !matched {
				return r.project.fault(fmt.Sprintf("$.unpublished[%d].figures[%d]", i, j), "no figure is called %s%s", pattern, r.meantFigure(pattern))
			}
		}
		if m.Split == "sex" {
			if _, err := r.takeOff(m.Reason, func(id string) bool { return bySex(id) && !m.excepts(id) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// takeOff makes figures not available and tells whether there was any.
func (r *run) takeOff(reason evaluate.Text, hidden func(id string) bool) (matched bool, err error) {
	for _, f := range r.figures.All() {
		if !hidden(f.ID) {
			continue
		}
		matched = true
		if f.Status != evaluate.Known || strings.HasSuffix(f.ID, "/planned") {
			continue
		}
		if err := r.figures.Replace(f.Because(reason)); err != nil {
			return matched, err
		}
	}
	return matched, nil
}

// bySex tells whether a figure tells women from men.
func bySex(id string) bool {
	for part := range strings.SplitSeq(id, "/") {
		switch strings.TrimSuffix(part, "-share") {
		case "women", "men", "non-binary", "unknown-sex":
			return true
		}
	}
	return false
}

func (m Missing) excepts(id string) bool {
	return slices.ContainsFunc(m.Except, func(pattern string) bool { return matches(pattern, id) })
}

// hidesSex tells whether the split by sex was not published: then a questionnaire is not split
// either, since its pairs would give the split away.
func (p *Project) hidesSex() bool {
	return slices.ContainsFunc(p.Missing, func(m Missing) bool { return m.Split == "sex" })
}

// matches tells whether an id fits a pattern: * stands for one part of the path, /** at the end
// for everything below.
func matches(pattern, id string) bool {
	if head, ok := strings.CutSuffix(pattern, "/**"); ok {
		parts := strings.Count(head, "/") + 1
		cut := strings.SplitN(id, "/", parts+1)
		if len(cut) <= parts {
			return false
		}
		id, pattern = strings.Join(cut[:parts], "/"), head
	}
	ok, err := path.Match(pattern, id)
	return ok && err == nil
}

// meantFigure is the end of a fault that names a figure which there is none of.
func (r *run) meantFigure(id string) string { return nearestFigure(id, &r.figures).EN }
