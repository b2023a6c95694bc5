package main

import (
	"github.com/spf13/cobra"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/batch"
)

// traceFlags are the options of efseval trace.
type traceFlags struct {
	data string
	lang string
	json bool
	csv  bool
	key  string
}

func newTrace() *cobra.Command {
	var f traceFlags
	cmd := &cobra.Command{
		Use:   "trace OUT FIGURE",
		Short: "Follow a figure of a report back to its rows",
		Long: `Take the folder that efseval run wrote for a project and a figure of it (an id, as in
figures.csv), compute the figure again from the project file and the data that the manifest
names, and print its formula, its rule, the filters with the count after each, and every row
behind it: file, line, person. A person is a number of this list, or a pseudonym with --key.

The data must be those of the run, byte for byte, and the figure must come out the same. The
project file is looked for here and beside the outputs; --data names its folder where it is
elsewhere.

Exit codes: 0 done, 1 internal, 2 usage or no such figure, 3 data unreadable, 5 the data or
the figure differ from those of the run, 130 interrupted.`,
		Example: `  efseval trace out/katowice-pal participants/women
  efseval trace out/katowice-pal cost/per-participant --data examples/katowice-pal --lang pl
  efseval trace out/katowice-wlacz-sie indicator/CR04/total/share --csv > rows.csv`,
		Args: wants(2, "efseval trace out/katowice-pal participants/women"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0], args[1]) },
	}
	cmd.Flags().StringVar(&f.data, "data", "", "folder of the project file, to which the names of the data are relative")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the text, pl or en")
	cmd.Flags().BoolVar(&f.json, "json", false, "print everything as JSON, in both languages")
	cmd.Flags().BoolVar(&f.csv, "csv", false, "print the rows as CSV")
	cmd.Flags().StringVar(&f.key, "key", "", "file with at least 32 random bytes, raw or in hexadecimal, for the pseudonyms of persons; else they are numbered")
	return cmd
}

func (f *traceFlags) run(c *cobra.Command, folder, figure string) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	if f.json && f.csv {
		return bothPrintedAs(f.lang)
	}
	if err := folderOnly(f.lang, folder); err != nil {
		return err
	}
	o := batch.Options{Version: version, Stdin: c.InOrStdin()}
	if f.key != "" {
		persons, err := personsUnder(f.key, folder)
		if err != nil {
			return err
		}
		o.Persons = persons
	}
	t, err := batch.Trace(c.Context(), folder, figure, f.data, o)
	if err != nil {
		return err
	}
	switch {
	case f.json:
		return audit.WriteTraceJSON(c.OutOrStdout(), t)
	case f.csv:
		return audit.WriteTraceCSV(c.OutOrStdout(), t)
	}
	return audit.WriteTraceText(c.OutOrStdout(), t, evaluate.Lang(f.lang))
}
