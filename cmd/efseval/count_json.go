package main

import (
	"io"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// countSchema names the shape of the JSON that efseval count prints. Fields are added under the
// same name; one that is renamed or taken away makes a new one.
const countSchema = "efseval/count/1"

type countJSON struct {
	Schema     string         `json:"schema"`
	Version    string         `json:"version"`
	Set        setJSON        `json:"set"`
	From       string         `json:"from"`                 // the files, or where the data are
	Export     *exportJSON    `json:"export,omitempty"`     // what was read; of files alone
	Groups     []string       `json:"groups"`               // the order of the cells, total last
	Figures    []figureJSON   `json:"figures"`              // reserved ones first, then the indicators in the order of the set
	Gaps       []figureJSON   `json:"gaps"`                 // incomplete/FIELD: records without it; refused/FIELD: who declined to answer
	Thresholds []attainedJSON `json:"thresholds,omitempty"` // of rule sets that have some
	Problems   []ruleJSON     `json:"problems"`             // of the export, by rule
}

type setJSON struct {
	Name    string            `json:"name"`
	Version int               `json:"version"`
	Title   map[string]string `json:"title"` // by language, pl and en
	Found   bool              `json:"found"` // concluded from the profile, not asked for
}

type exportJSON struct {
	Profile        string      `json:"profile"`
	ProfileFound   bool        `json:"profile_found"` // by the headers
	Rows           int         `json:"rows"`
	Counted        int         `json:"rows_counted"`
	Participations int         `json:"participations"` // after the rows of a person were brought together
	Several        int         `json:"participations_of_several_rows"`
	Aside          []asideJSON `json:"set_aside"`
}

type asideJSON struct {
	Record string            `json:"record"`
	Name   map[string]string `json:"name"`
	Rows   int               `json:"rows"`
}

type figureJSON struct {
	Code    string            `json:"code"`
	Name    map[string]string `json:"name"`
	Stage   string            `json:"stage,omitempty"`
	Cells   []cellJSON        `json:"cells"`             // in the order of groups
	Without []string          `json:"without,omitempty"` // optional columns that the export did not have
}

// cellJSON is a count among those eligible; both are absent where it is not available.
type cellJSON struct {
	Group string            `json:"group"`
	Num   *int64            `json:"num"`
	Den   *int64            `json:"den"`
	Why   map[string]string `json:"why,omitempty"` // why it is not available
}

// writeJSON prints the count for programs.
func (c *counted) writeJSON(w io.Writer) error {
	set := c.table.Set
	out := countJSON{Schema: countSchema, Version: version, From: c.from, Groups: []string{}, Figures: []figureJSON{}, Gaps: []figureJSON{}, Problems: []ruleJSON{},
		Set: setJSON{set.Name, set.Version, byLanguage(set.Title), c.setFound}}
	for _, g := range c.table.Groups {
		out.Groups = append(out.Groups, g.String())
	}
	for _, l := range c.lines(c.table) {
		out.Figures = append(out.Figures, l.json(c.table.Groups))
	}
	for _, l := range c.gapLines(c.table) {
		out.Gaps = append(out.Gaps, l.json(c.table.Groups))
	}
	out.Thresholds = thresholdsJSON(c.table)
	if e := c.export; e != nil {
		out.Export = e.json()
		for _, k := range e.kinds {
			out.Problems = append(out.Problems, k.json(0))
		}
	}
	return printJSON(w, out)
}

func (e *exportSeen) json() *exportJSON {
	out := &exportJSON{e.profile, e.profileFound, e.rows.Read, e.rows.Counted, e.rows.Participations, e.rows.Several, []asideJSON{}}
	for _, s := range e.rows.Aside {
		out.Aside = append(out.Aside, asideJSON{s.Record.Code, byLanguage(datasets.Label{PL: s.Record.PL, EN: s.Record.EN}), s.Rows})
	}
	return out
}

func (l *countLine) json(groups []indicators.Group) figureJSON {
	out := figureJSON{Code: l.code, Name: byLanguage(l.name), Stage: string(l.stage), Without: l.row.Without}
	for i, g := range groups {
		cell := cellJSON{Group: g.String()}
		if c := l.row.Cells[i]; c.Available {
			cell.Num, cell.Den = &c.Num, &c.Den
		} else {
			cell.Why = byLanguage(c.Why)
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}
