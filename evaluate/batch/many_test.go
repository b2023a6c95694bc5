package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// manyProjects writes n made-up projects of some people each, with a cost, targets and a questionnaire, and
// returns their project files.
func manyProjects(t testing.TB, n, people int) []string {
	t.Helper()
	dir := t.TempDir()
	var made []string
	for i := range n {
		folder := filepath.Join(dir, fmt.Sprintf("p%04d", i))
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		writeFiles(t, folder, filesOfProject(i, people))
		made = append(made, filepath.Join(folder, ProjectFile))
	}
	return made
}

// filesOfProject is the files of the i-th project. Its people have codes; two of its numbers have the form of a PESEL
// of the years 2242 and 2267, so that nobody living holds them, and the first is in every third project.
func filesOfProject(i, people int) map[string]string {
	var rows, pre, post strings.Builder
	rows.WriteString("PESEL;sex;age;entry_date;exit_date;education;labour_status\n")
	pre.WriteString("code;a;b\n")
	post.WriteString("code;a;b\n")
	for n := range people {
		code := fmt.Sprintf("SYN-%d", n)
		if n == 0 && i%3 == 0 {
			code = "42681911446"
		}
		fmt.Fprintf(&rows, "%s;%s;%d;2021-01-05;2021-12-%02d;isced3;unemployed\n", code, []string{"kobieta", "mężczyzna"}[(n+i)%2], 25+n%30, 1+n%28)
		fmt.Fprintf(&pre, "K%d;%d;%d\n", n, 1+n%5, 1+(n+i)%5)
		fmt.Fprintf(&post, "K%d;%d;%d\n", n, 1+(n+1)%5, 1+(n+i+1)%5)
	}
	key := "name: own\ntitle: {pl: w, en: o}\nitems: 2\nrange: [1, 5]\ndirection: higher\nreversed: []\nscore: mean\nminimum_answered: 1\n"
	return map[string]string{"key.yaml": key, "made-up.csv": rows.String(), "pre-made-up.csv": pre.String(), "post-made-up.csv": post.String(), ProjectFile: fmt.Sprintf(`id: p%04d
title: {pl: Wymyślony %[1]d, en: Made up %[1]d}
kind: {pl: wymyślone, en: made up}
rules: esf-2014-2020
participants: {file: made-up.csv}
targets: {participants: {women: %d, men: %d}}
cost: {total: "%d 500,00 zł", source: made up}
surveys:
  - name: will
    title: {pl: chęć, en: will}
    scale: {key: ./key.yaml}
    pre: {file: pre-made-up.csv, items: [a, b]}
    post: {file: post-made-up.csv, items: [a, b]}
`, i, people/2, people/2, 10+i%900)}
}

// settled are the options of a run by a program that knows what it was made of.
func settled(t testing.TB) Options {
	t.Helper()
	persons, err := check.NewPersons()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Version: "test", Build: &report.Build{Go: "go1", Revision: "abc"}, Persons: persons, Outputs: report.Outputs{report.Figures, report.Problems}}
}

// ranAll carries projects out and returns what is told of them, without the folder.
func ranAll(t testing.TB, files []string, dir string, jobs int, o Options) (*Batch, string) {
	t.Helper()
	var told strings.Builder
	o.Tell = func(out Outcome) {
		line, err := json.Marshal(out.Brief)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&told, "%s %s %s\n", out.ID, out.Cause().EN, line)
	}
	done, err := RunAll(context.Background(), files, dir, jobs, o)
	if err != nil {
		t.Fatal(err)
	}
	return done, told.String()
}

// What is told, the overview and every file are the same for any number of jobs, failing projects among them.
func TestAnyNumberOfJobs(t *testing.T) {
	files := manyProjects(t, 9, 6)
	writeFiles(t, filepath.Dir(files[4]), map[string]string{ProjectFile: "id: p0004\nrulse: x\n"})
	writeFiles(t, filepath.Dir(files[6]), map[string]string{"made-up.csv": "PESEL;sex\n1;?\n"})
	out := t.TempDir()
	var first, index string
	for jobs := 1; jobs <= 4; jobs++ {
		dir := filepath.Join(out, fmt.Sprint(jobs))
		done, told := ranAll(t, files, dir, jobs, settled(t))
		page := read(t, filepath.Join(dir, "index.html"))
		if jobs == 1 {
			first, index = told, page
			for _, want := range []string{`unknown key &#34;rulse&#34;`, "p0004/project.yaml", "p0006/project.yaml", "made-up.csv"} {
				if !strings.Contains(page, want) {
					t.Errorf("the overview does not say %s", want)
				}
			}
			if strings.Contains(page, filepath.Dir(filepath.Dir(files[0]))) {
				t.Error("the overview holds a path of this machine")
			}
			if done.Unique == nil || done.Unique.Projects != 7 || len(done.Unique.Several) != 2 { // p0000 and p0003; p0006 failed
				t.Errorf("persons: %+v", done.Unique)
			}
		}
		if diff := cmp.Diff(first, told); diff != "" {
			t.Errorf("%d jobs tell otherwise:\n%s", jobs, diff)
		}
		if page != index {
			t.Errorf("%d jobs make another overview", jobs)
		}
		for i := range done.Outcomes {
			if failed := done.Outcomes[i].Err != nil; failed != (i == 4 || i == 6) {
				t.Errorf("project %d: %v", i, done.Outcomes[i].Err)
			}
		}
	}
}

