package batch

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate/report"
)

// A second run over the same content leaves every project as it stands, and tells, counts and sets side by side the
// same as the first.
func TestUnchangedIsLeftAndToldAlike(t *testing.T) {
	files := append(manyProjects(t, 4, 6), exampleFiles(t)...)
	dir := filepath.Join(t.TempDir(), "out")
	first, told := ranAll(t, files, dir, 2, settled(t))
	page := read(t, filepath.Join(dir, "index.html"))
	times := stamps(t, dir)
	second, again := ranAll(t, files, dir, 2, settled(t))
	if second.Unchanged() != len(files) || first.Unchanged() != 0 {
		t.Errorf("%d of %d are unchanged, %d in the first run", second.Unchanged(), len(files), first.Unchanged())
	}
	if told != again {
		t.Error("told otherwise: " + cmp.Diff(told, again))
	}
	if read(t, filepath.Join(dir, "index.html")) != page {
		t.Error("the overview is another")
	}
	for id, stamp := range stamps(t, dir) {
		if !os.SameFile(times[id], stamp) {
			t.Errorf("%s was written again", id)
		}
	}
	o := settled(t)
	o.Force = true
	if third, _ := ranAll(t, files, dir, 2, o); third.Unchanged() != 0 || read(t, filepath.Join(dir, "index.html")) != page {
		t.Errorf("forced: %d unchanged", third.Unchanged())
	}
}

// stamps are the inodes of the project folders, which no exchange leaves alone.
func stamps(t testing.TB, dir string) map[string]os.FileInfo {
	t.Helper()
	out := map[string]os.FileInfo{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && e.IsDir() {
			out[e.Name()] = info
		}
	}
	return out
}

// Whatever a figure could rest on makes a project run again when it changes; a part that was run with others changed is
// run alone.
func TestWhatMakesAProjectRunAgain(t *testing.T) {
	at := func(files []string, name string) string { return filepath.Join(filepath.Dir(files[0]), name) }
	for name, change := range map[string]func(files []string, dir string, o *Options){
		"project file":  func(f []string, _ string, _ *Options) { appendTo(t, f[0], "# a note\n") },
		"participants":  func(f []string, _ string, _ *Options) { replaceIn(t, at(f, "made-up.csv"), "kobieta", "mężczyzna") },
		"questionnaire": func(f []string, _ string, _ *Options) { appendTo(t, at(f, "post-made-up.csv"), "K99;1;1\n") },
		"new corrections": func(f []string, _ string, _ *Options) {
			writeFiles(t, filepath.Dir(f[0]), map[string]string{LedgerFile: "person;field;from;to;reason\n"})
		},
		"an output":       func(_ []string, dir string, _ *Options) { appendTo(t, filepath.Join(dir, "p0000", "figures.csv"), " ") },
		"a lost output":   func(_ []string, dir string, _ *Options) { os.Remove(filepath.Join(dir, "p0000", "figures.csv")) },
		"a lost manifest": func(_ []string, dir string, _ *Options) { os.RemoveAll(filepath.Join(dir, "p0000")) },
	} {
		if n := ranAgain(t, name, change); n != 1 {
			t.Errorf("%s: %d of 2 projects ran again, want the first", name, n)
		}
	}
	for name, change := range map[string]func(files []string, dir string, o *Options){
		"version":  func(_ []string, _ string, o *Options) { o.Version = "other" },
		"revision": func(_ []string, _ string, o *Options) { o.Build = &report.Build{Go: "go1", Revision: "def"} },
		"compiler": func(_ []string, _ string, o *Options) { o.Build = &report.Build{Go: "go2", Revision: "abc"} },
		"changed build": func(_ []string, _ string, o *Options) {
			o.Build = &report.Build{Go: "go1", Revision: "abc", Modified: true}
		},
		"unknown build": func(_ []string, _ string, o *Options) { o.Build = nil },
		"executable": func(_ []string, _ string, o *Options) {
			o.Build = &report.Build{Go: "go1", Revision: "abc", Executable: "00"}
		},
		"dependency": func(_ []string, _ string, o *Options) {
			o.Build = &report.Build{Go: "go1", Revision: "abc", Dependencies: []report.Module{{Path: "x", Version: "v1", Sum: "h1:"}}}
		},
		"date":    func(_ []string, _ string, o *Options) { o.Generated = "2024-01-02" },
		"faults":  func(_ []string, _ string, o *Options) { o.TolerateFaults = true },
		"margin":  func(_ []string, _ string, o *Options) { o.MarginDays = 3 },
		"outputs": func(_ []string, _ string, o *Options) { o.Outputs = report.Outputs{report.Figures} },
		"force":   func(_ []string, _ string, o *Options) { o.Force = true },
		"key":     func(_ []string, _ string, o *Options) { o.Persons = underKey(t) },
	} {
		if n := ranAgain(t, name, change); n != 2 {
			t.Errorf("%s: %d of 2 projects ran again, want both", name, n)
		}
	}
	if n := ranAgain(t, "nothing", func([]string, string, *Options) {}); n != 0 {
		t.Errorf("%d projects ran again though nothing changed", n)
	}
}

func underKey(t testing.TB) *check.Persons {
	t.Helper()
	persons, err := check.PersonsUnder([]byte("made up: thirty-two bytes of a key and more"))
	if err != nil {
		t.Fatal(err)
	}
	return persons
}

// ranAgain is how many of two projects a run carries out after a change.
func ranAgain(t *testing.T, name string, change func(files []string, dir string, o *Options)) int {
	t.Helper()
	files, dir := manyProjects(t, 2, 2), filepath.Join(t.TempDir(), "out")
	if _, err := RunAll(context.Background(), files, dir, 2, settled(t)); err != nil {
		t.Fatal(name, err)
	}
	o := settled(t)
	change(files, dir, &o)
	done, err := RunAll(context.Background(), files, dir, 2, o)
	if err != nil {
		t.Fatal(name, err)
	}
	return len(files) - done.Unchanged()
}

func appendTo(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(read(t, path)+text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func replaceIn(t testing.TB, path, old, now string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(strings.Replace(read(t, path), old, now, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// What came in on standard input cannot be compared: such a project always runs.
func TestStandardInputIsNeverUnchanged(t *testing.T) {
	files, dir := manyProjects(t, 2, 2), filepath.Join(t.TempDir(), "out")
	replaceIn(t, files[1], "made-up.csv", `"-"`)
	people := read(t, filepath.Join(filepath.Dir(files[0]), "made-up.csv"))
	for run := range 2 {
		o := settled(t)
		o.Stdin = bytes.NewReader([]byte(people))
		done, err := RunAll(context.Background(), files, dir, 2, o)
		if err != nil || done.Outcomes[1].Err != nil || done.Outcomes[0].Unchanged != (run == 1) || done.Outcomes[1].Unchanged {
			t.Errorf("run %d: %v, %+v", run, err, done.Outcomes)
		}
	}
}
