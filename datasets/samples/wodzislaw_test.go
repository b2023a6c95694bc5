package samples

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

func TestWodzislawPeople(t *testing.T) {
	people := drawn(t, wodzislawSeed, wodzislawPeople)
	lawful(t, people)
	hold(t, people, []truth{
		{"all", 15, everybody},
		{"long-term unemployed", 15, func(p *person) bool { return p.detail == "long_term_unemployed" }},
		{"competences", 5, func(p *person) bool { return p.has("competences") }},
		{"qualification", 0, func(p *person) bool { return p.has("qualification") }},
		{"outside the 16 months", 0, func(p *person) bool {
			return p.entry < date(2012, time.March, 1) || p.exit > date(2013, time.June, 30)
		}},
	})
}

func TestWodzislawMotivationRisesWithAll(t *testing.T) {
	d := newDraw(wodzislawSeed)
	sizes := map[int32]int{}
	for _, r := range wodzislawMotivation(d, wodzislawPeople(d)) {
		rise := r.Post1 + r.Post2 + r.Post3 + r.Post4 + r.Post5 - r.Pre1 - r.Pre2 - r.Pre3 - r.Pre4 - r.Pre5
		sizes[rise]++
		for _, a := range []int32{r.Pre1, r.Pre2, r.Pre3, r.Pre4, r.Pre5, r.Post1, r.Post2, r.Post3, r.Post4, r.Post5} {
			if a < 1 || a > 5 {
				t.Errorf("%s answered %d, want 1 to 5", r.Code, a)
			}
		}
	}
	want := map[int32]int{1: 1, 2: 2, 3: 3, 4: 3, 5: 2, 6: 2, 7: 1, 9: 1} // 15 people, each up
	if diff := cmp.Diff(want, sizes); diff != "" || d.err != nil {
		t.Errorf("rises (-want +got), fault %v:\n%s", d.err, diff)
	}
}

func TestWodzislawTable(t *testing.T) {
	table := fileBytes(t, "wodzislaw-wilchwy/uczestnicy-synthetic.parquet")
	rows, err := parquet.Read[wodzislawRow](bytes.NewReader(table), int64(len(table)))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, r := range rows {
		got[r.Record]++
		if r.Record != "participant" && (r.Sex != nil || r.Age != nil || r.Entry != nil || r.Situation != nil) {
			t.Errorf("%s is no participant and has the attributes of one", r.Person)
		}
		if r.Engaged != nil && *r.Engaged == "tak" {
			got["engaged"]++
		}
	}
	want := map[string]int{"participant": 15, "recipient": 75, "guest": 100, "engaged": 15}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func TestWodzislawDatesAreDates(t *testing.T) {
	table := fileBytes(t, "wodzislaw-wilchwy/uczestnicy-synthetic.parquet")
	f, err := parquet.OpenFile(bytes.NewReader(table), int64(len(table)))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"entry_date", "exit_date"} {
		column, found := f.Schema().Lookup(name)
		if !found || column.Node.Type().String() != "DATE" {
			t.Errorf("%s is of type %v, want DATE", name, column.Node)
		}
	}
}
