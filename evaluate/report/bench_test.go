package report

import (
	"io"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// The report of these benchmarks has 263 figures, as a real one does. Wanted on two cores: HTML
// below 5 ms, XLSX below 15 ms, Parquet below 5 ms, the others below 2 ms.

func BenchmarkWriters(b *testing.B) {
	r := large(b)
	for _, w := range writers() {
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := w.write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("frame", func(b *testing.B) {
		for b.Loop() {
			Frame(r)
		}
	})
	b.Run("index", func(b *testing.B) {
		entries := sampleEntries(b)
		for b.Loop() {
			if err := WriteIndex(io.Discard, evaluate.PL, Index{Entries: EntriesOf(entries...)}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
