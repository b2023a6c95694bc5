package indicators

import (
	"maps"
	"slices"
	"testing"

	"github.com/efseval/efseval/datasets"
	"pgregory.net/rapid"
)

// The rows of every part are those that have its value, found row by row.
func TestPartRowsAreThoseOfTheValue(t *testing.T) {
	sets := widerVariants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := sets[rapid.IntRange(0, len(sets)-1).Draw(rt, "set")]
		b := drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		d := drawDimensions(rt, s)[0]
		want := map[string][]int{}
		for row := range b.Rows() {
			for _, key := range (naive{s, b}).combinations([]Dimension{d}, row) {
				want[key[1:]] = append(want[key[1:]], row)
			}
		}
		worked, err := s.Evaluate(b)
		if err != nil {
			rt.Fatal(err)
		}
		got, err := worked.PartRows(d)
		if err != nil || !maps.EqualFunc(got, want, slices.Equal) {
			rt.Fatalf("%s: %v, row by row %v; %v", d.Name, got, want, err)
		}
	})
}

func TestPartRowsOfNoDimension(t *testing.T) {
	s := variants(t)[0]
	worked, err := s.Evaluate(datasets.NewBatch(s.schema, "", ""))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := worked.PartRows(Dimension{Name: "sex", Field: "sex"}); err == nil {
		t.Error("sex parts the columns and was taken for a dimension")
	}
}
