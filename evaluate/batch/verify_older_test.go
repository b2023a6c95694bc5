package batch

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/audit"
)

// olderRun unpacks what an earlier version wrote: testdata/older.zip holds a made-up project and its outputs, written
// by the program at revision e37f101, whose manifests have schema efseval/manifest/1:
//
//	efseval run project.yaml -o . --now 2026-01-31 --tolerate-faults
func olderRun(t *testing.T) (data, folder string) {
	t.Helper()
	archive, err := zip.OpenReader(filepath.Join("testdata", "older.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	data = t.TempDir()
	if err := os.CopyFS(data, archive); err != nil {
		t.Fatal(err)
	}
	return data, filepath.Join(data, "older")
}

func TestOutputsOfAnOlderSchemaAreVerified(t *testing.T) {
	data, folder := olderRun(t)
	v := verified(t, folder, data)
	if v.Answer() != audit.Match || !v.OtherBuild || v.Schema != "efseval/manifest/1" || v.Figures.Matched < 150 || v.Figures.Differing != 0 {
		t.Fatal(toldOf(t, v))
	}
	if text := toldOf(t, v); !strings.Contains(text, "the figures decide") {
		t.Error(text)
	}
}

func TestADigitOfAnOlderOutputIsNamed(t *testing.T) {
	for _, c := range []struct{ file, from, to, figure string }{
		{"figures.csv", "participants/women,2,", "participants/women,3,", "participants/women"},
		{"results.json", `"unit":"persons","value":2,`, `"unit":"persons","value":1,`, "participants/women"},
		{"report.pl.html", "411,52", "411,53", "cost/per-participant"},
		{"report.pl.md", "411,52", "411,53", "cost/per-participant"},
	} {
		for _, hidden := range []bool{false, true} {
			data, folder := olderRun(t)
			path := filepath.Join(folder, c.file)
			was := sumOf(t, path)
			change(t, path, c.from, c.to)
			if hidden { // with the hash of the manifest changed too
				change(t, filepath.Join(folder, manifestFile), was, sumOf(t, path))
			}
			v := verified(t, folder, data)
			if text := toldOf(t, v); v.Answer() != audit.IsDifferent || !strings.Contains(text, "    "+c.figure+" (") || v.Figures.Differing != 1 {
				t.Error(text)
			}
		}
	}
}

// Words that this version writes otherwise are no difference where the file is as the run wrote it; in one that was
// changed since, they are.
func TestWordsOfAnOlderOutputMayBeOthers(t *testing.T) {
	data, folder := olderRun(t)
	path := filepath.Join(folder, "figures.csv")
	was := sumOf(t, path)
	change(t, path, "number of ", "count of ")
	if v := verified(t, folder, data); verdictOf(v.Outputs, "figures.csv").Answer != audit.IsDifferent {
		t.Error(toldOf(t, v))
	}
	change(t, filepath.Join(folder, manifestFile), was, sumOf(t, path))
	if v := verified(t, folder, data); v.Answer() != audit.Match || verdictOf(v.Outputs, "figures.csv").Lawful != 1 {
		t.Error(toldOf(t, v))
	}
}

// Schema 2 had no sum of the manifest itself. Its outputs are verified as those of any other version.
func TestOutputsOfSchemaTwoAreVerified(t *testing.T) {
	data := filled(t, madeUpInputs)
	folder := finished(t, filepath.Join(data, ProjectFile), t.TempDir(), Options{Version: "test"})
	path := filepath.Join(folder, manifestFile)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, _, found := strings.Cut(string(text), ",\n  \"manifest_sha256\"")
	if !found {
		t.Fatal("the manifest has no sum at its end")
	}
	if err := os.WriteFile(path, []byte(strings.Replace(before, audit.SchemaID, "efseval/manifest/2", 1)+"\n}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	v := verified(t, folder, data)
	if v.Answer() != audit.Match || !v.OtherBuild || v.Schema != "efseval/manifest/2" {
		t.Error(toldOf(t, v))
	}
	change(t, path, `"rows_read": 3`, `"rows_read": 4`)
	if v := verified(t, folder, data); v.Answer() != audit.IsDifferent || !strings.Contains(toldOf(t, v), "inputs[0].rows_read") {
		t.Error(toldOf(t, v))
	}
}

func sumOf(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
