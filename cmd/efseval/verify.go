package main

import (
	"errors"
	"fmt"
	"runtime"

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
what stands there and what is computed. The key of a run is not needed. In a folder of many,
index.html is written again too, and a project that it links to and that is gone is named.

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
	if err := folderOnly(f.lang, out); err != nil {
		return err
	}
	folders, err := batch.FinishedIn(out)
	if err != nil {
		return err
	}
	done, err := batch.VerifyAll(c.Context(), out, folders, f.data, f.jobs, batch.Options{Version: version, Build: settledBuild(), Stdin: c.InOrStdin(), Spare: batch.SpareMemory})
	if err != nil {
		return err
	}
	if err := c.Context().Err(); err != nil {
		return err
	}
	all, errs := split(folders, done)
	if err := f.print(c, all, done.Overview, len(folders) == 1); err != nil {
		return err
	}
	return errors.Join(append(errs, answer(all, done.Overview))...)
}

// split sets the folders that are broken apart from those that were verified.
func split(folders []string, done *batch.Verified) (all []*audit.Verification, errs []error) {
	for i, v := range done.All {
		if done.Errs[i] != nil {
			errs = append(errs, fmt.Errorf("%s: %w", folders[i], done.Errs[i]))
			continue
		}
		all = append(all, v)
	}
	return all, errs
}

// print prints one verification whole; of many those that match in a line each.
func (f *verifyFlags) print(c *cobra.Command, all []*audit.Verification, overview []audit.Verdict, one bool) error {
	w, l := c.OutOrStdout(), evaluate.Lang(f.lang)
	if f.json {
		return audit.WriteVerifyJSON(w, all, overview)
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
	if err := audit.WriteOverviewText(w, overview, l); err != nil || one {
		return err
	}
	n := map[audit.Answer]int{}
	for _, v := range all {
		n[v.Answer()]++
	}
	_, err := fmt.Fprintf(w, evaluate.T("projekty: %d, zgodne: %d, różni się: %d, nie można: %d\n", "projects: %d, match: %d, differ: %d, cannot: %d\n").In(l),
		len(all), n[audit.Match], n[audit.IsDifferent], n[audit.Cannot])
	return err
}

// answer is the error of projects, and of the page over them, that differ or cannot be compared; nil where everything matches.
func answer(all []*audit.Verification, overview []audit.Verdict) error {
	var differ, cannot []evaluate.Text
	note := func(name string, a audit.Answer) {
		switch a {
		case audit.IsDifferent:
			differ = append(differ, evaluate.T(name+" różni się od tego, z czego powstał", name+" differs from what it was made of"))
		case audit.Cannot:
			cannot = append(cannot, evaluate.T("nie wszystko w "+name+" da się porównać", "not everything of "+name+" can be compared"))
		}
	}
	for _, v := range all {
		note(v.Project, v.Answer())
	}
	for _, one := range overview {
		note(one.Name, one.Answer)
	}
	switch {
	case len(differ) > 0:
		return &audit.Differs{Found: differ}
	case len(cannot) > 0:
		return &audit.Incomparable{Found: cannot}
	}
	return nil
}
