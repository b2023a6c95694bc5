package report

import (
	"bytes"
	"io"
	"sync"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// A batch writes several projects at once. Under the race detector this finds whatever two
// writers share and one of them changes; without it, that the bytes are the same.
func TestProjectsAreWrittenSideBySide(t *testing.T) {
	writers := map[string]func(io.Writer, *Report) error{
		"figures.csv": WriteFiguresCSV, "problems.csv": WriteProblemsCSV, "figures.parquet": WriteFiguresParquet,
		"results.json": WriteJSON, "tables.xlsx": WriteXLSX,
		"report.md":   func(w io.Writer, r *Report) error { return WriteMarkdown(w, r, evaluate.PL) },
		"report.html": func(w io.Writer, r *Report) error { return WriteHTML(w, r, evaluate.PL) },
	}
	for name, write := range writers {
		t.Run(name, func(t *testing.T) {
			alone := written(t, write, sample(t))
			var together [2]bytes.Buffer
			var wait sync.WaitGroup
			for i := range together {
				r := sample(t)
				wait.Go(func() {
					if err := write(&together[i], r); err != nil {
						t.Error(err)
					}
				})
			}
			wait.Wait()
			for i := range together {
				if !bytes.Equal(together[i].Bytes(), alone) {
					t.Errorf("writer %d gives other bytes than alone", i)
				}
			}
		})
	}
}
