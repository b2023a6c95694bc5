package sqltext

import (
	"bytes"
	"io"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/internal/randomtable"
)

// What is exported, read back by the profile canonical and counted is what is counted at once, in every
// cell, from CSV and from Parquet.
func TestTheExportCountsAsItsSource(t *testing.T) {
	profile, err := profiles.Load("canonical")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64().Draw(rt, "seed")
		set := drawSet(rt, seed)
		if set.Parameters.Age == indicators.YearDifference {
			rt.Skip("the age by year is for SQL alone: no profile reads it")
		}
		r := randomtable.Seeded(seed + 1)
		columns := randomtable.Columns(r, set.Schema())
		columns[set.Schema().Index("person")], columns[set.Schema().Index("sex")] = true, true // a table wants something to know it by
		b := randomtable.AsRead(r, set.Schema(), columns, rapid.IntRange(1, 120).Draw(rt, "rows"))
		layout, err := canonical.NewLayout(b)
		if err != nil {
			rt.Fatal(err)
		}
		want := gathered(rt, set, one(b), nil)
		if c, _ := want.Cell(indicators.GrandTotal, indicators.Total); c.Den == 0 {
			rt.Skip("no participant: an export without rows is refused when read")
		}
		for _, name := range []string{"csv", "parquet"} {
			begin := writers()[name]
			var file bytes.Buffer
			w, err := begin(&file, layout, pseudonyms(rt))
			if err != nil {
				rt.Fatal(err)
			}
			gathered(rt, set, one(b), w)
			if err := w.Close(); err != nil {
				rt.Fatal(err)
			}
			source, err := files.OpenStream(&file, "export."+name, profile)
			if err != nil {
				rt.Fatal(err)
			}
			got := gathered(rt, set, source.Batches(), nil)
			if err := source.Close(); err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(indicators.Table{}, "Set"), cmpopts.IgnoreUnexported(indicators.Table{}, indicators.Threshold{}, indicators.Criterion{})); diff != "" {
				rt.Fatalf("%s (-at once +read back):\n%s", name, diff)
			}
		}
	})
}

func one(b *datasets.Batch) iter.Seq2[*datasets.Batch, error] {
	return func(yield func(*datasets.Batch, error) bool) { yield(b, nil) }
}

// tableWriter writes the canonical table.
type tableWriter interface {
	Write(*datasets.Batch) error
	Close() error
}

func writers() map[string]func(io.Writer, *canonical.Layout, *canonical.Pseudonyms) (tableWriter, error) {
	return map[string]func(io.Writer, *canonical.Layout, *canonical.Pseudonyms) (tableWriter, error){
		"csv": func(w io.Writer, l *canonical.Layout, who *canonical.Pseudonyms) (tableWriter, error) {
			return canonical.NewCSV(w, l, who)
		},
		"parquet": func(w io.Writer, l *canonical.Layout, who *canonical.Pseudonyms) (tableWriter, error) {
			return canonical.NewParquet(w, l, who)
		},
	}
}

func pseudonyms(t *rapid.T) *canonical.Pseudonyms {
	who, err := canonical.NewPseudonyms([]byte("only for tests, thirty-two bytes"))
	if err != nil {
		t.Fatal(err)
	}
	return who
}

// gathered brings the rows of a person together, counts them and writes them where w is not nil.
func gathered(t *rapid.T, set *indicators.Set, rows iter.Seq2[*datasets.Batch, error], w tableWriter) *indicators.Table {
	c, err := indicators.NewCounter(set, indicators.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var count datasets.Accounting
	for b, err := range datasets.Participations(rows, &count) {
		if err == nil {
			err = c.Add(b)
		}
		if err == nil && w != nil {
			err = w.Write(b)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return c.Table()
}
