package audit_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

// The whole way: a project is carried out and written, its manifest is read, its folder is verified, a digit in it is
// changed and named, and the figure is led back to its rows.
func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)

	// 1. Carry out and write. The data of this example are made up.
	data := filepath.Join("..", "..", "examples", "wodzislaw-wilchwy")
	options := batch.Options{Version: "0.1.0", Outputs: report.Outputs{report.Figures}}
	project, err := batch.Load(filepath.Join(data, "project.yaml"))
	if err != nil {
		log.Fatal(err)
	}
	results, err := batch.Run(ctx, project, options)
	if err != nil {
		log.Fatal(err)
	}
	folder, err := batch.Write(results, dir)
	if err != nil {
		log.Fatal(err)
	}

	// 2. What the manifest says.
	manifest, err := audit.ReadManifest(filepath.Join(folder, "manifest.json"))
	if err != nil {
		log.Fatal(err)
	}
	for _, in := range manifest.Data {
		fmt.Printf("%s: %d rows read\n", in.Name, in.RowsRead)
	}

	// 3. Verify it as it is, and with one digit changed.
	figures := filepath.Join(folder, "figures.csv")
	text, err := os.ReadFile(figures)
	if err != nil {
		log.Fatal(err)
	}
	for _, content := range [][]byte{text, bytes.Replace(text, []byte("participants/total,15,"), []byte("participants/total,16,"), 1)} {
		if err := os.WriteFile(figures, content, 0o600); err != nil {
			log.Fatal(err)
		}
		verified, err := batch.Verify(ctx, folder, data, options)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(verified.Answer())
		for _, output := range verified.Outputs {
			for _, d := range output.Differences {
				fmt.Printf("%s, %s: %s stands %s, computed %s\n", output.Name, d.Place, d.Figure, *d.Stands, *d.Computed)
			}
		}
	}

	// 4. From the figure to its rows, in what was written.
	if err := os.WriteFile(figures, text, 0o600); err != nil {
		log.Fatal(err)
	}
	trace, err := batch.Trace(ctx, folder, "participants/total", data, options)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(trace.Figure.Text(evaluate.EN), "by", trace.Persons(), "persons")
	fmt.Println(trace.Rows[0].At)
	// Output:
	// uczestnicy-synthetic.parquet: 190 rows read
	// motywacja-synthetic.parquet: 15 rows read
	// match
	// differs
	// figures.csv, line 2, column value: participants/total stands 16, computed 15
	// 15 by 15 persons
	// uczestnicy-synthetic.parquet:1
}
