package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"io"

	"github.com/efseval/efseval/evaluate/report"
)

// SchemaID names the version of manifest.json. Version 2 added what the program was built from, the seeds of random
// draws, the options for machines, and the sums of the rule set, of the other data files within the program and
// of the key files of scales; version 3 the sum of the manifest itself.
const SchemaID = "efseval/manifest/3"

// The versions before, which are still read.
const (
	schemaOne = "efseval/manifest/1"
	schemaTwo = "efseval/manifest/2"
)

// Output is one file that a run wrote, or read.
type Output struct {
	Name   string `json:"name"` // relative to the folder of the manifest; of an input, to the project file
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// Sum counts and hashes what is written to it.
type Sum struct {
	hash hash.Hash
	size int64
}

// NewSum is an empty Sum.
func NewSum() *Sum { return &Sum{hash: sha256.New()} }

// SumOf is the size and hash of a text; the name is left to the caller.
func SumOf(text []byte) Output {
	sum := sha256.Sum256(text)
	return Output{Size: int64(len(text)), SHA256: hex.EncodeToString(sum[:])}
}

// Write never fails.
func (s *Sum) Write(p []byte) (int, error) {
	s.size += int64(len(p))
	return s.hash.Write(p)
}

// Output is the size and hash of what was written so far; the name is left to the caller.
func (s *Sum) Output() Output {
	return Output{Size: s.size, SHA256: hex.EncodeToString(s.hash.Sum(nil))}
}

// manifest is the file.
type manifest struct {
	Schema       string                 `json:"schema"`
	Project      string                 `json:"project"`
	File         string                 `json:"project_file"`
	FileSum      string                 `json:"project_file_sha256"`
	Program      string                 `json:"program"`
	Go           string                 `json:"go,omitempty"`
	Revision     string                 `json:"revision"` // unknown where the build does not know it
	Modified     bool                   `json:"modified,omitempty"`
	Executable   string                 `json:"executable_sha256,omitempty"` // where no revision tells what the program was made of
	Dependencies *[]report.Module       `json:"dependencies"`                // null where the build does not know them
	Generated    string                 `json:"generated,omitempty"`
	Options      report.RunOptions      `json:"options"`
	RuleSet      string                 `json:"rule_set"`
	RuleVer      int                    `json:"rule_set_version"`
	RuleSum      string                 `json:"rule_set_sha256"`
	Overrides    []Override             `json:"overridden,omitempty"`
	Settings     []Setting              `json:"settings"`
	Seeds        []report.Seed          `json:"seeds"`
	Embedded     []report.File          `json:"embedded"`
	Linked       []string               `json:"linked_to_participants,omitempty"`
	Inputs       []Input                `json:"inputs"`
	Files        []report.File          `json:"other_files,omitempty"`
	Ledger       *Ledger                `json:"corrections,omitempty"`
	Problems     []report.ProblemRecord `json:"problems,omitempty"` // with the first place of each, which results.json does not have: it is the same for any order of the rows
	Outputs      []Output               `json:"outputs"`
	Sum          string                 `json:"manifest_sha256"` // see writeSummed; nothing may stand behind it

	altered bool // since it was written; not in the file
}

// unknown is what the manifest says where the build of the program told no revision.
const unknown = "unknown"

// Override is a parameter of the rule set that the project file changed, in English.
type Override struct {
	Parameter string `json:"parameter"` // its key in project.yaml
	From      string `json:"from"`      // what the rule set says
	To        string `json:"to"`        // what the run counted by
}

// Setting is a parameter of the rule set or something the run was told, in English.
type Setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// WriteManifest writes manifest.json: canonical bytes, the same for the same inputs, program and options.
// Keys stand in a fixed order; there is no absolute path, and no time unless the run was given a date. The last
// is manifest_sha256, the SHA-256 of the file as it is with nothing between the quotes of that value. By hand:
//
//	sed 's/"manifest_sha256": "[0-9a-f]*"/"manifest_sha256": ""/' manifest.json | sha256sum
func WriteManifest(w io.Writer, r *report.Report, outputs []Output) error {
	m := manifest{Schema: SchemaID, Project: r.Project.ID, File: r.Project.File, FileSum: r.Project.FileSHA256, Program: r.Version, Generated: r.Generated,
		RuleSet: r.Project.RuleSet, RuleVer: r.Project.RuleVersion, Options: r.Made.Options, Seeds: listed(r.Made.Seeds), Embedded: listed(r.Made.Embedded),
		Files: r.Made.Files, Linked: r.Made.Linked, Ledger: ledgerOf(r.Corrections), Problems: recordsOf(report.KindsOf(r.Problems)), Outputs: outputs}
	m.RuleSum = ruleSum(m.Embedded, m.RuleSet)
	m.built(r.Made.Build)
	for _, o := range r.Overrides {
		m.Overrides = append(m.Overrides, Override{o.Parameter, o.RuleSet.EN, o.Project.EN})
	}
	for _, s := range r.Settings {
		m.Settings = append(m.Settings, Setting{s.Label.EN, s.Value.EN})
	}
	for _, in := range r.Inputs {
		m.Inputs = append(m.Inputs, inputOf(in))
	}
	return writeSummed(w, m)
}

// listed makes no list an empty one: it is known that there is nothing in it.
func listed[T any](list []T) []T { return append([]T{}, list...) }

// ruleSum is the sum of the file of a rule set among those within the program.
func ruleSum(embedded []report.File, set string) string {
	for _, f := range embedded {
		if f.Name == "indicators/definitions/"+set+".yaml" {
			return f.SHA256
		}
	}
	return ""
}

// built takes down what the program knows of its making.
func (m *manifest) built(b *report.Build) {
	m.Revision = unknown
	if b == nil {
		return
	}
	deps := listed(b.Dependencies)
	m.Go, m.Modified, m.Executable, m.Dependencies = b.Go, b.Modified, b.Executable, &deps
	if b.Revision != "" {
		m.Revision = b.Revision
	}
}

// build is what the manifest says of the making of the program; nil where it says nothing.
func (m *manifest) build() *report.Build {
	if m.Dependencies == nil {
		return nil
	}
	b := &report.Build{Go: m.Go, Modified: m.Modified, Executable: m.Executable, Dependencies: *m.Dependencies}
	if m.Revision != unknown {
		b.Revision = m.Revision
	}
	return b
}

// writeJSON writes a value indented, with < and & as they are.
func writeJSON(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

func recordsOf(kinds []report.ProblemKind) (out []report.ProblemRecord) {
	for _, k := range kinds {
		out = append(out, k.Record())
	}
	return out
}

func kindsOf(records []report.ProblemRecord) (out []report.ProblemKind) {
	for _, r := range records {
		out = append(out, r.Kind())
	}
	return out
}
