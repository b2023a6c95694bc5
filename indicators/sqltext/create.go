package sqltext

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// CreateTable is the CREATE TABLE statement of the canonical table with these columns, in the order of
// [Columns]; nil: all of them. A name that cannot be quoted, or a column that no canonical table has,
// is an error.
func CreateTable(schema *datasets.Schema, d Dialect, table string, columns []string) (string, error) {
	name, err := d.table(table)
	if err != nil {
		return "", err
	}
	w := &writer{dialect: d}
	w.line(0, "CREATE TABLE "+name+" (", "")
	all, err := chosen(schema, columns)
	if err != nil {
		return "", err
	}
	for i, column := range all {
		kind, label := datasets.Count, "year of entry less year of birth"
		if f := schema.Field(column); f != nil {
			kind, label = f.Kind, f.Label.EN
		} else if f := foldedOf(schema, column); f != nil {
			kind, label = f.Kind, f.Label.EN+", to compare by"
		}
		if err := checkName(column); err != nil {
			return "", fmt.Errorf("sqltext: field: %w", err)
		}
		comma := ","
		if i == len(all)-1 {
			comma = ""
		}
		w.line(1, d.identifier(column)+" "+d.typeOf(kind)+comma, label)
	}
	w.line(0, ")"+d.storage()+";", "")
	return w.String(), nil
}

// chosen are the columns of a table in their order.
func chosen(schema *datasets.Schema, columns []string) ([]string, error) {
	all := Columns(schema)
	if columns == nil {
		return all, nil
	}
	for _, c := range columns {
		if !slices.Contains(all, c) {
			return nil, fmt.Errorf("sqltext: the canonical table has no column %q%s", datasets.Visible(c), datasets.Meant(c, all))
		}
	}
	return slices.DeleteFunc(all, func(c string) bool { return !slices.Contains(columns, c) }), nil
}

// storage is what an engine must be told of how it keeps a table.
func (d Dialect) storage() string {
	switch d {
	case ClickHouse:
		return " ENGINE = MergeTree ORDER BY tuple()"
	case Spark:
		return " USING parquet"
	}
	return ""
}
