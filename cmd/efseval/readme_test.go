package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every block of the README that begins with "$ efseval" is run, one after the other, in a folder that holds the
// examples and their outputs, and prints what stands below it; of a block that ends in "| head -n N" the first N lines. EFSEVAL_UPDATE=1 writes what is printed into the README.
func TestReadmeBlocksAreRun(t *testing.T) {
	readme, err := filepath.Abs(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("LC_ALL", "C")
	t.Chdir(filepath.Dir(ranBefore(t)))
	lines := strings.Split(string(text), "\n")
	run := 0
	for i := 0; i < len(lines); i++ {
		command, is := strings.CutPrefix(lines[i], "    $ efseval ")
		if !is {
			continue
		}
		run++
		want := printed(t, command)
		end := i + 1
		for end < len(lines) && (strings.HasPrefix(lines[end], "    ") || lines[end] == "" && end+1 < len(lines) && strings.HasPrefix(lines[end+1], "    ") && !strings.HasPrefix(lines[end+1], "    $ ")) {
			end++
		}
		if os.Getenv("EFSEVAL_UPDATE") != "" {
			lines = slices.Replace(lines, i+1, end, want...)
		} else if diff := cmp.Diff(want, lines[i+1:end]); diff != "" {
			t.Errorf("$ efseval %s prints something else than the README shows (-printed +shown):\n%s", command, diff)
		}
	}
	if run == 0 {
		t.Error("the README runs no command")
	}
	if os.Getenv("EFSEVAL_UPDATE") != "" {
		if err := os.WriteFile(readme, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// printed is what a command prints, indented as in the README and with plain spaces.
func printed(t *testing.T, command string) []string {
	t.Helper()
	command, head, cut := strings.Cut(command, " | head -n ")
	var out, said bytes.Buffer
	if code := efseval(strings.Fields(command), &out, &said); code != exitDone {
		t.Fatalf("$ efseval %s ends with %d: %s", command, code, said.String())
	}
	text := strings.ReplaceAll(strings.TrimRight(out.String(), "\n"), "\u00a0", " ")
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		lines = append(lines, strings.TrimRight("    "+line, " "))
	}
	if cut {
		n, err := strconv.Atoi(head)
		if err != nil || n < 1 || n > len(lines) {
			t.Fatalf("$ efseval %s | head -n %s: of %d lines", command, head, len(lines))
		}
		lines = lines[:n]
	}
	return lines
}