func read(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A project of many is let go once it is written: what stays of it is small, and no file is held open.
func TestLittleIsHeldOfEachProject(t *testing.T) {
	files := manyProjects(t, 60, 20)
	o := settled(t)
	handles, most := openFiles(t), 0
	o.Tell = func(Outcome) { most = max(most, openFiles(t)) }
	before := liveHeap()
	done, err := RunAll(context.Background(), files, filepath.Join(t.TempDir(), "out"), 2, o)
	if err != nil {
		t.Fatal(err)
	}
	grown := int64(liveHeap()) - int64(before)
	runtime.KeepAlive(done)
	if each := grown / int64(len(files)); each > 3<<10 {
		t.Errorf("%d bytes are held of each project, want at most 3 KiB: names, outcome, pseudonyms", each)
	} else {
		t.Logf("%d bytes are held of each project; at most %d files open, %d before", each, most, handles)
	}
	if most > handles+20 {
		t.Errorf("%d files were open, %d before the run", most, handles)
	}
	if now := openFiles(t); now > handles+1 { // what the runtime itself opened
		t.Errorf("%d files are open after the run, %d before", now, handles)
	}
}

// Nor is much held of each that is verified: the answer for each of its files.
func TestLittleIsHeldOfEachVerified(t *testing.T) {
	files := manyProjects(t, 40, 20)
	dir := filepath.Join(t.TempDir(), "out")
	o := settled(t)
	if _, err := RunAll(context.Background(), files, dir, 2, o); err != nil {
		t.Fatal(err)
	}
	folders, err := FinishedIn(dir)
	if err != nil {
		t.Fatal(err)
	}
	before := liveHeap()
	done, err := VerifyAll(context.Background(), dir, folders, filepath.Dir(filepath.Dir(files[0])), 2, Options{Version: o.Version, Build: o.Build})
	if err != nil || len(done.Overview) != 1 || done.Overview[0].Answer != audit.Match {
		t.Fatal(err, done)
	}
	grown := int64(liveHeap()) - int64(before)
	runtime.KeepAlive(done)
	if each := grown / int64(len(folders)); each > 6<<10 {
		t.Errorf("%d bytes are held of each project, want at most 6 KiB: an answer a file", each)
	} else {
		t.Logf("%d bytes are held of each project", each)
	}
}

func liveHeap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// openFiles counts the handles of this process; 0 where the system does not list them.
func openFiles(t testing.TB) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(entries)
}

// Once nobody wants more, what was begun is finished and nothing else is begun.
func TestStopBeginsNothingMore(t *testing.T) {
	files := manyProjects(t, 4, 3)
	o, stop := settled(t), make(chan struct{})
	told := 0
	o.Stop, o.Tell = stop, func(out Outcome) {
		if told++; told == 1 {
			close(stop)
		}
	}
	dir := filepath.Join(t.TempDir(), "out")
	done, err := RunAll(context.Background(), files, dir, 1, o)
	if err != context.Canceled || done.Outcomes[0].Err != nil || done.Outcomes[1].Err != context.Canceled || told != 4 {
		t.Errorf("%v after %d: %+v", err, told, done.Outcomes)
	}
	if exists(filepath.Join(dir, "p0001")) || exists(filepath.Join(dir, "index.html")) {
		t.Error("something was begun")
	}
}

// Both ways of a page agree on how many bytes a condensed error holds: the faults it names.
func TestCondensedErrorSaysTheSame(t *testing.T) {
	p := manyProjects(t, 1, 2)[0]
	writeFiles(t, filepath.Dir(p), map[string]string{"made-up.csv": "PESEL;sex;age;entry_date;education;labour_status\n" + string(bytes.Repeat([]byte("SYN-1;???;x;y;z;w\n"), 300))})
	project, err := Load(p)
	if err != nil {
		t.Fatal(err)
	}
	_, whole := Run(context.Background(), project, Options{})
	short := condensed(whole)
	refused, ok := short.(*Refused)
	if !ok || short.Error() != whole.Error() || len(refused.Faults) > shownFaults {
		t.Errorf("%T of %d faults:\n%v\n%v", short, len(refused.Faults), short, whole)
	}
}
