// Package examples_test holds the reports of the five programmes to golden files: change a
// number and the difference is there to read.
package examples_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

var update = flag.Bool("update", false, "write the golden reports anew")

func TestReportsAreTheGoldenOnes(t *testing.T) {
	files, err := batch.Find([]string{"."})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 5 {
		t.Fatalf("%d projects, want the five programmes: %v", len(files), files)
	}
	for _, file := range files {
		p, err := batch.Load(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := batch.Run(context.Background(), p, batch.Options{Version: "golden"})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range evaluate.Langs() {
			compare(t, r, l)
		}
	}
}

func compare(t *testing.T, r *report.Report, l evaluate.Lang) {
	t.Helper()
	var got bytes.Buffer
	if err := report.WriteMarkdown(&got, r, l); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", r.Project.ID+"."+string(l)+".md")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./examples -update", err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}
