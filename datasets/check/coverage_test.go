package check

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

func outcomeOf(t *testing.T, o Options, fields []string, people ...person) map[string]Outcome {
	t.Helper()
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for i, p := range people {
		rows = append(rows, row{i + 2, p})
	}
	c.Add(batchOf(t, testSchema(t), "osoby-made-up.csv", fields, rows...))
	c.Finish()
	all := map[string]Outcome{}
	for _, out := range c.Outcomes() {
		all[out.Rule.Code] = out
	}
	return all
}

func TestRulesThatLackAColumnDoNotRun(t *testing.T) {
	all := outcomeOf(t, Options{}, []string{"person", "sex", "entry_date", "exit_date", "employed_on"}, clean())
	for code, want := range map[string]struct {
		ran   bool
		lacks []string
		asked bool
	}{
		"pesel.sex":            {true, nil, true},
		"pesel.birth-date":     {false, []string{"birth_date"}, true},
		"dates.entry-exit":     {true, nil, true},
		"dates.support-exit":   {false, []string{"support_date", "last_support_date"}, true},
		"dates.period":         {false, nil, false},
		"record.incomplete":    {false, nil, false},
		"result.late":          {true, []string{"qualified_on", "education_on", "job_search_on"}, true},
		"household.children":   {false, []string{"jobless_household_children", "jobless_household"}, true},
		"answer.refused":       {false, []string{"disability", "minority_or_migrant", "minority", "other_disadvantage", "disability_significant"}, true},
		"row.no-person":        {true, nil, true},
		"person.contradiction": {true, []string{"birth_date"}, true},
	} {
		got := all[code]
		if got.Ran != want.ran || (got.Unasked.EN == "") != want.asked {
			t.Errorf("%s: ran %v, unasked %q", code, got.Ran, got.Unasked.EN)
		}
		if diff := gocmp.Diff(want.lacks, got.Lacks); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
	}
	for code, out := range outcomeOf(t, periodOf2267(), nil, clean()) {
		if code == "person.duplicate" || code == "person.overlap" {
			if out.Ran || out.Unasked != noPerson {
				t.Errorf("%s ran where a row is not a person: %+v", code, out)
			}
			continue
		}
		if !out.Ran || len(out.Lacks) > 0 {
			t.Errorf("%s did not run on a file with every column: %+v", code, out)
		}
	}
	if out := outcomeOf(t, Options{}, nil, clean().with("person", "SYN-1"))["pesel.sex"]; out.Ran || out.Unasked.EN != "no identifier has the form of a PESEL" {
		t.Errorf("%+v", out)
	}
}

// Every rule that the code of the house gives a Problem is in the list.
func TestEveryRuleOfAProblemIsListed(t *testing.T) {
	listed := map[string]bool{}
	for _, read := range []func() ([]Rule, error){Rules, ReadingRules} {
		rules, err := read()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rules {
			listed[r.Code] = true
			if words := r.Words(3); strings.ContainsAny(words.PL+words.EN, "{}") || words.PL == "" || words.EN == "" {
				t.Errorf("%s says %q, %q", r.Code, words.PL, words.EN)
			}
		}
	}
	rule := regexp.MustCompile(`\bRule(?:[A-Z]\w*)?\s*[:=]\s*"([a-z]+\.[a-z-]+)"|^\s*"(sheet\.[a-z-]+)"`)
	seen := 0
	for _, pattern := range []string{"../*.go", "../*/*.go", "../../evaluate/batch/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range rule.FindAllStringSubmatch(string(text), -1) {
				if seen++; !listed[m[1]+m[2]] {
					t.Errorf("%s: the rule %s is not in rules.yaml", file, m[1]+m[2])
				}
			}
		}
	}
	if seen < 15 {
		t.Errorf("only %d rules were found in the code: the search is broken", seen)
	}
}
