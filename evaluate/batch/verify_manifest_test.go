package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// fullManifest is a run whose manifest has every field that there is, and the options of the program that wrote it.
func fullManifest(t *testing.T) (data, folder string, by Options) {
	t.Helper()
	data = diffProject(t)
	project := filepath.Join(data, ProjectFile)
	change(t, project, "participants: {file: people-made-up.csv}", "parameters: {immediate_days: 30}\nparticipants: {file: people-made-up.csv, profile: ./own.yaml}")
	change(t, project, "scale: {range: [1, 5]}", "by: [education]\n    scale: {key: ./key.yaml}")
	writeFiles(t, data, map[string]string{
		"own.yaml":        strings.Replace(madeUpInputs["own.yaml"], "  - {field: labour_status", "  - {field: exit_date, header: [exit_date]}\n  - {field: completed, header: [completed]}\n  - {field: labour_status", 1),
		"key.yaml":        "name: own\ntitle: {pl: w, en: o}\nitems: 1\nrange: [1, 5]\ndirection: higher\nreversed: []\nscore: mean\nminimum_answered: 1\n",
		"corrections.csv": "key;field;old value;new value;reason;who;date\nSYN-1;age;30;29;from the declaration 1;EW;2024-02-02\n",
	})
	change(t, filepath.Join(data, "people-made-up.csv"), "SYN-3;woman;32", "SYN-3;woman;x2")
	by = Options{Version: "test", Build: &report.Build{Go: "go1.26.1", Modified: true, Executable: strings.Repeat("ab", 32),
		Dependencies: []report.Module{{Path: "example.org/a", Version: "v1.2.3", Sum: "h1:a"}}}}
	told := by
	told.TolerateFaults, told.MarginDays, told.Generated = true, 3, "2026-01-31"
	told.Outputs = report.Outputs{report.Figures, report.Problems}
	return data, finished(t, project, t.TempDir(), told), by
}

// anotherDigit is a line with one digit more or less in its value; one without digits has another letter, and true
// is false.
func anotherDigit(line string) string {
	from := strings.Index(line, `": `) + 1
	key, value := line[:from], line[from:]
	switch {
	case strings.Contains(value, "true"):
		return key + strings.Replace(value, "true", "false", 1)
	case strings.Contains(value, "false"):
		return key + strings.Replace(value, "false", "true", 1)
	}
	at := strings.LastIndexAny(value, "0123456789")
	if at < 0 {
		at = strings.LastIndexAny(value, "abcdefghijklmnopqrstuvwxyz")
	}
	if at < 0 {
		return line
	}
	return key + value[:at] + string(value[at]^1) + value[at+1:]
}

// aLaterBuild is a program of another version.
func aLaterBuild() Options {
	return Options{Version: "later", Build: &report.Build{Go: "go1.27", Revision: "abcdef", Dependencies: []report.Module{{Path: "example.org/a", Version: "v9", Sum: "h1:z"}}}}
}

// digitsOfManifest changes a digit in each line of the manifest in turn, and calls with the number of the line and the key.
func digitsOfManifest(t *testing.T, folder string, check func(line int, key string)) {
	t.Helper()
	path := filepath.Join(folder, manifestFile)
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(kept), "\n")
	for at, line := range lines {
		changed := anotherDigit(line)
		if changed == line {
			continue
		}
		text := strings.Join(slices.Concat(lines[:at], []string{changed}, lines[at+1:]), "\n")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		check(at+1, regexp.MustCompile(`"?([a-z_0-9]*)`).FindStringSubmatch(strings.TrimSpace(line))[1])
	}
	if err := os.WriteFile(path, kept, 0o600); err != nil {
		t.Fatal(err)
	}
}

// asTheyStand are the outputs of a run as if they came out again just so.
func asTheyStand(folder string, m *audit.Manifest) (all []audit.Rewritten) {
	for _, o := range m.Outputs {
		all = append(all, audit.Rewritten{Name: o.Name, Write: func(w io.Writer) error {
			text, err := os.ReadFile(filepath.Join(folder, o.Name))
			_, failed := w.Write(text)
			return errors.Join(err, failed)
		}})
	}
	return all
}

