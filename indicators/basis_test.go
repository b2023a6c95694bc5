package indicators

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// dated tells, row by row, whether a criterion that is true is so by a date.
func (n naive) dated(c *Criterion, row int) bool {
	if !n.true(c, row) {
		return false
	}
	by := func(p Criterion) bool { return n.dated(&p, row) }
	switch {
	case c.All != nil:
		return slices.ContainsFunc(c.All, by)
	case c.Any != nil:
		return slices.ContainsFunc(c.Any, by)
	case c.Indicator != "":
		return n.dated(&n.set.Definition(c.Indicator).Achieved, row)
	}
	return (c.Within != "" || c.Days != nil || c.Months != nil) && n.has(c.Field, row)
}

// On a date plus on the situation is the numerator; the dated ones are those found row by row.
func TestBasisAgreesWithTheRowByRowInterpreter(t *testing.T) {
	sets := variants(t)
	dated := 0
	rapid.Check(t, func(rt *rapid.T) {
		s := sets[rapid.IntRange(0, len(sets)-1).Draw(rt, "set")]
		b := drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		table, n := tableOf(t, s, b), naive{s, b}
		for i := range s.Definitions {
			d := &s.Definitions[i]
			r, _ := table.Row(d.Code)
			if (r.Basis != nil) != (d.Stage.IsResult() && !d.Fact) {
				rt.Fatalf("%s is of stage %s and has the basis %v", d.Code, d.Stage, r.Basis)
			}
			for j, basis := range r.Basis {
				var want Basis
				rows, err := Rows(s, d.Code, table.Groups[j], b)
				if err != nil {
					rt.Fatal(err)
				}
				for row := range rows {
					if n.dated(&d.Achieved, row) {
						want.OnDate++
					} else {
						want.OnSituation++
					}
				}
				if basis != want || basis.OnDate+basis.OnSituation != r.Cells[j].Num {
					rt.Fatalf("%s %s rests on %+v, row by row %+v, of %s", d.Code, table.Groups[j], basis, want, r.Cells[j].text())
				}
				dated += int(want.OnDate)
			}
		}
	})
	if dated == 0 {
		t.Error("no batch had a result with a date: the test says nothing")
	}
}
