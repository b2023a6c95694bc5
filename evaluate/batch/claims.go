package batch

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// kind is what stands behind a claim.
func (p Published) kind() report.ClaimKind {
	c, err := parseClaim(p.Value)
	switch {
	case err == nil && c.none:
		return report.ClaimAbsent
	case p.Kind == "":
		return report.ClaimPublished
	}
	return report.ClaimKind(p.Kind)
}

// confirm tells figures that the programme itself published from those that only the made-up
// data behind an example say. It is called as figures come in, so that what is computed from
// them later knows. A planned number is told to be one; a number worded "at least" is a lower
// bound.
func (r *run) confirm() error {
	for _, p := range r.project.Published {
		f, found := r.figures.Get(p.Figure)
		kind := p.kind()
		if !found || r.confirmed[p.Figure] || kind != report.ClaimPublished && kind != report.ClaimPlanned {
			continue
		}
		c, err := parseClaim(p.Value)
		if err != nil {
			return err
		}
		if f.Status != evaluate.Known || !agrees(f, c) {
			continue
		}
		r.confirmed[p.Figure] = true
		if err := r.figures.Replace(confirmed(f, p, kind)); err != nil {
			return err
		}
	}
	return nil
}

func confirmed(f evaluate.Figure, p Published, kind report.ClaimKind) evaluate.Figure {
	if kind == report.ClaimPlanned {
		if f.MadeUp {
			f = f.Warn(plannedOnly())
		}
		return withoutMark(f)
	}
	f = withoutMark(f)
	if p.Bound == "at_least" {
		f = f.Bounded(evaluate.LowerBound, evaluate.T(
			"dolna granica: program podaje „co najmniej "+p.Value+"”", "a lower bound: the programme says \"at least "+p.Value+"\""))
	}
	return f
}

func withoutMark(f evaluate.Figure) evaluate.Figure {
	f.MadeUp, f.Rests = false, nil
	return f
}

// plannedOnly is the warning of a number that was published as a plan.
func plannedOnly() evaluate.Warning {
	return evaluate.NewWarning("claim.planned", evaluate.T(
		"program ogłosił tę liczbę jako cel; że została osiągnięta, jest wymyślone",
		"the programme published this number as a target; that it was reached is made up"))
}

// agrees tells whether the exact value, rounded half-up to the decimals that were published, is
// the published number.
func agrees(f evaluate.Figure, c claimed) bool {
	return f.Value.Fixed(c.decimals) == c.value.Fixed(c.decimals)
}

// provenance carries the mark of made-up data from figures to those computed from them.
func (r *run) provenance() error {
	marks := map[string]bool{}
	var made func(id string) bool
	made = func(id string) bool {
		if mark, known := marks[id]; known {
			return mark
		}
		f, ok := r.figures.Get(id)
		marks[id] = ok && f.MadeUp && len(f.Rests) == 0
		for _, on := range f.Rests {
			marks[id] = marks[id] || made(on)
		}
		return marks[id]
	}
	for _, id := range r.figures.IDs() {
		f, _ := r.figures.Get(id)
		f.MadeUp = f.Status == evaluate.Known && made(id)
		f = r.inherited(f)
		if err := r.figures.Replace(f); err != nil {
			return err
		}
	}
	return nil
}

// inherited carries to a figure what must be said of those it rests on: that they were only
// planned, and to a share that its numerator is a lower bound. Money rests on a plan in words of
// its own.
func (r *run) inherited(f evaluate.Figure) evaluate.Figure {
	if f.Status != evaluate.Known || f.Unit == evaluate.Zloty || f.Unit == evaluate.Euro {
		return f
	}
	for i, id := range f.Rests {
		on, ok := r.figures.Get(id)
		if !ok {
			continue
		}
		if isPlanned(on) && !isPlanned(f) {
			f = f.Warn(evaluate.NewWarning(plannedOnly().Code, evaluate.T(
				"oparte na liczbie ogłoszonej jako cel; że został osiągnięty, jest wymyślone",
				"rests on a number published as a target; that it was reached is made up")))
		}
		if i == 0 && f.Unit == evaluate.Share && on.Bound == evaluate.LowerBound && f.Bound == evaluate.ExactValue {
			f = f.Bounded(evaluate.LowerBound, evaluate.T("dolna granica: licznik to „co najmniej”", "a lower bound: the numerator is \"at least\""))
		}
	}
	return f
}

func isPlanned(f evaluate.Figure) bool {
	return slices.ContainsFunc(f.Warnings, func(w evaluate.Warning) bool { return w.Code == plannedOnly().Code })
}

// answerClaims sets every stated number beside the computed one.
func (r *run) answerClaims() error {
	for i, p := range r.project.Published {
		f, found := r.figures.Get(p.Figure)
		if !found {
			return r.project.fault(fmt.Sprintf("$.published[%d].figure", i), "no figure is called %s%s", p.Figure, r.meantFigure(p.Figure))
		}
		c, err := parseClaim(p.Value)
		if err != nil {
			return err
		}
		r.claims = append(r.claims, answer(f, c, p))
	}
	return nil
}

func answer(f evaluate.Figure, c claimed, p Published) report.Claim {
	out := report.Claim{Kind: p.kind(), Figure: f.ID, Label: f.Label, Unit: f.Unit, Published: c.value, Computed: f.Value, Decimals: c.decimals, Source: p.Source}
	known := f.Status == evaluate.Known
	switch {
	case c.none && !known:
		out.Verdict, out.Reason = report.Reproduced, evaluate.T("nie opublikowano i nie podano: "+f.Reason.PL, "not published and not given: "+f.Reason.EN)
	case c.none:
		out.Verdict, out.Reason = report.Differs, evaluate.T("program nie opublikował tej wartości", "the programme did not publish this value")
	case !known:
		out.Verdict, out.Reason = report.CannotCompute, f.Reason
	case agrees(f, c):
		out.Verdict = report.Reproduced
	default:
		out.Verdict = report.Differs
		out.Reason = evaluate.T("obliczono "+f.Text(evaluate.PL), "computed "+f.Text(evaluate.EN))
	}
	return out
}
