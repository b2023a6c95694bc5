package cases_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/efseval/efseval/indicators/cases"
)

// Every case that ships holds.
func TestEveryCaseHolds(t *testing.T) {
	all, err := cases.All()
	if err != nil || len(all) < 45 {
		t.Fatalf("%d cases: %v", len(all), err)
	}
	asked := 0
	for i := range all {
		c := &all[i]
		t.Run(c.Name, func(t *testing.T) {
			values, err := c.Values()
			if err != nil {
				t.Fatal(err)
			}
			asked += len(values)
			for _, v := range values {
				if v.Got != v.Want {
					t.Errorf("%s: %s is %q, want %q", c.Title.EN, v.What, v.Got, v.Want)
				}
			}
		})
	}
	t.Logf("%d values of %d cases", asked, len(all))
}

const small = `title: {pl: "dwie kobiety, jedna bezrobotna", en: "two women, one of them unemployed"}
set: esf-2014-2020
expect:
  CO01: {total: %s}
%s---
project,person,sex,age,education,labour_status,entry_date
P1,A1,woman,30,isced3,unemployed,2018-01-10
P1,A2,woman,30,isced3,employed,2018-01-10
`

// A case can fail: each kind of thing it asks about, when it is not so, differs.
func TestACaseThatDoesNotHold(t *testing.T) {
	for what, more := range map[string]string{
		"":                  "",
		"CO01 women":        "  CO03: {women: 0/2}\n", // no fault: see below
		"incomplete":        "incomplete: {age: 1}\n",
		"no column":         "no_column: {age: 1}\n",
		"refusals":          "refusals: {education: 1}\n",
		"violations":        "violations: [sums @ women]\n",
		"thresholds":        "thresholds: [none]\n",
		"CO01 target total": "targets: {CO01: {total: 2 reached}}\n",
		"CO01 why pl":       "why: {CO01: never}\n",
		"CO01 without":      "without: {CO01: [age]}\n",
		"error":             "error: no such fact\n",
	} {
		c, err := cases.Parse("small", fmt.Sprintf(small, "1/2", more))
		if err != nil {
			t.Fatal(err)
		}
		values, err := c.Values()
		if err != nil {
			t.Fatal(err)
		}
		differs := map[string]bool{}
		for _, v := range values {
			differs[v.What] = v.Got != v.Want
		}
		if fine := what == "" || what == "CO01 women"; differs[what] == fine {
			t.Errorf("%q with %q: %v", what, more, values)
		}
	}
	c, err := cases.Parse("small", fmt.Sprintf(small, "2/2", ""))
	if err != nil {
		t.Fatal(err)
	}
	if v, err := c.Values(); err != nil || v[0] != (cases.Value{What: "CO01 total", Want: "2/2", Got: "1/2"}) {
		t.Errorf("%v %v", v, err)
	}
}

// What is no case is told with the name of the file.
func TestBrokenCases(t *testing.T) {
	for text, want := range map[string]string{
		"title: {pl: x, en: x}\n":                                                                   "small has no line ---",
		"titel: x\n---\nproject\n":                                                                  "unknown field",
		"set: none\n---\nproject\n":                                                                 `"none"`,
		"set: esf-2014-2020\n---\ntimes,project,person\nmany,P1\n":                                  "times",
		"set: esf-2014-2020\nexpect: {NO: {total: 1/1}}\n---\nproject,person\nP1,A1\n":              "no cell NO",
		"set: esf-2014-2020\nexpect: {CO01: {none: 1/1}}\n---\nproject,person\nP1,A1\n":             "none",
		"set: esf-2014-2020\ntargets: {CO01: {total: many}}\n---\nproject,person\nP1,A1\n":          "many",
		"set: esf-2014-2020\nexpect: {CO01: {total: 1/1}}\n---\nproject,person,sex\nP1,A1,lady\n":   "small:2",
		"set: esf-2014-2020\nexpect: {CO01: {total: 1/1}}\n---\nproject,person,sex\nP1,A1,\"lady\n": "quote",
	} {
		c, err := cases.Parse("small", text)
		if err == nil {
			_, err = c.Values()
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; want %q", text, err, want)
		}
	}
}
