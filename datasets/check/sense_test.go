package check

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// Identifiers, dates of supports, results and spells, each beside its nearest neighbour that is right.
func TestWhatARowSaysMakesSense(t *testing.T) {
	none := []string(nil)
	code := clean().with("person", "SYN-1", "no_pesel", "", "birth_date", "")
	gone := code.with("exit_date", "", "exit_situation", "", "employed_on", "", "qualified_on", "", "support_end", "", "completed", "")
	for _, c := range []struct {
		name string
		row  person
		want []string
	}{
		{"clean", code, none},
		{"eleven digits of no PESEL are told by their date", clean().with("person", "00000000000"), []string{"2 pesel.date person"}},
		{"nobody says whether there is a PESEL", code, none},
		{"a code of somebody without a PESEL", code.with("no_pesel", "yes"), none},
		{"separators between the digits", clean().with("person", "426819-11446"), []string{"2 person.not-pesel person"}},
		{"no PESEL, and one all the same", clean().with("no_pesel", "yes"), []string{"2 person.pesel-despite person"}},
		{"no PESEL, and a wrong check digit", clean().with("no_pesel", "yes", "person", "42681911447"), none},
		{"the last support on the day of exit", code.with("last_support_date", "2268-05-31"), none},
		{"the last support after the exit, the first before", code.with("last_support_date", "2268-06-01"),
			[]string{"2 dates.support-exit exit_date", "2 dates.period last_support_date"}},
		{"a support of one day", code.with("support_end", "2267-08-19"), none},
		{"a support that ends before it starts", code.with("support_date", "2267-08-20", "support_end", "2267-08-19"), []string{"2 dates.support-order support_end"}},
		{"a support that ends after the exit", code.with("support_end", "2268-06-01"), []string{"2 dates.support-end-exit exit_date", "2 dates.period support_end"}},
		{"no date of entry", code.with("entry_date", ""), []string{"2 dates.entry-missing entry_date"}},
		{"still there", gone, none},
		{"a result and no exit", gone.with("exit_situation", "none|employment"), []string{"2 result.none-and-some exit_situation", "2 result.without-exit exit_date"}},
		{"in evaluation and no exit", gone.with("exit_situation", "being_assessed|being_monitored"), none},
		{"nothing new and no exit", gone.with("exit_situation", "none"), none},
		{"not applicable and no exit", gone.with("exit_situation", "not_applicable"), none},
		{"work and no exit", gone.with("employed_on", "2268-01-01"), []string{"2 result.date-without-exit employed_on"}},
		{"a qualification gained on the way", gone.with("qualified_on", "2268-01-01"), none},
		{"12 months at 25", code.with("unemployed_since", "2266-08-19"), none},
		{"a day less than 12 months at 25", code.with("unemployed_since", "2266-08-20"), []string{"2 status.spell unemployed_since"}},
		{"6 months at 24", code.with("age", "24", "unemployed_since", "2267-02-19"), none},
		{"a day less than 6 months at 24", code.with("age", "24", "unemployed_since", "2267-02-20"), []string{"2 status.spell unemployed_since"}},
		{"25 by the date of birth", code.with("age", "", "birth_date", "2242-08-19", "unemployed_since", "2267-02-01"), []string{"2 status.spell unemployed_since"}},
		{"24 by the date of birth", code.with("age", "", "birth_date", "2242-08-20", "unemployed_since", "2267-02-01"), none},
		{"an age that nobody knows", code.with("age", "", "unemployed_since", "2267-02-01"), []string{"2 record.incomplete age"}},
		{"a short spell of no long-term unemployed", code.with("labour_status_detail", "other", "unemployed_since", "2267-08-18"), none},
	} {
		if diff := gocmp.Diff(c.want, rulesOf(t, periodOf2267(), c.row)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// What an identifier is instead is told by its class and never by itself.
func TestIdentifiersAreToldByTheirClass(t *testing.T) {
	for number, want := range map[string]string{
		"4268191144": "fewer than 11", "": "", "42681911446": "", "426819114460": "more than 11", "4268191144X": "not all of them digits",
		"426819 11446": "spaces or dashes", "426819\u00a011446": "spaces or dashes", "42-68-19-11446": "spaces or dashes", "42-68-19-1144": "more than 11", "4268-1144": "fewer than 11",
		"4268191144\u0119": "not all of them digits", "SYN-1": "fewer than 11",
	} {
		c, err := New(Options{})
		if err != nil {
			t.Fatal(err)
		}
		var found []datasets.Problem
		for _, p := range c.Add(batchOf(t, testSchema(t), "osoby-made-up.csv", []string{"person", "no_pesel"}, row{2, person{"person": number, "no_pesel": "no"}})) {
			if p.Rule == "person.not-pesel" {
				found = append(found, p)
			}
		}
		switch {
		case want == "" && len(found) > 0, want != "" && len(found) != 1:
			t.Errorf("%q: %v", number, found)
		case want != "" && !strings.Contains(found[0].Message.EN, want), want != "" && strings.Contains(found[0].Message.EN+found[0].Message.PL, number):
			t.Errorf("%q: %q", number, found[0].Message.EN)
		}
	}
}

// Where the file has no column that says who has a PESEL, nothing is asked of identifiers; where it
// has no column of the last support, the first one is looked at; of one cell nothing is told twice.
func TestColumnsThatAreNotThere(t *testing.T) {
	for _, c := range []struct {
		fields []string
		want   []string
	}{
		{[]string{"person"}, nil},
		{[]string{"support_date", "exit_date"}, []string{"dates.support-exit exit_date", "dates.period support_date"}},
		{[]string{"support_date", "exit_date", "last_support_date"}, []string{"dates.support-exit exit_date", "dates.period support_date"}},
	} {
		o := periodOf2267()
		o.CompleteRecord = nil
		checker, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		b := batchOf(t, testSchema(t), "osoby-made-up.csv", c.fields, row{2, person{"person": "SYN-1", "support_date": "2268-06-01", "last_support_date": "2268-06-01", "exit_date": "2268-05-31"}})
		if last := b.ColumnOf("last_support_date"); last.Present {
			last.Source = b.ColumnOf("support_date").Source
		}
		var got []string
		for _, p := range checker.Add(b) {
			if p.Rule != "row.no-person" {
				got = append(got, p.Rule+" "+p.Field)
			}
		}
		if diff := gocmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.fields, diff)
		}
	}
}
