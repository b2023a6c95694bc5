package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

// runFlags are the options of efseval run.
type runFlags struct {
	output   string
	jobs     int
	lang     string
	now      string
	tolerate bool
	failOn   []string
	key      string
	force    bool
	json     bool
	quiet    bool

	outputs   []string
	selection report.Outputs
}

func newRun() *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "run PATH...",
		Short: "Evaluate projects and write their reports",
		Long: `Evaluate each project.yaml among the paths (a folder stands for all that it holds) and
write its reports, tables, charts, figures and manifest to a folder of its own; for several
projects also index.html. One line a project goes to standard output. A ledger corrections.csv
beside a project file is applied to its participants. An input "-" is standard input, once a run.

A project whose outputs are those of this very run already, by the SHA-256 of its project file,
inputs, program, rules and outputs, is left as it stands; --force carries it out again. One that
fails does not stop the others. Ctrl-C finishes the projects that were begun, a second one stops at
once. However a run ends, each project's folder is the old one or the new one, whole.

Exit codes: 0 done, 1 internal, 2 usage or project file, 3 data unreadable or contradictory,
4 a condition of --fail-on was met, 130 interrupted.`,
		Example: `  efseval run examples
  efseval run examples/katowice-pal/project.yaml -o elsewhere
  efseval run examples --outputs html,figures -o reports
  efseval run examples --json --force
  efseval run examples --fail-on target`,
		Args: wantsSome("name a project.yaml, or a folder that holds any number of them: efseval run examples"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	cmd.Flags().StringVarP(&f.output, "output", "o", "out", "folder to write to")
	cmd.Flags().IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "projects worked on at a time")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the lines printed here, pl or en")
	cmd.Flags().StringVar(&f.now, "now", "", "date printed in the reports, yyyy-MM-dd; none unless given (or SOURCE_DATE_EPOCH is set)")
	cmd.Flags().BoolVar(&f.tolerate, "tolerate-faults", false, "go on where data hold errors: cells that cannot be read count as missing, others as they stand")
	cmd.Flags().StringSliceVar(&f.failOn, "fail-on", nil, "exit with 4 when a published claim is not reproduced (claim) or a target missed (target)")
	cmd.Flags().StringSliceVar(&f.outputs, "outputs", nil, outputsHelp())
	cmd.Flags().StringVar(&f.key, "key", "", "file with at least 32 random bytes, raw or in hexadecimal, for the pseudonyms of persons; else random for the run")
	cmd.Flags().BoolVarP(&f.force, "force", "f", false, "carry out again what has not changed since its last run")
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object a project, each on a line, instead of words")
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "print errors alone; with --json those and the objects")
	return cmd
}

func (f *runFlags) run(c *cobra.Command, args []string) error {
	if err := errors.Join(f.check(), projectOnly(f.lang, args)); err != nil {
		return err
	}
	projects, err := batch.Find(args)
	if err != nil {
		return err
	}
	persons, err := f.persons()
	if err != nil {
		return err
	}
	t := newTeller(f, c)
	o := batch.Options{Version: version, Build: settledBuild(), Generated: f.now, TolerateFaults: f.tolerate, Stdin: c.InOrStdin(), Persons: persons, Outputs: f.selection,
		Spare: batch.SpareMemory, Force: f.force, Stop: t.stop(c), Meter: t.progress.meter, Tell: t.tell}
	end := t.begin()
	done, err := batch.RunAll(c.Context(), projects, f.output, f.jobs, o)
	end()
	return f.conclude(t, done, err)
}

// conclude says how the run ended.
func (f *runFlags) conclude(t *teller, done *batch.Batch, err error) error {
	if done == nil {
		return err
	}
	if errors.Is(err, context.Canceled) {
		return interruptedRun{}
	}
	t.summary(done)
	if err = errors.Join(append(failed(done), t.broken, err)...); err == nil {
		t.next(done.Outcomes)
		err = t.met
	}
	return err
}

// persons tells the persons of the projects apart under the key of --key, or a random one.
func (f *runFlags) persons() (*check.Persons, error) {
	if f.key == "" {
		return check.NewPersons()
	}
	return personsUnder(f.key, f.output)
}

// personsUnder takes the key of a file, which must not stand among what is written.
func personsUnder(path, output string) (*check.Persons, error) {
	key, err := readKey(path, output)
	if err != nil {
		return nil, err
	}
	return check.PersonsUnder(key)
}

func (f *runFlags) check() error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	switch f.output {
	case "":
		return usageError{errors.New("-o is empty; name a folder to write to")}
	case files.StandardInput:
		return usageError{inWords(f.lang, "-o - to standardowe wyjście, a przebieg zapisuje folder; podaj go, a wyniki dla programów drukuje --json",
			"-o - is standard output, and a run writes a folder; name one; --json prints the results for programs")}
	}
	if f.jobs < 1 {
		return usageError{fmt.Errorf("--jobs is %d, must be at least 1", f.jobs)}
	}
	for _, what := range f.failOn {
		if what != "claim" && what != "target" {
			return usageError{fmt.Errorf("--fail-on %q; want claim or target", what)}
		}
	}
	if err := f.selected(); err != nil {
		return err
	}
	return f.date()
}

// date takes the date of the reports from --now or SOURCE_DATE_EPOCH.
func (f *runFlags) date() (err error) {
	f.now, err = dateOf(f.now)
	return err
}

// met is the condition of --fail-on that a project meets; nil where it meets none.
func (f *runFlags) met(o batch.Outcome) error {
	if slices.Contains(f.failOn, "claim") && len(o.Brief.Unproved) > 0 {
		return failOn{fmt.Sprintf("%s: the published %s is not reproduced", o.ID, o.Brief.Unproved[0])}
	}
	for _, target := range o.Brief.Targets {
		if slices.Contains(f.failOn, "target") && target.Verdict == report.TargetNotReached {
			figure, _ := o.Brief.Figures.Get(target.Figure)
			return failOn{fmt.Sprintf("%s: %s is %s, below its target", o.ID, figure.ID, figure.Text(evaluate.EN))}
		}
	}
	return nil
}
