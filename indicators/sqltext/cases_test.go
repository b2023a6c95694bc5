package sqltext

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/internal/randomtable"
)

// casesIn names the folder into which TestWriteCases writes, for engines that Go does not reach here:
// .ci/sql runs what it finds there.
const casesIn = "EFSEVAL_SQL_CASES"

// A case is a script of each dialect that makes a random table and counts it, and the answer that the
// engine gives: tab-separated, a row a sex and part, in any order.
func TestWriteCases(t *testing.T) {
	dir := os.Getenv(casesIn)
	if dir == "" {
		t.Skip("writes scripts for other engines; set " + casesIn + " to a folder")
	}
	for seed := range uint64(30) {
		r := randomtable.Seeded(seed)
		base, err := indicators.LoadSet(indicators.SetNames()[r.IntN(len(indicators.SetNames()))])
		if err != nil {
			t.Fatal(err)
		}
		set := base
		if seed%3 > 0 {
			if set, err = randomtable.Set(r, base, 12); err != nil {
				t.Fatal(err)
			}
		}
		b := randomtable.Batch(r, set.Schema(), randomtable.Columns(r, set.Schema()), 150)
		writeCase(t, dir, seed, set, b)
	}
}

func writeCase(t *testing.T, dir string, seed uint64, set *indicators.Set, b *datasets.Batch) {
	for _, d := range Dialects() {
		layout, err := canonical.NewLayout(b)
		if err != nil {
			t.Fatal(err)
		}
		by, err := set.Dimensions([]string{"", "support", "age_band:18,25,55,stage", "education,exit_situation", "municipality,stage"}[seed%5])
		if err != nil {
			t.Fatal(err)
		}
		q, err := Count(set, nil, Options{Dialect: d, Columns: layout.Names(), By: by})
		if err != nil {
			t.Fatal(err)
		}
		create, err := CreateTable(b.Schema, d, "participants", layout.Names())
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, fmt.Sprintf("%02d.%s", seed, d))
		write(t, name+".create.sql", create)
		write(t, name+".insert.sql", insertText(t, d, layout, b))
		write(t, name+".count.sql", q.Text)
		write(t, filepath.Join(dir, fmt.Sprintf("%02d.expected.tsv", seed)), expected(t, set, b, by, q))
	}
}

func write(t *testing.T, path, text string) {
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// insertText is an INSERT of all rows as values.
func insertText(t *testing.T, d Dialect, layout *canonical.Layout, b *datasets.Batch) string {
	who, err := canonical.NewPseudonyms([]byte("only for tests, thirty-two bytes"))
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for row := range b.Rows() {
		var values []string
		for i, c := range layout.Columns {
			cell, ok := layout.Append(nil, i, b, row, who)
			value := string(cell)
			switch {
			case !ok:
				value = "NULL"
			case c.Kind != datasets.Count:
				value = d.text(value)
			}
			values = append(values, value)
		}
		rows = append(rows, "("+strings.Join(values, ", ")+")")
	}
	return "INSERT INTO participants VALUES\n" + strings.Join(rows, ",\n") + ";\n"
}

// expected is the answer of the engine: sex, values of the dimensions, then numerator and denominator of
// each code.
func expected(t *testing.T, set *indicators.Set, b *datasets.Batch, by []indicators.Dimension, q Query) string {
	c, err := indicators.NewCounter(set, indicators.Options{By: by})
	if err == nil {
		err = c.Add(b)
	}
	if err != nil {
		t.Fatal(err)
	}
	table := c.Table()
	if len(by) == 0 {
		return rowsOf(t, table, nil, q)
	}
	var out strings.Builder
	for _, p := range table.Parts {
		out.WriteString(rowsOf(t, p.Table, p.Values, q))
	}
	return out.String()
}

// rowsOf are the rows of a table or of a part of it.
func rowsOf(t *testing.T, table *indicators.Table, values []string, q Query) string {
	var out strings.Builder
	for g, term := range map[indicators.Group]string{indicators.UnknownSex: "", indicators.Men: "man", indicators.NonBinary: "non_binary", indicators.Women: "woman"} {
		if all, ok := table.Cell(indicators.GrandTotal, g); !ok || all.Den == 0 {
			continue
		}
		out.WriteString(strings.Join(append([]string{term}, values...), "\t"))
		for _, code := range q.Codes {
			cell := rowIn(t, table, code).Cells[slices.Index(table.Groups, g)]
			fmt.Fprintf(&out, "\t%d\t%d", cell.Num, cell.Den)
		}
		out.WriteString("\n")
	}
	return out.String()
}
