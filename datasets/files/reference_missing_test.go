package files

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// The file of missing codes says which of its words were declared missing: then they are, and
// nothing is told; that they are told where none is declared is a case of TestReferenceFilesByKind.
func TestReferenceMissingCodes(t *testing.T) {
	dir := reference(t)
	text, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	declared, want := declaredMissing(t, text, "files/missing_codes.csv")
	p, err := columns(t, "id", map[string]datasets.Kind{"ocena": datasets.Number}).With(datasets.Override{Missing: map[string][]string{"all": declared}})
	if err != nil {
		t.Fatal(err)
	}
	got, err := readColumn(filepath.Join(dir, "files", "missing_codes.csv"), p, "ocena")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.values["ocena"]); diff != "" || len(got.problems) > 0 {
		t.Errorf("%v (-want +got)\n%s", got.problems, diff)
	}
}

// declaredMissing are the words declared for a file of the reference, blank ones left out, and the
// values that its one column then has.
func declaredMissing(t *testing.T, manifest []byte, name string) (words []string, values []any) {
	t.Helper()
	var all struct {
		Files []struct {
			File     string
			Declared []string `json:"declared_missing"`
			Values   map[string][]any
		}
	}
	if err := json.Unmarshal(manifest, &all); err != nil {
		t.Fatal(err)
	}
	for _, f := range all.Files {
		if f.File != name {
			continue
		}
		for _, word := range f.Declared {
			if word != "" {
				words = append(words, word)
			}
		}
		return words, f.Values["ocena"]
	}
	t.Fatalf("%s is not in the manifest", name)
	return nil, nil
}
