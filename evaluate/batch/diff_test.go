package batch

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// ranOf carries a project out and writes what a comparison reads.
func ranOf(t *testing.T, project string) string {
	t.Helper()
	p, err := Load(filepath.Join(project, ProjectFile))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(context.Background(), p, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	sum, err := writeFile(filepath.Join(folder, resultsFile), func(w io.Writer) error { return report.WriteJSON(w, r) })
	if err != nil {
		t.Fatal(err)
	}
	sum.Name = resultsFile
	if _, err := writeFile(filepath.Join(folder, manifestFile), func(w io.Writer) error { return audit.WriteManifest(w, r, []audit.Output{sum}) }); err != nil {
		t.Fatal(err)
	}
	return folder
}

// copied is an example in a folder of its own, to be changed.
func copied(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "examples", name))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// edit changes a file of a project.
func edit(t *testing.T, project, name string, change func(text string) string) {
	t.Helper()
	path := filepath.Join(project, name)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	is := change(string(text))
	if is == string(text) {
		t.Fatalf("%s is as it was", name)
	}
	if err := os.WriteFile(path, []byte(is), 0o600); err != nil {
		t.Fatal(err)
	}
}

func diffOf(t *testing.T, old, new string, data ...string) *audit.ProjectDiff {
	t.Helper()
	o := DiffOptions{}
	if len(data) == 2 {
		o.OldData, o.NewData = data[0], data[1]
	}
	c, err := Diff(context.Background(), old, new, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Projects) != 1 || len(c.OnlyOld)+len(c.OnlyNew) > 0 {
		t.Fatalf("%+v", c)
	}
	return c.Projects[0]
}

// Nothing moves between a run and itself, of every example, and nothing differs.
func TestDiffOfARunWithItselfMovesNothing(t *testing.T) {
	for _, name := range names() {
		project := filepath.Join("..", "..", "examples", name)
		d := diffOf(t, ranOf(t, project), ranOf(t, project), project, project)
		if len(d.Causes)+len(d.Figures) > 0 || d.Same == 0 || !d.Rows {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

// diffProject is a project with a ledger, an export and a questionnaire, all made up.
func diffProject(t *testing.T) string {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"project.yaml": "id: small\ntitle: {pl: Mały, en: Small}\nrules: esf-2014-2020\nparticipants: {file: people-made-up.csv}\ncost: {ledger: {file: costs-made-up.csv}}\n" +
			"surveys:\n  - name: will\n    title: {pl: Wola, en: Will}\n    scale: {range: [1, 5]}\n    pre: {file: pre-made-up.csv, items: [a]}\n    post: {file: post-made-up.csv, items: [a]}\n",
		"people-made-up.csv": "person;sex;age;education;labour_status;entry_date;exit_date;completed\nSYN-1;woman;30;isced3;unemployed;2021-01-05;2021-03-05;yes\n" +
			"SYN-2;man;31;isced3;unemployed;2021-01-05;2021-03-05;yes\nSYN-3;woman;32;isced3;inactive;2021-01-05;2021-03-05;no\n",
		"costs-made-up.csv": "task;amount\nA;100,00\nB;50,00\n",
		"pre-made-up.csv":   "code;a\nSYN-1;1\nSYN-2;2\nSYN-3;3\n", "post-made-up.csv": "code;a\nSYN-1;2\nSYN-2;2\nSYN-3;5\n"})
	return dir
}

func swapped(old, new string) func(string) string {
	return func(text string) string { return strings.Replace(text, old, new, 1) }
}

// Each kind of change is its cause, touches what rests on it and nothing else, and leads to the rows.
func TestDiffNamesTheCause(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(t *testing.T, dir string)
		kind    audit.CauseKind
		moved   string // a figure that moves
		stays   string // the beginning of figures that do not
		was, is string
		how     audit.RowHow // of the row of the figure; empty: none
		row     string
		part    string
	}{
		{name: "a cell changed in place", change: func(t *testing.T, dir string) {
			edit(t, dir, "people-made-up.csv", swapped("SYN-2;man", "SYN-2;woman"))
		}, kind: audit.CauseInput, moved: "participants/women", stays: "survey/", was: "2", is: "3", how: audit.RowCounted, row: "people-made-up.csv:3"},
		{name: "a row added before", change: func(t *testing.T, dir string) {
			edit(t, dir, "people-made-up.csv", swapped("SYN-1;", "SYN-9;man;40;isced3;unemployed;2021-01-05;;no\nSYN-1;"))
		}, kind: audit.CauseInput, moved: "participants/men", stays: "cost/total", was: "1", is: "2", how: audit.RowAdded, row: "people-made-up.csv:2"},
		{name: "a line of the ledger changed", change: func(t *testing.T, dir string) {
			edit(t, dir, "costs-made-up.csv", swapped("B;50", "B;70"))
		}, kind: audit.CauseInput, moved: "cost/total", stays: "participants/", was: "150", is: "170", how: audit.RowChanged, row: "costs-made-up.csv:3"},
		{name: "an answer changed", change: func(t *testing.T, dir string) {
			edit(t, dir, "post-made-up.csv", swapped("SYN-3;5", "SYN-3;4"))
		}, kind: audit.CauseInput, moved: "survey/will/post/mean", stays: "participants/", was: "3", is: "2.6666666666666665", how: audit.RowChanged, row: "post-made-up.csv:4"},
		{name: "a parameter", change: func(t *testing.T, dir string) {
			edit(t, dir, "project.yaml", swapped("participants:", "parameters: {completers: {field: sex, in: [woman]}}\nparticipants:"))
		}, kind: audit.CauseParameter, moved: "indicator/CR03/total/share", stays: "cost/total", was: "", is: ""},
		{name: "the project file", change: func(t *testing.T, dir string) {
			edit(t, dir, "project.yaml", swapped("range: [1, 5]", "range: [1, 6]"))
		}, kind: audit.CauseProjectFile, part: "surveys[0].scale.range[1]"},
		{name: "a correction", change: func(t *testing.T, dir string) {
			writeFiles(t, dir, map[string]string{"corrections.csv": "key;field;old value;new value;reason;who;date\nSYN-2;sex;man;woman;made up;EW;2024-02-01\n"})
		}, kind: audit.CauseCorrections, moved: "participants/women", stays: "survey/", was: "2", is: "3", how: audit.RowCounted, row: "people-made-up.csv:3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			was, is := diffProject(t), diffProject(t)
			c.change(t, is)
			old, new := ranOf(t, was), ranOf(t, is)
			d := diffOf(t, old, new, was, is)
			at := slices.IndexFunc(d.Causes, func(x audit.Cause) bool { return x.Kind == c.kind })
			if at < 0 {
				t.Fatalf("%+v", d.Causes)
			}
			cause := d.Causes[at]
			if c.part != "" && !slices.Contains(cause.Changed, c.part) {
				t.Errorf("%+v", cause)
			}
			if c.kind == audit.CauseInput && (len(cause.Rows) != 1 || cause.Rows[0].New.String() != c.row || !cause.Note.Empty()) {
				t.Errorf("%+v", cause)
			}
			for _, m := range d.Figures {
				if c.stays != "" && strings.HasPrefix(m.ID, c.stays) {
					t.Errorf("%s moved", m.ID)
				}
				if m.ID == c.moved {
					holdMoved(t, m, at, c.was, c.is, c.how, c.row)
				}
			}
			if c.was != "" && !slices.ContainsFunc(d.Figures, func(m audit.Moved) bool { return m.ID == c.moved }) {
				t.Errorf("%s did not move", c.moved)
			}
			holdMirror(t, d, diffOf(t, new, old, is, was))
		})
	}
}

