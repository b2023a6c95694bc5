package warehouse

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/internal/randomtable"
	"github.com/efseval/efseval/indicators/sqltext"
)

// duck carries statements out in one DuckDB, by way of node, and gives their answers.
func duck(t *testing.T, statements []string) []*answer {
	t.Helper()
	if os.Getenv("EFSEVAL_DUCKDB") == "" {
		t.Skip("EFSEVAL_DUCKDB names no folder with @duckdb/node-api; .ci/warehouse installs it and runs these tests")
	}
	input, err := json.Marshal(statements)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", filepath.Join("testdata", "duckdb.mjs"))
	node.Stdin, node.Stderr = bytes.NewReader(input), os.Stderr
	output, err := node.Output()
	if err != nil {
		t.Fatal(err)
	}
	var said []struct {
		Columns []string
		Rows    [][]*string
	}
	if err := json.Unmarshal(output, &said); err != nil {
		t.Fatal(err)
	}
	var answers []*answer
	for _, s := range said {
		answers = append(answers, &answer{s.Columns, s.Rows})
	}
	return answers
}

// csvFile writes the canonical table of a batch as efseval export does.
func csvFile(t *testing.T, b *datasets.Batch, name string) (path string, columns []string) {
	t.Helper()
	layout, err := canonical.NewLayout(b)
	if err != nil {
		t.Fatal(err)
	}
	who, err := canonical.NewPseudonyms([]byte("only for tests, thirty-two bytes"))
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	out, err := canonical.NewCSV(&text, layout, who)
	if err == nil {
		err = out.Write(b)
	}
	if err == nil {
		err = out.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, layout.Names()
}

// asked is a question put to DuckDB, and how to check its answer.
type asked struct {
	place   int
	set     *indicators.Set
	query   sqltext.Query
	batch   *datasets.Batch
	columns []string
}

func TestDuckDBCountsAsTheEngine(t *testing.T) {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	const tables = 40
	var statements []string
	var questions []asked
	for seed := range uint64(tables) {
		r := randomtable.Seeded(seed)
		b := randomtable.Batch(r, schema, randomtable.Columns(r, schema), 300)
		path, columns := csvFile(t, b, fmt.Sprintf("table_%d.csv", seed))
		o := sqltext.Options{Dialect: sqltext.DuckDB, Table: fmt.Sprintf("table_%d", seed), Columns: columns}
		statements = append(statements, createText(t, sqltext.DuckDB, o.Table, columns),
			fmt.Sprintf("COPY %s FROM '%s' (HEADER, NULLSTR '')", o.Table, path))
		for _, s := range []uint64{seed, seed + tables, seed + 2*tables} {
			set := setOf(t, s)
			q, err := sqltext.Count(set, nil, o)
			if err != nil {
				t.Fatal(err)
			}
			questions = append(questions, asked{len(statements), set, q, b, columns})
			statements = append(statements, q.Text)
		}
	}
	answers := duck(t, statements)
	for i, q := range questions {
		q.check(t, i, answers[q.place])
	}
}

func (q *asked) check(t *testing.T, i int, a *answer) {
	t.Helper()
	counted, err := read(a, q.set, q.query)
	if err != nil {
		t.Fatal(err)
	}
	counted.Fields = fields(q.batch.Schema, q.columns)
	got, err := indicators.TableOf(q.set, indicators.Options{}, counted)
	if err != nil {
		t.Fatalf("question %d, %s: %v", i, q.set.Name, err)
	}
	if diff := differ(embedded(t, q.set, q.batch), got); diff != "" {
		t.Fatalf("question %d, %s (-engine +DuckDB):\n%s", i, q.set.Name, diff)
	}
}
