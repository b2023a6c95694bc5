package indicators

import (
	"testing"

	"pgregory.net/rapid"
)

// The frame holds every cell of the table and of its parts, each once.
func TestFrameHoldsTheTable(t *testing.T) {
	sets := variants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := sets[rapid.IntRange(0, len(sets)-1).Draw(rt, "set")]
		by, err := s.Dimensions("area,disability")
		if err != nil {
			rt.Fatal(err)
		}
		table := splitOf(t, s, by, drawBatch(rt, s.schema, drawColumns(rt, s.schema)))
		f := table.Frame()
		if f.Err != nil {
			rt.Fatal(f.Err)
		}
		columns := map[string][]string{}
		for _, name := range f.Names() {
			columns[name] = f.Col(name).Records()
		}
		num, onDate := f.Col("num"), f.Col("on_date") // Col copies the column
		at := 0
		for part := range len(table.Parts) + 1 {
			of, values := table, []string{"NaN", "NaN"}
			if part > 0 {
				of, values = table.Parts[part-1].Table, table.Parts[part-1].Values
			}
			for _, r := range of.rows {
				for i, c := range r.Cells {
					if got := columns["code"][at] + columns["group"][at] + columns["area"][at] + columns["disability"][at]; got != r.Code+of.Groups[i].String()+values[0]+values[1] {
						rt.Fatalf("row %d is of %s", at, got)
					}
					n, err := num.Elem(at).Int()
					if (err == nil) != c.Available || c.Available && int64(n) != c.Num {
						rt.Fatalf("row %d: num %d (%v), want %s", at, n, err, c.text())
					}
					if why := columns["why_en"][at]; (why == "NaN") != c.Available || !c.Available && why != c.Why.EN {
						rt.Fatalf("row %d: why %q, want %q", at, why, c.Why.EN)
					}
					if n, err := onDate.Elem(at).Int(); (err == nil) != (r.Basis != nil && c.Available) || err == nil && int64(n) != r.Basis[i].OnDate {
						rt.Fatalf("row %d: %d on a date, want %v", at, n, r.Basis)
					}
					at++
				}
			}
		}
		if at != f.Nrow() {
			rt.Fatalf("%d rows, want %d", f.Nrow(), at)
		}
	})
}
