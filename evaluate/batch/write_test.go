package batch

import (
	"archive/zip"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The manifest names every output with its size and SHA-256, every input likewise, and nothing
// that differs from run to run.
func TestManifestNamesEveryInputAndOutput(t *testing.T) {
	dir := t.TempDir()
	folder, err := Write(example(t, "katowice-pal"), dir)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m struct {
		Schema  string
		Inputs  []struct{ Name, SHA256 string }
		Outputs []struct {
			Name, SHA256 string
			Size         int64
		}
	}
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	if m.Schema != "efseval/manifest/3" || len(m.Inputs) != 4 {
		t.Errorf("schema %q, %d inputs; want 4", m.Schema, len(m.Inputs))
	}
	for _, in := range m.Inputs {
		if _, sum, err := fingerprint(filepath.Join("..", "..", "examples", "katowice-pal", in.Name)); err != nil || sum != in.SHA256 {
			t.Errorf("input %s: hash %s, want %s (%v)", in.Name, in.SHA256, sum, err)
		}
	}
	listed := []string{"manifest.json"}
	for _, out := range m.Outputs {
		size, sum, err := fingerprint(filepath.Join(folder, out.Name))
		if err != nil || size != out.Size || sum != out.SHA256 {
			t.Errorf("output %s: %d bytes %s, want %d %s (%v)", out.Name, out.Size, out.SHA256, size, sum, err)
		}
		listed = append(listed, out.Name)
	}
	for _, name := range filesIn(t, folder) {
		if !slices.Contains(listed, name) {
			t.Errorf("%s is not in the manifest", name)
		}
	}
	if strings.Contains(string(text), dir) {
		t.Error("the manifest holds a path of this machine")
	}
}

func filesIn(t *testing.T, folder string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, relErr := filepath.Rel(folder, path)
			names = append(names, filepath.ToSlash(name))
			err = relErr
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// No identifier of a person reaches any byte of any output.
func TestNoPersonIdentifierInAnyOutput(t *testing.T) {
	dir := t.TempDir()
	for _, name := range names() {
		folder, err := Write(example(t, name), dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range filesIn(t, folder) {
			text := plain(t, filepath.Join(folder, filepath.FromSlash(file)))
			for _, prefix := range []string{"SYN-PAL-", "SYN-WLA-", "SYN-MIK-", "SYN-DAB-", "SYN-WOD-"} {
				if strings.Contains(string(text), prefix) {
					t.Errorf("%s/%s holds a person identifier %s…", name, file, prefix)
				}
			}
		}
	}
}

// plain is the bytes of a file, those of a workbook unpacked.
func plain(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(path) != ".xlsx" {
		return text
	}
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	text = nil
	for _, f := range book.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		text = append(text, content...)
	}
	return text
}
