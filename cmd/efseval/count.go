package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// countFlags are the options of efseval count.
type countFlags struct {
	set      string
	rows     string
	codes    []string
	by       string
	json     bool
	csv      bool
	lang     string
	tolerate bool
	facts    []string
	export   exportFlags
	on       onFlags
}

func newCount() *cobra.Command {
	var f countFlags
	cmd := &cobra.Command{
		Use:   "count FILE... | count --on URL",
		Short: "Count the indicators of a rule set straight from an export, without a project file",
		Long: `Count an export of participants by a rule set: each indicator by sex, for results also of
how many eligible and the share. Several files are one export. No project file is needed.

Each person counts once per project, with the first entry and the last exit, as the regulation
asks; --promise tells what the export promises about where the rows of a person stand, so that they
need not be held (once: no person has two rows in a project; clustered: the rows of a project stand
together; none). A broken promise is an error. With --rows participations each row counts as it stands,
and the output says so: that is quicker and holds nothing, and counts a person once a row.

The profile is found by the headers unless --profile names it, and the rule set is that of the
profile's system unless --set names it. What was concluded stands at the head of the table. Only what
reading finds is held against the data; efseval check looks the rows through.

` + thresholdsHelp + `

` + ownHelp + `

` + onHelp + `

Exit codes: 0 done, 1 internal, 2 usage, 3 errors in the data (nothing is printed; see
--tolerate-faults), data unreadable or contradictory, 130 interrupted.`,
		Example: `  efseval count examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv
  efseval count examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv --profile sm-efs --set esf-2014-2020 --lang pl
  efseval count examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv --by age_band,education --code EECO02,EECR04
  efseval count examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv --by Powiat --code EECO02
  efseval count examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv --code EECO01,EECR04 --json
  gzip -c examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv | efseval count - --profile sm-efs --csv`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && !c.Flags().Changed("on") {
				return usageError{errors.New("name an export: efseval count uczestnicy.csv --profile sm-efs --set esf-plus-2021-2027")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	cmd.Flags().StringVar(&f.set, "set", "", "the rule set to count by, one of: "+strings.Join(indicators.SetNames(), ", ")+"; that of the profile's system unless given")
	cmd.Flags().StringVar(&f.rows, "rows", rowsOfPersons, "what is counted: "+rowsSay)
	cmd.Flags().StringSliceVar(&f.codes, "code", nil, "print these figures only: codes, participants, grand-total, leavers, completed")
	cmd.Flags().StringVar(&f.by, "by", "", "split the table: age_band (or age_band:18,25,55), education, status, disability, municipality, support, stage, any field, the header of any other column; several with commas")
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object ("+countSchema+") instead of the table")
	cmd.Flags().BoolVar(&f.csv, "csv", false, "print CSV, a line a figure and group, instead of the table")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the table, pl or en")
	cmd.Flags().BoolVar(&f.tolerate, "tolerate-faults", false, "count where data hold errors: cells that cannot be read count as missing, others as they stand")
	cmd.Flags().StringArrayVar(&f.facts, "fact", nil, "a number that the project states, as EECO19=3, or by sex DIGITAL-COMPETENCES/women=30")
	f.export.add(cmd)
	f.on.add(cmd)
	return cmd
}

// counted is what a count printed: the table, and what it was counted from.
type counted struct {
	from     string // the files, or where the data are
	export   *exportSeen
	source   *export // to look rows up again; nil where the data are elsewhere
	table    *indicators.Table
	setFound bool     // the rule set was concluded from the profile
	codes    []string // to print; empty: all
}

func (f *countFlags) run(c *cobra.Command, args []string) error {
	if err := f.on.validate(c, args, f.set); err != nil {
		return err
	}
	if err := f.validate(args); err != nil {
		return err
	}
	found, err := f.find(c, args)
	if err != nil {
		return withoutProject(err)
	}
	if err := found.holds(c.Context()); err != nil {
		return err
	}
	return f.print(c.OutOrStdout(), found)
}

// find counts the files, or has a server count.
func (f *countFlags) find(c *cobra.Command, args []string) (*counted, error) {
	if f.on.url != "" {
		return f.countOn(c.Context())
	}
	return f.count(c.Context(), args, c.InOrStdin(), c.ErrOrStderr())
}

// validate refuses what contradicts itself before any file is read.
func (f *countFlags) validate(args []string) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	if f.json && f.csv {
		return usageError{inWords(f.lang, "--json i --csv to dwa różne wyniki; wybierz jeden", "--json and --csv are two outputs; choose one")}
	}
	if err := f.validateRows(); err != nil {
		return err
	}
	return f.export.validate(args)
}

// count reads the files as one export and counts it.
func (f *countFlags) count(ctx context.Context, paths []string, stdin io.Reader, tell io.Writer) (*counted, error) {
	export, set, o, err := f.settle(paths, stdin)
	if err != nil {
		return nil, err
	}
	out := &counted{from: strings.Join(paths, ", "), setFound: f.set == "", codes: f.codes}
	counter, err := indicators.Count(ctx, set, o, export.participations(ctx, set), 0)
	if err = export.guarded(err); err != nil {
		return nil, err
	}
	out.source = export
	out.export, out.table = export.seen(), counter.Table()
	if f.csv && export.eachRow { // the table itself has no place to say it
		fmt.Fprintln(tell, eachRowNote().In(evaluate.Lang(f.lang)))
	}
	return out, export.verdict(tell, "count", evaluate.Lang(f.lang), f.tolerate)
}

func (f *countFlags) print(w io.Writer, found *counted) error {
	switch {
	case f.json:
		return found.writeJSON(w)
	case f.csv:
		return found.writeCSV(w, evaluate.Lang(f.lang))
	}
	return found.writeText(w, evaluate.Lang(f.lang), widthOf(w))
}
