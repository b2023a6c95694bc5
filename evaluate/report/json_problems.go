package report

import (
	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// jsonProblems are the problems of one rule and severity, with the first of them.
type jsonProblems struct {
	Rule     string            `json:"rule"`
	Severity datasets.Severity `json:"severity"`
	Count    int               `json:"count"`
	File     string            `json:"file,omitempty"`
	Sheet    string            `json:"sheet,omitempty"`
	Row      int               `json:"row,omitempty"`
	Column   int               `json:"column,omitempty"`
	Field    string            `json:"field,omitempty"`
	Message  evaluate.Text     `json:"message"`
}

func problemsJSON(k ProblemKind) jsonProblems {
	p := k.First
	return jsonProblems{Rule: p.Rule, Severity: p.Severity, Count: k.N, File: p.Position.File, Sheet: p.Position.Sheet, Row: p.Position.Row,
		Column: p.Position.Column, Field: p.Field, Message: evaluate.Text(p.Message)}
}

func (j jsonProblems) kind() ProblemKind {
	at := datasets.Position{File: j.File, Sheet: j.Sheet, Row: j.Row, Column: j.Column}
	return ProblemKind{datasets.Problem{Position: at, Field: j.Field, Rule: j.Rule, Severity: j.Severity, Message: datasets.Label(j.Message)}, j.Count}
}
