package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// Every command and option has Polish words, and no words are of a command or option that is not there.
func TestHelpSpeaksPolish(t *testing.T) {
	words, err := readPolishHelp()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{"*": true}
	for _, c := range commands(t) {
		path := c.CommandPath()
		own := words[path]
		used[path] = true
		if own.Short == "" || c.Long != "" && own.Long == "" {
			t.Errorf("%s: short %q, long %d letters; write its Polish words into help.pl.yaml", path, own.Short, len(own.Long))
		}
		c.InitDefaultHelpFlag()
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			used[path+" --"+f.Name], used["* --"+f.Name] = true, true
			if polishFlag(words, path, f.Name) == "" {
				t.Errorf("%s --%s has no Polish words (%s)", path, f.Name, f.Usage)
			}
		})
	}
	for path, own := range words {
		if !used[path] {
			t.Errorf("help.pl.yaml speaks of %s, which is no command", path)
		}
		for flag := range own.Flags {
			if !used[path+" --"+flag] {
				t.Errorf("help.pl.yaml speaks of %s --%s, which is no option", path, flag)
			}
		}
	}
}

// Each placeholder of a list stands for one: none is printed.
func TestPolishHelpNamesTheLists(t *testing.T) {
	root, err := newRoot()
	if err != nil {
		t.Fatal(err)
	}
	if err := translate(root, "pl"); err != nil {
		t.Fatal(err)
	}
	count, _, err := root.Find([]string{"count"})
	if err != nil {
		t.Fatal(err)
	}
	if set := count.Flag("set").Usage; !strings.Contains(set, "esf-plus-2021-2027") || strings.Contains(set, "{") {
		t.Errorf("--set means %q", set)
	}
}

// The help of each command is in the language asked for, by --help and by help COMMAND alike.
func TestHelpLeadsWithExamples(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"run --help", "\nExamples:\n  efseval run examples\n"},
		{"help run", "\nExamples:\n  efseval run examples\n"},
		{"run --help --lang pl", "\nPrzykłady:\n  efseval run examples\n"},
		{"help run --lang pl", "\nPrzykłady:\n  efseval run examples\n"},
		{"help profile draft", "\nExamples:\n  efseval profile draft "},
	} {
		var out, said strings.Builder
		if code := efseval(strings.Fields(c.args), &out, &said); code != exitDone {
			t.Fatalf("%s ends with %d: %s", c.args, code, said.String())
		}
		first, rest, _ := strings.Cut(out.String(), "\n")
		if !strings.HasPrefix(rest, c.want) || first == "" {
			t.Errorf("%s begins with\n%.200s", c.args, out.String())
		}
	}
}

// No heading, kind of value or word for what is to be typed stays English in the Polish help and manual of any command.
func TestPolishHelpAndManualHaveNoEnglishFrame(t *testing.T) {
	english := regexp.MustCompile(`(?m)^\.SH (NAME|SYNOPSIS|DESCRIPTION|OPTIONS.*|EXAMPLE|SEE ALSO|EXIT STATUS)$|\[flags\]|\(default |--[a-z-]+ (string|strings|stringArray|int|float|duration)  |` +
		`^(Usage|Flags|Examples|Commands):|(Use|SKŁADNIA|Użycie).*\n.*\b(PATH|FILE|COMMAND|DIR|NAME|CODE)\b`)
	for _, c := range commands(t) {
		words := strings.Fields(c.CommandPath())[1:]
		for _, args := range [][]string{append([]string{"man"}, words...), append([]string{"help"}, words...)} {
			var out, said strings.Builder
			if code := efseval(append(args, "--lang", "pl"), &out, &said); code != exitDone {
				t.Fatalf("%v ends with %d: %s", args, code, said.String())
			}
			if found := english.FindString(out.String()); found != "" {
				t.Errorf("%v: %q", args, found)
			}
		}
	}
}
