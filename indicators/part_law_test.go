package indicators

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"pgregory.net/rapid"
)

// widerVariants are the variants for a schema with columns of a project.
func widerVariants(t testing.TB) []*Set {
	t.Helper()
	var out []*Set
	for _, s := range variants(t) {
		wider, err := s.schema.With(
			datasets.Field{Name: "children", Kind: datasets.Count, Label: datasets.Label{PL: "dzieci", EN: "children"}},
			datasets.Field{Name: "unit", Kind: datasets.Identifier, Label: datasets.Label{PL: "jednostka", EN: "unit"}},
			datasets.Field{Name: "needs", Kind: datasets.Set, Label: datasets.Label{PL: "potrzeby", EN: "needs"}, Vocabulary: &datasets.Vocabulary{Name: "needs", Terms: manyTerms()}},
		)
		if err != nil {
			t.Fatal(err)
		}
		if s, err = s.For(wider); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// manyTerms is the largest vocabulary there can be.
func manyTerms() (terms []datasets.Term) {
	for i := range datasets.MaxTerms {
		code := fmt.Sprintf("t%d", i)
		terms = append(terms, datasets.Term{Code: code, PL: code, EN: code})
	}
	return terms
}

var someDimensions = []string{"age_band:18,25,55", "age", "age:1,2,3,120", "education", "status", "disability", "municipality", "support",
	"exit_situation", "stage", "children", "children:0,1,3", "unit", "needs", "flow", "project", "area"}

// drawDimensions draws one to three dimensions, no field twice and no more than one set of 64.
func drawDimensions(t *rapid.T, s *Set) []Dimension {
	var by []Dimension
	for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(someDimensions), 1, 3, rapid.ID).Draw(t, "dimensions") {
		d, err := s.Dimension(name)
		if err != nil {
			t.Fatal(err)
		}
		if s.checkDimensions(append(slices.Clone(by), d)) == nil && (len(by) == 0 || d.Name != "needs") {
			by = append(by, d)
		}
	}
	return by
}

func splitOf(t testing.TB, s *Set, by []Dimension, batches ...*datasets.Batch) *Table {
	t.Helper()
	c, err := NewCounter(s, Options{By: by})
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

// Every part is the table of its rows alone, counted without a split; nobody is in no part.
func TestPartsAreWhatTheirRowsAloneGive(t *testing.T) {
	sets := widerVariants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := sets[rapid.IntRange(0, len(sets)-1).Draw(rt, "set")]
		by := drawDimensions(rt, s)
		a, b := drawBatch(rt, s.schema, drawColumns(rt, s.schema)), drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		table := splitOf(t, s, by, a, b)
		whole := *table
		whole.By, whole.Parts, whole.Unsplit = nil, nil, nil
		if diff := sameTables(tableOf(t, s, a, b), &whole); diff != "" {
			rt.Fatalf("the whole without a split (-) and with one (+):\n%s", diff)
		}
		rows := [2]map[string][]int{{}, {}}
		for i, batch := range [...]*datasets.Batch{a, b} {
			for row := range batch.Rows() {
				for _, key := range (naive{s, batch}).combinations(by, row) {
					rows[i][key] = append(rows[i][key], row)
				}
			}
		}
		if want := len(mergedKeys(rows)); want != len(table.Parts) {
			rt.Fatalf("%d parts, row by row %d", len(table.Parts), want)
		}
		for range min(len(table.Parts), 3) {
			p := table.Parts[rapid.IntRange(0, len(table.Parts)-1).Draw(rt, "part")]
			key := "\x00" + strings.Join(p.Values, "\x00")
			alone := tableOf(t, s, part(a, rows[0][key]), part(b, rows[1][key]))
			if diff := sameTables(alone, p.Table); diff != "" {
				rt.Fatalf("part %q of %v: its rows alone (-), the part (+):\n%s", p.Values, by, diff)
			}
		}
	})
}

func mergedKeys(rows [2]map[string][]int) map[string]bool {
	keys := map[string]bool{}
	for _, m := range rows {
		for key := range m {
			keys[key] = true
		}
	}
	return keys
}

// In every cell of the whole the parts add up; overlapping ones are at least the whole.
func TestPartsAddUpToTheWhole(t *testing.T) {
	sets := widerVariants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := sets[rapid.IntRange(0, len(sets)-1).Draw(rt, "set")]
		by := drawDimensions(rt, s)
		overlaps := slices.ContainsFunc(by, func(d Dimension) bool { return d.Overlaps })
		table := splitOf(t, s, by, drawBatch(rt, s.schema, drawColumns(rt, s.schema)), drawBatch(rt, s.schema, drawColumns(rt, s.schema)))
		for _, r := range table.rows {
			for i, whole := range r.Cells {
				if !whole.Available {
					continue
				}
				var num, den int64
				for _, p := range table.Parts {
					row, _ := p.Table.Row(r.Code)
					if !row.Cells[i].Available {
						rt.Fatalf("%s %s: available in the whole and not in the part %q", r.Code, table.Groups[i], p.Values)
					}
					num, den = num+row.Cells[i].Num, den+row.Cells[i].Den
				}
				if exact := num == whole.Num && den == whole.Den; !exact && !(overlaps && num >= whole.Num && den >= whole.Den) {
					rt.Fatalf("%s %s by %v: the parts give %d/%d, the whole is %s", r.Code, table.Groups[i], by, num, den, whole.text())
				}
			}
		}
	})
}

// However rows are shared out and in whatever order values are met, the parts are the same.
func TestPartsDoNotDependOnSharesAndOrder(t *testing.T) {
	sets := widerVariants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := sets[rapid.IntRange(0, len(sets)-1).Draw(rt, "set")]
		by := drawDimensions(rt, s)
		a, b := drawBatch(rt, s.schema, drawColumns(rt, s.schema)), drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		want := splitOf(t, s, by, a, b)
		parts := rapid.Permutation(append(shares(rt, a), shares(rt, b)...)).Draw(rt, "order")
		if diff := sameTables(want, splitOf(t, s, by, parts...)); diff != "" {
			rt.Fatalf("in shares and another order (-want +got):\n%s", diff)
		}
		if diff := sameTables(want, mergedBy(t, rt, s, by, parts)); diff != "" {
			rt.Fatalf("by merged counters (-want +got):\n%s", diff)
		}
	})
}

func mergedBy(t *testing.T, rt *rapid.T, s *Set, by []Dimension, parts []*datasets.Batch) *Table {
	counters := make([]*Counter, 3)
	for i := range counters {
		counters[i], _ = NewCounter(s, Options{By: by})
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
