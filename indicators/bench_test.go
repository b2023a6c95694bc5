package indicators

import (
	"fmt"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// benchmarkBatch is a full batch of made-up records; the columns named are left out. There are
// 2 500 municipalities, about as many as Poland has, and nobody's neighbours share one.
func benchmarkBatch(t testing.TB, s *Set, without ...string) *datasets.Batch {
	t.Helper()
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
			switch f := &s.schema.Fields[i]; {
			case f.Name == "municipality":
				batch.Column(i).SetText(row, fmt.Appendf(nil, "Gmina %04d", next(&seed)%2500))
			case batch.Column(i).Present:
				setRandom(batch.Column(i), f, row, &seed)
			}
		}
	}
	return batch
}

// warmCounter has seen the batch once: buffers are made, values and parts are known.
func warmCounter(t testing.TB, s *Set, by string, batch *datasets.Batch) *Counter {
	t.Helper()
	dimensions, err := s.Dimensions(by)
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewCounter(s, Options{By: dimensions})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Add(batch); err != nil {
		t.Fatal(err)
	}
	return c
}

func perRow(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/datasets.MaxRows, "ns/row")
}

// The layer of a batch: the whole ESF+ set over 65 536 rows, without a split and with some.
func BenchmarkAdd(b *testing.B) {
	s := mustLoad(b, "esf-plus-2021-2027")
	batch := benchmarkBatch(b, s)
	for _, by := range []string{"", "age_band", "stage", "education,age_band", "support", "municipality", "municipality,disability"} {
		b.Run("by="+by, func(b *testing.B) {
			c := warmCounter(b, s, by, batch)
			b.ReportAllocs()
			for b.Loop() {
				if err := c.Add(batch); err != nil {
					b.Fatal(err)
				}
			}
			perRow(b)
		})
	}
}

// The same where age is worked out from dates.
func BenchmarkAddAgeFromDates(b *testing.B) {
	s := mustLoad(b, "esf-plus-2021-2027")
	batch := benchmarkBatch(b, s, "age")
	c := warmCounter(b, s, "", batch)
	b.ReportAllocs()
	for b.Loop() {
		if err := c.Add(batch); err != nil {
			b.Fatal(err)
		}
	}
	perRow(b)
}

// The layer of a criterion: each test of a column, and their joins, over 65 536 rows. Tests that are
// worked out together are measured so: all of the codes, sets and ages that the ESF+ set asks for.
func BenchmarkCriterion(b *testing.B) {
	s := mustLoad(b, "esf-plus-2021-2027")
	batch := benchmarkBatch(b, s)
	e := engine{set: s}
	if err := e.evaluate(batch); err != nil {
		b.Fatal(err)
	}
	names := map[op]string{opWithin: "within", opLong: "long_term", opKnown: "known", opAll: "all", opAny: "any", opNot: "not"}
	for i := range e.plan.nodes {
		n := &e.plan.nodes[i]
		if names[n.op] == "" {
			continue
		}
		b.Run(names[n.op], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				e.node(batch, n, e.bits[i], true)
			}
			perRow(b)
		})
		delete(names, n.op) // the first of each kind
	}
	benchmarkTogether(b, &e, batch)
}

func benchmarkTogether(b *testing.B, e *engine, batch *datasets.Batch) {
	t := &e.plan.together
	for _, c := range []struct {
		name string
		of   together
	}{{"every in", together{codes: t.codes}}, {"every has", together{sets: t.sets}}, {"every age", together{ages: t.ages}}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.of.pass(batch, e)
			}
			perRow(b)
		})
	}
}

// The layer of a table: what has been counted becomes rows and cells. 2 501 parts are 2 501 tables.
func BenchmarkTable(b *testing.B) {
	s := mustLoad(b, "esf-plus-2021-2027")
	for name, batch := range map[string]*datasets.Batch{"whole": benchmarkBatch(b, s), "lacking": benchmarkBatch(b, s, "exit_date", "disability")} {
		for _, by := range []string{"", "age_band", "municipality"} {
			b.Run(name+"/by="+by, func(b *testing.B) {
				c := warmCounter(b, s, by, batch)
				b.ReportAllocs()
				for b.Loop() {
					c.Table()
				}
			})
		}
	}
}

// Counters come together, as those of two cores do.
func BenchmarkMerge(b *testing.B) {
	s := mustLoad(b, "esf-plus-2021-2027")
	batch := benchmarkBatch(b, s)
	for _, by := range []string{"", "municipality"} {
		b.Run("by="+by, func(b *testing.B) {
			c, o := warmCounter(b, s, by, batch), warmCounter(b, s, by, batch)
			b.ReportAllocs()
			for b.Loop() {
				if err := c.Merge(o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Adding a batch allocates nothing once its buffers are made and its values have been met.
func TestAddDoesNotAllocate(t *testing.T) {
	s := mustLoad(t, "esf-plus-2021-2027")
	batch := benchmarkBatch(t, s)
	for _, by := range []string{"", "age_band", "age", "stage", "project,education", "support,exit_situation", "municipality", "municipality,age_band:40"} {
		c := warmCounter(t, s, by, batch)
		if n := testing.AllocsPerRun(3, func() {
			if err := c.Add(batch); err != nil {
				t.Fatal(err)
			}
		}); n != 0 {
			t.Errorf("by %q: %v allocations for a batch of %d rows", by, n, batch.Rows())
		}
	}
}
