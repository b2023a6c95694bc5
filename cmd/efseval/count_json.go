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
	Parameters parametersJSON `json:"parameters"`           // that the set counts by
	From       string         `json:"from"`                 // the files, or where the data are
	Export     *exportJSON    `json:"export,omitempty"`     // what was read; of files alone
	Groups     []string       `json:"groups"`               // the order of the cells, total last
	Figures    []figureJSON   `json:"figures"`              // reserved ones first, then the indicators in the order of the set
	Gaps       []figureJSON   `json:"gaps"`                 // incomplete/FIELD: records without it; refused/FIELD: who declined to answer
	Thresholds []attainedJSON `json:"thresholds,omitempty"` // of rule sets that have some
	By         []byJSON       `json:"by,omitempty"`         // what the table is split by
	Parts      []partJSON     `json:"parts,omitempty"`      // of a table that is split
	Unsplit    []unsplitJSON  `json:"unsplit,omitempty"`
	Problems   []ruleJSON     `json:"problems"` // of the export, by rule
}

// byJSON is a dimension the table is split by.
type byJSON struct {
	Name     string            `json:"name"`
	Label    map[string]string `json:"label"`
	Overlaps bool              `json:"overlaps"` // one person may be in several parts: they do not add up to the whole
}

// partJSON is the table of those who have one combination of values.
type partJSON struct {
	Values  []string            `json:"values"` // of each dimension; "": not known
	Labels  []map[string]string `json:"labels"`
	Figures []figureJSON        `json:"figures"`
	Gaps    []figureJSON        `json:"gaps"`
}

// unsplitJSON are records of files without a column for a dimension: they are among "not known".
type unsplitJSON struct {
	Name    string `json:"name"`
	Need    string `json:"need"` // columns
	Records int64  `json:"records"`
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
	EachRow        bool        `json:"each_row_a_participation,omitempty"` // the rows of a person were not brought together
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

	// Of a result: how many of num have a date within the window, and of how many only the situation
	// is recorded.
	OnDate      *int64 `json:"on_date,omitempty"`
	OnSituation *int64 `json:"on_situation,omitempty"`
}

// writeJSON prints the count for programs.
func (c *counted) writeJSON(w io.Writer) error {
	set := c.table.Set
	out := countJSON{Schema: countSchema, Version: version, From: c.from, Groups: []string{}, Problems: []ruleJSON{},
		Set: setJSON{set.Name, set.Version, byLanguage(set.Title), c.setFound}, Parameters: parametersOf(&set.Parameters)}
	for _, g := range c.table.Groups {
		out.Groups = append(out.Groups, g.String())
	}
	out.Figures, out.Gaps = figuresJSON(c.lines(c.table), c.table.Groups), figuresJSON(c.gapLines(c.table), c.table.Groups)
	c.splitJSON(&out)
	out.Thresholds = thresholdsJSON(c.table)
	if e := c.export; e != nil {
		out.Export = e.json()
		out.Problems = e.problems()
	}
	return printJSON(w, out)
}

func figuresJSON(lines []countLine, groups []indicators.Group) []figureJSON {
	out := []figureJSON{}
	for _, l := range lines {
		out = append(out, l.json(groups))
	}
	return out
}

// splitJSON adds the parts.
func (c *counted) splitJSON(out *countJSON) {
	for _, d := range c.table.By {
		out.By = append(out.By, byJSON{d.Name, byLanguage(d.Label), d.Overlaps})
	}
	for _, p := range c.table.Parts {
		part := partJSON{Values: p.Values, Figures: figuresJSON(c.lines(p.Table), p.Table.Groups), Gaps: figuresJSON(c.gapLines(p.Table), p.Table.Groups)}
		for _, l := range p.Labels {
			part.Labels = append(part.Labels, byLanguage(l))
		}
		out.Parts = append(out.Parts, part)
	}
	for _, u := range c.table.Unsplit {
		out.Unsplit = append(out.Unsplit, unsplitJSON{u.Dimension.Name, u.Need, u.Records})
	}
}

func (e *exportSeen) json() *exportJSON {
	out := &exportJSON{e.profile, e.profileFound, e.rows.Read, e.rows.Counted, e.rows.Participations, e.rows.Several, []asideJSON{}, e.eachRow}
	for _, s := range e.rows.Aside {
		out.Aside = append(out.Aside, asideJSON{s.Record.Code, byLanguage(datasets.Label{PL: s.Record.PL, EN: s.Record.EN}), s.Rows})
	}
	return out
}

// problems are those of the export, by rule.
func (e *exportSeen) problems() []ruleJSON {
	out := []ruleJSON{}
	for _, k := range e.kinds {
		out = append(out, k.json(0))
	}
	return out
}

func (l *countLine) json(groups []indicators.Group) figureJSON {
	out := figureJSON{Code: l.code, Name: byLanguage(l.name), Stage: string(l.stage), Without: l.row.Without}
	for i, g := range groups {
		cell := cellJSON{Group: g.String()}
		if c := l.row.Cells[i]; c.Available {
			cell.Num, cell.Den = &c.Num, &c.Den
			if l.row.Basis != nil {
				cell.OnDate, cell.OnSituation = &l.row.Basis[i].OnDate, &l.row.Basis[i].OnSituation
			}
		} else {
			cell.Why = byLanguage(c.Why)
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}
