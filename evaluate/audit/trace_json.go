package audit

import (
	"encoding/json"
	"io"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// TraceSchemaID names the version of a trace as JSON.
const TraceSchemaID = "efseval/trace/1"

type jsonTrace struct {
	Schema     string           `json:"schema,omitempty"`
	Project    string           `json:"project,omitempty"`
	Figure     json.RawMessage  `json:"figure"` // as in results.json
	Rule       *evaluate.Text   `json:"rule,omitempty"`
	Terms      []jsonParameter  `json:"terms,omitempty"`
	Clause     string           `json:"clause,omitempty"`
	Parameters []jsonParameter  `json:"parameters,omitempty"`
	Stated     []jsonStated     `json:"stated,omitempty"`
	Filters    []jsonFilter     `json:"filters,omitempty"`
	RestsOn    []*jsonTrace     `json:"rests_on,omitempty"`
	KeyPrint   string           `json:"key_print,omitempty"`
	Persons    *int             `json:"persons,omitempty"`
	Rows       *[]jsonTracedRow `json:"rows,omitempty"` // of the whole trace
}

type jsonParameter struct {
	Label evaluate.Text `json:"label"`
	Value evaluate.Text `json:"value"`
}

type jsonStated struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Path string `json:"path"`
}

type jsonFilter struct {
	Text        evaluate.Text `json:"text"`
	Rows        *int          `json:"rows,omitempty"`  // left out where a figure that was not published could be told from it
	Units       *int          `json:"units,omitempty"` // left out before the rows of a person were brought together
	Denominator bool          `json:"denominator,omitempty"`
}

type jsonTracedRow struct {
	Of     string `json:"of"`
	File   string `json:"file"`
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row"`
	Unit   int    `json:"unit,omitempty"`
	Person string `json:"person,omitempty"`
	Roles  []Role `json:"roles"`
}

// WriteTraceJSON writes a trace for programs, schema [TraceSchemaID], in both languages.
func WriteTraceJSON(w io.Writer, t *Trace) error {
	out, err := traceJSON(t)
	if err != nil {
		return err
	}
	persons, rows := t.Persons(), make([]jsonTracedRow, len(t.Rows))
	for i, r := range t.Rows {
		rows[i] = jsonTracedRow{Of: r.Of, File: r.At.File, Sheet: r.At.Sheet, Row: r.At.Row, Unit: r.Unit, Person: r.Person, Roles: append([]Role{}, r.Roles...)}
	}
	out.Schema, out.Project, out.KeyPrint, out.Persons, out.Rows = TraceSchemaID, t.Project, t.KeyPrint, &persons, &rows
	return writeJSON(w, out)
}

// traceJSON is a trace without its rows.
func traceJSON(t *Trace) (*jsonTrace, error) {
	figure, err := report.FigureJSON(t.Figure)
	if err != nil {
		return nil, err
	}
	out := &jsonTrace{Figure: figure, Clause: t.Clause, Terms: factsJSON(t.Terms), Parameters: factsJSON(t.Parameters)}
	if !t.Rule.Empty() {
		out.Rule = &t.Rule
	}
	for _, s := range t.Stated {
		out.Stated = append(out.Stated, jsonStated(s))
	}
	for _, f := range t.Filters {
		filter := jsonFilter{Text: f.Text, Denominator: f.Base}
		if !f.Withheld {
			filter.Rows = &f.Rows
		}
		if !f.Unmerged && !f.Withheld {
			filter.Units = &f.Units
		}
		out.Filters = append(out.Filters, filter)
	}
	for _, p := range t.Parts {
		part, err := traceJSON(p)
		if err != nil {
			return nil, err
		}
		out.RestsOn = append(out.RestsOn, part)
	}
	return out, nil
}

func factsJSON(facts []report.Fact) (out []jsonParameter) {
	for _, f := range facts {
		out = append(out, jsonParameter(f))
	}
	return out
}
