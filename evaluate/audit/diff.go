package audit

import (
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// Side is one of the two runs that [Compare] holds against each other.
type Side struct {
	Folder   string // as the user named it
	Manifest *Manifest
	Results  *report.Report  // as results.json has it
	Changed  []evaluate.Text // outputs that are no longer what the run wrote
}

// Comparison is what became of the projects of two runs, by id.
type Comparison struct {
	Projects         []*ProjectDiff
	OnlyOld, OnlyNew []string // ids of projects that one run alone has
}

// Moved tells whether any figure moved by more than rounding, came or went, or a project did.
func (c *Comparison) Moved() bool {
	for _, d := range c.Projects {
		if counts := d.Counts(); counts[Changed]+counts[Appeared]+counts[Vanished] > 0 {
			return true
		}
	}
	return len(c.OnlyOld)+len(c.OnlyNew) > 0
}

// ProjectDiff is which figures of a project moved between two runs, and why.
//
// The causes are whatever the two manifests do not say alike: another or a changed file, corrections, the
// rule set, a parameter, what the run was told, the project file, the program. Those of a figure are the ones
// that can touch what it rests on: an export of participants the counts of people and what is divided by them, a
// ledger the costs, a sheet of answers its questionnaire; the project file and the program everything. They are
// never too few: with Rows, the rows behind the figure were compared and say what it really was.
type ProjectDiff struct {
	Project  string // its id, in the new run
	Old, New string // the folders
	Causes   []Cause
	Figures  []Moved // that are not the same: in the order of the new run, and then those it no longer has
	Same     int     // figures that say the same number, or that there is none
	Rows     bool    // the rows behind the figures were compared
	KeyPrint string  // of the key of the pseudonyms; empty: persons are numbered within this difference
}

// Counts is how many figures moved, and how.
func (d *ProjectDiff) Counts() map[How]int {
	out := map[How]int{}
	for _, m := range d.Figures {
		out[m.How]++
	}
	return out
}

// tellsPersons tells whether any row that was compared is somebody's.
func (d *ProjectDiff) tellsPersons() bool {
	someones := func(r RowChange) bool { return r.Person != "" }
	return slices.ContainsFunc(d.Causes, func(c Cause) bool { return slices.ContainsFunc(c.Rows, someones) }) ||
		slices.ContainsFunc(d.Figures, func(m Moved) bool { return slices.ContainsFunc(m.Rows, someones) })
}

// How is what happened to a figure.
type How string

// What can happen to a figure that is not the same in both runs. [Rounding] is a figure whose status, unit, bound,
// level, n, numerator and denominator are the same, and whose value and limits of the interval each either print
// the same or differ by at most [FloatNoise] of the larger: nobody who reads the reports sees a difference.
const (
	Changed  How = "moved"
	Rounding How = "rounding" // printed as ~
	Appeared How = "new"
	Vanished How = "gone"
)

// FloatNoise is the relative difference up to which two floating statistics are one: sums of float64 in another
// order, or of another processor.
const FloatNoise = 1e-9

// Moved is a figure that is not the same in both runs.
type Moved struct {
	ID       string
	How      How
	Old, New *evaluate.Figure // nil: that run has none of the id
	Causes   []int            // places in the causes of the difference; none: the manifests explain nothing
	Rows     []RowChange      // where rows were compared
}

// Label names the figure.
func (m *Moved) Label() evaluate.Text {
	if m.New != nil {
		return m.New.Label
	}
	return m.Old.Label
}

// RowHow is what happened to a row behind a figure.
type RowHow string

// What can happen to a row. A row is the same where its person and all that was read from it are, whatever
// line it is on.
const (
	RowAdded   RowHow = "added"      // the old data have no such row
	RowGone    RowHow = "gone"       // the new data have none
	RowChanged RowHow = "changed"    // a row of the same person that says something else now
	RowCounted RowHow = "counted"    // the old data had it, and it was not behind the figure
	RowDropped RowHow = "no-longer"  // the new data have it, and it is not behind the figure
	RowRole    RowHow = "other-role" // behind it in both, as numerator and as denominator, say
)

// RowChange is a row behind a figure that is not the same in both runs.
type RowChange struct {
	How                RowHow
	Old, New           datasets.Position // the zero Position where the data of that run have no such row
	Person             string            // as in [Row]
	OldRoles, NewRoles []Role            // none where it is not behind the figure
}

// Compare says which figures moved from one run to another, and which of what differs between the two can
// have moved them. Compare(a, b) is the mirror of Compare(b, a).
func Compare(old, new Side) *ProjectDiff {
	d := &ProjectDiff{Project: new.Manifest.Project, Old: old.Folder, New: new.Folder, Causes: causes(old, new)}
	reach := newReach(old, new)
	for _, m := range moves(old.Results.Figures, new.Results.Figures) {
		m.Causes = reach.touching(m.ID, d.Causes)
		d.Figures = append(d.Figures, m)
	}
	d.Same = len(old.Results.Figures.All()) + len(new.Results.Figures.All())
	for _, m := range d.Figures {
		for _, f := range []*evaluate.Figure{m.Old, m.New} {
			if f != nil {
				d.Same--
			}
		}
	}
	d.Same /= 2
	return d
}
