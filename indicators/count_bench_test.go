package indicators

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"runtime"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/csvfile"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
)

// BenchmarkCount reads and counts 300 000 made-up participants, or the SM EFS export that EFSEVAL_BENCH
// names: as rows, by one goroutine and by one a core, and each person once per project.
func BenchmarkCount(b *testing.B) {
	s := mustLoad(b, "esf-plus-2021-2027")
	open := benchmarkExport(b)
	for _, c := range []struct {
		name     string
		workers  int
		distinct bool
	}{{"one", 1, false}, {"all", 0, false}, {"distinct", 0, true}} {
		b.Run(c.name, func(b *testing.B) {
			rows := 0
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				source := open(b)
				stream := source.Batches()
				if c.distinct {
					stream = datasets.Participations(stream, new(datasets.Accounting))
				}
				if _, err := Count(context.Background(), s, Options{}, stream, c.workers); err != nil {
					b.Fatal(err)
				}
				rows += source.Conclusions().Rows
				if err := source.Close(); err != nil {
					b.Fatal(err)
				}
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(rows), "ns/row")
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(rows), "allocs/row")
		})
	}
}

func benchmarkExport(b *testing.B) func(b *testing.B) datasets.Source {
	var open func() (datasets.Source, error)
	if path := os.Getenv("EFSEVAL_BENCH"); path != "" {
		p, err := profiles.Load("sm-efs")
		if err != nil {
			b.Fatal(err)
		}
		open = func() (datasets.Source, error) { return files.Open(path, p) }
	} else {
		p, text := canonicalProfile(b), madeUpExport(300_000)
		open = func() (datasets.Source, error) { return csvfile.New(bytes.NewReader(text), "made-up.csv", p) }
	}
	return func(b *testing.B) datasets.Source {
		source, err := open()
		if err != nil {
			b.Fatal(err)
		}
		return source
	}
}

// madeUpExport is an export in which nobody exists: in 1000 projects, some persons ten times.
func madeUpExport(rows int) []byte {
	var text bytes.Buffer
	text.WriteString("project,person,sex,age,education,labour_status,entry_date,exit_date,completed,disability,minority\n")
	var seed uint64
	pick := func(words ...string) string { return words[next(&seed)%uint64(len(words))] }
	for i := range rows {
		who := i - i%10*(i/10%10/9) // every tenth ten are one person
		seed = uint64(who) + 1      // with the same answers
		fmt.Fprintf(&text, "P%d,SYN-%09d,%s,%d,%s,%s,2024-01-%02d,2024-09-%02d,%s,%s,%s\n", who%1000, who, pick("woman", "man"), 16+next(&seed)%60,
			pick("isced0", "isced2", "isced3", "isced5_8"), pick("unemployed", "inactive", "employed"), 1+next(&seed)%28, 1+next(&seed)%28,
			pick("yes", "no"), pick("yes", "no", "refused"), pick("yes", "no"))
	}
	return text.Bytes()
}
