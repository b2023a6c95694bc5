package main

import (
	"io"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// checkSchema names the shape of the JSON that efseval check prints. Fields are added under the
// same name; one that is renamed or taken away makes a new one.
const checkSchema = "efseval/check/1"

type checkJSON struct {
	Schema  string      `json:"schema"`
	Version string      `json:"version"`
	Files   []fileJSON  `json:"files"`
	Rules   []ruleJSON  `json:"rules"` // the most serious last
	Summary summaryJSON `json:"summary"`
}

type fileJSON struct {
	Project     string         `json:"project"` // empty for a bare export
	Role        string         `json:"role"`
	File        string         `json:"file"`
	Format      string         `json:"format"`
	Encoding    string         `json:"encoding"`
	Separator   string         `json:"separator"`
	Sheet       string         `json:"sheet"`
	HeaderRow   int            `json:"header_row"`
	Profile     string         `json:"profile"`
	Rows        int            `json:"rows"`
	Columns     []columnJSON   `json:"columns"`
	Corrections *correctedJSON `json:"corrections,omitempty"` // what a ledger changed
	Error       string         `json:"error"`                 // why it could not be read, in the language asked for; empty where it was
	NotRun      []notRunJSON   `json:"rules_not_run,omitempty"`
}

// notRunJSON is a rule that the project asks for and the export does not let be carried out.
type notRunJSON struct {
	Rule  string   `json:"rule"`
	Lacks []string `json:"lacks"` // fields without a column
}

type correctedJSON struct {
	File  string `json:"file"`
	Cells int    `json:"cells"`
	Rows  int    `json:"rows"`
}

type columnJSON struct {
	Column int      `json:"column"`
	Header string   `json:"header"`
	Fields []string `json:"fields"` // none: not read

	Dates   []metJSON `json:"dates,omitempty"`   // the forms in which its dates were met
	Numbers []metJSON `json:"numbers,omitempty"` // and its numbers
}

// metJSON is a form and the number of cells that have it; the words are those of
// datasets.BoundColumn.
type metJSON struct {
	Form  string `json:"form"`
	Cells int    `json:"cells"`
}

func metOf(forms []datasets.Met) (out []metJSON) {
	for _, m := range forms {
		out = append(out, metJSON(m))
	}
	return out
}

type ruleJSON struct {
	Rule     string            `json:"rule"`
	Severity string            `json:"severity"`
	Text     map[string]string `json:"text"`   // of the rule, by language; a place may say more
	Source   string            `json:"source"` // of the rule
	Count    int               `json:"count"`
	First    []placeJSON       `json:"first"`
}

type placeJSON struct {
	Project string            `json:"project"`
	File    string            `json:"file"`
	Sheet   string            `json:"sheet"`
	Row     int               `json:"row"`    // from 1; 0: the whole file
	Column  int               `json:"column"` // from 1; 0: the whole row
	Field   string            `json:"field"`
	Message map[string]string `json:"message"` // by language, pl and en
}

type summaryJSON struct {
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Notes      int `json:"notes"`
	Unreadable int `json:"unreadable"` // files
}

// writeJSON prints the check for programs.
func (l *look) writeJSON(w io.Writer, lang evaluate.Lang) error {
	out := checkJSON{Schema: checkSchema, Version: version, Files: []fileJSON{}, Rules: []ruleJSON{}, Summary: summaryJSON{
		Errors: l.errors, Warnings: l.kinds.total(datasets.Warning), Notes: l.kinds.total(datasets.Note), Unreadable: l.unreadable}}
	for _, f := range l.files {
		out.Files = append(out.Files, f.json(lang))
	}
	for _, k := range l.kinds.ordered() {
		out.Rules = append(out.Rules, k.json(l.margin))
	}
	return printJSON(w, out)
}

func (f *seenFile) json(l evaluate.Lang) fileJSON {
	c := f.conclusions
	out := fileJSON{Project: f.project, Role: f.role, File: f.file, Format: c.Format, Encoding: c.Encoding, Separator: c.Separator,
		Sheet: c.Sheet, HeaderRow: c.HeaderRow, Profile: c.Profile, Rows: c.Rows, Columns: []columnJSON{}}
	if c := f.corrections; c != nil {
		out.Corrections = &correctedJSON{c.Name, c.Cells(), c.Records}
	}
	if f.err != nil {
		out.Error = inTongue(f.err, l)
	}
	for _, r := range f.notRun {
		n := notRunJSON{Rule: r.Code, Lacks: []string{}}
		for _, l := range r.Lacks {
			n.Lacks = append(n.Lacks, l.Field)
		}
		out.NotRun = append(out.NotRun, n)
	}
	for _, b := range c.Columns {
		out.Columns = append(out.Columns, columnJSON{b.Column, b.Header, append([]string{}, b.Fields...), metOf(b.Dates), metOf(b.Numbers)})
	}
	return out
}

func (k *kindOfProblem) json(margin int) ruleJSON {
	out := ruleJSON{Rule: k.rule, Severity: string(k.severity), Count: k.count}
	out.Text, out.Source = ruleSaid(k.rule, margin)
	for _, p := range k.first {
		at := p.problem.Position
		out.First = append(out.First, placeJSON{p.project, at.File, at.Sheet, at.Row, at.Column, p.problem.Field,
			byLanguage(p.problem.Message)})
	}
	return out
}
