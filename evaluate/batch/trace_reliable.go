package batch

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
)

// reliable picks the pairs whose change is held against the error of measuring twice, and with them the
// sheets by which that error was found: they decide, too, who is counted.
func (s *sheetTrace) reliable(f *evaluate.Figure, c *changed, what string) *sheetPick {
	p := resting(c.steps...)
	switch what {
	case "reliability", "threshold":
		if c.group == nil {
			return s.yardstick(what)
		}
		p.parts = []string{s.m.prefix() + "/reliable/" + what} // the same: every group has one yardstick
	case "improved", "unchanged", "worsened":
		counts := c.beyond(s, what)
		p.steps, p.listed = append(c.steps, lastStep(counts, f.Label)), len(c.steps)
		p.roles = func(r *respondent) []audit.Role {
			if counts(r) {
				return []audit.Role{audit.Counted}
			}
			return nil
		}
		p.parts = []string{strings.TrimSuffix(f.ID, what) + "threshold"}
		what = "threshold"
	default:
		return nil
	}
	by := s.yardstick(what)
	p.also, p.stated = s.picked(by).rows, by.stated
	return p
}

// beyond tells whether the change of a person is of the kind that a figure counts, one within the error
// being none.
func (c *changed) beyond(s *sheetTrace, what string) func(*respondent) bool {
	reliable := c.change.Reliable
	if reliable == nil {
		return func(*respondent) bool { return false }
	}
	rc := c.of(s, reliable.RC)
	return func(r *respondent) bool {
		if math.Abs(rc[r.unit]) <= reliable.Critical {
			return what == "unchanged"
		}
		return s.went(what, rc[r.unit])
	}
}

// yardstick picks the sheets before by which the reliability was found, or with the spread of the pairs the
// threshold: none where the project states them.
func (s *sheetTrace) yardstick(what string) *sheetPick {
	stated := s.m.survey.Precision
	byAlpha, bySD := stated == nil, what == "threshold" && (stated == nil || stated.SD == 0)
	complete := s.completeStep(beforeSide).in
	p := resting(lastStep(func(r *respondent) bool { return byAlpha && complete(r) || bySD && r.isPair() }, yardstickWords(byAlpha, bySD))).on(beforeSide)
	if stated != nil {
		p.stated = []string{s.path() + ".reliability"}
	}
	if what == "threshold" {
		p.parts = append(p.parts, s.m.prefix()+"/reliable/reliability")
	} else if id := s.alphaBefore(); byAlpha && id != "" {
		p.parts = append(p.parts, id)
	}
	if bySD {
		p.parts = append(p.parts, s.m.prefix()+"/pre/sd")
	}
	return p
}

func yardstickWords(byAlpha, bySD bool) evaluate.Text {
	alpha, sd := evaluate.T("kompletne przed: z nich alfa", "complete before: alpha is of them"), evaluate.T("pary: z ich wyników przed odchylenie standardowe", "pairs: the standard deviation is of their scores before")
	switch {
	case byAlpha && bySD:
		return alpha.Joined("; ", sd)
	case byAlpha:
		return alpha
	case bySD:
		return sd
	}
	return evaluate.T("żadne: rzetelność i odchylenie podaje plik projektu", "none: the project file states the reliability and the deviation")
}

// alphaBefore is the figure of the alpha before, which later waves share; empty where there is none.
func (s *sheetTrace) alphaBefore() string {
	id := s.m.firstPrefix() + "/alpha/pre"
	if f, ok := s.tracer.run.figures.Get(id); ok && f.Status == evaluate.Known {
		return id
	}
	return ""
}

// path is where the project file has the survey.
func (s *sheetTrace) path() string {
	first := s.m.firstName()
	return fmt.Sprintf("$.surveys[%d]", slices.IndexFunc(s.tracer.run.project.Surveys, func(of Survey) bool { return of.Name == first }))
}
