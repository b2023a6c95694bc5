package warehouse

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators/sqltext"
)

// create makes a table of the given canonical columns, in place of one of the same name.
func create(t testing.TB, w *Warehouse, table string, columns []string) {
	t.Helper()
	run(t, w, "DROP TABLE IF EXISTS "+table)
	run(t, w, createText(t, w.address.dialect(), table, columns))
}

// createText is CREATE TABLE of all columns less the lines of those that are not wanted.
func createText(t testing.TB, d sqltext.Dialect, table string, columns []string) string {
	t.Helper()
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	text, err := sqltext.CreateTable(schema, d, table)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	var kept []string
	for _, line := range lines[1 : len(lines)-1] {
		definition, _, _ := strings.Cut(line, "  -- ")
		for _, c := range columns {
			if strings.HasPrefix(strings.TrimSpace(definition), `"`+c+`" `) {
				kept = append(kept, strings.TrimSuffix(strings.TrimSpace(definition), ","))
			}
		}
	}
	if len(kept) != len(columns) {
		t.Fatalf("of %d columns %d are in the statement", len(columns), len(kept))
	}
	return lines[0] + "\n" + strings.Join(kept, ",\n") + "\n" + lines[len(lines)-1]
}

// run carries out a statement that gives no answer.
func run(t testing.TB, w *Warehouse, text string) {
	t.Helper()
	switch s := w.server.(type) {
	case *postgres:
		if _, err := s.query(context.Background(), text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	case *clickhouse:
		send(t, s, strings.TrimSuffix(strings.TrimSpace(text), ";"), nil)
	}
}

// load fills a table with rows in canonicalText's form.
func load(t testing.TB, w *Warehouse, table string, columns []string, rows string) {
	t.Helper()
	names := `("` + strings.Join(columns, `", "`) + `")`
	switch s := w.server.(type) {
	case *postgres:
		if _, err := s.conn.CopyFrom(context.Background(), strings.NewReader(rows), "COPY "+table+" "+names+" FROM STDIN"); err != nil {
			t.Fatal(err)
		}
	case *clickhouse:
		if rows != "" {
			send(t, s, fmt.Sprintf("INSERT INTO %s %s FORMAT TabSeparated", table, names), []byte(rows))
		}
	}
}

// send posts data to ClickHouse under a statement that stands in the address.
func send(t testing.TB, c *clickhouse, text string, data []byte) {
	t.Helper()
	request, err := http.NewRequest(http.MethodPost, "http://"+hostPort(c.host, c.port)+"/?"+url.Values{"query": {text}, "database": {c.database}}.Encode(), bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	request.SetBasicAuth(c.user, c.password)
	response, err := c.client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if body, _ := io.ReadAll(response.Body); response.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s", text, body)
	}
}
