package batch

import (
	"fmt"
	"path"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// unpublished takes the value off figures that the programme did not publish and that the
// made-up data behind an example must not pretend to know.
func (r *run) unpublished() error {
	for _, m := range r.project.Missing {
		for _, pattern := range m.Figures {
			if err := r.takeOff(pattern, m.Reason); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *run) takeOff(pattern string, reason evaluate.Text) error {
	matched := false
	for _, f := range r.figures.All() {
		if !matches(pattern, f.ID) {
			continue
		}
		matched = true
		if f.Status == evaluate.Known {
			if err := r.figures.Replace(f.Because(reason)); err != nil {
				return err
			}
		}
	}
	if !matched {
		return &Fault{File: r.project.File, Message: fmt.Sprintf("unpublished: no figure is called %s%s", pattern, r.meantFigure(pattern))}
	}
	return nil
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

func (r *run) meantFigure(id string) string {
	if near := nearest(id, r.figures.IDs()); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}

// answerClaims sets every published number beside the computed one.
func (r *run) answerClaims() error {
	for _, p := range r.project.Published {
		f, found := r.figures.Get(p.Figure)
		if !found {
			return &Fault{File: r.project.File, Message: fmt.Sprintf("published: no figure is called %s%s", p.Figure, r.meantFigure(p.Figure))}
		}
		number, err := parseClaim(p.Value)
		if err != nil {
			return err
		}
		claim := answer(f, number, p.Source)
		r.claims = append(r.claims, claim)
		if claim.Verdict == report.Reproduced && f.MadeUp {
			f.MadeUp = false // a published total stands behind it
			if err := r.figures.Replace(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// answer compares a published number with a figure: they agree when the exact value, rounded
// half-up to the decimals that were published, is the published number.
func answer(f evaluate.Figure, c claimed, source string) report.Claim {
	out := report.Claim{Figure: f.ID, Label: f.Label, Unit: f.Unit, Published: c.value, Computed: f.Value, Decimals: c.decimals, Source: source}
	known := f.Status == evaluate.Known
	switch {
	case c.none && !known:
		out.Verdict, out.Reason = report.Reproduced, evaluate.T("nie opublikowano i nie podano: "+f.Reason.PL, "not published and not given: "+f.Reason.EN)
	case c.none:
		out.Verdict, out.Reason = report.Differs, evaluate.T("program nie opublikował tej wartości", "the programme did not publish this value")
	case !known:
		out.Verdict, out.Reason = report.CannotCompute, f.Reason
	case f.Value.Fixed(c.decimals) == c.value.Fixed(c.decimals):
		out.Verdict = report.Reproduced
	default:
		out.Verdict = report.Differs
		out.Reason = evaluate.T("obliczono "+f.Text(evaluate.PL), "computed "+f.Text(evaluate.EN))
	}
	return out
}
