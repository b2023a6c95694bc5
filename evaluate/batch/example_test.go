package batch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

// The whole way of a project, with the numbers of the steps in the documentation of the package: from project.yaml to a
// folder of outputs, and back from the folder to the data. The persons of this programme are made up, its totals are
// those that were published.
func Example() {
	if err := wholeWay("../../examples/wodzislaw-wilchwy/project.yaml"); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1. wodzislaw-wilchwy: rules po-kl-2007-2013
	// 2. participants: 190 rows read, a ledger: false
	// 3. rows set aside: 175; participations: 15
	// 4. indicator/COMPETENCES/total: 5 persons
	// 5. cost/per-participant: 1333.3333333333333 PLN
	// 6. survey/motivation/pairs: 15 pairs
	// 7. participants/women: not available; published claims reproduced: 8 of 8
	// 8. wodzislaw-wilchwy: figures.csv, figures.parquet, manifest.json, report.en.html, report.pl.html, results.json
	// verified: match
}

func wholeWay(file string) error {
	ctx, options := context.Background(), batch.Options{Version: "example", Outputs: report.Outputs{report.HTML, report.Figures}}
	project, err := batch.Load(file)
	if err != nil {
		return err // a *batch.Fault with line, column and a caret
	}
	fmt.Printf("1. %s: rules %s\n", project.ID, project.Rules)
	r, err := batch.Run(ctx, project, options)
	if err != nil {
		return err // *batch.Refused where data hold errors, *batch.BadData where they contradict themselves
	}
	for _, in := range r.Inputs[:1] {
		rows := in.Accounting
		fmt.Printf("2. %s: %d rows read, a ledger: %t\n", in.Role, rows.Read, r.Corrections != nil)
		fmt.Printf("3. rows set aside: %d; participations: %d\n", rows.Read-rows.Counted, rows.Participations)
	}
	for i, id := range []string{"indicator/COMPETENCES/total", "cost/per-participant", "survey/motivation/pairs"} {
		f, _ := r.Figures.Get(id)
		fmt.Printf("%d. %s: %s %s\n", 4+i, id, f.Value, f.Unit)
	}
	women, _ := r.Figures.Get("participants/women") // not published, so that the made-up persons must not tell it
	fmt.Printf("7. %s: %s; published claims reproduced: %s\n", women.ID, women.Text(evaluate.EN), report.CountClaims(r.Claims)[0].Of().EN)
	return writeAndVerify(ctx, r, file, options)
}

func writeAndVerify(ctx context.Context, r *report.Report, file string, options batch.Options) error {
	dir, err := os.MkdirTemp("", "efseval-example-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	folder, err := batch.Write(r, dir)
	if err != nil {
		return err
	}
	files, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	fmt.Printf("8. %s: ", filepath.Base(folder))
	for i, f := range files {
		if i > 0 {
			fmt.Print(", ")
		}
		fmt.Print(f.Name())
	}
	v, err := batch.Verify(ctx, folder, filepath.Dir(file), options)
	if err != nil {
		return err
	}
	fmt.Printf("\nverified: %s\n", v.Answer())
	return nil
}
