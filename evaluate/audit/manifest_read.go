package audit

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// Manifest is what a manifest.json says of a run: enough to carry it out again and to see what has
// changed since. Of one of schema 1 the Build, the Options, the RuleSHA256, the Seeds and the Embedded are
// not known.
type Manifest struct {
	Schema      string
	Altered     bool   // its own sum does not hold: it is not as the run wrote it. False of schemas 1 and 2, which have none
	Project     string // id
	File        string // base name of the project file
	FileSHA256  string
	Program     string             // version
	Build       *report.Build      // nil: the build of the program knew nothing of itself
	Generated   string             // yyyy-MM-dd; empty: no date was given
	Options     *report.RunOptions // nil of schema 1
	RuleSet     string
	RuleVersion int
	RuleSHA256  string // of the file of the rule set within the program
	Overrides   []Override
	Settings    []Setting
	Seeds       []report.Seed
	Embedded    []report.File
	Linked      []string             // questionnaires that take something from the export of participants
	Data        []Input              // the inputs of rows, one for each sheet that was read
	Files       []report.File        // of the project beside them: keys of scales
	Corrections *Ledger              // nil: none
	Inputs      []Output             // every file that was read, relative to the project file: data, profiles of files, keys, the ledger of corrections
	Problems    []report.ProblemKind // of the data, counted by rule
	Outputs     []Output             // relative to the folder of the manifest
}

// ReadManifest reads a manifest.json, of this version of its schema or of one before. One that was altered since is
// read all the same and says so, [Manifest.Altered]. An error is of reading; that it is no manifest of this program;
// that it is of a later version of the schema ([Listed] reads those too); or [Differs], where it was altered and
// seems to be of such a version.
func ReadManifest(path string) (*Manifest, error) {
	m, err := parseManifest(path)
	if err != nil {
		return nil, err
	}
	if known := m.Schema == SchemaID || m.Schema == schemaOne || m.Schema == schemaTwo; !known && m.altered {
		return nil, Differing([]evaluate.Text{AlteredManifest()})
	} else if !known {
		return nil, fmt.Errorf("audit: %s has schema %s, want %s; use the version of efseval that wrote it (%s)", path, m.Schema, SchemaID, m.Program)
	}
	return m.read(), nil
}

// parseManifest reads a manifest of any version of this program.
func parseManifest(path string) (*manifest, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m := &manifest{}
	if err := json.Unmarshal(text, m); err != nil {
		return nil, fmt.Errorf("audit: %s: %w", path, err)
	}
	if !strings.HasPrefix(m.Schema, "efseval/manifest/") {
		return nil, fmt.Errorf("audit: %s is not a manifest of efseval", path)
	}
	m.altered = altered(text, m.Schema)
	return m, nil
}

// AlteredManifest says that a manifest is not as the run wrote it, and what to do.
func AlteredManifest() evaluate.Text {
	return evaluate.T("manifest.json nie jest taki, jak zapisał go przebieg: nie zgadza się jego własna suma (manifest_sha256); przywróć plik albo uruchom efseval run jeszcze raz",
		"manifest.json is not as the run wrote it: its own sum (manifest_sha256) does not hold; restore the file, or run efseval run again")
}

// sumBroken is the same beside the name of the file.
func sumBroken() evaluate.Text {
	return evaluate.T("nie jest taki, jak zapisał go przebieg: nie zgadza się jego własna suma (manifest_sha256)",
		"it is not as the run wrote it: its own sum (manifest_sha256) does not hold")
}

func (m *manifest) read() *Manifest {
	out := &Manifest{Schema: m.Schema, Altered: m.altered, Project: m.Project, File: m.File, FileSHA256: m.FileSum, Program: m.Program, Build: m.build(), Generated: m.Generated,
		RuleSet: m.RuleSet, RuleVersion: m.RuleVer, RuleSHA256: m.RuleSum, Overrides: m.Overrides, Settings: m.Settings, Seeds: m.Seeds,
		Embedded: m.Embedded, Linked: m.Linked, Data: m.Inputs, Files: m.Files, Corrections: m.Ledger, Inputs: m.everyInput(), Problems: kindsOf(m.Problems), Outputs: m.Outputs}
	if m.Schema != schemaOne {
		out.Options = &m.Options
	}
	return out
}

// everyInput lists each file that was read once, however many sheets or roles it has; one that changed
// while it was read stands with each sum.
func (m *manifest) everyInput() (out []Output) {
	seen := map[[2]string]bool{}
	add := func(file Output) {
		if of := [2]string{file.Name, file.SHA256}; file.Name != "" && !seen[of] {
			seen[of] = true
			out = append(out, file)
		}
	}
	for _, in := range m.Inputs {
		add(Output{Name: in.Name, Size: in.Size, SHA256: in.SHA256})
		add(Output{Name: in.File, SHA256: in.FileSum})
	}
	for _, f := range m.Files {
		add(Output{Name: f.Name, Size: f.Size, SHA256: f.SHA256})
	}
	if m.Ledger != nil {
		add(Output{Name: m.Ledger.Name, Size: m.Ledger.Size, SHA256: m.Ledger.SHA256})
	}
	return out
}

// Sum is the size and hash that the manifest has for an output; ok is false where it lists none.
func (m *Manifest) Sum(output string) (sum Output, ok bool) {
	for _, o := range m.Outputs {
		if o.Name == output {
			return o, true
		}
	}
	return Output{}, false
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

// IsManifest tells whether a file is a manifest of this program, of whatever version of its schema.
func IsManifest(path string) bool {
	_, err := parseManifest(path)
	return err == nil
}
