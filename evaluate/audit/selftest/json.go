package selftest

import (
	"encoding/json"
	"io"

	"github.com/efseval/efseval/evaluate"
)

// SchemaID names the layout of what [WriteJSON] writes.
const SchemaID = "efseval/selftest/1"

type outcomeJSON struct {
	Schema string     `json:"schema"`
	Passed int        `json:"passed"` // values
	Failed int        `json:"failed"`
	Parts  []partJSON `json:"parts"`
}

type partJSON struct {
	Group  Group         `json:"group"`
	Title  evaluate.Text `json:"title"`
	Passed int           `json:"passed"`
	Failed int           `json:"failed"`
	Cases  []caseJSON    `json:"cases"`
}

type caseJSON struct {
	ID        string         `json:"id"`
	What      evaluate.Text  `json:"what"`
	Source    evaluate.Text  `json:"source"`
	Tolerance float64        `json:"tolerance"`
	Because   *evaluate.Text `json:"because,omitempty"`
	Values    []valueJSON    `json:"values"`
}

type valueJSON struct {
	Name       string `json:"name"`
	Expected   string `json:"expected"`
	Computed   string `json:"computed"`
	Difference string `json:"difference,omitempty"`
	Passed     bool   `json:"passed"`
}

// WriteJSON writes every value, in both languages, as one JSON object of the schema [SchemaID]. Numbers are texts
// in full precision, since a value may be a number or a text.
func WriteJSON(w io.Writer, o *Outcome) error {
	out := outcomeJSON{Schema: SchemaID, Parts: []partJSON{}}
	out.Passed, out.Failed = o.Count()
	for i := range o.Parts {
		p := &o.Parts[i]
		part := partJSON{Group: p.Group, Title: p.Title}
		part.Passed, part.Failed = p.Count()
		for j := range p.Cases {
			part.Cases = append(part.Cases, p.Cases[j].json())
		}
		out.Parts = append(out.Parts, part)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

func (c *Case) json() caseJSON {
	out := caseJSON{ID: c.ID, What: c.What, Source: c.Source, Tolerance: c.Tolerance}
	if !c.Because.Empty() {
		out.Because = &c.Because
	}
	for _, v := range c.Values {
		out.Values = append(out.Values, valueJSON(v))
	}
	return out
}
