package indicators

import (
	"errors"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

const smallSet = `name: small
version: 1
period: 2014-2020
parameters: {genders: [woman, man], immediate_days: 28, longer_term_months: 6}
definitions:
  - code: A1
    name: {pl: pierwszy, en: first}
    stage: output
    achieved: § 
`

// Each fault says its line, what is wrong and, where there is one, the word that was meant.
func TestFaultsOfADefinitionHaveAPlace(t *testing.T) {
	for criterion, want := range map[string]string{
		`{field: labor_status, in: [inactive]}`:                     `9:16: A1: unknown field "labor_status"; did you mean "labour_status"?`,
		`{field: labour_status, in: [inactiv]}`:                     `9:16: A1: field labour_status has no term "inactiv"; did you mean "inactive"?`,
		`{any: [{everyone: true}, {indicator: A2}]}`:                `9:41: A1: unknown indicator "A2"; did you mean "A1"?`,
		`{indicator: A1}`:                                           `9:16: A1: the definitions refer to each other in a circle: A1 -> A1`,
		`{feld: sex, in: [woman]}`:                                  `9:16: unknown key "feld" of a criterion; did you mean "field"?`,
		`{age: {under: 25}}`:                                        `9:22: unknown key "under" of an age band`,
		`{age: {from: 30, to: 20}}`:                                 `9:16: A1: nobody is of that age`,
		`{age: {}}`:                                                 `9:16: A1: age wants`,
		`{age: {from: 65536}}`:                                      `9:16: A1: nobody is of that age: 65536; ages go from 0 to 150`,
		`{age: {from: 18, to: 65560}}`:                              `9:16: A1: nobody is of that age: 65560`,
		`{age: {below: -9223372036854775808}}`:                      `9:16: A1: nobody is of that age: -9223372036854775808`,
		`{age: {below: 0}}`:                                         `9:16: A1: nobody is of that age`,
		`{field: employed_on, within_days_of_exit: 4294967296}`:     `9:16: A1: field employed_on: the window is longer than 100 years`,
		`{field: employed_on, within_months_of_exit: 153391690}`:    `9:16: A1: field employed_on: the window is longer than 100 years`,
		`{field: sex, has: [woman]}`:                                `9:16: A1: field sex is a category; test it with in: [...]`,
		`{field: age, in: ["25"]}`:                                  `9:16: A1: field age is a count; only known:`,
		`{field: exit_situation, in: [employment]}`:                 `9:16: A1: field exit_situation is a set; test it with has:`,
		`{field: employed_on, within: efficiency}`:                  `9:16: A1: field employed_on: the rule set has no window of the efficiency criterion`,
		`{field: employed_on, within: soon}`:                        `9:16: A1: field employed_on: unknown window "soon"`,
		`{field: employed_on, within_days_of_exit: -1}`:             `9:16: A1: field employed_on: the window is negative`,
		`{field: entry_date, before: 2018-02-30}`:                   `9:16: A1: before: "2018-02-30" is not a day of the calendar; write it as 2018-08-02`,
		`{field: entry_date, from: 2.08.2018}`:                      `9:16: A1: from: "2.08.2018" is not a day of the calendar`,
		`{field: entry_date, from: 2018-08-02, before: 2018-08-02}`: `9:16: A1: field entry_date: no day is from 2018-08-02 and before 2018-08-02`,
		`{field: sex, before: 2018-08-02}`:                          `9:16: A1: field sex is a category; test it with in: [...]`,
		`{before: 2018-08-02}`:                                      `9:16: A1: before without field`,
		`{field: entry_date, from: 2018-08-02, within: immediate}`:  `9:16: A1: field entry_date wants exactly one test`,
		`{field: sex}`:                                              `9:16: A1: field sex wants exactly one test`,
		`{in: [woman]}`:                                             `9:16: A1: in without field`,
		`{field: sex, in: []}`:                                      `9:16: A1: field sex: the list of terms is empty`,
		`{all: []}`:                                                 `9:16: A1: all: the list is empty`,
		`{everyone: true, known: sex}`:                              `9:16: A1: the criterion is both known and everyone`,
		`{known: sex, or_missing: true}`:                            `9:16: A1: or_missing belongs to a field`,
		`{all: [{known: sex, optional: true}]}`:                     `9:23: A1: optional has a meaning only for a part of any, or under not`,
		`{not: {everyone: false}}`:                                  `9:22: A1: the criterion says nothing`,
		`{everyone: false}`:                                         `6:5: A1: achieved: is missing`,
		`[everyone]`:                                                `9:15: a criterion is not a mapping`,
		`*other`:                                                    `9:16: could not find alias "other"`, // a definition says all of itself
		strings.Repeat("{not: ", 80) + "{everyone: true}" + strings.Repeat("}", 80): `A1: criteria nest deeper than 64`,
	} {
		_, err := ParseSet([]byte(strings.Replace(smallSet, "§", criterion, 1)))
		checkFault(t, criterion, err, want)
	}
}

func checkFault(t *testing.T, name string, err error, want string) {
	t.Helper()
	var fault *Fault
	if !errors.As(err, &fault) {
		t.Errorf("%s: got %v, want a Fault that says %q", name, err, want)
		return
	}
	if !strings.Contains(err.Error(), want) {
		t.Errorf("%s:\ngot  %s\nwant %s", name, err, want)
	}
}

func TestFaultsOfASet(t *testing.T) {
	good := strings.Replace(smallSet, "§", "{everyone: true}", 1)
	if _, err := ParseSet([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, to, want string }{
		{"stage: output", "stage: outcome", `6:5: A1: stage "outcome" is unknown; there are output`},
		{"code: A1", "code: participants", `the code "participants" is taken`},
		{"code: A1", "kode: A1", `6:5: unknown key "kode" of a definition; did you mean "code"?`},
		{"en: first", "en: ''", "name: wants pl and en"},
		{"stage: output", "stage: output\n    unit: euro", `unit "euro" is unknown; there are persons, projects, entities, objects`},
		{"stage: output", "stage: output\n    unit: projects", `6:5: A1: unit projects cannot be counted from participations; a number of projects is a fact`},
		{"stage: output", "stage: output\n    fact: true", `6:5: A1: a fact is stated by the project and not counted; leave eligible and achieved out`},
		{"achieved: {everyone: true}", "fact: true\n    records: all", `leave records out`},
		{"achieved: {everyone: true}", "fact: true\n  - {code: B2, name: {pl: b, en: b}, stage: output, achieved: {indicator: A1}}", `B2: A1 is a fact that the project states`},
		{"definitions:", "thresholds: [{code: A2, name: {pl: a, en: a}, at_least: 22, source: {clause: c, mark: m}}]\ndefinitions:", `5:15: threshold: unknown indicator "A2"; did you mean "A1"?`},
		{"definitions:", "thresholds: [{code: A1, name: {pl: a, en: a}, at_least: 101, source: {clause: c, mark: m}}]\ndefinitions:", `threshold of A1: at_least is 101, want a per cent`},
		{"definitions:", "thresholds: [{code: A1, name: {pl: a, en: a}, at_least: 22}]\ndefinitions:", `threshold of A1: source: wants clause and mark`},
		{"definitions:", "thresholds: [{code: A1, at_least: 22, source: {clause: c, mark: m}}]\ndefinitions:", `threshold of A1: name: wants pl and en`},
		{"definitions:", "thresholds: [{code: A1, name: {pl: a, en: a}, of: {field: seks, in: [man]}, at_least: 22, source: {clause: c, mark: m}}]\ndefinitions:", `A1: unknown field "seks"; did you mean "sex"?`},
		{"definitions:", "thresholds: [{code: A1, at_least: many}]\ndefinitions:", `many`},
		{"definitions:", "thresholds: [{code: A1, least: 22}]\ndefinitions:", `unknown key "least" of a threshold`},
		{"stage: output", "stage: output\n    records: every", `6:5: A1: records "every" is unknown; there are complete, all`},
		{"stage: output", "stage: immediate_result\n    records: all", "6:5: A1: records: all is for outputs"},
		{"[woman, man]", "[woman, mann]", `unknown gender "mann"; did you mean "man"?`},
		{"immediate_days", "immediate_day", `4:37: unknown field "immediate_day"`},
		{"version: 1", "version: 0", "wants name, version"},
		{"[woman, man]", "[]", "genders is empty"},
		{"genders:", "long_term_unemployed: {months_from_25: 99999999}, genders:", "a period is longer than 100 years"},
		{"genders:", "complete_record: [educatoin], genders:", `unknown field "educatoin"; did you mean "education"?`},
		{"definitions:", "invariants: [{left: [A1], is: at_most, right: [leaver]}]\ndefinitions:", `unknown code "leaver"; did you mean "leavers"?`},
		{"definitions:", "invariants: [{left: [A1], is: less, right: [A1]}]\ndefinitions:", `relation "less"`},
		{"version: 1", "version: [", "2:10: "},
	} {
		_, err := ParseSet([]byte(strings.Replace(good, c.from, c.to, 1)))
		checkFault(t, c.to, err, c.want)
	}
}

func TestCirclesNameTheWay(t *testing.T) {
	text := strings.Replace(smallSet, "§", "{indicator: B2}", 1) +
		"  - {code: B2, name: {pl: b, en: b}, stage: output, eligible: {not: {indicator: C3}}, achieved: {everyone: true}}\n" +
		"  - {code: C3, name: {pl: c, en: c}, stage: output, achieved: {any: [{indicator: A1}]}}\n"
	_, err := ParseSet([]byte(text))
	checkFault(t, "circle", err, "11:71: C3: the definitions refer to each other in a circle: A1 -> B2 -> C3 -> A1")
}

// The indicators of a project are written in the same language, inside another document.
func TestCustomIndicatorsJoinASet(t *testing.T) {
	var project struct {
		Indicators []Definition `yaml:"indicators"`
	}
	text := `
indicators:
  - code: LOCAL-1
    name: {pl: "kobiety po 50. roku życia, które podjęły pracę", en: women of 50 and over who took up work}
    stage: immediate_result
    eligible: {all: [{field: sex, in: [woman]}, {age: {from: 50}}]}
    achieved: {indicator: CR04}
`
	if err := yaml.UnmarshalWithOptions([]byte(text), &project, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	base := mustLoad(t, "esf-2014-2020")
	s, err := base.With(project.Indicators...)
	if err != nil {
		t.Fatal(err)
	}
	b := batchOf(t, canonicalProfile(t), `sex,age,education,labour_status,exit_date,exit_situation
woman,50,isced3,inactive,2019-05-31,employment
woman,60,isced3,inactive,2019-05-31,none
woman,49,isced3,inactive,2019-05-31,employment
man,60,isced3,inactive,2019-05-31,employment
`)
	if got := cell(t, tableOf(t, s, b), "LOCAL-1", Total).text(); got != "1/2" {
		t.Errorf("LOCAL-1 = %s, want 1/2", got)
	}
	if base.Definition("LOCAL-1") != nil {
		t.Error("With changed the set it was called on")
	}
	project.Indicators[0].Code = "cr04"
	_, err = base.With(project.Indicators...)
	checkFault(t, "clash", err, "3:5: cr04: the code is taken by CR04 of the rule set esf-2014-2020")
}

func TestUnknownSetSuggestsTheNearest(t *testing.T) {
	_, err := LoadSet("esf-2014-2021")
	if err == nil || !strings.Contains(err.Error(), `did you mean "esf-2014-2020"?`) {
		t.Errorf("got %v", err)
	}
}
