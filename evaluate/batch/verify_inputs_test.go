package batch

import (
	"bytes"
	"context"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// madeUpInputs are a project that has every kind of input. No such project exists, and no such people.
var madeUpInputs = map[string]string{
	"project.yaml": `id: verified # 1
title: {pl: Wymyślony, en: Made up}
rules: esf-2014-2020
participants: {file: people-made-up.csv, profile: ./own.yaml}
cost: {total: "1234.56", eu: "1000.00"}
`,
	"own.yaml": `name: own
version: 1
title: {pl: Wymyślony, en: Made up}
source: made up
schema: participants
rows: person
columns:
  - {field: person, header: [person]}
  - {field: sex, header: [sex]}
  - {field: age, header: [age]}
  - {field: entry_date, header: [entry_date]}
  - {field: education, header: [education]}
  - {field: labour_status, header: [labour_status]}
ignore: [eyes]
`,
	"people-made-up.csv": `person;sex;age;entry_date;education;labour_status;eyes
KOD-1;kobieta;30;2021-01-05;isced3;unemployed;1
KOD-2;mężczyzna;31;2021-01-05;isced3;inactive;2
KOD-3;kobieta;52;2021-01-05;isced3;employed;3
`,
	"corrections.csv": `key;field;old value;new value;reason;who;date
KOD-1;age;30;29;from the declaration 1;EW;2024-02-02
`,
}

func filled(t *testing.T, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// One byte of any input that is changed is found and named with both hashes, and where the run can still be
// carried out, so are the figures that it moves.
func TestOneByteOfEveryInputIsNamed(t *testing.T) {
	for _, c := range []struct {
		what, file, from, to string
		figure               string // that moves; empty: none
		refused              bool   // the run cannot be carried out any more
	}{
		{"a comment", "project.yaml", "# 1", "# 2", "", false},
		{"a cost", "project.yaml", "1234.56", "1234.57", "cost/total", false},
		{"a broken project", "project.yaml", "rules:", "rulez:", "", true},
		{"another id", "project.yaml", "verified", "verifiet", "", false},
		{"a person", "people-made-up.csv", "KOD-2;mężczyzna", "KOD-2;kobieta", "participants/women", false},
		{"a column that nobody reads", "people-made-up.csv", ";3\n", ";4\n", "", false},
		{"a cell that cannot be read", "people-made-up.csv", ";52;", ";x2;", "", true},
		{"a reason", "corrections.csv", "declaration 1", "declaration 2", "", false},
		{"a correction that does not fit", "corrections.csv", ";30;", ";31;", "", true},
		{"a profile", "own.yaml", "source: made up", "source: made_up", "", false},
	} {
		t.Run(c.file+" "+c.what, func(t *testing.T) {
			data := filled(t, madeUpInputs)
			folder := finished(t, filepath.Join(data, ProjectFile), t.TempDir(), Options{Version: "test"})
			if v := verified(t, folder, data); v.Answer() != audit.Match {
				t.Fatal(toldOf(t, v))
			}
			change(t, filepath.Join(data, c.file), c.from, c.to)
			v := verified(t, folder, data)
			for _, in := range v.Inputs {
				if (in.Answer == audit.IsDifferent) != (path.Base(in.Name) == c.file) || path.Base(in.Name) == c.file && (in.Was == "" || in.Is == "" || in.Was == in.Is) {
					t.Errorf("%s: %s, %q -> %q", in.Name, in.Answer, in.Was, in.Is)
				}
			}
			text := toldOf(t, v)
			if line := audit.VerifyLine(v, evaluate.EN); strings.Contains(line, `\x0a`) {
				t.Errorf("lines run together in %s", line)
			}
			if v.Answer() != audit.IsDifferent || v.Why.Empty() == c.refused || c.figure != "" && !strings.Contains(text, "\n    "+c.figure+" (") || !c.refused && c.figure == "" && v.Figures.Differing > 0 {
				t.Error(text)
			}
		})
	}
}

func TestAnInputOfTheExamplesThatChangedMovesItsFigures(t *testing.T) {
	data, folder := finishedCopy(t, "katowice-pal")
	for _, name := range []string{"uczestnicy-sm-efs-synthetic.csv", "koszty-synthetic.csv", "motywacja-pre-synthetic.csv", "motywacja-post-synthetic.csv"} {
		path := filepath.Join(data, name)
		was, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, append(bytes.TrimRight(was, "\r\n"), "\n\n"...), 0o600); err != nil {
			t.Fatal(err)
		}
		if v := verified(t, folder, data); verdictOf(v.Inputs, name).Answer != audit.IsDifferent || v.Figures.Differing != 0 {
			t.Errorf("%s: %s", name, toldOf(t, v))
		}
		if err := os.WriteFile(path, was, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// A ledger that was not there is an input that the run did not have, whether it fits the data or not.
func TestALedgerThatCameLaterIsNamed(t *testing.T) {
	files := map[string]string{}
	for name, text := range madeUpInputs {
		if name != LedgerFile {
			files[name] = text
		}
	}
	data := filled(t, files)
	folder := finished(t, filepath.Join(data, ProjectFile), t.TempDir(), Options{Version: "test"})
	for _, c := range []struct {
		ledger  string
		refused bool
	}{
		{madeUpInputs[LedgerFile], false},
		{strings.Replace(madeUpInputs[LedgerFile], ";30;", ";77;", 1), true},
		{"nothing of the kind\n", true},
	} {
		if err := os.WriteFile(filepath.Join(data, LedgerFile), []byte(c.ledger), 0o600); err != nil {
			t.Fatal(err)
		}
		v := verified(t, folder, data)
		in := verdictOf(v.Inputs, LedgerFile)
		if in.Answer != audit.IsDifferent || in.Is == "" || !strings.Contains(in.Why.EN, "was not an input of the run") || v.Answer() != audit.IsDifferent || v.Why.Empty() == c.refused {
			t.Error(toldOf(t, v))
		}
	}
}

// What the run was told comes from its manifest: the key by its print, the date, the tolerance, the margin.
func TestTheOptionsOfTheRunAreThoseOfItsManifest(t *testing.T) {
	files := map[string]string{}
	for name, text := range madeUpInputs {
		files[name] = strings.Replace(text, ";52;", ";x2;", 1)
	}
	data := filled(t, files)
	persons, err := check.PersonsUnder([]byte("a key of a test, that nobody uses"))
	if err != nil {
		t.Fatal(err)
	}
	folder := finished(t, filepath.Join(data, ProjectFile), t.TempDir(), Options{Version: "test", Generated: "2026-01-31", TolerateFaults: true, MarginDays: 3, Persons: persons})
	v, err := Verify(context.Background(), folder, data, Options{Version: "test"})
	if err != nil || v.Answer() != audit.Match {
		t.Error(err, toldOf(t, v))
	}
}

// A run that wrote a part of the outputs is verified by that part.
func TestASelectionOfOutputsIsVerified(t *testing.T) {
	data := filled(t, madeUpInputs)
	folder := finished(t, filepath.Join(data, ProjectFile), t.TempDir(), Options{Version: "test", Outputs: report.Outputs{report.Figures, report.Markdown}})
	if v := verified(t, folder, data); v.Answer() != audit.Match || len(v.Outputs) != 5 {
		t.Error(toldOf(t, v))
	}
}
