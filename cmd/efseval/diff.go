package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/batch"
)

// diffFlags are the options of efseval diff.
type diffFlags struct {
	data1, data2 string
	lang         string
	json         bool
	csv          bool
	failOn       []string
	key          string
}

func newDiff() *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use:   "diff OUT1 OUT2",
		Short: "Tell which figures moved between two runs, and why",
		Long: `Compare two folders that efseval run wrote, of one project each or of many (paired by id):
what differs between the runs (data, corrections, rule set, parameters, project file, program),
numbered, and each figure that is not the same, with the numbers of the causes that can touch it.
With --data1 and --data2 both runs are carried out again and the rows behind each such figure
compared: added, gone, changed, counted now or no longer, each with file, line and person.

"~" stands before a figure whose status, unit, bound, level, n, numerator and denominator are the
same, and whose value and interval print the same or differ by at most 1e-9 of the larger.

It is a report: figures that moved are no failure, unless --fail-on moved.

Exit codes: 0 done, 1 internal, 2 usage, 3 data unreadable, 4 --fail-on moved was met (a figure
moved, came or went, or a project did; ~ does not count), 5 the data differ from those of the
run, 130 interrupted.`,
		Example: `  efseval run examples -o before
  efseval diff before out
  efseval diff before/katowice-pal out/katowice-pal --lang pl --fail-on moved
  efseval diff before/katowice-pal out/katowice-pal --data1 examples/katowice-pal --data2 examples/katowice-pal`,
		Args: wants(2, "efseval diff before/katowice-pal out/katowice-pal"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0], args[1]) },
	}
	cmd.Flags().StringVar(&f.data1, "data1", "", "folder of the project file of OUT1 and its data; with --data2")
	cmd.Flags().StringVar(&f.data2, "data2", "", "folder of the project file of OUT2 and its data; with --data1")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the text, pl or en")
	cmd.Flags().BoolVar(&f.json, "json", false, "print everything as JSON, in both languages")
	cmd.Flags().BoolVar(&f.csv, "csv", false, "print the figures that are not the same as CSV")
	cmd.Flags().StringSliceVar(&f.failOn, "fail-on", nil, "exit with 4 when a figure moved by more than rounding (moved)")
	cmd.Flags().StringVar(&f.key, "key", "", "file with at least 32 random bytes, raw or in hexadecimal, for the pseudonyms of persons; else they are numbered")
	return cmd
}

func (f *diffFlags) check() error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	if f.json && f.csv {
		return bothPrintedAs(f.lang)
	}
	if (f.data1 == "") != (f.data2 == "") {
		return usageError{inWords(f.lang, "--data1 i --data2 podaje się razem: wiersze jednego przebiegu niczego nie porównują", "--data1 and --data2 go together: the rows of one run alone compare nothing")}
	}
	if f.key != "" && f.data1 == "" {
		return usageError{inWords(f.lang, "--key nadaje pseudonimy osobom, a bez --data1 i --data2 żadnych się nie podaje", "--key gives persons their pseudonyms, and without --data1 and --data2 none are told")}
	}
	for _, what := range f.failOn {
		if what != "moved" {
			return usageError{fmt.Errorf("--fail-on %q; want moved", what)}
		}
	}
	return nil
}

func (f *diffFlags) write(w io.Writer, found *audit.Comparison) error {
	switch {
	case f.json:
		return audit.WriteDiffJSON(w, found)
	case f.csv:
		return audit.WriteDiffCSV(w, found)
	}
	return audit.WriteDiffText(w, found, evaluate.Lang(f.lang))
}

func (f *diffFlags) run(c *cobra.Command, old, new string) error {
	if err := errors.Join(f.check(), folderOnly(f.lang, old, new)); err != nil {
		return err
	}
	o := batch.DiffOptions{OldData: f.data1, NewData: f.data2, Version: version}
	if f.key != "" {
		for _, folder := range []string{old, new} { // the key may stand in neither
			persons, err := personsUnder(f.key, folder)
			if err != nil {
				return err
			}
			o.Persons = persons
		}
	}
	found, err := batch.Diff(c.Context(), old, new, o)
	if found == nil {
		return err
	}
	if err := errors.Join(f.write(c.OutOrStdout(), found), err); err != nil {
		return err
	}
	if len(f.failOn) > 0 && found.Moved() {
		return failOn{inWords(f.lang, "są wielkości, które się zmieniły", "figures moved").Error()}
	}
	return nil
}
