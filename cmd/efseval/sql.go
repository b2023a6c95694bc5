package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/sqltext"
)

// sqlFlags are the options of efseval sql.
type sqlFlags struct {
	set, dialect string
	table        string
	columns      []string
	by           string
	own          []string // headers of columns that no profile knows
	ddl          bool
	json         bool
	lang         string
}

func newSQL() *cobra.Command {
	var f sqlFlags
	cmd := &cobra.Command{
		Use:   "sql [CODE...] --set NAME --dialect NAME",
		Short: "Write indicators as SQL that gives the same counts on the canonical table",
		Long: `Print one SELECT that counts indicators by sex on the table that efseval export writes, in the
SQL of an engine, with the rule, its clause and its parameters as comments: for an auditor who
does not want to trust this program, and for a ministry whose participants stand in a warehouse.
Without codes every figure of the rule set is counted, also participants, grand-total, leavers,
completed, who is incomplete (incomplete/FIELD) and who refused (refused/FIELD).

A figure for which the table has no column (--columns) is told on standard error and not counted;
a number that a project states is never counted from a table. --ddl prints the CREATE TABLE
statement of the table instead.

Exit codes: 0 done, 1 internal, 2 usage.`,
		Example: `  efseval sql CR04 --set esf-2014-2020 --dialect postgresql
  efseval sql --set esf-plus-2021-2027 --dialect clickhouse --table monitoring.participants --lang pl
  efseval sql --ddl --dialect duckdb`,
		Args: func(_ *cobra.Command, args []string) error { return f.validate(args) },
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	cmd.Flags().StringVar(&f.set, "set", "", "rule set, one of: "+strings.Join(indicators.SetNames(), ", "))
	cmd.Flags().StringVar(&f.dialect, "dialect", "", "SQL of the engine, one of: "+strings.Join(dialectNames(), ", "))
	cmd.Flags().StringVar(&f.table, "table", "participants", "name of the table; may begin with its schema")
	cmd.Flags().StringSliceVar(&f.columns, "columns", nil, "columns that the table has; all unless given")
	cmd.Flags().StringVar(&f.by, "by", "", "split by dimensions besides sex, as age_band,education, and by column:HEADER of efseval export --column")
	cmd.Flags().StringArrayVar(&f.own, "column", nil, "header of a column that the table has by efseval export --column; several times for several")
	cmd.Flags().BoolVar(&f.ddl, "ddl", false, "print the CREATE TABLE statement instead")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the comments, pl or en")
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object ("+sqlSchema+") with the text in it")
	return cmd
}

func dialectNames() []string {
	var names []string
	for _, d := range sqltext.Dialects() {
		names = append(names, string(d))
	}
	return names
}

// validate refuses what contradicts itself.
func (f *sqlFlags) validate(args []string) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	if f.dialect == "" {
		return usageError{inWords(f.lang, "podaj, dla jakiego silnika: --dialect, jeden z: "+strings.Join(dialectNames(), ", "),
			"say for which engine: --dialect, one of "+strings.Join(dialectNames(), ", "))}
	}
	if _, err := sqltext.ParseDialect(f.dialect); err != nil {
		return usageError{fmt.Errorf("--dialect: %w", err)}
	}
	switch {
	case f.ddl && (len(args) > 0 || f.set != "" || f.by != ""):
		return usageError{errors.New("--ddl prints the table, which is the same for every rule set; leave the codes, --set and --by out")}
	case !f.ddl && f.set == "":
		return usageError{inWords(f.lang, "podaj zestaw reguł, według którego liczyć: --set, jeden z: "+strings.Join(indicators.SetNames(), ", "),
			"say by which rule set to count: --set, one of "+strings.Join(indicators.SetNames(), ", "))}
	}
	return nil
}

func (f *sqlFlags) run(c *cobra.Command, codes []string) error {
	if f.ddl {
		return f.create(c.OutOrStdout())
	}
	set, err := indicators.LoadSet(f.set)
	if err != nil {
		return usageError{err}
	}
	set, by, err := f.split(set)
	if err != nil {
		return usageError{fmt.Errorf("--by: %w", err)}
	}
	if err := f.spelt(set.Schema()); err != nil {
		return err
	}
	q, err := sqltext.Count(set, codes, sqltext.Options{Dialect: sqltext.Dialect(f.dialect), Table: f.table, Columns: f.columns, By: by, Lang: f.lang})
	if err != nil {
		return usageError{err}
	}
	return f.print(c, set, q)
}

// print prints the text, and says what the table lacks.
func (f *sqlFlags) print(c *cobra.Command, set *indicators.Set, q sqltext.Query) error {
	if q.Text != "" && f.json {
		return printJSON(c.OutOrStdout(), f.countJSON(set, q))
	}
	for _, line := range q.Told(f.lang) {
		fmt.Fprintln(c.ErrOrStderr(), "efseval sql: "+line)
	}
	if q.Text == "" {
		return usageError{errors.New("nothing that was asked can be counted from such a table; name all its columns under --columns, or leave that out")}
	}
	_, err := io.WriteString(c.OutOrStdout(), q.Text)
	return err
}

// spelt refuses a column of --columns that looks like one of the canonical table: taken for another, what rests on it
// would not be counted. Columns that the table has besides are nobody's affair.
func (f *sqlFlags) spelt(schema *datasets.Schema) error {
	known := sqltext.Columns(schema)
	for _, column := range f.columns {
		near := datasets.Nearest(column, known)
		if !slices.Contains(known, column) && near != "" && !slices.Contains(f.columns, near) {
			return usageError{fmt.Errorf("--columns: %w", fmt.Errorf("the canonical table has no column %q%s", datasets.Visible(column), datasets.Meant(column, known)))}
		}
	}
	return nil
}

// split is the set that knows the columns of its own that the table has, and by what the rows are split:
// a column is one of --column, or marked in --by.
func (f *sqlFlags) split(set *indicators.Set) (*indicators.Set, []indicators.Dimension, error) {
	headers := slices.Clone(f.own)
	for _, header := range headersIn(set, f.by) {
		same := func(h string) bool { return datasets.Fold(h) == datasets.Fold(header) }
		if marked := slices.Contains(indicators.DimensionWords(f.by), ofColumn+header); marked && !slices.ContainsFunc(headers, same) {
			headers = append(headers, header)
		}
	}
	own, err := ownOf(set, headers)
	if err != nil {
		return nil, nil, err
	}
	return own.split(set, f.by)
}

func (f *sqlFlags) create(w io.Writer) error {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		return err
	}
	own := &ownColumns{}
	for _, header := range f.own {
		if _, err := own.add(schema, header); err != nil {
			return usageError{fmt.Errorf("--column: %w", err)}
		}
	}
	if schema, err = schema.With(own.fields...); err != nil {
		return err
	}
	text, err := sqltext.CreateTable(schema, sqltext.Dialect(f.dialect), f.table, f.columns)
	if err != nil {
		return usageError{err}
	}
	if f.json {
		return printJSON(w, sqlJSON{Schema: sqlSchema, Version: version, Dialect: f.dialect, Table: f.table, SQL: text})
	}
	_, err = io.WriteString(w, text)
	return err
}
