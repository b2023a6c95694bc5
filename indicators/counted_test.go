package indicators

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"pgregory.net/rapid"
)

// countedOf takes a table apart into what another engine would have counted.
func countedOf(t *Table, b *datasets.Batch) Counted {
	counted := Counted{Figures: map[string]CountedFigure{}, Incomplete: map[string]CountedFigure{}, Refused: map[string]CountedFigure{}, Thresholds: map[int]CountedFigure{}}
	for i, f := range b.Schema.Fields {
		if b.Column(i).Present {
			counted.Fields = append(counted.Fields, f.Name)
		}
	}
	for _, r := range t.rows {
		putCounted(t, counted.Figures, r.Code, r)
	}
	for _, gap := range t.Incomplete {
		putCounted(t, counted.Incomplete, gap.Field, gap.Row)
	}
	for _, refusal := range t.Refusals {
		putCounted(t, counted.Refused, refusal.Field, refusal.Row)
	}
	for i, attained := range t.Thresholds {
		putCounted(t, counted.Thresholds, i, attained.Row)
	}
	return counted
}

func putCounted[K comparable](t *Table, to map[K]CountedFigure, code K, r Row) {
	figure := CountedFigure{}
	for i, g := range t.Groups {
		if g != Total && r.Cells[i].Available && r.Cells[i].Den > 0 {
			figure[g] = CountedCell{r.Cells[i].Num, r.Cells[i].Den}
		}
	}
	if !r.Fact && slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Available }) {
		to[code] = figure
	}
}

func TestATableOfCountsIsTheTableOfTheCounter(t *testing.T) {
	sets := widerVariants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.SampledFrom(sets).Draw(rt, "set")
		b := drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		if b.Rows() == 0 {
			rt.Skip("no rows")
		}
		by := drawDimensions(rt, s)
		want := splitOf(t, s, by, b)
		counted := countedOf(want, b)
		for i := range want.Parts { // from the last: their order is not what makes the table
			part := want.Parts[len(want.Parts)-1-i]
			counted.Parts = append(counted.Parts, CountedPart{Values: part.Values, Counted: countedOf(part.Table, b)})
			part.Table.withoutBasis()
		}
		counted.Spellings = map[string]map[string]int64{"municipality": {}}
		for row := range b.Rows() {
			if c := b.ColumnOf("municipality"); c.Present && !c.Missing(row) {
				counted.Spellings["municipality"][string(c.Text(row))]++
			}
		}
		got, err := TableOf(s, Options{By: by}, counted)
		if err != nil {
			rt.Fatal(err)
		}
		want.withoutBasis()
		if diff := sameTables(want, got); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestATableOfNobody(t *testing.T) {
	s := mustLoad(t, "esf-plus-2021-2027")
	c, err := NewCounter(s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := TableOf(s, Options{}, Counted{Fields: []string{"sex"}})
	if err != nil {
		t.Fatal(err)
	}
	want := c.Table()
	want.withoutBasis()
	if diff := sameTables(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCountsThatCannotBeAreRefused(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	b := datasets.NewBatch(s.schema, "made-up.csv", "")
	for i, f := range s.schema.Fields {
		if f.Name != "labour_status_detail" && f.Name != "unemployed_since" {
			b.Provide(i, i+1)
		}
	}
	for row, code := range []uint8{1, 1, 2} {
		b.AddRow(row + 2)
		for _, field := range s.Parameters.CompleteRecord {
			if c := b.ColumnOf(field); c.Codes != nil {
				c.SetCode(row, 1)
			} else {
				c.SetCount(row, 30)
			}
		}
		b.ColumnOf("sex").SetCode(row, code)
	}
	table := tableOf(t, s, b)
	for want, change := range map[string]func(c *Counted){
		"CO01 was not counted":                    func(c *Counted) { delete(c.Figures, "CO01") },
		"CO02 was counted, although":              func(c *Counted) { c.Figures["CO02"] = CountedFigure{} },
		"refused disability was not counted":      func(c *Counted) { delete(c.Refused, "disability") },
		"3 of 2 among 2":                          func(c *Counted) { c.Figures["CO01"][Women] = CountedCell{3, 2} },
		"-1 of 2":                                 func(c *Counted) { c.Figures["CO01"][Women] = CountedCell{-1, 2} },
		"1 of 3 among 2":                          func(c *Counted) { c.Figures["CO01"][Women] = CountedCell{1, 3} },
		"the group total":                         func(c *Counted) { c.Figures["CO01"][Total] = CountedCell{1, 1} },
		"non-binary, which esf-2014-2020 does no": func(c *Counted) { c.Figures[GrandTotal][NonBinary] = CountedCell{1, 1} },
		"are figures of esf-2014-2020":            func(c *Counted) { c.Figures["EECO01"] = CountedFigure{} },
		`unknown field "sx"`:                      func(c *Counted) { c.Fields = append(c.Fields, "sx") },
	} {
		counted := countedOf(table, b)
		for code, f := range counted.Figures {
			counted.Figures[code] = maps.Clone(f)
		}
		change(&counted)
		if _, err := TableOf(s, Options{}, counted); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestPartsThatAreNotTheWholeAreRefused(t *testing.T) {
	s := mustLoad(t, "po-kl-2007-2013")
	by, err := s.Dimensions("education")
	if err != nil {
		t.Fatal(err)
	}
	of := func(n int) Counted {
		b := datasets.NewBatch(s.schema, "made-up.csv", "")
		b.Provide(s.schema.Index("education"), 1)
		for row := range n {
			b.AddRow(row + 2)
		}
		return countedOf(tableOf(t, s, b), b)
	}
	for want, parts := range map[string][]CountedPart{
		"together and the whole 3 of 3":        {{[]string{"isced3"}, of(2)}},
		"4 of 4 together and the whole 3 of 3": {{[]string{"isced3"}, of(2)}, {[]string{""}, of(2)}},
		`has no value "matura"`:                {{[]string{"matura"}, of(3)}},
		"stands there twice":                   {{[]string{"isced3"}, of(1)}, {[]string{"isced3"}, of(2)}},
		"a value for each of 1 dimensions":     {{[]string{"isced3", "yes"}, of(3)}},
	} {
		counted := of(3)
		counted.Parts = parts
		if _, err := TableOf(s, Options{By: by}, counted); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}
