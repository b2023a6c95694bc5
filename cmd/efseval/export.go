package main

import (
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/indicators"
)

// tableFlags are the options of efseval export.
type tableFlags struct {
	export       exportFlags
	set, project string
	output, key  string
	tolerate     bool
	lang         string
	json         bool
	columns      []string // of the export that no profile knows
}

func newExport() *cobra.Command {
	var f tableFlags
	cmd := &cobra.Command{
		Use:   "export FILE... -o TABLE",
		Short: "Write the canonical table of an export, with pseudonyms, for an engine of your own",
		Long: `Read a participant export as efseval count does, refusing what it refuses, bring the rows of a
person in a project together, and write the canonical table: one row for each participation, the columns of the schema, the codes of its
vocabularies; as Parquet or CSV by the ending of TABLE. It holds no names, no PESEL and no dates of
birth: persons have pseudonyms, HMAC-SHA-256 under the key of --key, and of the birth date the age
at entry is left. The SQL of efseval sql counts it, and so does the profile canonical.

--set leaves out the columns that the rule set does not read. --column adds one that no profile knows,
to split by; a header or values that tell who somebody is are refused, and so is a column in which
nearly every row has a value of its own. Without --key the key is drawn for this
run and forgotten: persons cannot be linked to another table.

Exit codes: 0 done, 1 internal, 2 usage, 3 data unreadable, contradictory or (without
--tolerate-faults) faulty, 130 interrupted.`,
		Example: `  efseval export examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv -o participants.parquet
  efseval key new klucz.key
  efseval export examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv -o tabela.csv --key klucz.key --set esf-plus-2021-2027`,
		Args: wantsSome("name an export: efseval export uczestnicy.csv -o uczestnicy.parquet"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	f.export.add(cmd)
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "table to write; it ends in .parquet or .csv, or - prints CSV")
	cmd.Flags().StringVar(&f.set, "set", "", "keep only the columns that this rule set reads")
	cmd.Flags().StringArrayVar(&f.columns, "column", nil, "header of a column that no profile knows, to be in the table as a text; several times for several")
	cmd.Flags().StringVar(&f.key, "key", "", "file with at least 32 random bytes, raw or in hexadecimal, for the pseudonyms; else random for the run")
	cmd.Flags().StringVar(&f.project, "project", "", "id of the project.yaml: codes of its own then have the pseudonyms that efseval trace gives them")
	cmd.Flags().BoolVar(&f.tolerate, "tolerate-faults", false, "write where data hold errors: cells that cannot be read are missing, others as they stand")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of what is printed, pl or en")
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object ("+tableSchema+") about the table that was written")
	return cmd
}

func (f *tableFlags) run(c *cobra.Command, paths []string) error {
	if err := f.validate(paths); err != nil {
		return err
	}
	set, keep, err := f.keep()
	if err != nil {
		return err
	}
	who, err := f.pseudonyms()
	if err != nil {
		return err
	}
	e, err := f.export.find(paths, c.InOrStdin())
	if err != nil {
		return withoutProject(err)
	}
	e.lang = f.lang
	if keep, err = f.ownColumns(e, keep); err != nil {
		return err
	}
	out := &tableFile{path: f.output, who: who, keep: keep}
	if err := f.fill(c, out, e, set); err != nil {
		return errors.Join(err, out.discard())
	}
	if err := out.keepIt(c.OutOrStdout()); err != nil {
		return err
	}
	if f.json {
		return f.writeJSON(c.OutOrStdout(), out, e)
	}
	f.tell(c, out, e)
	return nil
}

// fill writes the participations of an export, and is the error of one that is refused.
func (f *tableFlags) fill(c *cobra.Command, out *tableFile, e *export, set *indicators.Set) error {
	gathered := datasets.Gathering{Promise: e.profile.Promise}.Participations(out.laidOut(e.batches(c.Context())), &e.rows)
	if err := e.guarded(out.fill(e.joined(set, gathered))); err != nil {
		return withoutProject(err)
	}
	return e.verdict(c.ErrOrStderr(), "export", evaluate.Lang(f.lang), f.tolerate)
}

// validate refuses a command line that cannot be carried out before anything is read.
func (f *tableFlags) validate(paths []string) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	ending := strings.ToLower(filepath.Ext(f.output))
	switch {
	case f.output == "":
		return usageError{inWords(f.lang, "podaj, gdzie zapisać tabelę: -o participants.parquet lub -o participants.csv", "say where to write the table: -o participants.parquet or -o participants.csv")}
	case ending != ".parquet" && ending != ".csv" && f.output != files.StandardInput:
		return usageError{fmt.Errorf("-o %s: want a name that ends in .parquet or .csv, or - for CSV on standard output", f.output)}
	case f.json && f.output == files.StandardInput:
		return bothPrinted(f.lang)
	case f.project != "" && !batch.IsProjectID(f.project):
		return usageError{fmt.Errorf("--project %s: want the id that the project.yaml has, as in katowice-pal; the number of a project stands in the export", f.project)}
	}
	return f.export.validate(paths)
}

