package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
)

// teller prints what becomes of a run: data to standard output, words to standard error.
type teller struct {
	flags    *runFlags
	lang     evaluate.Lang
	out, err io.Writer
	progress *progress
	broken   error // the first of writing to out
	met      error // the first condition of --fail-on
}

func newTeller(f *runFlags, c *cobra.Command) *teller {
	t := &teller{flags: f, lang: evaluate.Lang(f.lang), out: c.OutOrStdout(), err: c.ErrOrStderr()}
	t.progress = newProgress(t.err, t.lang, time.Now)
	return t
}

// begin shows how far the run is, until the returned function is called.
func (t *teller) begin() (end func()) {
	if t.flags.quiet {
		return func() {}
	}
	return t.progress.watch()
}

// stop is closed by the first Ctrl-C, which says what happens now.
func (t *teller) stop(c *cobra.Command) <-chan struct{} {
	stop := make(chan struct{})
	var once sync.Once
	firstSignal(c.Context(), func() {
		once.Do(func() { close(stop) })
		n := t.progress.meter.Pace().Running
		t.progress.between(func() {
			fmt.Fprintln(t.err, evaluate.T("efseval: przerwano; kończę "+datasets.PolishCount(n, "projekt", "projekty", "projektów")+"; naciśnij jeszcze raz, aby zatrzymać od razu",
				"efseval: interrupted; finishing "+datasets.EnglishCount(n, "project", "projects")+"; press again to stop at once").In(t.lang))
		})
	})
	return stop
}

// tell prints a project as soon as it is done: a line where it was carried out, or its JSON. Why others failed is said
// at the end, where it is not overlooked.
func (t *teller) tell(o batch.Outcome) {
	if o.Err == nil && t.met == nil {
		t.met = t.flags.met(o)
	}
	t.progress.between(func() {
		switch {
		case errors.Is(o.Err, context.Canceled):
		case t.flags.json:
			t.broken = errors.Join(t.broken, writeOutcome(t.out, o))
		case o.Err == nil && !t.flags.quiet:
			t.line(o)
		}
	})
}

func (t *teller) line(o batch.Outcome) {
	if _, err := fmt.Fprintln(t.out, line(o, t.lang)); err != nil && t.broken == nil {
		t.broken = err
	}
	for _, w := range warningsOf(o.Brief, t.lang) {
		fmt.Fprintln(t.err, "  "+w)
	}
}

// summary says what is not in the lines: the persons of all projects, who was left as it stood, who failed.
func (t *teller) summary(done *batch.Batch) {
	if t.flags.quiet {
		return
	}
	if u := done.Unique; u != nil && u.Projects+u.Without > 0 {
		fmt.Fprintln(t.err, personsLine(u, t.lang))
	}
	if done.Older != "" {
		fmt.Fprintf(t.err, evaluate.T("%s jest z wcześniejszego przebiegu i pokazuje inne liczby projektu %s; uruchom efseval run dla wszystkich jego projektów, z -o %s (te bez zmian pozostaną, jakie są)\n",
			"%s is of an earlier run and shows other figures of %s; run efseval run on all its projects, with -o %s (those that are unchanged stand as they are)\n").In(t.lang),
			done.Older, done.Outcomes[0].ID, t.flags.output)
	}
	all := len(done.Outcomes)
	if n := done.Unchanged(); n > 0 {
		fmt.Fprintf(t.err, evaluate.T("bez zmian od poprzedniego przebiegu: %d z %d; wyniki pozostały takie, jak były (--force liczy je jeszcze raz)\n",
			"unchanged since the last run: %d of %d; their outputs stand as they were (--force carries them out again)\n").In(t.lang), n, all)
	}
	if n := len(failed(done)); n > 0 && all > 1 {
		fmt.Fprintf(t.err, evaluate.T("nie udało się: %d z %d\n", "failed: %d of %d\n").In(t.lang), n, all)
	}
}

// failed are the errors of the projects.
func failed(done *batch.Batch) []error {
	var failed []error
	for _, o := range done.Outcomes {
		if o.Err != nil {
			failed = append(failed, o.Err)
		}
	}
	return failed
}

// next says what to do with the reports.
func (t *teller) next(outcomes []batch.Outcome) {
	if t.flags.quiet {
		return
	}
	fmt.Fprintln(t.err, t.flags.opening(outcomes[0].Folder, len(outcomes) > 1))
}

// interruptedRun is a run that was told to end before its end.
type interruptedRun struct{}

func (e interruptedRun) Error() string { return e.In(evaluate.EN) }

// In is the error in a language.
func (interruptedRun) In(l evaluate.Lang) string {
	return evaluate.T("przerwano; projekty, które były gotowe, pozostają, a nic nie jest zapisane w połowie; ten sam efseval run dokończy resztę",
		"interrupted; projects that were done stand, nothing half-written is left; the same efseval run does the rest").In(l)
}

// Unwrap is the cause.
func (interruptedRun) Unwrap() error { return context.Canceled }
