package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"efseval": main})
}

// TestScripts runs the stories of testdata/script. $EXAMPLES is the folder of the examples.
// Two commands are added: "exits CODE command..." and "shorten FILE BYTES".
func TestScripts(t *testing.T) {
	examples, err := filepath.Abs(filepath.Join("..", "..", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: os.Getenv("EFSEVAL_UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXAMPLES", examples)
			e.Setenv("LANG", "C")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "shorten": shorten, "pack": pack},
	})
}

// exits runs a command and checks its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if err != nil || neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE command...")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// shorten cuts a file off, as a broken download does.
func shorten(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// pack writes FILE.gz beside each file.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		_, err := w.Write([]byte(ts.ReadFile(name)))
		ts.Check(errors.Join(err, w.Close(), os.WriteFile(ts.MkAbs(name)+".gz", packed.Bytes(), 0o600)))
	}
}

// The lines that the README shows are lines of the story of the main job.
func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	story, err := os.ReadFile(filepath.Join("testdata", "script", "run-examples.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	printedLines := strings.ReplaceAll(string(story), "\u00a0", " ") // a README is typed with plain spaces
	shown := 0
	for line := range strings.Lines(string(readme)) {
		if printed, ok := strings.CutPrefix(line, "    "); ok && strings.Contains(printed, " -> out/") &&
			!strings.HasPrefix(printed, "demo: ") { // which TestReadmeBlocksAreRun prints
			shown++
			if !strings.Contains(printedLines, printed) {
				t.Errorf("the command does not print:\n%s", printed)
			}
		}
	}
	if shown == 0 {
		t.Error("the README shows no line of the command")
	}
}
