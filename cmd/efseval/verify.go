package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/batch"
)

// verifyFlags are the options of efseval verify.
type verifyFlags struct {
	data string
	lang string
	jobs int
	json bool
}

func newVerify() *cobra.Command {
	var f verifyFlags
	cmd := &cobra.Command{
		Use:   "verify OUT",
		Short: "Compute every figure again and compare it with every output",
		Long: `Take the folder that efseval run wrote, for one project or for many, compute every figure again
from the project file and the data that the manifest names, and compare it with every output:
results, figures, tables, reports, charts, problems and the manifest itself. Each input and
output matches, differs or cannot be compared; what differs is named with its figure, its place,
what stands there and what is computed. The key of a run is not needed.

Outputs of another version or build of the program may have other bytes; there the figures
decide. The project file is looked for here and beside the outputs; --data names its folder, or
one above it, where it is elsewhere.

Exit codes: 0 everything matches, 1 internal, 2 usage or no folder of a run, 3 something cannot be
compared, 5 something differs, 130 interrupted.`,
		Example: `  efseval verify out
  efseval verify out/katowice-pal --data examples
  efseval verify out/katowice-pal --lang pl
  efseval verify out --data examples --json`,
		Args: wants(1, "efseval verify out/katowice-pal"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	cmd.Flags().StringVar(&f.data, "data", "", "folder of the project file, or one above it, to which the names of the data are relative")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the text, pl or en")
	cmd.Flags().IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "projects worked on at a time")
	cmd.Flags().BoolVar(&f.json, "json", false, "print everything as JSON, in both languages")
	return cmd
}

func (f *verifyFlags) run(c *cobra.Command, out string) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	if f.jobs < 1 {
		return usageError{fmt.Errorf("--jobs is %d, must be at least 1", f.jobs)}
	}
	folders, err := batch.FinishedIn(out)
	if err != nil {
		return f.told(err)
	}
	all, errs := f.verifyAll(c.Context(), folders, batch.Options{Version: version, Build: settledBuild(), Stdin: c.InOrStdin()})
	if err := c.Context().Err(); err != nil {
		return err
	}
	if err := f.print(c, all, len(folders) == 1); err != nil {
		return err
	}
	return errors.Join(append(errs, f.answer(all))...)
}

// verifyAll verifies each folder, so many at a time; the order is that of the folders. One that is broken does not stop
// the others.
func (f *verifyFlags) verifyAll(ctx context.Context, folders []string, o batch.Options) (all []*audit.Verification, errs []error) {
	found, failed := make([]*audit.Verification, len(folders)), make([]error, len(folders))
	var wait sync.WaitGroup
	turn := make(chan struct{}, f.jobs)
	for i, folder := range folders {
		turn <- struct{}{}
		wait.Go(func() {
			defer func() { <-turn }()
			if failed[i] = ctx.Err(); failed[i] == nil {
				found[i], failed[i] = batch.Verify(ctx, folder, f.data, o)
			}
		})
	}
	wait.Wait()
	for i, v := range found {
		if failed[i] != nil {
			errs = append(errs, fmt.Errorf("%s: %w", folders[i], f.told(failed[i])))
			continue
		}
		all = append(all, v)
	}
	return all, errs
}

// print prints one verification whole; of many those that match in a line each.
func (f *verifyFlags) print(c *cobra.Command, all []*audit.Verification, one bool) error {
	w, l := c.OutOrStdout(), evaluate.Lang(f.lang)
	if f.json {
		return audit.WriteVerifyJSON(w, all)
	}
	for _, v := range all {
		if !one && v.Answer() == audit.Match {
			if _, err := fmt.Fprintln(w, audit.VerifyLine(v, l)); err != nil {
				return err
			}
			continue
		}
		if err := audit.WriteVerifyText(w, v, l); err != nil {
			return err
		}
	}
	if one {
		return nil
	}
	n := map[audit.Answer]int{}
	for _, v := range all {
		n[v.Answer()]++
	}
	_, err := fmt.Fprintf(w, evaluate.T("projekty: %d, zgodne: %d, różni się: %d, nie można: %d\n", "projects: %d, match: %d, differ: %d, cannot: %d\n").In(l),
		len(all), n[audit.Match], n[audit.IsDifferent], n[audit.Cannot])
	return err
}

// told says an error in the language that was asked for.
func (f *verifyFlags) told(err error) error { return inTheLanguage(err, f.lang) }

// answer is the error of projects that differ or cannot be compared; nil where everything matches.
func (f *verifyFlags) answer(all []*audit.Verification) error {
	var differ, cannot []evaluate.Text
	for _, v := range all {
		switch v.Answer() {
		case audit.IsDifferent:
			differ = append(differ, evaluate.T(v.Project+" różni się od tego, z czego powstał", v.Project+" differs from what it was made of"))
		case audit.Cannot:
			cannot = append(cannot, evaluate.T("nie wszystko w "+v.Project+" da się porównać", "not everything of "+v.Project+" can be compared"))
		}
	}
	switch {
	case len(differ) > 0:
		return inLanguage{&audit.Differs{Found: differ}, evaluate.Lang(f.lang)}
	case len(cannot) > 0:
		return inLanguage{&audit.Incomparable{Found: cannot}, evaluate.Lang(f.lang)}
	}
	return nil
}
