package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit/selftest"
)

// selftestFlags are the options of efseval selftest.
type selftestFlags struct {
	cases   []string
	lang    string
	json    bool
	verbose bool
	stdin   io.Reader
}

func newSelftest() *cobra.Command {
	var f selftestFlags
	cmd := &cobra.Command{
		Use:   "selftest [GROUP...]",
		Short: "Compute values known from elsewhere on this machine, and compare",
		Long: `Compute values that are known from elsewhere - printed by R, worked by hand, stated by a regulation -
with this program on this machine, and print which agree. Nothing is read and nothing is sent: the
cases are part of the program, and their people, amounts and numbers are made up.

Groups: ` + groupNames() + `. All run unless some are named.

A value that does not agree is printed with its source, and the exit code is 1: it is an internal
failure, and no result of this program on this machine can be relied on.`,
		Example: `  efseval selftest
  efseval selftest statistics --verbose
  efseval selftest money dates --lang pl
  efseval selftest pesel --json`,
		ValidArgs: groupList(),
		RunE: func(c *cobra.Command, args []string) error {
			f.stdin = c.InOrStdin()
			return f.run(c.Context(), c.OutOrStdout(), args)
		},
	}
	cmd.Flags().StringArrayVar(&f.cases, "cases", nil, "compute the cases of this file of one's own instead, laid out as those of evaluate/audit/selftest/cases; - is standard input; may be given again")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the words, pl or en")
	cmd.Flags().BoolVar(&f.json, "json", false, "print every value as one JSON object ("+selftest.SchemaID+") with both languages")
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "print every value with its source, not only those that fail")
	return cmd
}

func groupList() (names []string) {
	for _, g := range selftest.Groups() {
		names = append(names, string(g))
	}
	return names
}

func groupNames() string { return strings.Join(groupList(), ", ") }

func (f *selftestFlags) run(ctx context.Context, w io.Writer, args []string) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	lang := evaluate.Lang(f.lang)
	out, err := f.outcome(ctx, args, lang)
	if err != nil {
		return err
	}
	if f.json {
		err = selftest.WriteJSON(w, out)
	} else {
		err = selftest.WriteText(w, out, lang, f.verbose)
	}
	if err != nil {
		return err
	}
	return out.Err()
}

// read is the text of a file of cases.
func (f *selftestFlags) read(path string) ([]byte, error) {
	if path == files.StandardInput {
		return io.ReadAll(f.stdin)
	}
	return os.ReadFile(path)
}

// outcome computes the groups named, or the files of the user.
func (f *selftestFlags) outcome(ctx context.Context, args []string, lang evaluate.Lang) (*selftest.Outcome, error) {
	var groups []selftest.Group
	for _, name := range args {
		g, err := selftest.ParseGroup(name)
		if err != nil {
			return nil, usageError{fmt.Errorf(evaluate.T("nie ma grupy %q%s", "unknown group %q%s").In(lang), datasets.Visible(name), meantIn(lang, name, groupList()))}
		}
		groups = append(groups, g)
	}
	if len(f.cases) == 0 {
		return selftest.Run(ctx, groups...)
	}
	if len(groups) > 0 {
		return nil, usageError{inWords(f.lang, "--cases liczy własne pliki, a grupa nazywa te z programu; podaj jedno z nich", "--cases computes files of one's own and a group names those of the program; give one of them")}
	}
	if fromStdin(f.cases) > 1 {
		return nil, usageError{errors.New("- is standard input and can be read once; name the other files")}
	}
	all := &selftest.Outcome{}
	for _, path := range f.cases {
		text, err := f.read(path)
		if err != nil {
			return nil, usageError{fmt.Errorf("--cases: %s: %w; check the name", path, causeOf(err))}
		}
		one, err := selftest.RunFile(ctx, filepath.Base(path), text)
		if err != nil {
			return nil, usageError{err}
		}
		all.Parts = append(all.Parts, one.Parts...)
	}
	return all, nil
}
