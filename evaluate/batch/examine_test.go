package batch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// broken are faults that a project can have, alone or together: what stands in its files.
var broken = map[string][2]string{ // fault -> what is replaced in the sound project, by what
	"ledger":    {"Kursy;50 zł", "Kursy;49 zł"},
	"no task":   {"Staże;50 zł", ";50 zł"},
	"EU part":   {"total: \"100 zł\",", "total: \"100 zł\", eu: \"200 zł\","},
	"promise":   {"promise: none", "promise: once"},
	"value":     {"KOD-2;mężczyzna", "KOD-2;mezszczyzna"},
	"number":    {";31;", ";trzydzieści;"},
	"exit":      {"2021-05-06", "2020-05-06"},
	"scale":     {"2021-05-05;3;4", "2021-05-05;3;9"},
	"wave":      {"B;po", "B;kiedyś"},
	"late":      {"A;przed;2021-01-05", "A;przed;2022-01-05"},
	"no code":   {"B;po", ";po"},
	"no file":   {"ankiety-made-up.csv, items: [P1, P2]}\n    post", "brak.csv, items: [P1, P2]}\n    post"},
	"no column": {"person;sex", "person;plec"},
	"target":    {"from: 18", "from: 31"},
}

const sound = `
== project.yaml
id: made-up
title: {pl: Wymyślony, en: Made up}
rules: esf-2014-2020
participants: {file: osoby-made-up.csv, promise: none}
target_group:
  text: {pl: dorośli, en: adults}
  source: made up
  criterion: {age: {from: 18}}
cost: {total: "100 zł", ledger: {file: costs-made-up.csv}}
surveys:
  - name: motivation
    title: {pl: Motywacja, en: Motivation}
    scale: {range: [1, 5]}
    pre: {file: ankiety-made-up.csv, items: [P1, P2]}
    post: {file: ankiety-made-up.csv, items: [P1, P2]}
== osoby-made-up.csv
person;sex;age;entry_date;exit_date;education;labour_status
KOD-1;kobieta;30;2021-01-05;2021-05-05;isced3;unemployed
KOD-2;mężczyzna;31;2021-01-05;2021-05-06;isced3;unemployed
KOD-2;mężczyzna;31;2021-01-05;2021-05-06;isced3;unemployed
== costs-made-up.csv
Zadanie;Kwota ogółem
Kursy;50 zł
Staże;50 zł
== ankiety-made-up.csv
Kod;Pomiar;Data;P1;P2
A;przed;2021-01-05;1;2
A;po;2021-05-05;4;5
B;przed;2021-01-05;2;2
B;po;2021-05-05;3;4
`

func writeProject(t *testing.T, dir, text string) string {
	t.Helper()
	for _, part := range strings.Split(text, "== ")[1:] {
		name, content, _ := strings.Cut(part, "\n")
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, ProjectFile)
}

// refused tells whether a run or an examination ends with exit code 3.
func refused(err error) bool {
	var u *datasets.Unreadable
	var r *Refused
	var b *BadData
	return errors.As(err, &u) || errors.As(err, &r) || errors.As(err, &b)
}

// examinedRefused is the same of a check: what is unreadable or contradictory, or an error among its problems.
func examinedRefused(e *Examination) bool {
	return len(e.Refusals) > 0 || len(errorsOf(e.Problems)) > 0
}

// A check refuses a project if and only if a strict run does, whatever is wrong with it: nothing, each
// fault alone, and each with the next one. Each problem is told once.
func TestExaminationRefusesWhatARunRefuses(t *testing.T) {
	names := sortedKeys(broken)
	cases := [][]string{nil}
	for i, name := range names {
		cases = append(cases, []string{name}, []string{name, names[(i+1)%len(names)]})
	}
	outcomes := map[bool]int{}
	for _, faults := range cases {
		text := sound
		for _, name := range faults {
			changed := strings.Replace(text, broken[name][0], broken[name][1], 1)
			if changed == text {
				t.Fatalf("%s: %q does not stand in the project", name, broken[name][0])
			}
			text = changed
		}
		t.Run(strings.Join(faults, " and "), func(t *testing.T) {
			p, err := Load(writeProject(t, t.TempDir(), text))
			if err != nil {
				t.Skip(err) // exit code 2 of both
			}
			outcomes[sameVerdict(t, p)]++
		})
	}
	if outcomes[true] < 20 || outcomes[false] < 2 {
		t.Errorf("refused %d, carried out %d: too few of one", outcomes[true], outcomes[false])
	}
}

// sameVerdict compares a run with an examination and tells whether they refuse the project.
func sameVerdict(t *testing.T, p *Project) bool {
	t.Helper()
	_, strict := Run(t.Context(), p, Options{})
	found, err := Examine(t.Context(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if refused(strict) != examinedRefused(found) {
		t.Errorf("a run: %v\na check: %v, %v", strict, found.Refusals, errorsOf(found.Problems))
	}
	told := map[datasets.Problem]bool{}
	for _, p := range found.Problems {
		if told[p] {
			t.Errorf("told twice: %v", p)
		}
		told[p] = true
	}
	var r *Refused
	if errors.As(strict, &r) {
		for _, p := range r.Faults {
			if !told[p] {
				t.Errorf("not told: %v", p)
			}
		}
	}
	return refused(strict)
}