// keep is the rule set and the columns that it reads; without one an empty set and nil for all.
func (f *tableFlags) keep() (*indicators.Set, []string, error) {
	if f.set == "" {
		return &indicators.Set{}, nil, nil
	}
	set, err := indicators.LoadSet(f.set)
	if err != nil {
		return nil, nil, usageError{fmt.Errorf("--set: %w", err)}
	}
	fields, err := set.Reads()
	return set, append([]string{"project", "person"}, fields...), err
}

// ownColumns has the columns of --column read, and keeps them where not all are kept.
func (f *tableFlags) ownColumns(e *export, keep []string) ([]string, error) {
	own := &ownColumns{}
	for _, header := range f.columns {
		field, err := own.fieldOf(e, header)
		if _, unreadable := errors.AsType[*datasets.Unreadable](err); unreadable {
			return nil, err
		}
		if err != nil {
			return nil, usageError{fmt.Errorf("--column: %w", err)}
		}
		if keep != nil {
			keep = append(keep, field)
		}
	}
	var err error
	e.profile, err = own.inProfile(e.profile)
	e.guardAll(own.fields)
	return keep, err
}

// pseudonyms are under the key of --key, or a random one.
func (f *tableFlags) pseudonyms() (*canonical.Pseudonyms, error) {
	draw := datasets.DrawKey
	if f.key != "" {
		draw = func() ([]byte, error) { return readKey(f.key, f.output) }
	}
	key, err := draw()
	if err != nil {
		return nil, err
	}
	who, err := canonical.NewPseudonyms(key)
	if err == nil {
		who.Project = f.project
	}
	return who, err
}

// laidOut lets the rows by and lays the table out by the first.
func (t *tableFile) laidOut(batches iter.Seq2[*datasets.Batch, error]) iter.Seq2[*datasets.Batch, error] {
	return func(yield func(*datasets.Batch, error) bool) {
		for b, err := range batches {
			if err == nil {
				err = t.begin(b)
			}
			if !yield(b, err) || err != nil {
				return
			}
		}
	}
}

// tell says on standard error what was written.
func (f *tableFlags) tell(c *cobra.Command, out *tableFile, e *export) {
	l := evaluate.Lang(f.lang)
	count, aside := &e.rows, e.rows.Read-e.rows.Counted
	fmt.Fprintln(c.ErrOrStderr(), evaluate.T(
		fmt.Sprintf("%s: uczestnictwa: %d (wiersze: %d, odłożone: %d), kolumny: %d, profil %s", f.output, count.Participations, count.Read, aside, len(out.layout.Columns), e.profile.Name),
		fmt.Sprintf("%s: participations: %d (rows: %d, set aside: %d), columns: %d, profile %s", f.output, count.Participations, count.Read, aside, len(out.layout.Columns), e.profile.Name)).In(l))
	if f.key == "" {
		fmt.Fprintln(c.ErrOrStderr(), evaluate.T("klucz pseudonimów wylosowano na ten przebieg: osób nie da się połączyć z inną tabelą; --key FILE zachowa pseudonimy",
			"the key of the pseudonyms was drawn for this run: persons cannot be linked to another table; --key FILE keeps them").In(l))
	}
}
