package batch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate/audit"
)

// madeUpPersons is the heading of the persons of both projects: one person is in both, under a number that is nobody's.
const madeUpPersons = "person;sex;age;entry_date;education;labour_status;eyes\n"

// sharedRun is a run of two made-up projects under a key of the user, with the data of both.
func sharedRun(t *testing.T) (data, out string) {
	t.Helper()
	persons, err := check.PersonsUnder([]byte("0123456789abcdefghijklmnopqrstuv"))
	if err != nil {
		t.Fatal(err)
	}
	return runShared(t, persons)
}

func runShared(t *testing.T, persons *check.Persons) (data, out string) {
	t.Helper()
	dir := t.TempDir()
	data, out = filepath.Join(dir, "data"), filepath.Join(dir, "out")
	var files []string
	for _, id := range []string{"second", "first"} { // the order of the page is that of the run, not of names
		at := filepath.Join(data, id)
		if err := os.MkdirAll(at, 0o700); err != nil {
			t.Fatal(err)
		}
		for name, text := range madeUpInputs {
			if name == "corrections.csv" {
				continue
			}
			text = strings.Replace(text, "id: verified", "id: "+id, 1)
			if name == "people-made-up.csv" {
				text = madeUpPersons + madeUpPESEL + ";kobieta;30;2021-01-05;isced3;unemployed;1\nKOD-2;kobieta;31;2021-01-05;isced3;inactive;2\n"
			}
			if err := os.WriteFile(filepath.Join(at, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		files = append(files, filepath.Join(at, ProjectFile))
	}
	done, err := RunAll(context.Background(), files, out, 2, Options{Version: "test", Persons: persons, TolerateFaults: true})
	if err != nil || done.Outcomes[0].Err != nil || done.Outcomes[1].Err != nil || done.Unique.Persons != 1 || done.Unique.Linked != 2 {
		t.Fatal(err, done.Outcomes, done.Unique)
	}
	return data, out
}

// madeUpPESEL has the form of a PESEL of somebody born in 1801, with another check digit.
const madeUpPESEL = "01810100007"

func overviewOf(t *testing.T, out, data string) []audit.Verdict {
	t.Helper()
	folders, err := FinishedIn(out)
	if err != nil {
		t.Fatal(err)
	}
	done, err := VerifyAll(context.Background(), out, folders, data, 2, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return done.Overview
}

// A caller who tells no persons apart gets the page that verify writes again.
func TestThePageOfARunWithoutPersonsIsVerified(t *testing.T) {
	data, out := runShared(t, nil)
	if all := overviewOf(t, out, data); len(all) != 1 || all[0].Answer != audit.Match {
		t.Error(all)
	}
}

// The page is written again without the key, with the persons of several projects; a digit changed on it is
// named, and so is a project that is gone. A run beside it that the page does not show is left out.
func TestTheOverviewIsVerified(t *testing.T) {
	data, out := sharedRun(t)
	if err := os.CopyFS(filepath.Join(out, "another"), os.DirFS(filepath.Join(out, "first"))); err != nil {
		t.Fatal(err)
	}
	matches := func(found []audit.Verdict) bool {
		return len(found) == 1 && found[0].Name == overviewFile && found[0].Answer == audit.Match
	}
	if found := overviewOf(t, out, data); !matches(found) {
		t.Fatalf("%+v", found)
	}
	page := filepath.Join(out, overviewFile)
	kept, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, to, figure, stands, computed string }{
		{`data-figure="batch/persons/linked" value="1" class="known">1<`, `data-figure="batch/persons/linked" value="1" class="known">2<`, "batch/persons/linked", "2", "1"},
		{"Udział to suma", "Udział to 5uma", "", "5uma", "suma"},
		{"PESEL: 2 (", "PESEL: 3 (", "", "PESEL: 3 (", "PESEL: 2 ("},
	} {
		change(t, page, c.from, c.to)
		found := overviewOf(t, out, data)
		if found[0].Answer != audit.IsDifferent || len(found[0].Differences) != 1 {
			t.Fatalf("%s: %+v", c.to, found)
		}
		d := found[0].Differences[0]
		if d.Figure != c.figure || !strings.HasPrefix(d.Place, "line ") || !strings.Contains(*d.Stands, c.stands) || !strings.Contains(*d.Computed, c.computed) {
			t.Errorf("%s: %q at %s: %s, %s", c.to, d.Figure, d.Place, *d.Stands, *d.Computed)
		}
		if err := os.WriteFile(page, kept, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(out, "first", manifestFile)); err != nil {
		t.Fatal(err)
	}
	found := overviewOf(t, out, data)
	if len(found) != 2 || found[0].Answer != audit.Cannot || !slices.ContainsFunc(found, func(v audit.Verdict) bool { return v.Name == "first" && v.Answer == audit.Cannot }) {
		t.Errorf("%+v", found)
	}
}
