package check

import (
	"fmt"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// betweenRows lists what a checker finds between rows of a meaning, as "row rule field".
func betweenRows(t *testing.T, meaning datasets.RowMeaning, people ...person) (got []string) {
	t.Helper()
	c, err := New(Options{Project: "SYN-1"})
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for i, p := range people {
		rows = append(rows, row{i + 2, p})
	}
	b := batchOf(t, testSchema(t), "osoby-made-up.csv", nil, rows...)
	b.Meaning = meaning
	c.Add(b)
	for _, p := range c.Finish() {
		got = append(got, fmt.Sprintf("%d %s %s", p.Position.Row, p.Rule, p.Field))
	}
	return got
}

func TestAPersonThatHasOneRowHasNoTwo(t *testing.T) {
	stay := func(from, to string) person {
		return person{"project": "SYN-1", "person": "SYN-A", "entry_date": from, "exit_date": to, "sex": "man"}
	}
	for _, c := range []struct {
		name    string
		meaning datasets.RowMeaning
		people  []person
		want    []string
	}{
		{"the same entry", datasets.PerPerson, []person{stay("2267-01-01", ""), stay("2267-01-01", "").with("sex", "")},
			[]string{"2 person.duplicate person", "3 person.duplicate person"}},
		{"no entry in either", datasets.PerPerson, []person{stay("", ""), stay("", "")}, []string{"2 person.duplicate person", "3 person.duplicate person"}},
		{"no entry in one", datasets.PerPerson, []person{stay("", ""), stay("2267-01-01", "")}, nil},
		{"came back the day after", datasets.PerPerson, []person{stay("2267-01-01", "2267-02-01"), stay("2267-02-02", "")}, nil},
		{"came back on the day of exit", datasets.PerPerson, []person{stay("2267-01-01", "2267-02-01"), stay("2267-02-01", "")},
			[]string{"2 person.overlap entry_date", "3 person.overlap entry_date"}},
		{"never left and came back", datasets.PerPerson, []person{stay("2267-03-01", "2267-04-01"), stay("2267-01-01", "")},
			[]string{"2 person.overlap entry_date", "3 person.overlap entry_date"}},
		{"one stay within the first, one after all", datasets.PerPerson,
			[]person{stay("2267-01-01", "2267-12-31"), stay("2267-02-01", "2267-02-02"), stay("2267-03-01", "2267-03-02"), stay("2268-01-01", "")},
			[]string{"2 person.overlap entry_date", "3 person.overlap entry_date", "4 person.overlap entry_date"}},
		{"a stay that ends before it begins is none", datasets.PerPerson, []person{stay("2267-03-01", "2267-02-01"), stay("2267-01-01", "2267-03-01")}, nil},
		{"two of one entry, and a later stay in one of them", datasets.PerPerson, []person{stay("2267-01-01", "2267-01-02"), stay("2267-01-01", ""), stay("2267-02-01", "")},
			[]string{"2 person.duplicate person", "3 person.duplicate person", "3 person.overlap entry_date", "4 person.overlap entry_date"}},
		{"another project", datasets.PerPerson, []person{stay("2267-01-01", ""), stay("2267-01-01", "").with("project", "SYN-2")}, nil},
		{"another person", datasets.PerPerson, []person{stay("2267-01-01", ""), stay("2267-01-01", "").with("person", "SYN-B")}, nil},
		{"one row a support", datasets.PerSupport, []person{stay("2267-01-01", ""), stay("2267-01-01", "").with("supports", "course"), stay("2267-01-05", "")}, nil},
		{"the same support twice", datasets.PerSupport, []person{stay("2267-01-01", ""), stay("2267-01-01", "").with("supports", "course"), stay("2267-01-01", "")},
			[]string{"2 row.duplicate person", "4 row.duplicate person"}},
		{"the same row of a project without a number", datasets.PerSupport, []person{stay("", "").with("project", ""), stay("", "").with("project", "")},
			[]string{"2 row.duplicate person", "3 row.duplicate person"}},
		{"another value in a neighbouring field", datasets.PerSupport, []person{stay("", "").with("homeless", "yes"), stay("", "").with("minority", "yes")}, nil},
		{"nobody knows what a row is", "", []person{stay("2267-01-01", ""), stay("2267-01-01", "").with("supports", "course")}, nil},
	} {
		if diff := gocmp.Diff(c.want, betweenRows(t, c.meaning, c.people...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestDuplicatesOfWhatAProfileDoesNotPromiseAreNotAskedFor(t *testing.T) {
	for meaning, ran := range map[datasets.RowMeaning]map[string]bool{
		datasets.PerPerson:  {"person.duplicate": true, "person.overlap": true, "row.duplicate": false},
		datasets.PerSupport: {"person.duplicate": false, "person.overlap": false, "row.duplicate": true},
	} {
		c, err := New(Options{})
		if err != nil {
			t.Fatal(err)
		}
		b := batchOf(t, testSchema(t), "osoby-made-up.csv", nil, row{2, clean()})
		b.Meaning = meaning
		c.Add(b)
		for _, out := range c.Outcomes() {
			if want, asked := ran[out.Rule.Code]; asked && (out.Ran != want || (out.Unasked == datasets.Label{}) != want) {
				t.Errorf("%s: %s: %+v", meaning, out.Rule.Code, out)
			}
		}
	}
}
