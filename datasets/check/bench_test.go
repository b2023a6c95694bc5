package check

import (
	"testing"

	"github.com/efseval/efseval/datasets"
)

// BenchmarkAdd is one row through every rule and into the comparisons, in a full batch of a
// made-up export whose numbers PESEL are of 2242.
func BenchmarkAdd(b *testing.B) {
	day, err := datasets.DaysOf(2242, 8, 19)
	if err != nil {
		b.Fatal(err)
	}
	var rows []row
	for i := range datasets.MaxRows {
		rows = append(rows, row{i + 2, clean().with("person", written(day, i, true))})
	}
	batch := batchOf(b, testSchema(b), "osoby-made-up.csv", nil, rows...)
	persons, err := NewPersons()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		o := periodOf2267()
		o.Persons = persons
		c, err := New(o)
		if err != nil {
			b.Fatal(err)
		}
		if found := c.Add(batch); len(found) > 0 {
			b.Fatal(found[0])
		}
		c.Finish()
		persons.stays, persons.checkers = persons.stays[:0], nil
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/datasets.MaxRows, "ns/row")
}
