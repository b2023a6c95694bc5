package sqltext

import (
	"database/sql"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/internal/randomtable"
)

// drawSet is one of the embedded sets as it stands, or by other parameters and with random criteria.
func drawSet(t *rapid.T, seed uint64) *indicators.Set {
	base, err := indicators.LoadSet(rapid.SampledFrom(indicators.SetNames()).Draw(t, "set"))
	if err != nil {
		t.Fatal(err)
	}
	if !rapid.Bool().Draw(t, "made up") {
		return base
	}
	set, err := randomtable.Set(randomtable.Seeded(seed), base, rapid.IntRange(0, 12).Draw(t, "indicators"))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func drawTable(t *rapid.T, set *indicators.Set, seed uint64) *datasets.Batch {
	r := randomtable.Seeded(seed)
	return randomtable.Batch(r, set.Schema(), randomtable.Columns(r, set.Schema()), rapid.IntRange(1, 120).Draw(t, "rows"))
}

// Every cell of every figure, numerator and denominator, of each sex, is in SQLite what the engine counts.
func TestSQLiteAgreesWithTheEngine(t *testing.T) {
	db := openSQLite(t)
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64().Draw(rt, "seed")
		set := drawSet(rt, seed)
		b := drawTable(rt, set, seed+1)
		columns := loadSQLite(rt, db, b)
		q, err := Count(set, nil, Options{Dialect: SQLite, Columns: columns})
		if err != nil {
			rt.Fatal(err)
		}
		compare(rt, engineTable(rt, set, b), q, answer(rt, db, q))
		single(rt, db, set, b, columns)
		parts(rt, db, set, b, columns)
	})
}

// single asks one figure alone, which has another text.
func single(t *rapid.T, db *sql.DB, set *indicators.Set, b *datasets.Batch, columns []string) {
	code := rapid.SampledFrom(Codes(set)).Draw(t, "code")
	q, err := Count(set, []string{code}, Options{Dialect: SQLite, Columns: columns, Lang: "pl"})
	if err != nil {
		t.Fatal(err)
	}
	if q.Text != "" {
		compare(t, engineTable(t, set, b), q, answer(t, db, q))
	}
}

// parts splits by dimensions, of which each part is held to that of the engine.
func parts(t *rapid.T, db *sql.DB, set *indicators.Set, b *datasets.Batch, columns []string) {
	names := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"age_band:18,25,55", "education", "support", "exit_situation", "stage", "municipality", "disability", "project"}), 1, 3, rapid.ID).Draw(t, "by")
	by, err := set.Dimensions(strings.Join(names, ","))
	if err != nil {
		t.Fatal(err)
	}
	q, err := Count(set, nil, Options{Dialect: SQLite, Columns: columns, By: by})
	if err != nil {
		t.Fatal(err)
	}
	c, err := indicators.NewCounter(set, indicators.Options{By: by})
	if err == nil {
		err = c.Add(b)
	}
	if err != nil {
		t.Fatal(err)
	}
	got := answerBy(t, db, q, len(by))
	for _, p := range c.Table().Parts {
		key := strings.Join(p.Values, "\x00")
		if got[key] == nil {
			t.Fatalf("SQL has no part %q of %v\n%s", p.Values, names, q.Text)
		}
		compare(t, p.Table, q, got[key])
		delete(got, key)
	}
	if len(got) > 0 {
		t.Fatalf("SQL has parts that the engine has not: %v", got)
	}
}

func openSQLite(t *testing.T) *sql.DB {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1) // each connection has a memory of its own
	t.Cleanup(func() { db.Close() })
	return db
}

