package audit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/report"
)

// SHA-256 of "abc": NIST FIPS 180-2, appendix B.1.
func TestSumCountsAndHashes(t *testing.T) {
	s := NewSum()
	for _, part := range []string{"a", "", "bc"} {
		if n, err := s.Write([]byte(part)); n != len(part) || err != nil {
			t.Fatal(n, err)
		}
	}
	want := Output{Size: 3, SHA256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
	if diff := cmp.Diff(want, s.Output()); diff != "" {
		t.Error(diff)
	}
}

func TestManifestListsWhatItNames(t *testing.T) {
	r := &report.Report{Project: report.Project{ID: "made-up"}, Inputs: []report.Input{{Name: "made-up.csv",
		Conclusions: datasets.Conclusions{Columns: []datasets.BoundColumn{{Column: 1, Header: "Płeć", Fields: []string{"sex"}}, {Column: 2, Header: "A person's name"}}}}}}
	var text strings.Builder
	if err := WriteManifest(&text, r, []Output{{Name: "charts/a.svg"}, {Name: "figures.csv"}}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text.String(), "person's name") {
		t.Error("the header of a column that no field reads stands in the manifest")
	}
	path := filepath.Join(t.TempDir(), "manifest.json")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	names, err := Listed(path)
	if diff := cmp.Diff([]string{"charts/a.svg", "figures.csv"}, names); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if err := os.WriteFile(path, []byte(`{"schema": "other/1"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Listed(path); err == nil {
		t.Error("a manifest of another program was taken for ours")
	}
}
