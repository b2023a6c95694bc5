package frame_test

import (
	"strings"
	"testing"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/frame"
	"github.com/efseval/efseval/datasets/profiles"
)

// drawBatch fills some fields of the participants with any values they can have.
func drawBatch(t *rapid.T, p *datasets.Profile) *datasets.Batch {
	schema := p.Fields()
	b := datasets.NewBatch(schema, "", "")
	for i := range schema.Fields {
		if schema.Fields[i].Name == "sex" || rapid.Bool().Draw(t, "present") {
			b.Provide(i, 0)
		}
	}
	// Without a column of its own the last support is read from that of the start of support.
	if b.Has("support_date") && !b.Has("last_support_date") {
		b.Provide(schema.Index("last_support_date"), 0)
	}
	for range rapid.IntRange(1, 5).Draw(t, "rows") {
		row := b.AddRow(b.Rows() + 1)
		for i := range schema.Fields {
			if c := b.Column(i); c.Present && rapid.Bool().Draw(t, "known") {
				drawCell(t, &schema.Fields[i], c, row)
			}
		}
	}
	return b
}

func drawCell(t *rapid.T, f *datasets.Field, c *datasets.Column, row int) {
	switch f.Kind {
	case datasets.Category, datasets.Flag:
		c.SetCode(row, uint8(rapid.IntRange(1, len(f.Vocabulary.Terms)).Draw(t, "code")))
	case datasets.Date:
		c.SetDay(row, rapid.Int32Range(-60000, 100000).Draw(t, "day"))
	case datasets.Count:
		c.SetCount(row, rapid.Int64Range(0, 120).Draw(t, "count"))
	case datasets.Set:
		c.AddMask(row, rapid.Uint64Range(1, 1<<len(f.Vocabulary.Terms)-1).Draw(t, "mask"))
	default:
		c.SetText(row, []byte(rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "text")))
	}
}

// A batch that goes into a frame and comes back holds the same.
func TestOfAndFromAreInverse(t *testing.T) {
	p, err := profiles.Load("generic")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		b := drawBatch(t, p)
		df, err := frame.Of(b, frame.WithIdentifying())
		if err != nil {
			t.Fatal(err)
		}
		back, err := frame.From(df, p)
		if err != nil {
			t.Fatal(err)
		}
		if len(back.Problems) > 0 {
			t.Fatalf("problems: %v", back.Problems)
		}
		if diff := cmp.Diff(values(b), values(back)); diff != "" {
			t.Fatalf("(-batch +frame and back)\n%s", diff)
		}
	})
}

// values are the cells of a batch by field, nil where the column is absent.
func values(b *datasets.Batch) map[string][]string {
	out := map[string][]string{}
	for i, f := range b.Schema.Fields {
		c := b.Column(i)
		if !c.Present {
			continue
		}
		for row := range b.Rows() {
			out[f.Name] = append(out[f.Name], cell(&f, c, row))
		}
	}
	return out
}

func cell(f *datasets.Field, c *datasets.Column, row int) string {
	if c.Missing(row) {
		return "-"
	}
	switch f.Kind {
	case datasets.Category, datasets.Flag:
		return string(rune('A' + c.Codes[row]))
	case datasets.Date:
		return datasets.FormatDay(c.Days[row])
	case datasets.Count:
		return string(rune('A' + c.Counts[row]))
	case datasets.Set:
		return strings.Repeat("x", int(c.Masks[row]%97))
	}
	return string(c.Text(row))
}

func TestIdentifyingColumnsStayOut(t *testing.T) {
	p, err := profiles.Load("generic")
	if err != nil {
		t.Fatal(err)
	}
	b := datasets.NewBatch(p.Fields(), "", "")
	for _, name := range []string{"person", "birth_date", "sex"} {
		b.Provide(p.Fields().Index(name), 0)
	}
	b.AddRow(1)
	df, err := frame.Of(b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"sex"}, df.Names()); diff != "" {
		t.Errorf("columns (-want +got)\n%s", diff)
	}
}

func TestMoneyIsADecimalText(t *testing.T) {
	p, err := profiles.Load("generic-costs")
	if err != nil {
		t.Fatal(err)
	}
	b := datasets.NewBatch(p.Fields(), "", "")
	amount := p.Fields().Index("amount")
	b.Provide(amount, 0)
	for i, grosze := range []int64{93971745, 5, -130, -9223372036854775808} {
		b.AddRow(i + 1)
		b.Column(amount).SetCount(i, grosze)
	}
	df, err := frame.Of(b)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"939717.45", "0.05", "-1.30", "-92233720368547758.08"}
	if diff := cmp.Diff(want, df.Col("amount").Records()); diff != "" {
		t.Errorf("amounts (-want +got)\n%s", diff)
	}
}

// A PESEL in a number column lost its zeros and gets them back; in a text column it did not.
func TestNumbersOfAFrameArePlain(t *testing.T) {
	p, err := profiles.Load("generic")
	if err != nil {
		t.Fatal(err)
	}
	for want, ids := range map[string]series.Series{
		"02271409860": series.New([]int{2271409860}, series.Int, "PESEL"),
		"2271409860":  series.New([]string{"2271409860"}, series.String, "PESEL"),
		"99723100087": series.New([]float64{99723100087}, series.Float, "PESEL"),
	} {
		b, err := frame.From(dataframe.New(ids, series.New([]string{"woman"}, series.String, "sex")), p)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(b.ColumnOf("person").Text(0)); got != want {
			t.Errorf("read %s, want %s", got, want)
		}
	}
}

// A row of totals in a frame is told, as one in a file is.
func TestTotalsInAFrameAreTold(t *testing.T) {
	p, err := profiles.Load("generic-costs")
	if err != nil {
		t.Fatal(err)
	}
	b, err := frame.From(dataframe.New(
		series.New([]string{"Kursy", "Razem"}, series.String, "task"),
		series.New([]string{"100.00", "100.00"}, series.String, "amount")), p)
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	for _, problem := range b.Problems {
		rules = append(rules, problem.Rule)
	}
	if diff := cmp.Diff([]string{datasets.RuleTotal}, rules); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
