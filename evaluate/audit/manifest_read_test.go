package audit

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// A manifest gives back every input with its sum: data, profiles, keys of scales, the ledger of corrections.
func TestManifestReadsBack(t *testing.T) {
	m := manifest{Schema: SchemaID, Project: "p", File: "project.yaml", FileSum: "00", Program: "v", Revision: unknown, RuleSet: "r", RuleVer: 2, RuleSum: "11",
		Inputs:  []Input{{Name: "a.csv", Size: 1, SHA256: "aa", File: "own.yaml", FileSum: "bb"}, {Name: "b.csv", SHA256: "cc", File: "own.yaml", FileSum: "bb"}},
		Files:   []report.File{{Role: "survey/will/key", Name: "key.yaml", Size: 3, SHA256: "ff"}},
		Ledger:  &Ledger{Name: "corrections.csv", SHA256: "dd"},
		Outputs: []Output{{Name: "results.json", SHA256: "ee"}}}
	want := &Manifest{Schema: SchemaID, Project: "p", File: "project.yaml", FileSHA256: "00", Program: "v", RuleSet: "r", RuleVersion: 2, RuleSHA256: "11",
		Options: &report.RunOptions{}, Data: m.Inputs, Files: m.Files, Corrections: m.Ledger,
		Inputs: []Output{{Name: "a.csv", Size: 1, SHA256: "aa"}, {Name: "own.yaml", SHA256: "bb"}, {Name: "b.csv", SHA256: "cc"},
			{Name: "key.yaml", Size: 3, SHA256: "ff"}, {Name: "corrections.csv", SHA256: "dd"}},
		Outputs: []Output{{Name: "results.json", SHA256: "ee"}}}
	got := m.read()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if sum, ok := got.Sum("results.json"); !ok || sum.SHA256 != "ee" {
		t.Error(sum, ok)
	}
	if _, ok := got.Sum("report.pl.html"); ok {
		t.Error("an output that is not listed has a sum")
	}
}

// madeUpReport is a report with everything that the manifest says beside inputs.
func madeUpReport() *report.Report {
	info := &debug.BuildInfo{GoVersion: "go1.99", Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: "true"}},
		Deps: []*debug.Module{{Path: "z.example/z", Version: "v2", Sum: "h1:z"}, {Path: "a.example/a", Version: "v1", Replace: &debug.Module{Path: "a.example/fork", Version: "v3", Sum: "h1:a"}}}}
	return &report.Report{Project: report.Project{ID: "made-up", RuleSet: "r", RuleVersion: 3}, Version: "9",
		Settings:  []report.Fact{{Label: evaluate.T("wiek", "age"), Value: evaluate.T("lata", "years")}},
		Overrides: []report.Override{{Parameter: "age", RuleSet: evaluate.T("a", "b"), Project: evaluate.T("c", "d")}},
		Made: report.Made{Build: report.BuildOf(info), Options: report.RunOptions{TolerateFaults: true, MarginDays: 3, KeyPrint: "0f", Generated: "2024-01-02"},
			Seeds:    []report.Seed{{For: "survey/will", Generator: "PCG", Seed: 1, Draws: 2000}},
			Embedded: []report.File{{Name: "indicators/definitions/r.yaml", Size: 1, SHA256: "aa"}}}}
}

// Everything that was written is read again, and the same report is the same bytes.
func TestManifestRoundTrips(t *testing.T) {
	r := madeUpReport()
	first, got := writtenAndRead(t, r)
	second, _ := writtenAndRead(t, r)
	if !bytes.Equal(first, second) {
		t.Error("the same report gave two manifests")
	}
	want := &Manifest{Schema: SchemaID, Project: "made-up", Program: "9", RuleSet: "r", RuleVersion: 3, RuleSHA256: "aa", Options: &r.Made.Options, Seeds: r.Made.Seeds, Embedded: r.Made.Embedded,
		Build: &report.Build{Go: "go1.99", Revision: "abc", Modified: true,
			Dependencies: []report.Module{{Path: "a.example/fork", Version: "v3", Sum: "h1:a"}, {Path: "z.example/z", Version: "v2", Sum: "h1:z"}}},
		Overrides: []Override{{"age", "b", "d"}}, Settings: []Setting{{"age", "years"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A build that nobody knows is said to be unknown, which is not the same as one without dependencies.
func TestManifestOfAnUnknownBuild(t *testing.T) {
	r := madeUpReport()
	r.Made.Build = nil
	text, got := writtenAndRead(t, r)
	if got.Build != nil || !strings.Contains(string(text), `"revision": "unknown"`) || !strings.Contains(string(text), `"dependencies": null`) {
		t.Errorf("%s", text)
	}
	r.Made.Build = &report.Build{Go: "go1.99"}
	if _, got = writtenAndRead(t, r); got.Build == nil || got.Build.Revision != "" || got.Build.Dependencies == nil {
		t.Errorf("%+v", got.Build)
	}
}

// Schema 1 knew nothing of the build, of seeds and of options: they are unknown, and not false or none.
func TestManifestOfSchemaOneIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "manifest.json")
	old := `{"schema": "efseval/manifest/1", "project": "p", "project_file": "project.yaml", "project_file_sha256": "00", "program": "0.1.0", "rule_set": "r", "rule_set_version": 2,
	"settings": [{"name": "age", "value": "years"}], "inputs": [{"role": "participants", "name": "a.csv", "size": 1, "sha256": "aa", "rows_read": 2, "rows_counted": 1}], "outputs": [{"name": "results.json", "size": 1, "sha256": "ee"}]}`
	if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := ReadManifest(path)
	want := &Manifest{Schema: schemaOne, Project: "p", File: "project.yaml", FileSHA256: "00", Program: "0.1.0", RuleSet: "r", RuleVersion: 2, Settings: []Setting{{"age", "years"}},
		Data: []Input{{Role: "participants", Name: "a.csv", Size: 1, SHA256: "aa", RowsRead: 2, RowsCount: 1}}, Inputs: []Output{{"a.csv", 1, "aa"}}, Outputs: []Output{{"results.json", 1, "ee"}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

// A manifest of a later version is whole by its sum, and refused with the version to use; one that only seems to be
// of one was altered.
func TestManifestOfALaterSchemaIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "manifest.json")
	for _, c := range []struct {
		schema, to string
		altered    bool
	}{{"efseval/manifest/9", "", false}, {SchemaID, "efseval/manifest/9", true}, {schemaOne, "", true}} {
		var text bytes.Buffer
		if err := writeSummed(&text, manifest{Schema: c.schema, Program: "v7"}); err != nil {
			t.Fatal(err)
		}
		if c.to != "" {
			text = *bytes.NewBuffer(bytes.Replace(text.Bytes(), []byte(c.schema), []byte(c.to), 1))
		}
		if c.schema == schemaOne { // without the sum
			text = *bytes.NewBufferString(`{"schema": "efseval/manifest/9"}`)
		}
		if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := ReadManifest(path)
		if _, differs := errors.AsType[*Differs](err); err == nil || differs != c.altered || !c.altered && !strings.Contains(err.Error(), "manifest/9, want "+SchemaID+"; use the version of efseval that wrote it (v7)") {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func writtenAndRead(t *testing.T, r *report.Report) ([]byte, *Manifest) {
	t.Helper()
	var text bytes.Buffer
	if err := WriteManifest(&text, r, nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "manifest.json")
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := ReadManifest(path)
	if err != nil {
		t.Fatal(err)
	}
	return text.Bytes(), m
}
