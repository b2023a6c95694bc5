package batch

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/audit"
)

// overviewBy is the verification of a folder of many by a program that says it is of another version.
func overviewBy(t *testing.T, version, out, data string) []audit.Verdict {
	t.Helper()
	folders, err := FinishedIn(out)
	if err != nil {
		t.Fatal(err)
	}
	done, err := VerifyAll(context.Background(), out, folders, data, 2, Options{Version: version})
	if err != nil {
		t.Fatal(err)
	}
	return done.Overview
}

// The page of another build is held to its seal and its figures: it matches as it is, and every character that is
// another is found, in a figure, in words, in a failure, in a link and in the seal itself.
func TestThePageOfAnotherBuildIsHeldToItsSeal(t *testing.T) {
	data, out := sharedRun(t)
	page := filepath.Join(out, overviewFile)
	kept, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if found := overviewBy(t, "later", out, data); len(found) != 1 || found[0].Answer != audit.Match {
		t.Fatalf("%+v", found)
	}
	for _, c := range []struct{ from, to, figure string }{
		{`data-figure="batch/persons/linked" value="1" class="known">1<`, `data-figure="batch/persons/linked" value="1" class="known">2<`, "batch/persons/linked"},
		{"Udział to suma", "Udział to 5uma", ""},
		{"PESEL: 2 (", "PESEL: 3 (", ""},
		{`href="first/tables.xlsx"`, `href="f1rst/tables.xlsx"`, ""},
		{"</html>", "</htm1>", ""},
		{"SHA-256 of every", "SHA-255 of every", ""},
		{string(kept[strings.LastIndex(string(kept), "<!--"):]), "", ""},
	} {
		change(t, page, c.from, c.to)
		found := overviewBy(t, "later", out, data)
		if found[0].Answer != audit.IsDifferent || !strings.Contains(found[0].Why.EN, "last line") {
			t.Errorf("%s: %+v", c.to, found)
		}
		if c.figure != "" && (len(found[0].Differences) != 1 || found[0].Differences[0].Figure != c.figure) {
			t.Errorf("%s: %+v", c.to, found[0].Differences)
		}
		if err := os.WriteFile(page, kept, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// Where the data changed since, the page of another build is whole and its figures are others.
func TestAFigureOfThePageOfAnotherBuildIsNamed(t *testing.T) {
	data, out := sharedRun(t)
	change(t, filepath.Join(data, "first", "people-made-up.csv"), "kobieta;30", "mężczyzna;30")
	found := overviewBy(t, "later", out, data)
	if found[0].Answer != audit.IsDifferent || strings.Contains(found[0].Why.EN, "last line") || len(found[0].Differences) == 0 {
		t.Fatalf("%+v", found)
	}
	for _, d := range found[0].Differences {
		if d.Figure == "" || !strings.HasSuffix(d.Field, " in first") {
			t.Errorf("%+v", d)
		}
	}
}

// Of a run of which the page alone is left every project is named; a page of anything else is no run.
func TestAPageAloneNamesItsProjects(t *testing.T) {
	data, out := sharedRun(t)
	for _, name := range []string{"first", "second"} {
		if err := os.RemoveAll(filepath.Join(out, name)); err != nil {
			t.Fatal(err)
		}
	}
	found := overviewBy(t, "test", out, data)
	if len(found) != 3 || found[0].Answer != audit.Cannot || found[1].Name != "second" || found[2].Name != "first" || found[1].Answer != audit.Cannot {
		t.Fatalf("%+v", found)
	}
	change(t, filepath.Join(out, overviewFile), "PESEL: 2 (", "PESEL: 3 (")
	if found := overviewBy(t, "test", out, data); found[0].Answer != audit.IsDifferent {
		t.Errorf("%+v", found)
	}
	if err := os.WriteFile(filepath.Join(out, overviewFile), []byte(`<a href="a/b.html">x</a>`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := FinishedIn(out); err == nil {
		t.Error("a page of nobody is taken for that of a run")
	}
}
