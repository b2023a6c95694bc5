package check

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// clean is a complete made-up row that no rule says anything about. The PESEL is of the reference
// list: a woman born 2242-08-19, so that she can belong to nobody; dates are those of her time.
func clean() person {
	return person{"project": "SYN-1", "person": "42681911446", "no_pesel": "no", "sex": "woman", "birth_date": "2242-08-19", "age": "25",
		"education": "isced3", "labour_status": "unemployed", "labour_status_detail": "long_term_unemployed", "unemployed_since": "2266-01-01",
		"entry_date": "2267-08-19", "support_date": "2267-08-19", "last_support_date": "2267-08-19", "support_end": "2268-05-31", "exit_date": "2268-05-31", "completed": "yes",
		"exit_situation": "employment", "employed_on": "2268-06-28", "qualified_on": "2268-05-30",
		"jobless_household": "yes", "jobless_household_children": "no", "disability": "no"}
}

func (p person) with(pairs ...string) person {
	out := person{}
	for k, v := range p {
		out[k] = v
	}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
}

func periodOf2267() Options {
	return Options{From: "2267-08-19", To: "2268-05-31", Project: "SYN-1", CompleteRecord: []string{"sex", "labour_status", "age", "education"}}
}

// rulesOf lists what a checker finds, as "row:column rule field".
func rulesOf(t *testing.T, o Options, people ...person) []string {
	t.Helper()
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for i, p := range people {
		rows = append(rows, row{i + 2, p})
	}
	var got []string
	for _, p := range append(c.Add(batchOf(t, testSchema(t), "osoby-made-up.csv", nil, rows...)), c.Finish()...) {
		got = append(got, fmt.Sprintf("%d %s %s", p.Position.Row, p.Rule, p.Field))
	}
	return got
}

