package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
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
	exitRefused     = 6 // the disclosure gate refused to write
	exitInterrupted = 130
)

// usageError is a command line that cannot be carried out.
type usageError struct{ cause error }

func (u usageError) Error() string { return u.cause.Error() }

// Unwrap is the cause.
func (u usageError) Unwrap() error { return u.cause }

// failOn is a condition of --fail-on that was met.
type failOn struct{ what string }

func (f failOn) Error() string { return f.what }

// efseval carries out a command line and returns its exit code. Data go to stdout, everything
// else to stderr.
func efseval(args []string, stdout, stderr io.Writer) int {
	ctx, stop := listen()
	defer stop()
	cmd, err := newRoot()
	if err != nil {
		fmt.Fprintln(stderr, "efseval: "+err.Error())
		return exitInternal
	}
	cmd.SetArgs(args)
	out := &output{Writer: stdout}
	cmd.SetIn(newStdin(ctx, os.Stdin))
	cmd.SetOut(out)
	cmd.SetErr(stderr)
	err = out.verdict(unbroken(func() error { return cmd.ExecuteContext(ctx) }))
	said := err
	if _, ofRun := errors.AsType[interruptedRun](err); errors.Is(err, context.Canceled) && !ofRun {
		said = errors.New("interrupted; projects that were done stand, nothing half-written is left")
	}
	if err != nil {
		fmt.Fprintln(stderr, name(cmd, stderr)+strings.ReplaceAll(datasets.VisibleLines(inTongue(said, askedLang(args))), "\n", "\n  "))
	}
	return exitCode(err)
}

// name is the name of the program before a message, red on a terminal.
func name(root *cobra.Command, w io.Writer) string {
	refused, err := root.PersistentFlags().GetBool("no-color")
	if coloured(w, refused || err != nil) {
		return red("efseval:") + " "
	}
	return "efseval: "
}

// newRoot is the command with all its subcommands. An error is a fault of the program.
func newRoot() (*cobra.Command, error) {
	cmd := &cobra.Command{
		Use:   "efseval",
		Short: "Evaluate European Social Fund projects from their exports",
		Long: `efseval reads participant exports, cost ledgers and questionnaires of European Social
Fund projects, counts the regulation's indicators by sex against targets, works out costs
and the change between two questionnaires, and writes reports in Polish and English.

Data go to standard output, everything else to standard error.`,
		Example: `  efseval run examples
  efseval check examples/katowice-pal
  efseval trace out/katowice-pal participants/women`,
		Version:           version,
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              subcommands,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return checkLang(c.Flag("lang").Value.String()) },
	}
	cmd.SetVersionTemplate("efseval {{.Version}}\n")
	cmd.Flags().Bool("version", false, "print the version")
	cmd.PersistentFlags().String("lang", localeLang(), "language of what is printed, pl or en (also by "+langVariable+")")
	cmd.PersistentFlags().Bool("no-color", false, "no colour on a terminal (also by NO_COLOR or TERM=dumb)")
	cmd.SetFlagErrorFunc(wrongFlag)
	cmd.SetHelpFunc(func(c *cobra.Command, _ []string) {
		err := writeHelp(c.OutOrStdout(), c, langOf(c))
		if out, is := c.OutOrStdout().(*output); err != nil && !(is && out.failed != nil) { // which is told at the end
			fmt.Fprintln(c.ErrOrStderr(), "efseval: "+err.Error())
		}
	})
	cmd.AddGroup(groups(evaluate.EN)...)
	cmd.AddCommand(newRun(), newCheck(), newCount(), newExplain(), newTrace(), newProfile(), newSQL(), newExport(), newSurvey(),
		newInit(), newDiff(), newKey(), newSelftest(), newVerify(), newSchema(), newCompletion(), newMan(), newVersion())
	cmd.SetHelpCommand(newHelp())
	cmd.InitDefaultHelpCmd()
	for _, sub := range cmd.Commands() {
		sub.GroupID = groupOf(sub.Name())
	}
	return cmd, complete(cmd)
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
		cannot     *audit.Incomparable
	)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &usage), errors.As(err, &fault):
		return exitUsage
	case errors.As(err, &unreadable), errors.As(err, &refused), errors.As(err, &bad), errors.As(err, &cannot):
		return exitUnreadable
	case errors.As(err, &met):
		return exitFailOn
	case errors.As(err, &differs):
		return exitDiffers
	}
	return exitInternal
}