// One digit of any line of the manifest that is changed is found by the program that wrote it and by another, as a
// difference of the manifest, which is told at its line.
func TestEveryDigitOfTheManifestIsNamed(t *testing.T) {
	data, folder, by := fullManifest(t)
	met := map[string]bool{}
	for who, o := range map[string]Options{"the program that wrote it": by, "another": aLaterBuild()} {
		m, err := readManifest(folder)
		if err != nil {
			t.Fatal(err)
		}
		r, err := (&Finished{Folder: folder, Manifest: m}).carryOut(context.Background(), filepath.Join(data, ProjectFile), o)
		if err != nil {
			t.Fatal(err)
		}
		again := asTheyStand(folder, m)
		digitsOfManifest(t, folder, func(line int, key string) {
			met[key] = true
			v, err := audit.Verify(folder, r, again)
			if _, differs := errors.AsType[*audit.Differs](err); differs && key == "schema" {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			own := verdictOf(v.Outputs, manifestFile)
			if own.Answer != audit.IsDifferent || !strings.Contains(own.Why.EN, "manifest_sha256") {
				t.Errorf("%s sees nothing in line %d, %s: %+v", who, line, key, own)
			}
			here := func(d audit.Difference) bool { return d.Place == fmt.Sprintf("line %d", line) }
			if !slices.ContainsFunc(own.Differences, here) && (key != "manifest_sha256" || who != "another") { // whose own sum is unlike any other
				t.Errorf("%s does not tell line %d, %s: %+v", who, line, key, own.Differences)
			}
		})
	}
	for _, key := range []string{"schema", "go", "revision", "modified", "executable_sha256", "version", "sum", "generated", "tolerate_faults", "margin_days", "parameter", "seed", "profile_sha256", "cells_changed", "line", "rule", "manifest_sha256"} {
		if !met[key] {
			t.Errorf("the manifest has no %s to change", key)
		}
	}
}

// So it is where the run is carried out again as a manifest says that was changed: each field once, whatever it leads to.
func TestAChangedManifestNeverMatches(t *testing.T) {
	data, folder, by := fullManifest(t)
	for _, o := range []Options{by, aLaterBuild()} {
		if v, err := Verify(context.Background(), folder, data, o); err != nil || v.Answer() != audit.Match {
			t.Fatal(err, toldOf(t, v))
		}
	}
	met := map[string]bool{}
	digitsOfManifest(t, folder, func(line int, key string) {
		if met[key] {
			return
		}
		met[key] = true
		v, err := Verify(context.Background(), folder, data, aLaterBuild())
		if _, differs := errors.AsType[*audit.Differs](err); differs {
			return
		}
		if err != nil || v.Answer() != audit.IsDifferent || verdictOf(v.Outputs, manifestFile).Answer != audit.IsDifferent {
			t.Errorf("line %d, %s: %v", line, key, err)
		}
	})
	if len(met) < 60 {
		t.Errorf("%d keys", len(met))
	}
}

// Whoever believes a manifest is told that it was changed: a trace, a comparison, and a run that would skip the
// project; and where nothing can be computed again its sum still tells.
func TestAChangedManifestIsBelievedByNobody(t *testing.T) {
	data, folder, by := fullManifest(t)
	path := filepath.Join(folder, manifestFile)
	change(t, path, `"cells_changed": 1`, `"cells_changed": 2`)
	d, err := OpenFinished(folder)
	if err != nil || !slices.Contains(d.changed, audit.AlteredManifest()) {
		t.Error(err, d.changed)
	}
	c, err := Diff(context.Background(), folder, folder, DiffOptions{})
	if err != nil || len(c.Projects[0].Causes) == 0 {
		t.Error(err, c)
	}
	p, err := Load(filepath.Join(data, ProjectFile))
	if err != nil {
		t.Fatal(err)
	}
	told := by
	told.TolerateFaults, told.MarginDays, told.Generated, told.Outputs = true, 3, "2026-01-31", report.Outputs{report.Figures, report.Problems}
	told.Build = &report.Build{Go: "go1.26.1", Revision: "abc", Dependencies: by.Build.Dependencies}
	b := &batch{dir: t.TempDir(), options: told}
	written := finished(t, p.File, b.dir, told)
	if b.unchanged(context.Background(), p) == nil {
		t.Fatal("a project that did not change is carried out")
	}
	change(t, filepath.Join(written, manifestFile), `"cells_changed": 1`, `"cells_changed": 2`)
	if b.unchanged(context.Background(), p) != nil {
		t.Error("a run skips a project whose manifest was changed")
	}
	v, err := audit.Unverifiable(folder, nil, audit.AlteredManifest())
	if err != nil || verdictOf(v.Outputs, manifestFile).Answer != audit.IsDifferent {
		t.Error(err, v)
	}
}