func TestOfOneRowEachRuleSaysItsCaseAndNoNeighbour(t *testing.T) {
	none := []string(nil)
	for _, c := range []struct {
		name   string
		change []string
		want   []string
	}{
		{"clean", nil, none},
		{"a number with an impossible date", []string{"person", "00622989011"}, []string{"2 pesel.date person"}},
		{"all zeros", []string{"person", "00000000000"}, []string{"2 pesel.date person"}},
		{"a wrong check digit says nothing of sex and age", []string{"person", "42681911447", "sex", "man", "birth_date", "", "age", "30"}, []string{"2 pesel.checksum person"}},
		{"a lost zero", []string{"person", "1011544961"}, []string{"2 pesel.leading-zero person"}},
		{"ten digits that are no PESEL", []string{"person", "1011544962"}, []string{"2 person.not-pesel person"}},
		{"a code of somebody who has a PESEL", []string{"person", "SYN-1"}, []string{"2 person.not-pesel person"}},
		{"twelve digits", []string{"person", "426819114460"}, []string{"2 person.not-pesel person"}},
		{"11 digits said to be no PESEL", []string{"person", "00000000000", "no_pesel", "yes"}, none},
		{"a man's sex on a woman's number", []string{"sex", "man"}, []string{"2 pesel.sex sex"}},
		{"a non-binary person", []string{"sex", "non_binary"}, none},
		{"another birth date", []string{"birth_date", "2242-08-18"}, []string{"2 pesel.birth-date birth_date"}},
		{"another age", []string{"age", "26"}, []string{"2 pesel.age age", "2 age.birth-date age"}},
		{"the day before the birthday", []string{"entry_date", "2267-08-18", "age", "24", "unemployed_since", ""}, []string{"2 dates.period entry_date"}},
		{"17", []string{"person", "SYN-1", "no_pesel", "", "birth_date", "", "age", "17"}, []string{"2 age.minor age"}},
		{"18", []string{"person", "SYN-1", "no_pesel", "", "birth_date", "", "age", "18"}, none},
		{"born after the entry", []string{"person", "SYN-1", "no_pesel", "", "birth_date", "2267-08-20"}, []string{"2 dates.birth-entry entry_date"}},
		{"exit before entry", []string{"exit_date", "2267-08-18", "employed_on", "", "qualified_on", "", "support_end", ""},
			[]string{"2 dates.entry-exit exit_date", "2 dates.support-exit exit_date", "2 dates.period exit_date"}},
		{"exit on the day of entry", []string{"exit_date", "2267-08-19", "employed_on", "", "qualified_on", "", "support_end", ""}, none},
		{"support before entry", []string{"support_date", "2267-08-18"}, []string{"2 dates.support-entry support_date", "2 dates.period support_date"}},
		{"support after exit", []string{"support_date", "2268-06-01", "last_support_date", "2268-06-01", "support_end", ""}, []string{"2 dates.support-exit exit_date", "2 dates.period support_date", "2 dates.period last_support_date"}},
		{"unemployed since after the entry", []string{"unemployed_since", "2267-08-20"}, []string{"2 dates.unemployed-entry entry_date"}},
		{"day 29", []string{"employed_on", "2268-06-29"}, []string{"2 result.late employed_on"}},
		{"on the day of exit", []string{"employed_on", "2268-05-31"}, none},
		{"before the exit", []string{"employed_on", "2268-05-30"}, []string{"2 result.during employed_on"}},
		{"a qualification before the exit is in order", []string{"qualified_on", "2267-09-01"}, none},
		{"work before the entry", []string{"employed_on", "2267-08-18"}, []string{"2 result.employed-before employed_on"}},
		{"a qualification before the entry", []string{"qualified_on", "2267-08-18"}, []string{"2 result.qualified-before qualified_on"}},
		{"education before the entry", []string{"education_on", "2267-08-18"}, []string{"2 result.education-before education_on"}},
		{"a search before the entry", []string{"job_search_on", "2267-08-18"}, []string{"2 result.job-search-before job_search_on"}},
		{"employed and takes up work", []string{"labour_status", "employed", "labour_status_detail", "other", "unemployed_since", "", "jobless_household", "no"},
			[]string{"2 result.employed-at-entry exit_situation"}},
		{"in education and enters it", []string{"labour_status", "inactive", "labour_status_detail", "in_education", "unemployed_since", "", "exit_situation", "education"},
			[]string{"2 result.in-education-at-entry exit_situation"}},
		{"unemployed and seeks work", []string{"exit_situation", "job_search"}, []string{"2 result.seeking-at-entry exit_situation"}},
		{"nothing and something", []string{"exit_situation", "none|employment"}, []string{"2 result.none-and-some exit_situation"}},
		{"nothing and competences", []string{"exit_situation", "none|competences"}, none},
		{"unemployed with the detail of another", []string{"labour_status_detail", "self_employed"}, []string{"2 status.detail-unemployed labour_status_detail"}},
		{"inactive, long-term unemployed", []string{"labour_status", "inactive", "unemployed_since", ""}, []string{"2 status.detail-inactive labour_status_detail"}},
		{"employed, long-term unemployed", []string{"labour_status", "employed", "unemployed_since", "", "jobless_household", "no", "exit_situation", ""},
			[]string{"2 status.detail-employed labour_status_detail"}},
		{"inactive with a spell of unemployment", []string{"labour_status", "inactive", "labour_status_detail", "other"}, []string{"2 status.unemployed-since unemployed_since"}},
		{"employed in a jobless household", []string{"labour_status", "employed", "labour_status_detail", "other", "unemployed_since", "", "exit_situation", ""},
			[]string{"2 household.employed jobless_household"}},
		{"children in a household that is not jobless", []string{"jobless_household", "no", "jobless_household_children", "yes"},
			[]string{"2 household.children jobless_household_children"}},
		{"no education", []string{"education", ""}, []string{"2 record.incomplete education"}},
		{"no age but dates that give it", []string{"age", ""}, none},
		{"no age and no birth date", []string{"age", "", "birth_date", ""}, []string{"2 record.incomplete age"}},
		{"a refusal keeps the record complete", []string{"disability", "refused"}, []string{"2 answer.refused disability"}},
		{"no identifier", []string{"person", "", "no_pesel", ""}, []string{"2 row.no-person person"}},
		{"no PESEL and nothing else", []string{"person", "", "no_pesel", "yes"}, []string{"2 person.no-other-identifier person"}},
		{"no PESEL and a code", []string{"person", "SYN-1", "no_pesel", "yes"}, none},
		{"a family is no person", []string{"record", "household", "person", "", "age", "900", "sex", ""}, none},
	} {
		if diff := gocmp.Diff(c.want, rulesOf(t, periodOf2267(), clean().with(c.change...))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestRowsOfOnePersonAreComparedWithEachOther(t *testing.T) {
	man := clean().with("person", "SYN-A", "birth_date", "", "no_pesel", "")
	for _, c := range []struct {
		name   string
		people []person
		want   []string
	}{
		{"one person, one row a support", []person{man, man.with("support_date", "2267-09-01"), man.with("support_date", "2267-09-02")}, nil},
		{"two sexes", []person{man, man.with("support_date", "2267-09-01"), man.with("sex", "man")},
			[]string{"2 person.contradiction sex", "3 person.contradiction sex", "4 person.contradiction sex"}},
		{"a missing value contradicts nothing", []person{man, man.with("education", "")}, []string{"3 record.incomplete education"}},
		{"another education at the same entry", []person{man, man.with("education", "isced4")},
			[]string{"2 person.contradiction-at-entry education", "3 person.contradiction-at-entry education"}},
		{"another education at a later entry", []person{man, man.with("education", "isced4", "entry_date", "2267-09-01", "support_date", "")}, nil},
		{"two exits of one entry", []person{man, man.with("exit_date", "2268-05-30", "employed_on", "", "support_end", "")},
			[]string{"2 person.contradiction-at-entry exit_date", "3 person.contradiction-at-entry exit_date"}},
		{"the code of another project is another person", []person{man, man.with("project", "SYN-2", "sex", "man")}, nil},
		{"a PESEL in two projects", []person{clean(), clean().with("support_date", ""), clean().with("project", "SYN-2")},
			[]string{"2 person.several-projects person", "4 person.several-projects person"}},
		{"a row without its project number is of none", []person{clean(), clean().with("project", "")}, nil},
	} {
		if diff := gocmp.Diff(c.want, rulesOf(t, periodOf2267(), c.people...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// Each rule of the file has a case above.
func TestEveryRuleHasACase(t *testing.T) {
	rules, err := Rules()
	if err != nil {
		t.Fatal(err)
	}
	text := string(must(t, "facts_test.go")) + string(must(t, "duplicates_test.go")) + string(must(t, "sense_test.go"))
	for _, r := range rules {
		if !strings.Contains(text, r.Code+" ") && !strings.Contains(text, `"`+r.Code+`"`) {
			t.Errorf("no case for %s", r.Code)
		}
	}
}

// Each name in the rules is a field or term of the schema.
func TestRulesNameFieldsAndTermsThatExist(t *testing.T) {
	rules, err := Rules()
	if err != nil {
		t.Fatal(err)
	}
	schema := testSchema(t)
	for _, r := range rules {
		for _, f := range append([]string{r.Place, r.Earlier}, r.Fields...) {
			if f != "" && schema.Index(f) < 0 {
				t.Errorf("%s: no field %q", r.Code, f)
			}
		}
		for _, c := range r.Conditions {
			f := schema.Field(c.Field)
			if f == nil {
				t.Errorf("%s: no field %q", r.Code, c.Field)
				continue
			}
			for _, term := range slices.Concat(c.In, c.Not) {
				if f.Vocabulary.Bit(term) == 0 {
					t.Errorf("%s: %s has no term %q", r.Code, c.Field, term)
				}
			}
		}
	}
}

func TestThePeriodHasAMarginAndMayBeUnknown(t *testing.T) {
	early := clean().with("person", "SYN-1", "no_pesel", "", "birth_date", "", "entry_date", "2267-08-16", "unemployed_since", "")
	for margin, want := range map[int]int{0: 1, 2: 1, 3: 0} {
		o := periodOf2267()
		o.MarginDays = margin
		if got := rulesOf(t, o, early); len(got) != want {
			t.Errorf("margin %d: %v", margin, got)
		}
	}
	if got := rulesOf(t, Options{}, early.with("entry_date", "1900-01-01", "education", "")); len(got) != 0 {
		t.Errorf("no period and no complete record: %v", got)
	}
}

func TestAMissingColumnIsToldOncePerFile(t *testing.T) {
	c, err := New(Options{CompleteRecord: []string{"age", "education"}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range 3 {
		b := batchOf(t, testSchema(t), "osoby-made-up.csv", []string{"person", "sex", "birth_date", "entry_date"}, row{i + 2, clean()})
		for _, p := range c.Add(b) {
			got = append(got, p.Rule+" "+p.Field+" "+p.Position.String())
		}
	}
	if diff := gocmp.Diff([]string{"record.no-column education osoby-made-up.csv"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheLimitOfComparedRowsIsTold(t *testing.T) {
	man := clean().with("person", "SYN-A", "birth_date", "", "no_pesel", "")
	got := rulesOf(t, Options{MaxRows: 2}, man, man.with("support_date", "2267-09-01"), man.with("sex", "man"), man)
	if diff := gocmp.Diff([]string{"4 check.limit person"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTwoProjectsOfABatchShareTheirPersons(t *testing.T) {
	persons, err := NewPersons()
	if err != nil {
		t.Fatal(err)
	}
	fields := []string{"person", "sex"}
	for _, name := range []string{"a", "b", "c"} {
		c, err := New(Options{Project: name, Persons: persons})
		if err != nil {
			t.Fatal(err)
		}
		rows := []row{{2, person{"person": "SYN-1", "sex": "man"}}}
		if name != "c" {
			rows = append(rows, row{3, person{"person": "42681911446", "sex": "woman"}})
		}
		c.Add(batchOf(t, testSchema(t), "osoby-made-up.csv", fields, rows...))
		if got := c.Finish(); len(got) != 0 {
			t.Errorf("%s alone: %v", name, got)
		}
	}
	var got []string
	for _, f := range persons.Finish() {
		got = append(got, fmt.Sprintf("%s %d %s %s", f.Project, f.Problem.Position.Row, f.Problem.Rule, f.Problem.Severity))
	}
	if diff := gocmp.Diff([]string{"a 3 person.several-projects note", "b 3 person.several-projects note"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOptionsThatCannotBeMeantAreRefused(t *testing.T) {
	for _, o := range []Options{{From: "1.1.2021 r"}, {From: "2022-01-01", To: "2021-01-01"}, {MarginDays: -1}, {MaxRows: -1}, {CompleteRecord: []string{"shoe"}}} {
		if _, err := New(o); err == nil {
			t.Errorf("%+v is accepted", o)
		}
	}
}

func must(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
