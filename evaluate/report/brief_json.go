package report

import (
	"bytes"
	"encoding/json"

	"github.com/efseval/efseval/evaluate"
)

// jsonBrief is a brief for machines: figures as in results.json, verdicts, problems as in results.json.
type jsonBrief struct {
	Title         evaluate.Text    `json:"title"`
	Programme     evaluate.Text    `json:"programme"`
	Kind          evaluate.Text    `json:"kind"`
	MadeUp        bool             `json:"made_up"`
	Figures       []jsonFigure     `json:"figures"`
	Targets       []jsonAttainment `json:"targets"`
	Claims        []jsonClaimCount `json:"claims"`
	NotReproduced []string         `json:"not_reproduced"`
	Problems      []ProblemKind    `json:"problems"`
}

type jsonClaimCount struct {
	Kind       ClaimKind `json:"kind"`
	Reproduced int       `json:"reproduced"`
	All        int       `json:"all"`
}

// MarshalJSON writes the brief on one line, without its id and its period.
func (b *Brief) MarshalJSON() ([]byte, error) {
	out := jsonBrief{Title: b.Title, Programme: b.Programme, Kind: b.Kind, MadeUp: b.MadeUp, Figures: []jsonFigure{}, Targets: []jsonAttainment{},
		Claims: []jsonClaimCount{}, NotReproduced: append([]string{}, b.Unproved...), Problems: append([]ProblemKind{}, b.Problems...)}
	for _, f := range b.Figures.All() {
		out.Figures = append(out.Figures, figureJSON(f))
	}
	for _, t := range b.Targets {
		out.Targets = append(out.Targets, attainmentJSON(t))
	}
	for _, c := range b.Claims {
		out.Claims = append(out.Claims, jsonClaimCount{c.Kind, c.Good, c.All})
	}
	return unescaped(out)
}

// unescaped is the JSON of a value with < and & as they are.
func unescaped(value any) ([]byte, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	err := enc.Encode(value)
	return text.Bytes(), err
}
