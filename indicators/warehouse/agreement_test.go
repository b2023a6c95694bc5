package warehouse

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// embedded is the table that the engine of package indicators makes of the batches.
func embedded(t testing.TB, set *indicators.Set, batches ...*datasets.Batch) *indicators.Table {
	t.Helper()
	c, err := indicators.NewCounter(set, indicators.Options{})
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

// differ compares everything that a table says.
func differ(want, got *indicators.Table) string {
	return cmp.Diff(want, got, cmpopts.IgnoreFields(indicators.Table{}, "Set"), cmpopts.IgnoreUnexported(indicators.Table{}))
}

// variants are the embedded rule sets, and the same by the other conventions.
func variants(t testing.TB) []*indicators.Set {
	t.Helper()
	var out []*indicators.Set
	for _, name := range indicators.SetNames() {
		s, err := indicators.LoadSet(name)
		if err != nil {
			t.Fatal(err)
		}
		p := s.Parameters
		p.Age, p.LongTerm.Strict, p.Genders = indicators.YearDifference, !p.LongTerm.Strict, []string{"woman", "man", "non_binary"}
		other, err := s.WithParameters(p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s, other)
	}
	return out
}

// agree holds the count of a server to that of the engine, on random tables of which every second
// lacks columns.
func agree(t *testing.T, w *Warehouse, tables int) {
	sets := variants(t)
	for seed := range uint64(tables) {
		b := randomBatch(sets[0].Schema(), seed, 400, []int{0, 9}[seed%2])
		columns := canonicalColumns(b)
		table := fmt.Sprintf("random_%d", seed)
		create(t, w, table, columns)
		load(t, w, table, columns, canonicalText(b, columns))
		for _, set := range sets {
			got, err := w.Count(context.Background(), set, indicators.Options{}, table)
			if err != nil {
				t.Fatalf("seed %d, %s: %v", seed, set.Name, err)
			}
			if diff := differ(embedded(t, set, b), got); diff != "" {
				t.Errorf("seed %d, %s (-engine +server):\n%s", seed, set.Name, diff)
			}
		}
		run(t, w, "DROP TABLE "+table)
	}
}

func TestPostgreSQLCountsAsTheEngine(t *testing.T) {
	agree(t, open(t, serverURL(t, "EFSEVAL_POSTGRES")), 20)
}

func TestClickHouseCountsAsTheEngine(t *testing.T) {
	agree(t, open(t, serverURL(t, "EFSEVAL_CLICKHOUSE")), 20)
}
