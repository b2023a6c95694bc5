package indicators

import (
	"encoding/csv"
	"fmt"
	"iter"
	"os"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// canonicalProfile reads exports whose headers are the field names of the schema and whose
// values are the terms of the vocabularies. All persons in these tests are made up.
func canonicalProfile(t testing.TB) *datasets.Profile {
	t.Helper()
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	text.WriteString("{name: canonical, version: 1, schema: participants, rows: person, split: \"|\", columns: [")
	for _, f := range schema.Names() {
		fmt.Fprintf(&text, "{field: %s, header: [%s]}, ", f, f)
	}
	text.WriteString("]}")
	return parseProfile(t, text.String())
}

func parseProfile(t testing.TB, text string) *datasets.Profile {
	t.Helper()
	p, err := datasets.ParseProfile([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// batchOf types a small CSV text by a profile. A cell that cannot be read fails the test.
func batchOf(t testing.TB, p *datasets.Profile, text string) *datasets.Batch {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	binding, err := p.Bind(rows[0], datasets.Position{File: "made-up.csv", Row: 1})
	if err != nil {
		t.Fatal(err)
	}
	b := binding.NewBatch()
	for i, row := range rows[1:] {
		cells := make([][]byte, len(row))
		for j, cell := range row {
			cells[j] = []byte(cell)
		}
		binding.Append(b, i+2, cells)
	}
	for _, problem := range append(binding.Problems, b.Problems...) {
		t.Errorf("%s: %s", problem.Position, problem.Message.EN)
	}
	return b
}

func one(b *datasets.Batch) iter.Seq2[*datasets.Batch, error] {
	return func(yield func(*datasets.Batch, error) bool) { yield(b, nil) }
}

// participations brings the rows of each person together.
func participations(t testing.TB, b *datasets.Batch) []*datasets.Batch {
	t.Helper()
	batches, err := datasets.Collect(datasets.Participations(one(b), &datasets.Accounting{}))
	if err != nil {
		t.Fatal(err)
	}
	return batches
}

func mustLoad(t testing.TB, name string) *Set {
	t.Helper()
	s, err := LoadSet(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tableOf counts batches in order.
func tableOf(t testing.TB, s *Set, batches ...*datasets.Batch) *Table {
	t.Helper()
	c, err := NewCounter(s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range batches {
		if err := c.Add(b); err != nil {
			t.Fatal(err)
		}
	}
	return c.Table()
}

// cell is a cell that must exist.
func cell(t testing.TB, table *Table, code string, g Group) Cell {
	t.Helper()
	c, ok := table.Cell(code, g)
	if !ok {
		t.Fatalf("the table has no cell %s %s", code, g)
	}
	return c
}

// text prints a cell as the case files write it.
func (c Cell) text() string {
	if !c.Available {
		return "n/a"
	}
	return fmt.Sprintf("%d/%d", c.Num, c.Den)
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
