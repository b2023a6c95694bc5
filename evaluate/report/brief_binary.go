package report

import (
	"encoding/json"

	"github.com/efseval/efseval/evaluate"
)

// wholeBrief is a brief for the program itself: everything in it, in the words of results.json where that has them.
type wholeBrief struct {
	ID               string
	Title, Programme evaluate.Text
	Kind, Period     evaluate.Text
	MadeUp           bool
	Figures          []jsonFigure
	Targets          []Attainment
	Claims           []ClaimCount
	Unproved         []string
	Problems         []ProblemKind
	Participations   []Participations
	Persons          *Persons
	Outputs          []string // empty: all
}

// AppendBinary appends the whole brief, so that a run over thousands of projects can put it aside and take it up
// again ([Brief.UnmarshalBinary]). The form is for the version of the program that wrote it, and for nobody else.
func (b *Brief) AppendBinary(to []byte) ([]byte, error) {
	whole := wholeBrief{ID: b.ID, Title: b.Title, Programme: b.Programme, Kind: b.Kind, Period: b.Period, MadeUp: b.MadeUp, Targets: b.Targets,
		Claims: b.Claims, Unproved: b.Unproved, Problems: b.Problems, Participations: b.Participations, Persons: b.Persons, Outputs: b.Outputs.Selected()}
	for _, f := range b.Figures.All() {
		whole.Figures = append(whole.Figures, figureJSON(f))
	}
	text, err := json.Marshal(whole)
	return append(to, text...), err
}

// MarshalBinary is [Brief.AppendBinary] to nothing.
func (b *Brief) MarshalBinary() ([]byte, error) { return b.AppendBinary(nil) }

// UnmarshalBinary takes up what AppendBinary put aside: the brief is what it was. Anything else is an error.
func (b *Brief) UnmarshalBinary(text []byte) error {
	var whole wholeBrief
	if err := json.Unmarshal(text, &whole); err != nil {
		return err
	}
	*b = Brief{ID: whole.ID, Title: whole.Title, Programme: whole.Programme, Kind: whole.Kind, Period: whole.Period, MadeUp: whole.MadeUp, Figures: &evaluate.Figures{}, Targets: whole.Targets,
		Claims: whole.Claims, Unproved: whole.Unproved, Problems: whole.Problems, Participations: whole.Participations, Persons: whole.Persons}
	var err error
	if b.Outputs, err = ParseOutputs(whole.Outputs); err != nil {
		return err
	}
	for i := range whole.Figures {
		f, err := whole.Figures[i].figure()
		if err == nil {
			err = b.Figures.Add(f)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