func holdMoved(t *testing.T, m audit.Moved, cause int, was, is string, how audit.RowHow, row string) {
	t.Helper()
	if !slices.Contains(m.Causes, cause) || was != "" && (m.Old.Value.String() != was || m.New.Value.String() != is) {
		t.Errorf("%s: %s -> %s by %v", m.ID, m.Old.Value, m.New.Value, m.Causes)
	}
	if how != "" && (len(m.Rows) != 1 || m.Rows[0].How != how || m.Rows[0].New.String() != row) {
		t.Errorf("%s: %+v", m.ID, m.Rows)
	}
}

// An output that was changed by hand is told, and explains what the manifests do not.
func TestDiffTellsWhatWasChangedByHand(t *testing.T) {
	project := diffProject(t)
	old, new := ranOf(t, project), ranOf(t, project)
	edit(t, new, resultsFile, swapped(`"status":"known","unit":"persons","value":3,"display":{"pl":"3","en":"3"}`, `"status":"known","unit":"persons","value":4,"display":{"pl":"4","en":"4"}`))
	d := diffOf(t, old, new)
	if len(d.Causes) != 1 || d.Causes[0].Kind != audit.CauseByHand || len(d.Figures) != 1 || !slices.Equal(d.Figures[0].Causes, []int{0}) {
		t.Errorf("%+v", d)
	}
}

// Folders of many projects are compared project by project; the data are found below one folder.
func TestDiffOfManyProjects(t *testing.T) {
	a, b, data := t.TempDir(), t.TempDir(), t.TempDir()
	put := func(dir, id, of string) {
		if err := os.CopyFS(filepath.Join(dir, id), os.DirFS(of)); err != nil {
			t.Fatal(err)
		}
	}
	small, other := diffProject(t), diffProject(t)
	edit(t, other, "project.yaml", swapped("id: small", "id: other"))
	put(a, "small", ranOf(t, small))
	put(a, "other", ranOf(t, other))
	put(b, "small", ranOf(t, small))
	put(data, "somewhere", small)
	c, err := Diff(context.Background(), a, b, DiffOptions{OldData: data, NewData: data})
	if err != nil || len(c.Projects) != 1 || c.Projects[0].Project != "small" || !slices.Equal(c.OnlyOld, []string{"other"}) || c.OnlyNew != nil || !c.Moved() {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := Diff(context.Background(), a, t.TempDir(), DiffOptions{}); err == nil || !strings.Contains(err.Error(), "holds no manifest.json") {
		t.Error(err)
	}
	if _, err := Diff(context.Background(), a, b, DiffOptions{OldData: data}); err == nil {
		t.Error("the data of one run alone were taken")
	}
}

// The data must be those of the run.
func TestDiffRefusesOtherData(t *testing.T) {
	project := diffProject(t)
	run := ranOf(t, project)
	edit(t, project, "people-made-up.csv", swapped("SYN-2;man", "SYN-2;woman"))
	_, err := Diff(context.Background(), run, run, DiffOptions{OldData: project, NewData: project})
	if err == nil || !strings.Contains(err.Error(), "people-made-up.csv has changed since the run") {
		t.Error(err)
	}
}
