package audit

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Manifest is what a manifest.json says of a run, as far as somebody needs it to carry the run out
// again and to see whether anything has changed since.
type Manifest struct {
	Project     string // id
	File        string // base name of the project file
	FileSHA256  string
	Program     string // version
	RuleSet     string
	RuleVersion int
	Inputs      []Output // relative to the project file: data, profiles of files, the ledger of corrections
	Outputs     []Output // relative to the folder of the manifest
}

// ReadManifest reads a manifest.json; an error where it is none of this program, or one of another version
// of its schema ([Listed] reads those too).
func ReadManifest(path string) (*Manifest, error) {
	m, err := parseManifest(path)
	if err != nil {
		return nil, err
	}
	if m.Schema != SchemaID {
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
	return m, nil
}

func (m *manifest) read() *Manifest {
	out := &Manifest{Project: m.Project, File: m.File, FileSHA256: m.FileSum, Program: m.Program,
		RuleSet: m.RuleSet, RuleVersion: m.RuleVer, Outputs: m.Outputs}
	profiles := map[string]bool{}
	for _, in := range m.Inputs {
		out.Inputs = append(out.Inputs, Output{Name: in.Name, Size: in.Size, SHA256: in.SHA256})
		if in.File != "" && !profiles[in.File] {
			profiles[in.File] = true
			out.Inputs = append(out.Inputs, Output{Name: in.File, SHA256: in.FileSum})
		}
	}
	if m.Ledger != nil {
		out.Inputs = append(out.Inputs, Output{Name: m.Ledger.Name, Size: m.Ledger.Size, SHA256: m.Ledger.SHA256})
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
