// Package randomtable makes up participations and rule sets that hit every branch of a definition, for
// the tests that hold one way of counting to another: the SQL of each dialect, the warehouses, the
// engine. All is drawn from a seeded generator: the same seed, the same table, wherever it is
// counted. Nobody in it exists.
package randomtable

import (
	"math/rand/v2"

	"github.com/efseval/efseval/datasets"
)

// Seeded is the generator of a seed.
func Seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0x5eed)) }

// Columns draws which columns an export has: all, about nine in ten, or about half.
func Columns(r *rand.Rand, s *datasets.Schema) []bool {
	most := []int{100, 90, 90, 50}[r.IntN(4)]
	has := make([]bool, len(s.Fields))
	for i := range has {
		has[i] = r.IntN(100) < most
	}
	return has
}

// Batch draws records with these columns: any value of any field, a sixth of them missing, and dates
// and ages where the edges of the rules are.
func Batch(r *rand.Rand, s *datasets.Schema, columns []bool, rows int) *datasets.Batch {
	return batch(r, s, columns, rows, false)
}

// AsRead is Batch with only what a reader gives: ages within the bounds of the schema, and no set that
// is known to be empty.
func AsRead(r *rand.Rand, s *datasets.Schema, columns []bool, rows int) *datasets.Batch {
	return batch(r, s, columns, rows, true)
}

func batch(r *rand.Rand, s *datasets.Schema, columns []bool, rows int, asRead bool) *datasets.Batch {
	b := datasets.NewBatch(s, "random.csv", "")
	for i, has := range columns {
		if has {
			b.Provide(i, i+1)
		}
	}
	for row := range rows {
		b.AddRow(row + 2)
		p := newPerson(r, asRead)
		for i := range s.Fields {
			if columns[i] && r.IntN(6) > 0 {
				p.set(b.Column(i), &s.Fields[i], row)
			}
		}
	}
	return b
}
