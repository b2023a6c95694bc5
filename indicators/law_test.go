package indicators

import (
	"reflect"
	"slices"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// variants are the embedded sets, the same by the other conventions, and one of every form.
func variants(t testing.TB) []*Set {
	t.Helper()
	own, err := ParseSet([]byte(everyForm))
	if err != nil {
		t.Fatal(err)
	}
	out := []*Set{own}
	for _, name := range SetNames() {
		s := mustLoad(t, name)
		p := s.Parameters
		p.Age, p.LongTerm.Strict, p.Genders = YearDifference, false, []string{"woman", "man", "non_binary"}
		other, err := s.WithParameters(p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s, other)
	}
	return out
}

// sameTables compares everything but the set, which holds what cmp cannot see.
func sameTables(a, b *Table) string {
	if reflect.DeepEqual(a, b) { // many times quicker than a diff, and nearly always enough
		return ""
	}
	return cmp.Diff(a, b, cmpopts.IgnoreFields(Table{}, "Set"), cmpopts.IgnoreUnexported(Table{}, Threshold{}, Criterion{}))
}

// Every cell equals what the slow interpreter counts row by row, and lists the same rows.
func TestCounterAgreesWithTheRowByRowInterpreter(t *testing.T) {
	sets := variants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.SampledFrom(sets).Draw(rt, "set")
		b := drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		if b.Rows() == 0 {
			rt.Skip("no rows")
		}
		table := tableOf(t, s, b)
		rows, err := s.Evaluate(b)
		if err != nil {
			rt.Fatal(err)
		}
		for i := range s.Definitions {
			for _, g := range table.Groups {
				compareCell(rt, naive{s, b}, &s.Definitions[i], g, cell(t, table, s.Definitions[i].Code, g), rows)
			}
		}
		compareThresholds(rt, naive{s, b}, table)
	})
}

// compareThresholds counts each threshold as an indicator of its subgroup alone.
func compareThresholds(t *rapid.T, n naive, table *Table) {
	if len(table.Thresholds) != len(n.set.Thresholds) {
		t.Fatalf("%s: %d rows of %d thresholds", n.set.Name, len(table.Thresholds), len(n.set.Thresholds))
	}
	for i, a := range table.Thresholds {
		d := *n.set.Definition(n.set.Thresholds[i].Code)
		d.Eligible = Criterion{All: []Criterion{d.Eligible, n.set.Thresholds[i].Of}}
		for j, g := range table.Groups {
			num, den, ok := n.cell(&d, g)
			if got := a.Row.Cells[j]; got.Num != num || got.Den != den || got.Available != ok {
				t.Fatalf("%s: threshold of %s, %s %s: counted %s, row by row %d/%d available %v", n.set.Name, d.Code, a.Threshold.Name.EN, g, got.text(), num, den, ok)
			}
		}
	}
}

func compareCell(t *rapid.T, n naive, d *Definition, g Group, got Cell, evaluated *Evaluated) {
	num, den, ok := n.cell(d, g)
	if got.Num != num || got.Den != den || got.Available != ok {
		t.Fatalf("%s %s %s: counted %s, row by row %d/%d available %v", n.set.Name, d.Code, g, got.text(), num, den, ok)
	}
	if (got.Why == datasets.Label{}) != ok {
		t.Fatalf("%s %s: available %v, but the reason is %q", d.Code, g, ok, got.Why.EN)
	}
	rows, err := evaluated.Rows(d.Code, g)
	if err != nil {
		t.Fatal(err)
	}
	eligible, err := evaluated.EligibleRows(d.Code, g)
	if err != nil {
		t.Fatal(err)
	}
	behind, among := slices.Collect(rows), slices.Collect(eligible)
	if int64(len(behind)) != num || int64(len(among)) != den {
		t.Fatalf("%s %s: %d and %d rows behind a cell of %d/%d", d.Code, g, len(behind), len(among), num, den)
	}
	for _, row := range behind {
		if !slices.Contains(among, row) || !n.true(&d.Achieved, row) {
			t.Fatalf("%s %s: row %d is behind the cell and did not achieve it", d.Code, g, row)
		}
	}
}

// However the rows are shared out, ordered, and counted apart, the table is the same.
func TestSharesAndOrderDoNotMatter(t *testing.T) {
	sets := variants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.SampledFrom(sets).Draw(rt, "set")
		// Two files may have different columns.
		a := drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		b := drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		want := tableOf(t, s, a, b)

		parts := append(shares(rt, a), shares(rt, b)...)
		parts = rapid.Permutation(parts).Draw(rt, "order")
		if diff := sameTables(want, tableOf(t, s, parts...)); diff != "" {
			rt.Fatalf("in shares and another order (-want +got):\n%s", diff)
		}
		if diff := sameTables(want, merged(t, rt, s, parts)); diff != "" {
			rt.Fatalf("by merged counters (-want +got):\n%s", diff)
		}
	})
}

