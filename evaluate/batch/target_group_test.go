package batch

import (
	"testing"

	"github.com/efseval/efseval/datasets"
)

// Three values of logic: inside, outside, and not told. Nobody is inside and outside.
func TestTargetGroupTellsOnlyWhatIsKnown(t *testing.T) {
	const people = `== osoby-made-up.csv
person;sex;age;entry_date;education;labour_status;disability
YES;kobieta;30;2021-01-05;isced3;unemployed;tak
NO;kobieta;30;2021-01-05;isced3;employed;nie
BLANK;kobieta;;2021-01-05;isced3;;
`
	for criterion, want := range map[string][3]string{ // of YES, NO and BLANK
		"{field: disability, in: [yes]}":                                                                       {"", ruleOutside, ruleUntold},
		"{not: {field: disability, in: [yes]}}":                                                                {ruleOutside, "", ruleUntold},
		"{not: {not: {field: disability, in: [yes]}}}":                                                         {"", ruleOutside, ruleUntold},
		"{field: disability, in: [yes], or_missing: true}":                                                     {"", ruleOutside, ""},
		"{known: disability}":                                                                                  {"", "", ruleOutside},
		"{all: [{age: {from: 18}}, {field: labour_status, in: [unemployed]}]}":                                 {"", ruleOutside, ruleUntold},
		"{any: [{age: {from: 40}}, {field: labour_status, in: [unemployed]}]}":                                 {"", ruleOutside, ruleUntold},
		"{any: [{everyone: true}, {age: {from: 40}}]}":                                                         {"", "", ""},
		"{all: [{age: {from: 40}}, {field: labour_status, in: [unemployed]}]}":                                 {ruleOutside, ruleOutside, ruleUntold},
		"{any: [{field: homeless, in: [yes], optional: true}, {field: labour_status, in: [employed]}]}":        {ruleOutside, "", ruleUntold},
		"{not: {any: [{field: homeless, in: [yes], optional: true}, {field: labour_status, in: [employed]}]}}": {"", ruleOutside, ruleUntold},
	} {
		text := "== project.yaml\nid: made-up\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-2014-2020\nparticipants: {file: osoby-made-up.csv}\n" +
			"target_group:\n  text: {pl: grupa, en: group}\n  source: made up\n  criterion: " + criterion + "\n" + people
		p, err := Load(writeProject(t, t.TempDir(), text))
		if err != nil {
			t.Fatal(err)
		}
		found, err := Examine(t.Context(), p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got [3]string
		for _, p := range found.Problems {
			if p.Rule == ruleOutside || p.Rule == ruleUntold {
				got[p.Position.Row-2] += p.Rule
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", criterion, got, want)
		}
		for _, r := range found.NotRun {
			t.Errorf("%s: %s did not run: %v", criterion, r.Code, r.Lacks)
		}
	}
	var none *targetGroup
	if err := none.look(nil, &[]datasets.Problem{}); err != nil || none.rules() != nil {
		t.Error("a project without a target group is held to one")
	}
}