// loadSQLite makes the canonical table of a batch and gives its columns.
func loadSQLite(t *rapid.T, db *sql.DB, b *datasets.Batch) []string {
	layout, err := canonical.NewLayout(b)
	if err != nil {
		t.Fatal(err)
	}
	create, err := CreateTable(b.Schema, SQLite, "participants", layout.Names())
	if err != nil {
		t.Fatal(err)
	}
	if len(layout.Columns) == 0 {
		t.Skip("no column")
	}
	who, err := canonical.NewPseudonyms([]byte("only for tests, thirty-two bytes"))
	if err != nil {
		t.Fatal(err)
	}
	run(t, db, "DROP TABLE IF EXISTS participants")
	run(t, db, create)
	insert, err := db.Prepare("INSERT INTO participants VALUES (?" + strings.Repeat(", ?", len(layout.Columns)-1) + ")")
	if err != nil {
		t.Fatal(err)
	}
	defer insert.Close()
	for row := range b.Rows() {
		values := make([]any, len(layout.Columns))
		for i := range values {
			if cell, ok := layout.Append(nil, i, b, row, who); ok {
				values[i] = string(cell)
			}
		}
		if _, err := insert.Exec(values...); err != nil {
			t.Fatal(err)
		}
	}
	return layout.Names()
}

func run(t *rapid.T, db *sql.DB, text string) {
	if _, err := db.Exec(text); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
}

func engineTable(t *rapid.T, set *indicators.Set, b *datasets.Batch) *indicators.Table {
	c, err := indicators.NewCounter(set, indicators.Options{})
	if err == nil {
		err = c.Add(b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c.Table()
}

// counted are the cells of an answer: by sex, numerator and denominator of each code.
type counted map[string][][2]int64

// answer runs a text without dimensions.
func answer(t *rapid.T, db *sql.DB, q Query) counted { return answerBy(t, db, q, 0)[""] }

// answerBy runs a text; the parts are by the values of the dimensions.
func answerBy(t *rapid.T, db *sql.DB, q Query, dimensions int) map[string]counted {
	rows, err := db.Query(q.Text)
	if err != nil {
		t.Fatalf("%v\n%s", err, q.Text)
	}
	defer rows.Close()
	got := map[string]counted{}
	for rows.Next() {
		values, cells := make([]string, dimensions+1), make([][2]int64, len(q.Codes))
		var into []any
		for i := range values {
			into = append(into, &values[i])
		}
		for i := range cells {
			into = append(into, &cells[i][0], &cells[i][1])
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		key := strings.Join(values[1:], "\x00")
		if got[key] == nil {
			got[key] = counted{}
		}
		got[key][values[0]] = cells
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return got
}

// cell is the answer for a group; of the total, the sum.
func (c counted) cell(i int, g indicators.Group) [2]int64 {
	terms := map[indicators.Group]string{indicators.Women: "woman", indicators.Men: "man", indicators.NonBinary: "non_binary"}
	var sum [2]int64
	for sex, cells := range c {
		if g == indicators.Total || terms[g] == sex {
			sum[0], sum[1] = sum[0]+cells[i][0], sum[1]+cells[i][1]
		}
	}
	return sum
}

func compare(t *rapid.T, table *indicators.Table, q Query, got counted) {
	for i, code := range q.Codes {
		row := rowIn(t, table, code)
		for k, g := range table.Groups {
			want := row.Cells[k]
			if !want.Available && q.NoSex != nil && g != indicators.UnknownSex && g != indicators.Total {
				continue
			}
			if is := got.cell(i, g); !want.Available || is != [2]int64{want.Num, want.Den} {
				t.Fatalf("%s %s: SQL has %v, the engine %d of %d (available %v)\n%s", code, g, is, want.Num, want.Den, want.Available, q.Text)
			}
		}
	}
	for code, why := range q.Unavailable {
		row, ok := table.Row(code)
		if !ok || row.Fact {
			continue
		}
		if c := row.Cells[len(row.Cells)-1]; c.Available || c.Why != why {
			t.Fatalf("%s is not available in SQL (%s), but the engine has %d of %d, %s", code, why.EN, c.Num, c.Den, c.Why.EN)
		}
	}
}
