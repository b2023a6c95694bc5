package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// englishOnly are words of English messages that no Polish one has. The names of keys and terms (before, from, has, in)
// are the same in both languages and not among them.
var englishOnly = regexp.MustCompile(`(?i)(^|[ („])(the|is|are|was|were|has no|no|not|file|there|this|of|and|with|want|wants|unknown|cannot|must|did|see|column|line|row|header|flag|invalid|` +
	`expected|unexpected|missing|found|twice|only|both|which|that|its|it|be|by|for|one|character|value|nothing|say|name|choose|write|correct)([ ,;:.)]|$)`)

// ofPackages are the names by which packages begin a message for developers. The names that are keys of a project file
// too (indicators, cost) may stand behind a place, and no message begins with them.
var ofPackages = regexp.MustCompile(`(?m)^efseval: (indicators|cost|scale|schema): |(^|[:;] )(datasets|profiles|canonical|frame|sqltext|warehouse|cases|evaluate|stats|prepost|chart|report|audit|batch|polish|strconv\.\w+): `)

// sameInBoth are parts of messages that are not translated, each for a reason.
var sameInBoth = regexp.MustCompile(strings.Join([]string{
	`(?m)^ *>? *\d+ \|.*$`, // lines of the user's file
	`"[^"]*"`, `'[^']*'`,   // names and values in quotes
	`efseval [a-z]+`,                                                                 // commands to type
	`\S*[/.]\S+`,                                                                     // paths, file names, keys with their place
	`\S+: \S+: \[\.\.\.\]`,                                                           // YAML to type
	`(has|has_all|in|not|known|any|all): `, `\b(has|has_all|any|not|known|within)\b`, // the language of criteria
	`age: \S+ below, from albo to`,
	`key;field;old value;new value;reason;who;date`, // the header of a ledger
	`w columns: \S+`,                                // keys of a project file
	`ma rodzaj \S+, \S+, \S+, \S+ albo \S+`,         // kinds of fields, as they are written in fields:
	`są: \[[^\]]*\]`,                                // calls of selftest, as they are written in a file of cases
	`column:\S+`,                                    // a word of --by
}, "|"))

// No message under --lang pl has English words in it, and none in either language the name of a package: over wrong
// project files, wrong ledgers of corrections and wrong command lines.
func TestMessagesKeepToTheLanguage(t *testing.T) {
	home := exampleAt(t)
	t.Run("projects", func(t *testing.T) {
		for _, m := range mutations {
			keepsTo(t, spoiledProject(t, home, m), []string{"check", "project.yaml"}, m[1])
		}
	})
	t.Run("ledgers", func(t *testing.T) {
		for _, lines := range ledgers {
			write(t, filepath.Join(home, "corrections.csv"), "key;field;old value;new value;reason;who;date\n"+lines+"\n")
			keepsTo(t, home, []string{"check", "."}, lines)
		}
		if err := os.Remove(filepath.Join(home, "corrections.csv")); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("calls", func(t *testing.T) {
		damagedOutputs(t, home)
		for line := range strings.SplitSeq(strings.TrimSpace(wrongLines), "\n") {
			keepsTo(t, home, strings.Fields(line), line)
		}
	})
}

// keepsTo carries a command line out in both languages and looks through what it says.
func keepsTo(t *testing.T, dir string, args []string, of string) {
	t.Helper()
	t.Chdir(dir)
	for _, l := range []evaluate.Lang{evaluate.PL, evaluate.EN} {
		var out, told bytes.Buffer
		code := efseval(append([]string{args[0], "--lang", string(l)}, args[1:]...), &out, &told)
		if code == exitDone || code == exitInternal {
			t.Errorf("%s: exit %d: %s", of, code, told.String())
		}
		bare := sameInBoth.ReplaceAllString(told.String(), "X")
		if found := englishOnly.FindString(bare); found != "" && l == evaluate.PL {
			t.Errorf("%s: %q in\n%s", of, found, told.String())
		}
		if found := ofPackages.FindString(told.String()); found != "" {
			t.Errorf("%s: the package %q in\n%s", of, found, told.String())
		}
	}
}

// exampleAt is a copy of an example.
func exampleAt(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "examples", "katowice-pal"))); err != nil {
		t.Fatal(err)
	}
	people, err := os.ReadFile(filepath.Join(dir, "uczestnicy-sm-efs-synthetic.csv"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "people.csv"), string(people))
	write(t, filepath.Join(dir, "cases.yaml"), "group: statistics\ncases:\n  - {id: a, what: {pl: a, en: a}, source: {pl: a, en: a}, call: nope, input: {}, expect: {x: 1}}\n")
	return dir
}

// spoiledProject is a folder like another with one thing of its project file changed.
func spoiledProject(t *testing.T, home string, change [2]string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(home)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "project.yaml")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), change[0]) {
		t.Fatalf("no %q in the project file", change[0])
	}
	after := strings.Replace(string(text), change[0], change[1], 1)
	if change[0] == "" {
		after = string(text) + change[1] + "\n"
	}
	write(t, path, after)
	return dir
}

// damagedOutputs writes the outputs of a run to out, and damaged ones to bent.
func damagedOutputs(t *testing.T, home string) {
	t.Helper()
	t.Chdir(home)
	for _, folder := range []string{"one", "two"} {
		var told bytes.Buffer
		if code := efseval([]string{"run", "project.yaml", "-o", folder}, &told, &told); code != exitDone {
			t.Fatal(told.String())
		}
	}
	for from, to := range map[string]string{"one": "out", "two": "bent"} {
		if err := os.Rename(filepath.Join(from, "katowice-pal"), to); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"figures.csv", "report.pl.html", "report.pl.md", "tables.xlsx", "figures.parquet", "results.json", "problems.csv"} {
		path := filepath.Join("bent", name)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		write(t, path, string(text[:len(text)/2]))
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
