package sqltext

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// Spellings writes the text that tells how the values of a dimension are written: a row for each way, the
// text in the column spelling and how many rows have it in records. The text is empty where the
// dimension is of no free text, or the table has no column for it.
func Spellings(set *indicators.Set, d indicators.Dimension, o Options) (string, error) {
	t, table, err := newTranslator(set, o)
	f := set.Schema().Field(d.Field)
	if err != nil || f == nil || !isFreeText(f) || !t.has[d.Field] {
		return "", err
	}
	if err := t.comparable([]indicators.Dimension{d}); err != nil {
		return "", err
	}
	column, w := o.Dialect.identifier(d.Field), &writer{dialect: o.Dialect}
	w.line(0, "SELECT", "")
	w.line(1, column+" AS "+o.Dialect.identifier("spelling")+",", "")
	w.line(1, "COUNT(*) AS "+o.Dialect.identifier("records"), "")
	w.line(0, "FROM "+table, "")
	w.line(0, fmt.Sprintf("WHERE %s <> '' AND %s <> ''", column, o.Dialect.identifier(datasets.FoldedColumn(d.Field))), "")
	w.line(0, "GROUP BY "+column+";", "")
	return w.String(), nil
}
