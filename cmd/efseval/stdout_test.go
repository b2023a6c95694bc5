package main

import (
	"errors"
	"strings"
	"syscall"
	"testing"
)

// full is a standard output on a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// printing is, of each command, a call that prints, in the root of the repository; of those that write, into OUT.
var printing = []string{"", "--help", "--version", "check examples/mikolow-mickiewicza", "check --rules", "check examples/mikolow-mickiewicza --json", "check examples/mikolow-mickiewicza -o -",
	"completion bash", "completion zsh", "count " + someExport, "count --json " + someExport, "count --csv " + someExport, "count --help", "diff OUT/a OUT/a", "diff --json OUT/a OUT/a",
	"explain", "explain CR04", "explain --json", "export -o - " + someExport, "export --json -o OUT/t.csv " + someExport, "help", "help run", "init OUT/demo", "init --json OUT/more", "init OUT/files " + someExport,
	"key", "key new OUT/another.key", "key print OUT/some.key", "man", "man run", "profile", "profile draft " + someExport, "profile list", "profile list --json", "profile show sl2014",
	"run examples/mikolow-mickiewicza -o OUT/b", "run examples/mikolow-mickiewicza -o OUT/c --json", "schema project", "selftest money", "selftest money --json", "sql CR04 --set esf-2014-2020 --dialect duckdb",
	"sql --json CR04 --set esf-2014-2020 --dialect duckdb", "sql --ddl --dialect duckdb", "survey " + someSheets, "survey --csv " + someSheets, "survey --json " + someSheets, "survey --project " + someSheets,
	"trace OUT/a/mikolow-mickiewicza participants/total", "trace --json OUT/a/mikolow-mickiewicza participants/total", "verify OUT/a", "verify --json OUT/a", "version", "version --json"}

const (
	someExport = "examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv"
	someSheets = "examples/katowice-pal/motywacja-pre-synthetic.csv examples/katowice-pal/motywacja-post-synthetic.csv --id Kod_uczestnika --items P1-P3 --min 1 --max 5"
)

// Where standard output cannot be written to no command says that it is done: it ends with 2, for where to print is the
// user's to say, and tells what to do once.
func TestStandardOutputThatIsFull(t *testing.T) {
	out := t.TempDir()
	t.Chdir("../..")
	for _, line := range []string{"run examples/mikolow-mickiewicza -q -o " + out + "/a", "key new " + out + "/some.key"} {
		if code, _, said := command(strings.Fields(line)...); code != exitDone {
			t.Fatalf("%s: %d %s", line, code, said)
		}
	}
	tried := map[string]bool{}
	for _, line := range printing {
		var said strings.Builder
		words := strings.Fields(strings.ReplaceAll(line, "OUT", out))
		code := efseval(words, full{}, &said)
		if n := strings.Count(said.String(), "no space left on device"); code != exitUsage || n != 1 || !strings.Contains(said.String(), "; make room, or print to another place") {
			t.Errorf("efseval %s ends with %d: %s", line, code, said.String())
		}
		tried[strings.Join(append([]string{"efseval"}, words[:min(1, len(words))]...), " ")] = true
	}
	for _, c := range commands(t) {
		if path := c.CommandPath(); strings.Count(path, " ") < 2 && !tried[path] {
			t.Errorf("%s is not tried; say how it prints", path)
		}
	}
}

// What else ends a command is not hidden by it, and a stream that works says nothing.
func TestOutputKeepsOtherErrors(t *testing.T) {
	p := &output{Writer: full{}}
	if err := p.verdict(nil); err != nil {
		t.Error(err)
	}
	if _, err := p.Write([]byte("x")); !errors.Is(err, syscall.ENOSPC) {
		t.Error(err)
	}
	other := usageError{errors.New("other")}
	if err := p.verdict(other); err != other {
		t.Error(err)
	}
	if err := p.verdict(nil); exitCode(err) != exitUsage {
		t.Error(err)
	}
}
