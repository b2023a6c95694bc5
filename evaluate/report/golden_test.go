package report

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/evaluate"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden holds what was written against testdata/name.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./evaluate/report -update", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s changed (-want +got); look at it, then: go test ./evaluate/report -update\n%s", name, diff)
	}
}

func TestGolden(t *testing.T) {
	for _, w := range writers() {
		if filepath.Ext(w.name) == ".xlsx" || filepath.Ext(w.name) == ".parquet" {
			continue // binary: held by the tests that read them back
		}
		golden(t, w.name, written(t, w.write, sample(t)))
	}
	golden(t, "index.html", unsealed(written(t, writeSampleIndex(t), nil))) // the seal follows from the rest and has its own test
}

func writeSampleIndex(t *testing.T) func(io.Writer, *Report) error {
	return func(w io.Writer, _ *Report) error {
		return WriteIndex(w, evaluate.PL, Index{Entries: EntriesOf(sampleEntries(t)...), Unique: sampleUnique(), Failed: sampleFailed()})
	}
}

// written is what a writer makes of a report.
func written(t *testing.T, write func(io.Writer, *Report) error, r *Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
