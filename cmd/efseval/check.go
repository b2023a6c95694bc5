package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
)

// checkFlags are the options of efseval check.
type checkFlags struct {
	json     bool
	profile  string
	lang     string
	output   string
	from, to string
	margin   int
	rules    bool
}

func newCheck() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check PATH...",
		Short: "Look exports through: what was concluded about them, and what is doubtful in them",
		Long: `Read every export of each project.yaml among the paths (a folder stands for all that it
holds), or, with --profile, bare export files. Print for each file what was concluded about
it (format, encoding, separator, sheet, header row, columns read and not read, rows), and then
the faults and doubts by rule, with their number and first places, the most serious last.
Nothing is written or changed. No value of a cell that could name a person is printed.

A project is read as a run reads it: a ledger corrections.csv beside its file is applied, the rows
of a person are brought together, questionnaires are paired, amounts compared. What a run refuses
with exit code 3 a check ends with, too. A bare export is streamed in constant memory: its rows
are not brought together by person, and the questions of answer sheets are not read.

--profile is the name of a ready profile, or a file (it ends in .yaml or .yml, or holds a slash).
The path - is one export on standard input. --rules lists all rules with their sources and reads
nothing.

Exit codes: 0 clean, or warnings and notes only; 1 internal; 2 usage or project file;
3 errors in the data, data unreadable or contradictory; 130 interrupted.`,
		Example: `  efseval check examples
  efseval check examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv --profile sm-efs --from 2021-01-01 --to 2022-12-31
  efseval check examples/katowice-pal --lang pl -o problems.csv
  gzip -c examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv | efseval check - --profile sm-efs
  efseval check --rules --lang pl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && !f.rules {
				return usageError{errors.New("name a project.yaml, a folder of projects, or an export with --profile: efseval check examples")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object (efseval/check/1) instead of the table")
	cmd.Flags().StringVar(&f.profile, "profile", "", "the paths are exports of this layout, a profile file or one of: "+strings.Join(profiles.Names(), ", "))
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the table, pl or en")
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "write every problem with its place to this CSV file; - is standard output, and the table then goes to standard error")
	cmd.Flags().StringVar(&f.from, "from", "", "first day of the project, yyyy-MM-dd (of bare exports; a project file says it)")
	cmd.Flags().StringVar(&f.to, "to", "", "last day of the project, yyyy-MM-dd (of bare exports)")
	cmd.Flags().BoolVar(&f.rules, "rules", false, "list the rules, each with its severity, text and source, and read nothing")
	cmd.Flags().IntVar(&f.margin, "margin", 0, "days by which dates may lie outside the period of the project")
	return cmd
}

func (f *checkFlags) run(c *cobra.Command, args []string) error {
	if err := f.validate(args); err != nil {
		return err
	}
	if f.rules {
		return f.listRules(c.OutOrStdout())
	}
	in, err := f.inputs(args)
	if err != nil {
		return err
	}
	list, err := newProblemList(f.output, c.OutOrStdout())
	if err != nil {
		return err
	}
	l := newLook(list, f.margin)
	if err := l.through(c.Context(), in, c.InOrStdin()); err != nil {
		return errors.Join(err, list.discard())
	}
	if err := list.close(); err != nil {
		return err
	}
	if err := f.print(c, l); err != nil {
		return err
	}
	return f.verdict(l)
}

func (f *checkFlags) print(c *cobra.Command, l *look) error {
	if f.json {
		return l.writeJSON(c.OutOrStdout(), evaluate.Lang(f.lang))
	}
	w := c.OutOrStdout()
	if f.output == files.StandardInput {
		w = c.ErrOrStderr() // the list has standard output
	}
	return l.writeText(w, evaluate.Lang(f.lang))
}

// validate refuses what contradicts itself before any file is read.
func (f *checkFlags) validate(args []string) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	switch {
	case f.margin < 0:
		return usageError{fmt.Errorf("--margin is %d, must be at least 0", f.margin)}
	case f.json && f.output == files.StandardInput:
		return bothPrinted(f.lang)
	case f.rules && len(args) > 0:
		return usageError{errors.New("--rules lists the rules and reads nothing; leave the paths out")}
	case fromStdin(args) > 1:
		return usageError{errors.New("- is standard input and can be read once; name the other exports")}
	case f.profile == "" && (f.from != "" || f.to != ""):
		return usageError{errors.New("--from and --to go with --profile; say period: in the project file instead")}
	}
	for _, path := range args {
		if err := f.fits(path); err != nil {
			return err
		}
	}
	return nil
}

// fits tells whether a path is what the presence of --profile says it is.
func (f *checkFlags) fits(path string) error {
	if path == files.StandardInput && f.profile == "" {
		return usageError{fmt.Errorf("- is one export on standard input; say how it is laid out with --profile (%s), as in: efseval check - --profile sm-efs < export.csv", strings.Join(profiles.Names(), ", "))}
	}
	info, err := os.Stat(path)
	project := err == nil && info.IsDir() || strings.HasSuffix(path, ".yaml") || strings.HasSuffix(path, ".yml")
	switch {
	case f.profile != "" && project:
		return usageError{fmt.Errorf("%s is a project or a folder; --profile is for bare export files", path)}
	case f.profile == "" && !project && err == nil:
		return usageError{fmt.Errorf("%s is no project file; say how it is laid out with --profile (%s)", path, strings.Join(profiles.Names(), ", "))}
	}
	return nil
}

// inputs are what a check looks at: projects or bare exports.
type inputs struct {
	projects []*batch.Project
	bare     []bareExport
}

func (f *checkFlags) inputs(args []string) (*inputs, error) {
	if f.profile != "" {
		return f.bare(args)
	}
	paths, err := batch.Find(args)
	if err != nil {
		return nil, err
	}
	in := &inputs{}
	var faults []error
	for _, path := range paths {
		p, err := batch.Load(path)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		in.projects = append(in.projects, p)
	}
	return in, errors.Join(append(faults, batch.Admit(in.projects))...)
}

// bare are export files. The questions of bare answer sheets are listed as not read: which of them make a
// scale only a project can say.
func (f *checkFlags) bare(args []string) (*inputs, error) {
	profile, err := profiles.Find(f.profile, "")
	if err == nil && profile.Fields().Name == "answers" {
		profile.Profile, err = profile.With(datasets.Override{Ignore: []string{"*"}})
	}
	if err != nil {
		return nil, usageError{err}
	}
	in := &inputs{}
	for _, path := range args {
		in.bare = append(in.bare, newBareExport(path, profile.Profile, f.from, f.to))
	}
	return in, nil
}

// verdict is the error of data with errors, nil where there are none. Contradictions stand there in the
// words of a run.
func (f *checkFlags) verdict(l *look) error {
	all := l.refused
	if n := l.errors - l.contradictions; n > 0 {
		next := "correct the export, or the project file that says how to read it"
		if f.profile != "" {
			next = "correct the export, or say in a profile file how to read it: efseval profile draft, then --profile FILE"
		}
		all = append(all, &batch.BadData{Project: "check", Cause: fmt.Errorf("%d %s in the data; %s", n, plural(n, "error", "errors"), next)})
	}
	return errors.Join(all...)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
