package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/indicators"
)

// tableFlags are the options of efseval export.
type tableFlags struct {
	profile, set string
	output, key  string
	lang         string
}

func newExport() *cobra.Command {
	var f tableFlags
	cmd := &cobra.Command{
		Use:   "export FILE --profile NAME -o TABLE",
		Short: "Write the canonical table of an export, with pseudonyms, for an engine of your own",
		Long: `Read a participant export, bring the rows of a person in a project together, and write the
canonical table: one row for each participation, the columns of the schema, the codes of its
vocabularies; as Parquet or CSV by the ending of TABLE. It holds no names, no PESEL and no dates of
birth: persons have pseudonyms, HMAC-SHA-256 under the key of --key, and of the birth date the age
at entry is left. The SQL of efseval sql counts it, and so does the profile canonical.

--set leaves out the columns that the rule set does not read. Without --key the key is drawn for this
run and forgotten: persons cannot be linked to another table.

Exit codes: 0 done, 1 internal, 2 usage, 3 data unreadable, 130 interrupted.`,
		Example: `  efseval export uczestnicy.csv --profile sm-efs -o uczestnicy.parquet --key klucz.bin
  efseval export uczestnicy.xlsx --profile sl2014 --set esf-2014-2020 -o tabela.csv`,
		Args: wants(1, "efseval export uczestnicy.csv --profile sm-efs -o uczestnicy.parquet"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	cmd.Flags().StringVar(&f.profile, "profile", "", "layout of the export, a profile file or one of: "+strings.Join(profiles.Names(), ", "))
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "table to write; it ends in .parquet or .csv")
	cmd.Flags().StringVar(&f.set, "set", "", "keep only the columns that this rule set reads")
	cmd.Flags().StringVar(&f.key, "key", "", "file with at least 32 random bytes, raw or in hexadecimal, for the pseudonyms; else random for the run")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of what is printed, pl or en")
	return cmd
}

func (f *tableFlags) run(c *cobra.Command, path string) (err error) {
	profile, err := f.validate(path)
	if err != nil {
		return err
	}
	keep, err := f.keep()
	if err != nil {
		return err
	}
	who, err := f.pseudonyms()
	if err != nil {
		return err
	}
	source, err := openBare(path, c.InOrStdin(), profile)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	out := &tableFile{path: f.output, who: who, keep: keep}
	var count datasets.Accounting
	faults := 0
	err = out.fill(watched(c.Context(), source.Batches(), out, &faults), datasets.Gathering{Promise: profile.Promise}, &count)
	if err != nil {
		return errors.Join(withoutProject(err), out.discard())
	}
	if err := out.keepIt(); err != nil {
		return err
	}
	f.tell(c, out, &count, faults)
	return nil
}

// validate refuses a command line that cannot be carried out before anything is read.
func (f *tableFlags) validate(path string) (*datasets.Profile, error) {
	if err := checkLang(f.lang); err != nil {
		return nil, err
	}
	ending := strings.ToLower(filepath.Ext(f.output))
	switch {
	case f.profile == "":
		return nil, usageError{fmt.Errorf("say how %s is laid out with --profile (%s)", path, strings.Join(profiles.Names(), ", "))}
	case f.output == "":
		return nil, usageError{errors.New("say where to write the table: -o participants.parquet or -o participants.csv")}
	case ending != ".parquet" && ending != ".csv":
		return nil, usageError{fmt.Errorf("-o %s: want a name that ends in .parquet or .csv", f.output)}
	}
	p, err := profiles.Find(f.profile, "")
	if err != nil {
		return nil, usageError{err}
	}
	if name := p.Fields().Name; name != "participants" {
		return nil, usageError{fmt.Errorf("the profile %s is of %s; only participants have a canonical table", f.profile, name)}
	}
	return p.Profile, nil
}

// keep are the columns that the rule set reads, nil for all.
func (f *tableFlags) keep() ([]string, error) {
	if f.set == "" {
		return nil, nil
	}
	set, err := indicators.LoadSet(f.set)
	if err != nil {
		return nil, usageError{fmt.Errorf("--set: %w", err)}
	}
	fields, err := set.Reads()
	return append([]string{"project", "person"}, fields...), err
}

// pseudonyms are under the key of --key, or a random one.
func (f *tableFlags) pseudonyms() (*canonical.Pseudonyms, error) {
	draw := datasets.DrawKey
	if f.key != "" {
		draw = func() ([]byte, error) { return batch.ReadKey(f.key, f.output) }
	}
	key, err := draw()
	if err != nil {
		return nil, err
	}
	return canonical.NewPseudonyms(key)
}

// watched lets the rows by: it lays the table out by the first, counts faults, and ends with the context.
func watched(ctx context.Context, batches iter.Seq2[*datasets.Batch, error], out *tableFile, faults *int) iter.Seq2[*datasets.Batch, error] {
	return func(yield func(*datasets.Batch, error) bool) {
		for b, err := range batches {
			if err == nil {
				err = errors.Join(ctx.Err(), out.begin(b))
			}
			if err == nil {
				for _, p := range b.Problems {
					if p.Severity == datasets.Error {
						*faults++
					}
				}
			}
			if !yield(b, err) || err != nil {
				return
			}
		}
	}
}

// tell says on standard error what was written, and what could not be read.
func (f *tableFlags) tell(c *cobra.Command, out *tableFile, count *datasets.Accounting, faults int) {
	l := evaluate.Lang(f.lang)
	aside := count.Read - count.Counted
	fmt.Fprintln(c.ErrOrStderr(), evaluate.T(
		fmt.Sprintf("%s: uczestnictwa: %d (wiersze: %d, odłożone: %d), kolumny: %d", f.output, count.Participations, count.Read, aside, len(out.layout.Columns)),
		fmt.Sprintf("%s: participations: %d (rows: %d, set aside: %d), columns: %d", f.output, count.Participations, count.Read, aside, len(out.layout.Columns))).In(l))
	if faults > 0 {
		fmt.Fprintln(c.ErrOrStderr(), evaluate.T(
			fmt.Sprintf("wartości, których nie odczytano, więc w tabeli ich brak: %d; pokaże je: efseval check --profile %s", faults, f.profile),
			fmt.Sprintf("values that could not be read and are missing in the table: %d; efseval check --profile %s shows them", faults, f.profile)).In(l))
	}
	if f.key == "" {
		fmt.Fprintln(c.ErrOrStderr(), evaluate.T("klucz pseudonimów wylosowano na ten przebieg: osób nie da się połączyć z inną tabelą; --key FILE zachowa pseudonimy",
			"the key of the pseudonyms was drawn for this run: persons cannot be linked to another table; --key FILE keeps them").In(l))
	}
}
