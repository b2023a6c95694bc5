package warehouse

import (
	"errors"
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// ErrTableName is a text that cannot be the name of a table.
var ErrTableName = errors.New("warehouse: not the name of a table")

// tableName is the name of a table, with its schema (ClickHouse: database) where it does not
// stand in that of the connection.
type tableName struct{ schema, name string }

// parseTable takes table or schema.table. Both are names as the server stores them: nothing is
// folded to lower case, and nothing in them is SQL.
func parseTable(text string) (tableName, error) {
	schema, name, both := strings.Cut(text, ".")
	if !both {
		schema, name = "", schema
	}
	if name == "" || both && schema == "" || strings.ContainsAny(name, ".\"`\\\x00") || strings.ContainsAny(schema, "\"`\\\x00") {
		return tableName{}, fmt.Errorf("%w: %q; want table or schema.table, without quotes", ErrTableName, datasets.Visible(text))
	}
	return tableName{schema, name}, nil
}

// quoted is the name as both servers read it in a query.
func (t tableName) quoted() string {
	if t.schema == "" {
		return `"` + t.name + `"`
	}
	return `"` + t.schema + `"."` + t.name + `"`
}

// String is the name as it was given.
func (t tableName) String() string { return strings.TrimPrefix(t.schema+"."+t.name, ".") }
