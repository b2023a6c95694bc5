package report

import (
	"io"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// Brief is what the overview and the lines of a run keep of a project, so that a run over thousands holds a few
// kilobytes of each. It is the same whether it was taken from a report that has just been made
// ([BriefOf]) or read from its results.json ([ReadBrief]).
type Brief struct {
	ID               string
	Title, Programme evaluate.Text
	Kind             evaluate.Text // plan, achieved, goals only, part of a project
	Period           evaluate.Text
	MadeUp           bool              // its persons, or some of its figures
	Figures          *evaluate.Figures // those of a row of the overview and of the targets; without methods and sources
	Targets          []Attainment
	Claims           []ClaimCount
	Unproved         []string      // ids of the stated figures that were not reproduced
	Problems         []ProblemKind // in the order in which each was first met
	Participations   []Participations
	Persons          *Persons // nil without an export of participants
	Outputs          Outputs  // what was written; nil: everything
}

// Participations is what an export of participants adds to the sum of a run.
type Participations struct {
	N      int
	MadeUp bool
}

// BriefOf takes the brief of a report, which it leaves as it is.
func BriefOf(r *Report) (*Brief, error) {
	p := r.Project
	b := &Brief{ID: p.ID, Title: p.Title, Programme: p.Programme, Kind: p.Kind, Period: periodText(p), MadeUp: p.Synthetic != nil || anyMadeUp(r),
		Targets: r.Targets, Claims: CountClaims(r.Claims), Persons: r.Persons, Outputs: r.Outputs, Problems: KindsOf(r.Problems), Figures: &evaluate.Figures{}}
	for _, c := range r.Claims {
		if c.Verdict != Reproduced {
			b.Unproved = append(b.Unproved, c.Figure)
		}
	}
	for _, in := range r.Inputs {
		if n := in.Accounting.Participations; n > 0 {
			b.Participations = append(b.Participations, Participations{n, in.Synthetic})
		}
	}
	return b, b.keep(r.Figures)
}

// ReadBrief takes the brief of a project from its results.json. What was written beside it and the first place of each
// problem the file does not tell: Outputs and Problems are left to the caller, who has them from the manifest.
func ReadBrief(results io.Reader) (*Brief, error) {
	r, err := ReadJSON(results)
	if err != nil {
		return nil, err
	}
	return BriefOf(r)
}

// keep takes the figures of a row and of the targets.
func (b *Brief) keep(figures *evaluate.Figures) error {
	for _, f := range figures.All() {
		if !b.shows(f.ID) {
			continue
		}
		f.Method, f.Source, f.Rests = evaluate.Text{}, "", nil // they stand in the report of the project
		if err := b.Figures.Add(f); err != nil {
			return err
		}
	}
	return nil
}

// shows tells whether a figure stands in a row or is of a target.
func (b *Brief) shows(id string) bool {
	switch id {
	case "participants/total", "participants/women", "participants/men", "cost/per-participant":
		return true
	}
	if sex, ok := strings.CutPrefix(strings.TrimSuffix(id, "/planned"), "target/participants/"); ok {
		return sex == "total" || sex == "women" || sex == "men"
	}
	if scale, ok := cutAny(id, "/change/mean", "/pairs"); ok && strings.HasPrefix(scale, "survey/") {
		return strings.Count(scale, "/") == 1
	}
	return slices.ContainsFunc(b.Targets, func(a Attainment) bool { return a.Figure == id })
}

func cutAny(s string, suffixes ...string) (before string, found bool) {
	for _, suffix := range suffixes {
		if before, found = strings.CutSuffix(s, suffix); found {
			return before, true
		}
	}
	return s, false
}

// CountProblems is the number of problems of a severity.
func (b *Brief) CountProblems(of datasets.Severity) int {
	n := 0
	for _, k := range b.Problems {
		if k.First.Severity == of {
			n += k.N
		}
	}
	return n
}

// CountTargets is the number of targets that came out so.
func (b *Brief) CountTargets(v TargetVerdict) int {
	n := 0
	for _, t := range b.Targets {
		if t.Verdict == v {
			n++
		}
	}
	return n
}
