package sqltext

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Dialect is the SQL of an engine.
type Dialect string

// The dialects.
const (
	DuckDB     Dialect = "duckdb"
	PostgreSQL Dialect = "postgresql"
	ClickHouse Dialect = "clickhouse" // from 18.16
	Trino      Dialect = "trino"
	Spark      Dialect = "spark"  // from 3.0, where add_months no longer moves the end of a month to the end of a longer one
	SQLite     Dialect = "sqlite" // from 3.30
)

// Dialects lists the dialects in the order in which they are shown.
func Dialects() []Dialect {
	return []Dialect{DuckDB, PostgreSQL, ClickHouse, Trino, Spark, SQLite}
}

// ParseDialect is the dialect of a name; an unknown one is an error that lists them.
func ParseDialect(name string) (Dialect, error) {
	if d := Dialect(name); slices.Contains(Dialects(), d) {
		return d, nil
	}
	var names []string
	for _, d := range Dialects() {
		names = append(names, string(d))
	}
	near := ""
	if n := datasets.Nearest(name, names); n != "" {
		near = fmt.Sprintf("did you mean %q? ", n)
	}
	return "", fmt.Errorf("sqltext: no dialect %q; %swant one of %s", name, near, strings.Join(names, ", "))
}

// identifier quotes a name so that it is nothing but a name.
//
// SQLite takes a name in double quotes that is no column for a text, so that a missing column would
// be counted and not refused; in backticks it does not.
func (d Dialect) identifier(name string) string {
	switch d {
	case SQLite, Spark:
		return "`" + strings.ReplaceAll(name, "`", "``") + "`"
	case ClickHouse:
		return `"` + backslashed(name, `"`) + `"`
	}
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}

// text quotes a value. ClickHouse and Spark read a backslash in it as the beginning of an escape.
func (d Dialect) text(value string) string {
	switch d {
	case ClickHouse, Spark:
		return "'" + backslashed(value, "'") + "'"
	}
	return "'" + strings.ReplaceAll(value, "'", "''") + "'"
}

func backslashed(s, quote string) string {
	return strings.NewReplacer(`\`, `\\`, quote, `\`+quote).Replace(s)
}

// table quotes a table, whose name may begin with its schema or catalogue: a.b.c.
func (d Dialect) table(name string) (string, error) {
	parts := strings.Split(name, ".")
	if len(parts) > 3 {
		return "", fmt.Errorf("sqltext: table %q has %d parts; want at most catalogue.schema.table", datasets.Visible(name), len(parts))
	}
	for i, part := range parts {
		if err := checkName(part); err != nil {
			return "", fmt.Errorf("sqltext: table %q: %w", datasets.Visible(name), err)
		}
		parts[i] = d.identifier(part)
	}
	return strings.Join(parts, "."), nil
}

// checkName refuses what no engine takes for a name, and what could be read as more than one line.
func checkName(name string) error {
	switch {
	case name == "":
		return fmt.Errorf("a name is empty")
	case strings.ContainsFunc(name, breaksLine):
		return fmt.Errorf("the name %q holds a control character or the end of a line; rename it", datasets.Visible(name))
	}
	return nil
}

// breaksLine tells the characters that could end a line, and so a comment, or a text.
func breaksLine(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffd'
}

// oneLine is a text that may stand in a comment: it cannot end it.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if breaksLine(r) {
			return ' '
		}
		return r
	}, text)
}
