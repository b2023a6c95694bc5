package check

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
)

func testOptions() Options {
	return Options{From: "2021-01-01", To: "2022-12-31", MarginDays: 3, Project: "SYN-1",
		CompleteRecord: []string{"sex", "labour_status", "age", "education"}}
}

// checked runs the rows through a checker in batches of a size. A row is a person.
func checked(t testing.TB, schema *datasets.Schema, rows []row, size int) []datasets.Problem {
	return checkedAs(t, schema, rows, size, datasets.PerPerson)
}

func checkedAs(t testing.TB, schema *datasets.Schema, rows []row, size int, meaning datasets.RowMeaning) []datasets.Problem {
	t.Helper()
	c, err := New(testOptions())
	if err != nil {
		t.Fatal(err)
	}
	var all []datasets.Problem
	for part := range slices.Chunk(rows, size) {
		b := batchOf(t, schema, "osoby-made-up.csv", nil, part...)
		b.Meaning = meaning
		all = append(all, c.Add(b)...)
	}
	return append(all, c.Finish()...)
}

func drawnRows(t *rapid.T, schema *datasets.Schema) []row {
	var rows []row
	for i := range rapid.IntRange(1, 12).Draw(t, "rows") {
		if i > 0 && rapid.IntRange(0, 3).Draw(t, "again") == 0 {
			rows = append(rows, row{i + 2, rows[rapid.IntRange(0, i-1).Draw(t, "which")].person})
			continue
		}
		rows = append(rows, row{i + 2, drawn(t, schema)})
	}
	return rows
}

// Completeness: with every row gone that a check names, the next check of the same data finds
// nothing: no error, no warning, no note, of one row or between rows.
func TestDeletingEveryReportedRowLeavesNothingToReport(t *testing.T) {
	schema := testSchema(t)
	rapid.Check(t, func(rt *rapid.T) {
		rows, size := drawnRows(rt, schema), rapid.IntRange(1, 12).Draw(rt, "size")
		meaning := rapid.SampledFrom([]datasets.RowMeaning{datasets.PerPerson, datasets.PerSupport}).Draw(rt, "a row is")
		reported := map[int]bool{}
		for _, p := range checkedAs(t, schema, rows, size, meaning) {
			reported[p.Position.Row] = true
		}
		rows = slices.DeleteFunc(rows, func(r row) bool { return reported[r.line] })
		for _, p := range checkedAs(t, schema, rows, size, meaning) {
			rt.Fatalf("still found: %v", p)
		}
	})
}

// The property says something of every rule that a row can meet: such draws meet each of them.
func TestDrawnRowsMeetEveryRule(t *testing.T) {
	schema, rules := testSchema(t), map[string]bool{}
	all, err := Rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		rules[r.Code] = r.Test != testColumn && r.Test != testLimit
	}
	draws := rapid.Custom(func(rt *rapid.T) []row { return drawnRows(rt, schema) })
	for seed := range 1000 {
		for _, meaning := range []datasets.RowMeaning{datasets.PerPerson, datasets.PerSupport} {
			for _, p := range checkedAs(t, schema, draws.Example(seed), 5, meaning) {
				delete(rules, p.Rule)
			}
		}
	}
	for code, unmet := range rules {
		if unmet {
			t.Errorf("no draw meets %s", code)
		}
	}
}

// The order of the rows and the size of the batches change neither what is found nor its order
// once sorted by place.
func TestOrderOfRowsChangesNothing(t *testing.T) {
	schema := testSchema(t)
	rapid.Check(t, func(rt *rapid.T) {
		rows := drawnRows(rt, schema)
		meaning := rapid.SampledFrom([]datasets.RowMeaning{datasets.PerPerson, datasets.PerSupport}).Draw(rt, "a row is")
		want := sorted(checkedAs(t, schema, rows, len(rows), meaning))
		got := sorted(checkedAs(t, schema, rapid.Permutation(rows).Draw(rt, "order"), rapid.IntRange(1, 12).Draw(rt, "size"), meaning))
		if diff := gocmp.Diff(want, got); diff != "" {
			rt.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

func sorted(problems []datasets.Problem) []datasets.Problem {
	slices.SortFunc(problems, func(a, b datasets.Problem) int {
		return cmp.Or(cmp.Compare(a.Position.Row, b.Position.Row), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Field, b.Field))
	})
	return problems
}

// No text of a Problem holds an identifier or a date of birth, or any part of one worth having.
func TestNoProblemHoldsAnIdentifyingValue(t *testing.T) {
	schema := testSchema(t)
	rapid.Check(t, func(rt *rapid.T) {
		rows := drawnRows(rt, schema)
		for _, p := range checked(t, schema, rows, 5) {
			text := p.Error() + p.Message.PL + p.Message.EN + p.Field
			for _, r := range rows {
				for _, f := range []string{"person", "birth_date"} {
					if v := r.person[f]; v != "" && strings.Contains(text, v[:min(len(v), 6)]) {
						rt.Fatalf("%q holds the %s", text, f)
					}
				}
			}
		}
	})
}
