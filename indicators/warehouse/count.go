package warehouse

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/sqltext"
)

// Count has the server count every figure of a rule set over a canonical table (table or
// schema.table), and gives the table that [indicators.Counter] would give of the same records.
// There is never a part of a count: where a shard does not answer, the table changes meanwhile,
// or a value is no term of its vocabulary ([ErrShard], [ErrInconsistent], [ErrVocabulary]) there
// is an error and no table. The context bounds the whole; its end is [ErrTimeout].
func (w *Warehouse) Count(ctx context.Context, set *indicators.Set, o indicators.Options, table string) (*indicators.Table, error) {
	columns, err := w.Columns(ctx, table)
	if err != nil {
		return nil, err
	}
	if set, err = o.Of(set); err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(columns, func(name string) bool { return set.Schema().Index(name) >= 0 }) {
		return nil, w.address.fault(ErrNotCanonical, table, "name the table that what efseval export wrote was loaded to")
	}
	if err := w.server.begin(ctx); err != nil {
		return nil, err
	}
	defer w.server.end(ctx)
	options := sqltext.Options{Dialect: w.address.dialect(), Table: table, Columns: columns}
	records, err := w.checkTerms(ctx, set, options)
	if err != nil {
		return nil, err
	}
	return w.count(ctx, set, o, options, records)
}

func (a address) dialect() sqltext.Dialect {
	if a.scheme == "clickhouse" {
		return sqltext.ClickHouse
	}
	return sqltext.PostgreSQL
}

// checkTerms refuses a table with values that are no terms, and gives how many rows it has.
func (w *Warehouse) checkTerms(ctx context.Context, set *indicators.Set, o sqltext.Options) (records int64, err error) {
	q, err := sqltext.Outside(set.Schema(), o)
	if err != nil {
		return 0, err
	}
	a, err := w.server.query(ctx, statement(q.Text))
	if err != nil {
		return 0, err
	}
	if len(a.rows) != 1 {
		return 0, w.address.inconsistent(fmt.Sprintf("one row of counts was asked for and %d came", len(a.rows)))
	}
	var found []string
	for i, field := range q.Fields {
		n, err := a.count(a.rows[0], fmt.Sprintf("outside_%d", i+1))
		if err != nil {
			return 0, w.address.inconsistent(err.Error())
		}
		if n > 0 {
			found = append(found, fmt.Sprintf("%s in %d of the rows (want %s)", field, n, termsOf(set.Schema().Field(field))))
		}
	}
	if len(found) > 0 {
		return 0, w.address.fault(ErrVocabulary, strings.Join(found, "; "), "correct the column in the table; counted as they are they would pass for not known")
	}
	if records, err = a.count(a.rows[0], "records"); err != nil {
		return 0, w.address.inconsistent(err.Error())
	}
	return records, nil
}

// termsOf shows how a value of a field is written.
func termsOf(f *datasets.Field) string {
	if f.Kind == datasets.Date {
		return "a day after 1970-01-01, before which ClickHouse has none"
	}
	terms := f.Vocabulary.Codes()
	if f.Kind == datasets.Set {
		return "|" + terms[0] + "|" + terms[len(terms)-1] + "|"
	}
	const many = 4
	if len(terms) > many {
		terms = append(terms[:many], "…")
	}
	return strings.Join(terms, ", ")
}

// statement is a text without the semicolon, after which ClickHouse would see a second one.
func statement(text string) string { return strings.TrimSuffix(strings.TrimSpace(text), ";") }

// count asks for the whole, and for the parts where there are dimensions.
func (w *Warehouse) count(ctx context.Context, set *indicators.Set, o indicators.Options, options sqltext.Options, records int64) (*indicators.Table, error) {
	a, q, err := w.ask(ctx, set, options)
	if err != nil {
		return nil, err
	}
	counted, err := read(a, set, q)
	if err != nil {
		return nil, w.address.inconsistent(err.Error())
	}
	counted.Fields = fields(set.Schema(), options.Columns)
	if len(o.By) > 0 {
		if counted.Parts, err = w.parts(ctx, set, o.By, options); err != nil {
			return nil, err
		}
		if counted.Spellings, err = w.spellings(ctx, set, o.By, options); err != nil {
			return nil, err
		}
	}
	table, err := indicators.TableOf(set, o, counted)
	if err != nil {
		return nil, w.address.inconsistent(err.Error())
	}
	if all, _ := table.Cell(indicators.GrandTotal, indicators.Total); all.Num != records {
		return nil, w.address.inconsistent(fmt.Sprintf("%d rows were counted by sex and the table has %d", all.Num, records))
	}
	return table, nil
}

func (w *Warehouse) ask(ctx context.Context, set *indicators.Set, o sqltext.Options) (*answer, sqltext.Query, error) {
	q, err := sqltext.Count(set, nil, o)
	if err != nil {
		return nil, q, err
	}
	a, err := w.server.query(ctx, statement(q.Text))
	return a, q, err
}

func (w *Warehouse) parts(ctx context.Context, set *indicators.Set, by []indicators.Dimension, o sqltext.Options) ([]indicators.CountedPart, error) {
	o.By = by
	a, q, err := w.ask(ctx, set, o)
	if err != nil {
		return nil, err
	}
	parts, err := readParts(a, set, q, by)
	if err != nil {
		return nil, w.address.inconsistent(err.Error())
	}
	return parts, nil
}

// fields are the columns that a rule set knows. The age by year is an age.
func fields(schema *datasets.Schema, columns []string) []string {
	var out []string
	for _, name := range sqltext.Columns(schema) {
		if schema.Index(name) < 0 { // the age by year, and texts folded, which go with the age and the text
			continue
		}
		if slices.Contains(columns, name) || name == "age" && slices.Contains(columns, sqltext.AgeByYear) {
			out = append(out, name)
		}
	}
	return out
}
