package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"io"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/report"
)

// SchemaID names the version of manifest.json.
const SchemaID = "efseval/manifest/1"

// Output is one file a run wrote.
type Output struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// Sum counts and hashes what is written to it.
type Sum struct {
	hash hash.Hash
	size int64
}

// NewSum is an empty Sum.
func NewSum() *Sum { return &Sum{hash: sha256.New()} }

// Write never fails.
func (s *Sum) Write(p []byte) (int, error) {
	s.size += int64(len(p))
	return s.hash.Write(p)
}

// Output is the size and hash of what was written so far; the name is left to the caller.
func (s *Sum) Output() Output {
	return Output{Size: s.size, SHA256: hex.EncodeToString(s.hash.Sum(nil))}
}

type manifest struct {
	Schema    string     `json:"schema"`
	Project   string     `json:"project"`
	File      string     `json:"project_file"`
	FileSum   string     `json:"project_file_sha256"`
	Program   string     `json:"program"`
	Generated string     `json:"generated,omitempty"`
	RuleSet   string     `json:"rule_set"`
	RuleVer   int        `json:"rule_set_version"`
	Overrides []override `json:"overridden,omitempty"`
	Settings  []setting  `json:"settings"`
	Inputs    []input    `json:"inputs"`
	Ledger    *ledger    `json:"corrections,omitempty"`
	Outputs   []Output   `json:"outputs"`
}

// override is a parameter of the rule set that the project file changed, in English.
type override struct {
	Parameter string `json:"parameter"`
	From      string `json:"from"`
	To        string `json:"to"`
}

// setting is a parameter of the rule set or something the run was told, in English.
type setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type input struct {
	Role      string   `json:"role"`
	Name      string   `json:"name"`
	Size      int64    `json:"size"`
	SHA256    string   `json:"sha256"`
	Synthetic bool     `json:"made_up"`
	Format    string   `json:"format"`
	Encoding  string   `json:"encoding,omitempty"`
	Separator string   `json:"separator,omitempty"`
	Sheet     string   `json:"sheet,omitempty"`
	HeaderRow int      `json:"header_row,omitempty"`
	Profile   string   `json:"profile"`
	File      string   `json:"profile_file,omitempty"` // where the profile is not a ready one
	FileSum   string   `json:"profile_sha256,omitempty"`
	Columns   []column `json:"columns"`
	RowsRead  int      `json:"rows_read"`
	RowsCount int      `json:"rows_counted"`
	SetAside  []aside  `json:"rows_set_aside,omitempty"`
	Persons   int      `json:"participations,omitempty"`
}

type column struct {
	Column int      `json:"column"`
	Header string   `json:"header"`
	Fields []string `json:"fields,omitempty"`

	Dates   []met `json:"dates,omitempty"`   // the forms in which its dates were met
	Numbers []met `json:"numbers,omitempty"` // and its numbers
}

// met is a form, in the words of datasets.BoundColumn, and the number of cells that have it.
type met struct {
	Form  string `json:"form"`
	Cells int    `json:"cells"`
}

func metOf(forms []datasets.Met) (out []met) {
	for _, m := range forms {
		out = append(out, met(m))
	}
	return out
}

type aside struct {
	Record string `json:"record"`
	Rows   int    `json:"rows"`
}

// WriteManifest writes manifest.json: canonical bytes, the same for the same inputs.
func WriteManifest(w io.Writer, r *report.Report, outputs []Output) error {
	m := manifest{Schema: SchemaID, Project: r.Project.ID, File: r.Project.File, FileSum: r.Project.FileSHA256, Program: r.Version, Generated: r.Generated,
		RuleSet: r.Project.RuleSet, RuleVer: r.Project.RuleVersion, Outputs: outputs}
	for _, o := range r.Overrides {
		m.Overrides = append(m.Overrides, override{o.Parameter, o.RuleSet.EN, o.Project.EN})
	}
	for _, s := range r.Settings {
		m.Settings = append(m.Settings, setting{s.Label.EN, s.Value.EN})
	}
	for _, in := range r.Inputs {
		m.Inputs = append(m.Inputs, inputOf(in))
	}
	m.Ledger = ledgerOf(r.Corrections)
	return writeJSON(w, m)
}

// writeJSON writes a value indented, with < and & as they are.
func writeJSON(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

func inputOf(in report.Input) input {
	c, a := in.Conclusions, in.Accounting
	out := input{Role: in.Role, Name: in.Name, Size: in.Size, SHA256: in.SHA256, Synthetic: in.Synthetic, Format: c.Format,
		Encoding: c.Encoding, Separator: c.Separator, Sheet: c.Sheet, HeaderRow: c.HeaderRow, Profile: c.Profile, File: in.ProfileFile, FileSum: in.ProfileSHA256,
		RowsRead: a.Read, RowsCount: a.Counted, Persons: a.Participations, Columns: columnsOf(c)}
	for _, s := range a.Aside {
		out.SetAside = append(out.SetAside, aside{s.Record.Code, s.Rows})
	}
	return out
}

// columnsOf lists what each column was read as. The header of a column that no field reads is
// left out: in a broken file it may be a data row.
func columnsOf(c datasets.Conclusions) []column {
	var out []column
	for _, b := range c.Columns {
		col := column{Column: b.Column, Fields: b.Fields, Dates: metOf(b.Dates), Numbers: metOf(b.Numbers)}
		if len(b.Fields) > 0 {
			col.Header = b.Header
		}
		out = append(out, col)
	}
	return out
}

// Listed reads the names of the outputs from a manifest; an error where it is no manifest of
// this program.
func Listed(path string) ([]string, error) {
	m, err := parseManifest(path)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, o := range m.Outputs {
		names = append(names, o.Name)
	}
	return names, nil
}
