package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// shown is a command line that somebody is shown, and may type.
type shown struct {
	line string
	code int // stated behind it as "# exits 3"; else 0
}

var exitsWith = regexp.MustCompile(`\s+# exits (\d+)$`)

func shownLine(text string) shown {
	line := strings.TrimSpace(text)
	if m := exitsWith.FindStringSubmatchIndex(line); m != nil {
		code, err := strconv.Atoi(line[m[2]:m[3]])
		if err == nil {
			return shown{line[:m[0]], code}
		}
	}
	return shown{line, exitDone}
}

// commands are all commands that help speaks of, the root among them.
func commands(t *testing.T) []*cobra.Command {
	t.Helper()
	root, err := newRoot()
	if err != nil {
		t.Fatal(err)
	}
	var all []*cobra.Command
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		all = append(all, c)
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				walk(sub)
			}
		}
	}
	walk(root)
	if len(all) < 15 {
		t.Fatalf("only %d commands were found", len(all))
	}
	return all
}

// workplace is a folder with the examples and their outputs, where commands may write.
func workplace(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS(filepath.Join("..", "..", "examples"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// ranBefore are the outputs of the examples, made once, which commands about a finished run need.
func ranBefore(t *testing.T) string {
	t.Helper()
	dir := workplace(t)
	typed(t, dir, shown{"efseval run examples", exitDone})
	return filepath.Join(dir, "out")
}

// typed runs a line as a user would, in a folder, and fails where it ends otherwise than stated.
func typed(t *testing.T, dir string, s shown) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "sh", "-c", s.line)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LC_ALL=C", "EFSEVAL_LANG=", "NO_COLOR=1")
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	if code := cmd.ProcessState.ExitCode(); code != s.code {
		t.Errorf("$ %s\nends with %d, not %d:\n%s", s.line, code, s.code, said.String())
	}
}

// Every command has examples, and every line of them does what it is shown for.
func TestHelpExamplesAreRun(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every command")
	}
	out := ranBefore(t)
	for _, c := range commands(t) {
		t.Run(strings.ReplaceAll(c.CommandPath(), " ", "-"), func(t *testing.T) {
			lines := strings.Split(strings.TrimSpace(c.Example), "\n")
			if c.Example == "" {
				t.Fatalf("%s has no examples", c.CommandPath())
			}
			dir := workplace(t)
			if err := os.CopyFS(filepath.Join(dir, "out"), os.DirFS(out)); err != nil {
				t.Fatal(err)
			}
			for _, line := range lines {
				if s := shownLine(line); strings.Contains(s.line, "efseval ") {
					typed(t, dir, s)
				} else {
					t.Errorf("%q is no command line", line)
				}
			}
		})
	}
}

// Every command line in the documentation of a package is run too: lines "$ efseval …" of its comment.
func TestPackageExamplesAreRun(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every command")
	}
	out, run := ranBefore(t), 0
	for _, s := range sources(t) {
		if s.file.Doc == nil {
			continue
		}
		for line := range strings.Lines(s.file.Doc.Text()) {
			command, is := strings.CutPrefix(strings.TrimSpace(line), "$ ")
			if !is || !strings.Contains(command, "efseval ") {
				continue
			}
			run++
			t.Run(fmt.Sprintf("%s/%d", s.room, run), func(t *testing.T) {
				dir := workplace(t)
				if err := os.CopyFS(filepath.Join(dir, "out"), os.DirFS(out)); err != nil {
					t.Fatal(err)
				}
				typed(t, dir, shownLine(command))
			})
		}
	}
	if run < 5 {
		t.Errorf("only %d command lines in the documentation of packages", run)
	}
}
