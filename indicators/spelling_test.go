package indicators

import (
	"fmt"
	"testing"

	"github.com/efseval/efseval/datasets"
	"pgregory.net/rapid"
)

// placesBatch has one person in each place.
func placesBatch(s *Set, places ...string) *datasets.Batch {
	b := datasets.NewBatch(s.schema, "made-up.csv", "")
	b.Provide(s.schema.Index("municipality"), 1)
	b.Provide(s.schema.Index("project"), 2)
	for i, place := range places {
		b.AddRow(i + 2)
		b.ColumnOf("municipality").SetText(i, []byte(place))
		b.ColumnOf("project").SetText(i, []byte(place))
	}
	return b
}

// partsShown are the parts as value, label and persons.
func partsShown(t testing.TB, table *Table) (all []string) {
	for _, p := range table.Parts {
		all = append(all, fmt.Sprintf("%s=%s:%s", p.Values[0], p.Labels[0].EN, cell(t, p.Table, GrandTotal, Total).text()))
	}
	return all
}

// One municipality however it is written, named as most wrote it, of equals by bytes; an identifier is
// equal by its bytes.
func TestTextsThatFoldAlikeAreOnePart(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	b := placesBatch(s, "żory", "Żory", "Zory", "ŻORY", "Żory", "Bielsko – Biała", "bielsko-biała", "<25", "25+", "\u200b", "")
	for name, want := range map[string]string{
		"municipality": "[25+=25+:1/1 <25=<25:1/1 bielsko-biala=Bielsko – Biała:2/2 zory=Żory:5/5 =not known:2/2]",
		"project":      "[25+=25+:1/1",
	} {
		by, err := s.Dimensions(name)
		if err != nil {
			t.Fatal(err)
		}
		got := partsShown(t, splitOf(t, s, by, b))
		if name == "project" {
			if len(got) != 10 {
				t.Errorf("identifiers were folded: %q", got)
			}
			continue
		}
		if fmt.Sprint(got) != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// What a part is called depends neither on the order of the rows nor on who counted them.
func TestSpellingsDoNotDependOnOrderOrWorkers(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	by, err := s.Dimensions("municipality")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		list := rapid.SliceOfN(rapid.SampledFrom([]string{"Żory", "ŻORY", "zory", " żory", "Łódź", "łódź", "LODZ", ""}), 1, 40).Draw(rt, "places")
		want := fmt.Sprint(partsShown(t, splitOf(t, s, by, placesBatch(s, list...))))
		mixed := rapid.Permutation(list).Draw(rt, "mixed")
		at := rapid.IntRange(0, len(mixed)).Draw(rt, "at")
		var both [2]*Counter
		for i, some := range [][]string{mixed[:at], mixed[at:]} {
			if both[i], err = NewCounter(s, Options{By: by}); err == nil {
				err = both[i].Add(placesBatch(s, some...))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := both[1].Merge(both[0]); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(partsShown(t, both[1].Table())); got != want {
			rt.Fatalf("in order by one %s, mixed by two %s", want, got)
		}
	})
}