// shares parts a batch into up to four, rows shuffled.
func shares(t *rapid.T, b *datasets.Batch) []*datasets.Batch {
	rows := make([]int, b.Rows())
	for i := range rows {
		rows[i] = i
	}
	rows = rapid.Permutation(rows).Draw(t, "rows")
	var out []*datasets.Batch
	for range 3 {
		cut := rapid.IntRange(0, len(rows)).Draw(t, "cut")
		out, rows = append(out, part(b, rows[:cut])), rows[cut:]
	}
	return append(out, part(b, rows))
}

func merged(t *testing.T, rt *rapid.T, s *Set, parts []*datasets.Batch) *Table {
	counters := make([]*Counter, 3)
	for i := range counters {
		counters[i], _ = NewCounter(s, Options{})
	}
	for _, p := range parts {
		if err := rapid.SampledFrom(counters).Draw(rt, "counter").Add(p); err != nil {
			t.Fatal(err)
		}
	}
	for _, o := range counters[1:] {
		if err := counters[0].Merge(o); err != nil {
			t.Fatal(err)
		}
	}
	return counters[0].Table()
}

// The invariants of both ESF periods hold for every export; the flow table's need a flow for
// everybody and are left out.
func TestInvariantsHoldForAnyExport(t *testing.T) {
	sets := variants(t)
	rapid.Check(t, func(rt *rapid.T) {
		for _, s := range sets {
			b := drawBatch(rt, s.schema, drawColumns(rt, s.schema))
			table := tableOf(t, s, b)
			if found := table.Check(); len(found) > 0 && s.Period != "2007-2013" {
				rt.Fatalf("%s: %s", s.Name, found[0].Error())
			}
			checkSubsets(rt, b, s)
		}
	})
}

// checkSubsets holds each subset law row by row, which is more than the numbers say.
func checkSubsets(t *rapid.T, b *datasets.Batch, s *Set) {
	evaluated, err := s.Evaluate(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, pair := range [...][2]string{{"CO02", "CO01"}, {"CO04", "CO03"}, {"CO08", "CO07"}, {"CO13", "CO12"}, {"CR01", "CO03"}, {"CR08", "CR06"}, {"CR09", "CR06"}, {"EECO03", "EECO02"},
		{"EECO02", "EECO02+04"}, {"EECO07", "EECO06+07"}, {"AT-RISK-WORKING", "AT-RISK"}, {"EMPLOYMENT-EFFICIENCY", "FINISHED-OCCUPATIONAL"}, {"SOCIAL-EFFICIENCY", "FINISHED-SOCIAL"}, {"SOCIAL-EFFICIENCY", "SOCIAL-EMPLOYMENT-EFFICIENCY"}} {
		// Where the larger has no answer (CO12 without its column) it has no rows to compare.
		if s.Definition(pair[0]) == nil || s.Definition(pair[1]) == nil || !(naive{s, b}).answers(&Criterion{Indicator: pair[1]}) {
			continue
		}
		small, _ := evaluated.Rows(pair[0], Total)
		large, _ := evaluated.Rows(pair[1], Total)
		within := slices.Collect(large)
		for row := range small {
			if !slices.Contains(within, row) {
				t.Fatalf("row %d is in %s and not in %s", row, pair[0], pair[1])
			}
		}
	}
}

// A counter that met another schema or fewer columns before counts as a new one does.
func TestCounterForgetsThePreviousBatch(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	p := canonicalProfile(t)
	longer := batchOf(t, p, "sex,age,education,labour_status,disability\n"+repeat("woman,20,isced3,unemployed,yes\n", 130))
	shorter := batchOf(t, canonicalProfile(t), "sex,age,education,labour_status,disability\n"+repeat("man,30,isced3,employed,no\n", 65))
	table := tableOf(t, s, longer, shorter)
	for code, want := range map[string]string{"CO16": "130/195", "CO06": "130/195", "CO05": "65/195"} {
		if got := cell(t, table, code, Total).text(); got != want {
			t.Errorf("%s = %s, want %s", code, got, want)
		}
	}
}

func repeat(line string, n int) string {
	text := ""
	for range n {
		text += line
	}
	return text
}
