package indicators

import (
	"slices"
	"testing"

	"github.com/efseval/efseval/datasets"
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
		worked, err := s.Evaluate(b)
		if err != nil {
			rt.Fatal(err)
		}
		for i := range s.Definitions {
			d := &s.Definitions[i]
			r, _ := table.Row(d.Code)
			if (r.Basis != nil) != (d.Stage.IsResult() && !d.Fact) {
				rt.Fatalf("%s is of stage %s and has the basis %v", d.Code, d.Stage, r.Basis)
			}
			for j, basis := range r.Basis {
				var want Basis
				var by []int
				rows, err := worked.Rows(d.Code, table.Groups[j])
				if err != nil {
					rt.Fatal(err)
				}
				for row := range rows {
					if n.dated(&d.Achieved, row) {
						want.OnDate++
						by = append(by, row)
					} else {
						want.OnSituation++
					}
				}
				if got, err := worked.DatedRows(d.Code, table.Groups[j]); err != nil || !slices.Equal(slices.Collect(got), by) {
					rt.Fatalf("%s %s rests on the dates of the rows %v, row by row of %v; %v", d.Code, table.Groups[j], slices.Collect(got), by, err)
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

// What is no result rests on no date, and no such code has no rows to list.
func TestDatedRowsOfWhatIsNoResult(t *testing.T) {
	s := variants(t)[0]
	worked, err := s.Evaluate(datasets.NewBatch(s.schema, "", ""))
	if err != nil {
		t.Fatal(err)
	}
	if rows, err := worked.DatedRows(Participants, Total); err != nil || len(slices.Collect(rows)) != 0 {
		t.Errorf("rows %v, %v", slices.Collect(rows), err)
	}
	if _, err := worked.DatedRows("CO999", Total); err == nil {
		t.Error("an unknown code has rows")
	}
}
