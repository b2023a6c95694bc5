package warehouse

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/internal/randomtable"
)

// embedded is the table that the engine of package indicators makes of the batches.
func embedded(t testing.TB, set *indicators.Set, batches ...*datasets.Batch) *indicators.Table {
	t.Helper()
	return embeddedBy(t, set, indicators.Options{}, batches...)
}

func embeddedBy(t testing.TB, set *indicators.Set, o indicators.Options, batches ...*datasets.Batch) *indicators.Table {
	t.Helper()
	c, err := indicators.NewCounter(set, o)
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

// differ compares everything that a table says but on how many dates results rest, which no server
// is asked.
func differ(want, got *indicators.Table) string {
	return cmp.Diff(want, got, cmpopts.IgnoreFields(indicators.Table{}, "Set"), cmpopts.IgnoreFields(indicators.Attained{}, "Threshold"),
		cmpopts.IgnoreFields(indicators.Row{}, "Basis"), cmpopts.IgnoreUnexported(indicators.Table{}))
}

// setOf is an embedded rule set, or one of other parameters and with made-up indicators.
func setOf(t testing.TB, seed uint64) *indicators.Set {
	t.Helper()
	names := indicators.SetNames()
	set, err := indicators.LoadSet(names[seed%uint64(len(names))])
	if err != nil {
		t.Fatal(err)
	}
	if seed/uint64(len(names))%2 == 0 {
		return set
	}
	if set, err = randomtable.Set(randomtable.Seeded(seed), set, 10); err != nil {
		t.Fatal(err)
	}
	return set
}

// crossing is none, one or two dimensions.
func crossing(t testing.TB, set *indicators.Set, seed uint64) []indicators.Dimension {
	t.Helper()
	some := []string{"", "age_band", "", "education,support", "", "stage,municipality", "", "exit_situation", "", "age_band:18,25,55,status", "", "project,disability"}
	by, err := set.Dimensions(some[seed%uint64(len(some))])
	if err != nil {
		t.Fatal(err)
	}
	return by
}

// agree holds the count of a server to that of the engine, on random tables that may lack columns.
func agree(t *testing.T, w *Warehouse, tables uint64) {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	for seed := range tables {
		r := randomtable.Seeded(seed)
		b := randomtable.Batch(r, schema, randomtable.Columns(r, schema), 300)
		columns, rows := canonicalRows(t, b)
		create(t, w, "random", columns)
		load(t, w, "random", columns, rows)
		for _, s := range []uint64{seed, seed + tables, seed + 2*tables} {
			set := setOf(t, s)
			o := indicators.Options{By: crossing(t, set, s)}
			got, err := w.Count(context.Background(), set, o, "random")
			if err != nil {
				t.Fatalf("table %d, set %d, %s: %v", seed, s, set.Name, err)
			}
			if diff := differ(embeddedBy(t, set, o, b), got); diff != "" {
				t.Fatalf("table %d, set %d, %s (-engine +server):\n%s", seed, s, set.Name, diff)
			}
		}
	}
	run(t, w, "DROP TABLE random")
}

func TestPostgreSQLCountsAsTheEngine(t *testing.T) {
	agree(t, open(t, serverURL(t, "EFSEVAL_POSTGRES")), 40)
}

func TestClickHouseCountsAsTheEngine(t *testing.T) {
	agree(t, open(t, serverURL(t, "EFSEVAL_CLICKHOUSE")), 40)
}
