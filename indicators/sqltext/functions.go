package sqltext

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
)

// plusDays is a date moved by days.
func (d Dialect) plusDays(date string, days int) string {
	switch d {
	case ClickHouse:
		return fmt.Sprintf("addDays(%s, %d)", date, days)
	case Trino:
		return fmt.Sprintf("date_add('day', %d, %s)", days, date)
	case Spark:
		return fmt.Sprintf("date_add(%s, %d)", date, days)
	case SQLite:
		return fmt.Sprintf("date(%s, '+%d days')", date, days)
	}
	return fmt.Sprintf("%s + %d", date, days)
}

// plusMonths is a date moved by months, and no further than the end of the month that is meant: 31
// August and 6 months is the last of February. All dialects do so by themselves but SQLite, whose
// date runs over into March; there the lesser of that day and the end of the month meant is right.
func (d Dialect) plusMonths(date string, months int) string {
	switch d {
	case ClickHouse:
		return fmt.Sprintf("addMonths(%s, %d)", date, months)
	case Trino:
		return fmt.Sprintf("date_add('month', %d, %s)", months, date)
	case Spark:
		return fmt.Sprintf("add_months(%s, %d)", date, months)
	case SQLite:
		return fmt.Sprintf("min(date(%s, '+%d months'), date(%[1]s, 'start of month', '+%[3]d months', '-1 day'))", date, months, months+1)
	}
	return fmt.Sprintf("CAST(%s + INTERVAL '%d months' AS DATE)", date, months)
}

// holds tells whether a set has a member. LIKE would not do: a code may hold _, which stands for any
// letter there.
func (d Dialect) holds(column, member string) string {
	return d.position(column, d.text("|"+member+"|")) + " > 0"
}

// position is where a text stands in another, from 1; 0 where it does not.
func (d Dialect) position(in, text string) string {
	switch d {
	case ClickHouse:
		return fmt.Sprintf("position(%s, %s)", in, text)
	case Spark, SQLite:
		return fmt.Sprintf("instr(%s, %s)", in, text)
	}
	return fmt.Sprintf("strpos(%s, %s)", in, text)
}

// asText is a number in decimal.
func (d Dialect) asText(column string) string {
	switch d {
	case ClickHouse:
		return "toString(" + column + ")"
	case DuckDB, Trino:
		return "CAST(" + column + " AS VARCHAR)"
	case Spark:
		return "CAST(" + column + " AS STRING)"
	}
	return "CAST(" + column + " AS TEXT)"
}

// day is a day of the calendar, written yyyy-MM-dd.
func (d Dialect) day(day string) string {
	switch d {
	case ClickHouse:
		return "toDate(" + d.text(day) + ")"
	case SQLite:
		return d.text(day)
	}
	return "DATE " + d.text(day)
}

// countIf counts the rows of which a condition is true; empty: all rows. ClickHouse 18.16 has no FILTER,
// and its countIf gives NULL where the condition is known of no row.
func (d Dialect) countIf(condition string) string {
	switch {
	case condition == "":
		return "COUNT(*)"
	case d == ClickHouse:
		return "COUNT(CASE WHEN " + condition + " THEN 1 END)"
	}
	return "COUNT(*) FILTER (WHERE " + condition + ")"
}

// no is the truth value that stands for what is not known.
func (d Dialect) no() string {
	if d == ClickHouse { // before 21.12 it had no word for it
		return "0"
	}
	return "FALSE"
}

// typeOf is the type of the column of a field in the canonical table.
func (d Dialect) typeOf(k datasets.Kind) string {
	names := map[Dialect][4]string{
		DuckDB:     {"VARCHAR", "DATE", "BIGINT", "DOUBLE"},
		PostgreSQL: {"text", "date", "bigint", "double precision"},
		ClickHouse: {"Nullable(String)", "Nullable(Date)", "Nullable(Int64)", "Nullable(Float64)"},
		Trino:      {"VARCHAR", "DATE", "BIGINT", "DOUBLE"},
		Spark:      {"STRING", "DATE", "BIGINT", "DOUBLE"},
		SQLite:     {"TEXT", "TEXT", "INTEGER", "REAL"},
	}[d]
	switch k {
	case datasets.Date:
		return names[1]
	case datasets.Count, datasets.Money:
		return names[2]
	case datasets.Number:
		return names[3]
	}
	return names[0]
}
