package audit_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// The hash of an output goes into the manifest, and whoever gets both can see whether a byte was changed.
func ExampleReadManifest() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	sum := audit.NewSum()
	fmt.Fprintln(sum, "id,value") // figures.csv, as it was written
	output := sum.Output()
	output.Name = "figures.csv"

	path := filepath.Join(dir, "manifest.json")
	file, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	made := &report.Report{Project: report.Project{ID: "made-up"}, Version: "0.1.0"}
	if err := audit.WriteManifest(file, made, []audit.Output{output}); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}

	manifest, err := audit.ReadManifest(path)
	if err != nil {
		log.Fatal(err)
	}
	named, ok := manifest.Sum("figures.csv")
	fmt.Println(manifest.Project, manifest.Program, ok, named.Size, "bytes")
	changed := audit.NewSum()
	fmt.Fprintln(changed, "id,Value")
	fmt.Println("one letter changed is the same file:", changed.Output().SHA256 == named.SHA256)
	// Output:
	// made-up 0.1.0 true 9 bytes
	// one letter changed is the same file: false
}

// A trace leads from a printed number to its rule, its filters and the rows behind it.
func ExampleWriteTraceText() {
	trace := &audit.Trace{
		Project: "made-up",
		Figure: evaluate.NewFigure("indicator/CO01/women", evaluate.T("Bezrobotne kobiety", "Unemployed women"),
			evaluate.Count(1), evaluate.Persons),
		Rule:   evaluate.T("status na rynku pracy: bezrobotna", "labour status: unemployed"),
		Clause: "Regulation (EU) 1304/2013, Annex I (1)",
		Filters: []audit.Filter{
			{Text: evaluate.T("wszystkie wiersze", "all rows"), Rows: 3, Units: 2},
			{Text: evaluate.T("bezrobotne kobiety", "unemployed women"), Rows: 2, Units: 1},
		},
	}
	if err := audit.WriteTraceText(os.Stdout, trace, evaluate.EN); err != nil {
		log.Fatal(err)
	}
	// Output:
	// made-up, indicator/CO01/women
	// Unemployed women: 1
	//   rule: labour status: unemployed
	//   source: Regulation (EU) 1304/2013, Annex I (1)
	//     rows  participations  after each filter
	//        3               2  all rows
	//        2               1  unemployed women
}
