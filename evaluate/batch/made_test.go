package batch

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// The data files within the program are named as they stand in its source, with their sums; among them
// the rule set, the schema of every input and each ready profile.
func TestMadeNamesTheFilesWithinTheProgram(t *testing.T) {
	for _, id := range []string{"katowice-pal", "katowice-wlacz-sie", "dabrowa-integra", "mikolow-mickiewicza", "wodzislaw-wilchwy"} {
		r := example(t, id)
		if len(r.Made.Embedded) < 3 {
			t.Errorf("%s: %v", id, r.Made.Embedded)
		}
		names := []string{}
		for _, f := range r.Made.Embedded {
			size, sum, err := fingerprint(filepath.Join("..", "..", filepath.FromSlash(f.Name)))
			if err != nil || size != f.Size || sum != f.SHA256 {
				t.Errorf("%s: %s is said to be %d bytes %s: %v", id, f.Name, f.Size, f.SHA256, err)
			}
			names = append(names, f.Name)
		}
		if !slices.IsSorted(names) || !slices.Contains(names, "indicators/definitions/"+r.Project.RuleSet+".yaml") {
			t.Errorf("%s: %v", id, names)
		}
	}
}

// Options, seeds, the key file of a scale and the build come through; the key file is an input that can be held to its sum.
func TestMadeTellsOptionsSeedsAndKeyFiles(t *testing.T) {
	dir := t.TempDir()
	key := "name: own\ntitle: {pl: w, en: o}\nitems: 1\nrange: [1, 5]\ndirection: higher\nreversed: []\nscore: mean\nminimum_answered: 1\n"
	files := map[string]string{"key.yaml": key, "pre-made-up.csv": "code;a\nA;1\nB;2\n", "post-made-up.csv": "code;a\nA;2\nB;2\n",
		"project.yaml": "id: own\ntitle: {pl: w, en: o}\nrules: esf-2014-2020\nsurveys:\n  - name: will\n    title: {pl: w, en: w}\n    scale: {key: ./key.yaml}\n" +
			"    pre: {file: pre-made-up.csv, items: [a]}\n    post: {file: post-made-up.csv, items: [a]}\n"}
	writeFiles(t, dir, files)
	p, err := Load(filepath.Join(dir, "project.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(context.Background(), p, Options{Generated: "2024-01-02", TolerateFaults: true, MarginDays: 4, Build: &report.Build{Go: "go1"}, Outputs: report.Outputs{report.HTML}})
	if err != nil {
		t.Fatal(err)
	}
	want := report.RunOptions{TolerateFaults: true, MarginDays: 4, Generated: "2024-01-02", Outputs: []string{"html", "json"}}
	sum := audit.SumOf([]byte(key))
	switch m := r.Made; {
	case !reflect.DeepEqual(m.Options, want):
		t.Errorf("%+v", m.Options)
	case len(m.Seeds) != 1 || m.Seeds[0] != report.Seed{For: "survey/will", Generator: "PCG", Seed: 1, Draws: 2000}:
		t.Errorf("%+v", m.Seeds)
	case len(m.Files) != 1 || m.Files[0] != report.File{Role: "survey/will/key", Name: "./key.yaml", Size: sum.Size, SHA256: sum.SHA256}:
		t.Errorf("%+v", m.Files)
	case m.Build == nil || m.Build.Go != "go1":
		t.Errorf("%+v", m.Build)
	}
}

// writeFiles writes files by name into a folder.
func writeFiles(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
