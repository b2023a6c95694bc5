package indicators

import (
	"testing"

	"github.com/efseval/efseval/datasets"
)

// benchmarkBatch is a full batch of made-up records; the columns named are left out.
func benchmarkBatch(b *testing.B, s *Set, without ...string) *datasets.Batch {
	b.Helper()
	batch := datasets.NewBatch(s.schema, "bench.csv", "")
	for i := range s.schema.Fields {
		batch.Provide(i, i+1)
	}
	for _, name := range without {
		batch.ColumnOf(name).Present = false
	}
	seed := uint64(1)
	for row := range datasets.MaxRows {
		batch.AddRow(row + 2)
		for i := range s.schema.Fields {
			if batch.Column(i).Present {
				setRandom(batch.Column(i), &s.schema.Fields[i], row, &seed)
			}
		}
	}
	return batch
}

func benchmarkAdd(b *testing.B, without ...string) {
	s := mustLoad(b, "esf-plus-2021-2027")
	batch := benchmarkBatch(b, s, without...)
	c, err := NewCounter(s, Options{})
	if err != nil {
		b.Fatal(err)
	}
	if err := c.Add(batch); err != nil { // buffers are made with the first batch
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := c.Add(batch); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/datasets.MaxRows, "ns/row")
}

// The whole ESF+ set over 65 536 rows.
func BenchmarkAddAgeInColumn(b *testing.B) { benchmarkAdd(b) }

// The same where age is worked out from dates.
func BenchmarkAddAgeFromDates(b *testing.B) { benchmarkAdd(b, "age") }
