package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

func sampleRules() []Rule {
	exit := Lacking{"exit_date", bi("data zakończenia udziału", "date of exit")}
	return []Rule{
		{Code: datasets.RuleUnknownValue, Severity: datasets.Warning, Text: bi("wartości nie ma w słowniku | <i>", "the value is not in the dictionary | <i>"), Source: "domain 4.3", Said: bi("słowniki SL2014", "dictionaries of SL2014"), Ran: true, Found: 1},
		{Code: "pesel.sex", Severity: datasets.Warning, Text: bi("płeć jest inna niż w numerze PESEL", "the sex is not that of the PESEL"), Source: "SOWA-DICT", Ran: true},
		{Code: "dates.entry-exit", Severity: datasets.Error, Text: bi("koniec przed początkiem", "exit before entry"), Source: "domain 4.9", Lacks: []Lacking{exit}},
		{Code: "dates.period", Severity: datasets.Warning, Text: bi("poza okresem", "outside the period"), Source: "domain 4.9", Ran: true, Lacks: []Lacking{exit}},
		{Code: "record.incomplete", Severity: datasets.Warning, Text: bi("rekord niepełny", "incomplete record"), Source: "SFC-PART", Unasked: bi("zestaw reguł tego nie wymaga", "the rule set does not ask for it")},
	}
}

func sampleCorrections() *Corrections {
	return &Corrections{Name: "corrections.csv", Size: 310, SHA256: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", Lines: 3, Records: 2,
		Fields: []CorrectedField{{"sex", bi("płeć", "sex"), 1}, {"municipality", bi("gmina", "municipality"), 2}},
		Made:   []datasets.CorrectedCell{{Line: 2, Field: "sex", Shown: true, Old: "woman", New: "man", Reason: "z dowodu", Who: "Zmyślona Ewaluatorka"}}}
}

// The counts of rules that found something, nothing, and could not run add up to all rules.
func TestDataChecksAccountForEveryRule(t *testing.T) {
	p := rulesPart(sample(t))
	want := "Participants were checked by 5 rules: 1 found something (places: 1), 2 found nothing, 2 could not be carried out."
	if len(p.lead) != 1 || !strings.HasPrefix(p.lead[0].EN, want) {
		t.Errorf("%v, want %s", p.lead, want)
	}
	if len(p.pieces) != 2 || len(p.pieces[0].grid.rows) != 1 || len(p.pieces[1].grid.rows) != 2 || p.file != "problems.csv" {
		t.Errorf("%d tables, link %q", len(p.pieces), p.file)
	}
	if p := rulesPart(&Report{}); len(p.lead)+len(p.pieces) != 0 {
		t.Error("a report without participants has data checks")
	}
}

// Who corrected something and why is in no public output, and results.json reads back.
func TestCorrectionsAreToldWithoutTheirAuthors(t *testing.T) {
	r := sample(t)
	var all bytes.Buffer
	for _, l := range evaluate.Langs() {
		if err := WriteHTML(&all, r, l); err != nil {
			t.Fatal(err)
		}
		if err := WriteMarkdown(&all, r, l); err != nil {
			t.Fatal(err)
		}
	}
	var results bytes.Buffer
	if err := WriteJSON(&results, r); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"Zmyślona Ewaluatorka", "z dowodu"} {
		if strings.Contains(all.String()+results.String(), secret) {
			t.Errorf("%q is told", secret)
		}
	}
	back, err := ReadJSON(&results)
	if err != nil {
		t.Fatal(err)
	}
	want := *r.Corrections
	want.Made, want.Name, want.Size, want.SHA256 = nil, "", 0, "" // for the manifest
	if diff := cmp.Diff(&want, back.Corrections); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(r.Rules, back.Rules); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(r.Persons, back.Persons); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Persons are counted only where every participation can be linked.
func TestUniquePersonsAreNeverGuessed(t *testing.T) {
	for _, c := range []struct {
		name  string
		u     Unique
		known bool
		want  string
	}{
		{"all linked", Unique{Projects: 2, Participations: 9, Linked: 9, Persons: 8}, true, "8"},
		{"codes", *sampleUnique(), false, "participations without a PESEL: 60 (projects: 1)"},
		{"no export", Unique{Projects: 2, Without: 1, Participations: 9, Linked: 9, Persons: 8}, false, "projects without an export of participants: 1"},
		{"too many", Unique{Projects: 2, Participations: 9, Linked: 9, Persons: 8, Partial: true}, false, "more participations than can be compared"},
	} {
		f := c.u.Figures()[3]
		if (f.Status == evaluate.Known) != c.known || !strings.Contains(f.Text(evaluate.EN)+f.Reason.EN, c.want) {
			t.Errorf("%s: %s %s", c.name, f.Text(evaluate.EN), f.Reason.EN)
		}
	}
}
