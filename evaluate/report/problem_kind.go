package report

import (
	"encoding/json"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// ProblemKind is the problems of one rule and severity, and the first of them: of notes without its place and its
// words, since a note may tell what somebody answered, as that an answer was refused.
type ProblemKind struct {
	First datasets.Problem
	N     int
}

// KindsOf counts problems by rule and severity, in the order in which each was first met.
func KindsOf(problems []datasets.Problem) []ProblemKind {
	var kinds []ProblemKind
	for _, group := range groupProblems(problems) {
		first := group[0]
		if first.Severity == datasets.Note {
			first = datasets.Problem{Rule: first.Rule, Severity: first.Severity}
		}
		kinds = append(kinds, ProblemKind{first, len(group)})
	}
	return kinds
}

// ProblemRecord is a ProblemKind as JSON has it, with the place of the first: in contrast to results.json it goes
// with the order of the rows.
type ProblemRecord struct {
	Rule     string            `json:"rule"`
	Severity datasets.Severity `json:"severity"`
	Count    int               `json:"count"`
	File     string            `json:"file,omitempty"`
	Sheet    string            `json:"sheet,omitempty"`
	Row      int               `json:"row,omitempty"`
	Column   int               `json:"column,omitempty"`
	Field    string            `json:"field,omitempty"`
	Message  evaluate.Text     `json:"message,omitzero"`
}

// Record is the kind as JSON has it.
func (k ProblemKind) Record() ProblemRecord {
	p := k.First
	return ProblemRecord{p.Rule, p.Severity, k.N, p.Position.File, p.Position.Sheet, p.Position.Row, p.Position.Column, p.Field, evaluate.Text(p.Message)}
}

// Kind is the kind that a record was made of.
func (j ProblemRecord) Kind() ProblemKind {
	at := datasets.Position{File: j.File, Sheet: j.Sheet, Row: j.Row, Column: j.Column}
	return ProblemKind{datasets.Problem{Position: at, Field: j.Field, Rule: j.Rule, Severity: j.Severity, Message: datasets.Label(j.Message)}, j.Count}
}

// MarshalJSON writes rule, severity and number, and place, field and message of the first.
func (k ProblemKind) MarshalJSON() ([]byte, error) { return unescaped(k.Record()) }

// UnmarshalJSON reads it back.
func (k *ProblemKind) UnmarshalJSON(text []byte) error {
	var j ProblemRecord
	if err := json.Unmarshal(text, &j); err != nil {
		return err
	}
	*k = j.Kind()
	return nil
}
