package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/batch"
)

// The exit codes of every subcommand.
const (
	exitDone        = 0
	exitInternal    = 1
	exitUsage       = 2 // usage or project file
	exitUnreadable  = 3 // data that cannot be read or contradict themselves
	exitFailOn      = 4 // a condition of --fail-on was met
	exitDiffers     = 5 // a finished run does not agree with what it was made from
	exitInterrupted = 130
)

// usageError is a command line that cannot be carried out.
type usageError struct{ cause error }

func (u usageError) Error() string { return u.cause.Error() }

// failOn is a condition of --fail-on that was met.
type failOn struct{ what string }

func (f failOn) Error() string { return f.what }

// efseval carries out a command line and returns its exit code. Data go to stdout, everything
// else to stderr.
func efseval(args []string, stdout, stderr io.Writer) int {
	ctx, stop := listen()
	defer stop()
	cmd := newRoot()
	cmd.SetArgs(args)
	cmd.SetOut(stdout)
	cmd.SetErr(stderr)
	err := cmd.ExecuteContext(ctx)
	switch _, worded := errors.AsType[inLanguage](err); {
	case errors.Is(err, context.Canceled) && !worded:
		fmt.Fprintln(stderr, "efseval: interrupted; projects that were done stand, nothing half-written is left")
	case err != nil:
		fmt.Fprintln(stderr, "efseval: "+strings.ReplaceAll(datasets.VisibleLines(err.Error()), "\n", "\n  "))
	}
	return exitCode(err)
}

func newRoot() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "efseval",
		Short: "Evaluate European Social Fund projects from their exports",
		Long: `efseval reads participant exports, cost ledgers and questionnaires of European Social
Fund projects, counts the regulation's indicators by sex against targets, works out costs
and the change between two questionnaires, and writes reports in Polish and English.`,
		Example: `  efseval run examples
  efseval run examples/katowice-pal/project.yaml -o elsewhere`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return usageError{fmt.Errorf("unknown command %q; see efseval --help", args[0])}
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see %s --help", err, c.CommandPath())}
	})
	cmd.AddCommand(newRun(), newCheck(), newCount(), newExplain(), newTrace(), newProfile(), newSQL(), newExport(), newSurvey(), newVersion(), newInit())
	return cmd
}

// exitCode tells what kind of error ended a command; of several the first that is not
// internal counts.
func exitCode(err error) int {
	var (
		usage      usageError
		fault      *batch.Fault
		unreadable *datasets.Unreadable
		refused    *batch.Refused
		bad        *batch.BadData
		met        failOn
		differs    *audit.Differs
	)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &usage), errors.As(err, &fault):
		return exitUsage
	case errors.As(err, &unreadable), errors.As(err, &refused), errors.As(err, &bad):
		return exitUnreadable
	case errors.As(err, &met):
		return exitFailOn
	case errors.As(err, &differs):
		return exitDiffers
	}
	return exitInternal
}
