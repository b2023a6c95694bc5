package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wrongCalls are, of each command, a call with a file that is not there and the code it ends with, 3 for
// data and 2 for a project file; "" for a command that reads none.
var wrongCalls = map[string]struct {
	args string
	code int
}{
	"efseval":               {},
	"efseval check":         {"gone.csv --profile sm-efs", exitUnreadable},
	"efseval completion":    {},
	"efseval count":         {"gone.csv --profile sm-efs --set esf-2014-2020", exitUnreadable},
	"efseval explain":       {},
	"efseval export":        {"gone.csv -o t.csv", exitUnreadable},
	"efseval help":          {},
	"efseval init":          {"new gone.csv", exitUnreadable},
	"efseval man":           {},
	"efseval profile":       {},
	"efseval profile draft": {"gone.csv", exitUnreadable},
	"efseval profile list":  {},
	"efseval profile show":  {},
	"efseval run":           {"gone.yaml", exitUsage},
	"efseval schema":        {},
	"efseval sql":           {},
	"efseval survey":        {"gone.csv also-gone.csv --id kod --items p1-p3 --min 1 --max 5", exitUnreadable},
	"efseval trace":         {"gone participants/total", exitUsage},
	"efseval version":       {},
	"efseval verify":        {"gone", exitUsage},
	"efseval diff":          {"gone also-gone", exitUsage},
	"efseval key":           {},
	"efseval key new":       {},
	"efseval key print":     {"gone.key", exitUsage},
	"efseval selftest":      {"--cases gone.yaml", exitUsage},
}

// Every command ends with the same codes: 0 for its help, 2 for an unknown option or another language, and
// for a file that is not there what the table says. A message stands on standard error; of a wrong call nothing
// is printed.
func TestExitCodesAreTheSameEverywhere(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range commands(t) {
		path := c.CommandPath()
		wrong, listed := wrongCalls[path]
		if !listed {
			t.Errorf("%s is not in wrongCalls; say what it does where a file is not there", path)
			continue
		}
		words := strings.Fields(path)[1:]
		ends(t, append(words[:len(words):len(words)], "--help"), exitDone)
		ends(t, append(words[:len(words):len(words)], "--no-such-option"), exitUsage)
		ends(t, append(words[:len(words):len(words)], "--lang", "de"), exitUsage)
		if wrong.args != "" {
			ends(t, append(words[:len(words):len(words)], strings.Fields(wrong.args)...), wrong.code)
		}
	}
	left, err := os.ReadDir(".")
	if err != nil || len(left) > 0 {
		t.Errorf("commands that failed left %v behind (%v)", left, err)
	}
}

// ends runs a command and checks how it ends, and where it speaks.
func ends(t *testing.T, args []string, want int) {
	t.Helper()
	var out, said strings.Builder
	if code := efseval(args, &out, &said); code != want {
		t.Errorf("efseval %s ends with %d, not %d: %s", strings.Join(args, " "), code, want, said.String())
	}
	if want != exitDone && !strings.HasPrefix(said.String(), "efseval: ") || want == exitUsage && out.Len() > 0 {
		t.Errorf("efseval %s says %q and prints %q", strings.Join(args, " "), said.String(), out.String())
	}
	if strings.Contains(said.String(), string(filepath.Separator)+"tmp") {
		t.Errorf("efseval %s tells where it works: %s", strings.Join(args, " "), said.String())
	}
}
