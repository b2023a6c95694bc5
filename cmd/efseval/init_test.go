package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// command runs efseval in this process.
func command(args ...string) (code int, out, said string) {
	var stdout, stderr bytes.Buffer
	code = efseval(args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// figuresOf are the values of a finished run by the ids of figures, and the ids in order.
func figuresOf(t *testing.T, folder string) (values map[string]string, ids []string) {
	t.Helper()
	file, err := os.Open(filepath.Join(folder, "figures.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	status := slices.Index(rows[0], "status")
	values = map[string]string{}
	for _, row := range rows[1:] {
		if row[status] == "known" {
			values[row[0]] = row[1]
			ids = append(ids, row[0])
		}
	}
	return values, ids
}

// A law: what init makes of the data files of an example counts the same people, the same money and the same pairs
// as the project file that somebody wrote by hand for them, as far as the programme published them.
func TestInitOfAnExampleCountsWhatTheExampleCounts(t *testing.T) {
	examples, err := filepath.Abs(filepath.Join("..", "..", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	projects, err := filepath.Glob(filepath.Join(examples, "*", "project.yaml"))
	if err != nil || len(projects) != 5 {
		t.Fatalf("%d examples: %v", len(projects), err)
	}
	t.Chdir(t.TempDir())
	for _, project := range projects {
		name := filepath.Base(filepath.Dir(project))
		args := append([]string{"init", name, "--rules", rulesOfProject(t, project)}, copied(t, filepath.Dir(project))...)
		if code, _, said := command(args...); code != exitDone || !strings.Contains(said, "Next: efseval run "+name) {
			t.Fatalf("%s: init ends with %d: %s", name, code, said)
		}
		for _, run := range [][]string{{name, "drafted"}, {project, "own"}} {
			if code, _, said := command("run", run[0], "-o", run[1]); code != exitDone {
				t.Fatalf("%s: run ends with %d: %s", name, code, said)
			}
		}
		sameCounts(t, name)
	}
}

func sameCounts(t *testing.T, name string) {
	t.Helper()
	own, ownIDs := figuresOf(t, filepath.Join("own", name))
	drafted, draftedIDs := figuresOf(t, filepath.Join("drafted", name))
	compared := 0
	for _, id := range []string{"participants/total", "participants/women", "participants/men", "participants/grand-total", "cost/total", "cost/eu"} {
		_, ledger := drafted[id]
		if want, known := own[id]; known && (ledger || !strings.HasPrefix(id, "cost/")) { // an amount that only the project file states no data hold
			compared++
			if drafted[id] != want {
				t.Errorf("%s: %s is %q in the drafted project, %q in its own", name, id, drafted[id], want)
			}
		}
	}
	pairs := func(ids []string, values map[string]string) (list []string) {
		for _, id := range ids {
			if regexp.MustCompile(`^survey/[^/]+/pairs$`).MatchString(id) {
				list = append(list, values[id])
			}
		}
		slices.Sort(list)
		return list
	}
	want := pairs(ownIDs, own)
	if diff := cmp.Diff(want, pairs(draftedIDs, drafted)); diff != "" {
		t.Errorf("%s: pairs of the questionnaires (-own +drafted):\n%s", name, diff)
	}
	if compared+len(want) == 0 {
		t.Errorf("%s: nothing was compared", name)
	}
}

// rulesOfProject is the rule set that a project file names.
func rulesOfProject(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`(?m)^rules: (\S+)`).FindStringSubmatch(string(text))[1]
}

// copied copies the data files of an example into the working folder.
func copied(t *testing.T, dir string) (names []string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*synthetic*"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: no data: %v", dir, err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(filepath.Dir(path)) + "-" + filepath.Base(path)
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

// initCase is what init is given, and how it and the run after it end.
type initCase struct {
	files     map[string]string // name -> text
	code, run int
	says      []string // on stdout or stderr
	project   []string // in the project file
	pairs     string   // of the first questionnaire; empty: none
}

// What init makes runs at once, whatever the files are; where it will not, init says so. No value of a person is
// printed. All people are made up.
func TestInitRunsAtOnce(t *testing.T) {
	for name, c := range initCases() {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			t.Setenv("LC_ALL", "C")
			args := []string{"init", "project"}
			for _, file := range sortedNames(c.files) {
				if err := os.WriteFile(file, []byte(c.files[file]), 0o600); err != nil {
					t.Fatal(err)
				}
				args = append(args, file)
			}
			code, out, said := command(args...)
			if code != c.code {
				t.Fatalf("init ends with %d, want %d: %s", code, c.code, said)
			}
			for _, want := range c.says {
				if !strings.Contains(out+said, want) {
					t.Errorf("init does not say %q:\n%s%s", want, out, said)
				}
			}
			if secret := regexp.MustCompile(`(?i)zmyślon|SECRET`).FindString(out + said); secret != "" {
				t.Errorf("init prints %q", secret)
			}
			if code != exitDone {
				if _, err := os.Stat("project"); err == nil {
					t.Error("something was left behind")
				}
				return
			}
			c.holds(t, said)
		})
	}
}

func (c initCase) holds(t *testing.T, said string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("project", "project.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(text), "# yaml-language-server: $schema=project.schema.json\n") {
		t.Errorf("the project file begins with %q", strings.SplitN(string(text), "\n", 2)[0])
	}
	for _, want := range c.project {
		if !strings.Contains(string(text), want) {
			t.Errorf("the project file does not say %q:\n%s", want, text)
		}
	}
	code, _, ran := command("run", "project")
	if code != c.run {
		t.Fatalf("run ends with %d, want %d: %s\n%s", code, c.run, ran, text)
	}
	if warned := strings.Contains(said, "will refuse"); warned != (code == exitUnreadable) {
		t.Errorf("init warned: %v, and the run ends with %d", warned, code)
	}
	if code == exitDone && c.pairs != "" {
		values, ids := figuresOf(t, filepath.Join("out", "project"))
		at := slices.IndexFunc(ids, func(id string) bool { return strings.HasSuffix(id, "/pairs") })
		if at < 0 || values[ids[at]] != c.pairs {
			t.Errorf("pairs: want %s of %v", c.pairs, ids)
		}
	}
}

func sortedNames(files map[string]string) (names []string) {
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
