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

// createText is the statement that makes the table.
func createText(t testing.TB, d sqltext.Dialect, table string, columns []string) string {
	t.Helper()
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	text, err := sqltext.CreateTable(schema, d, table, columns)
	if err != nil {
		t.Fatal(err)
	}
	return text
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

// load fills a table with rows in canonicalRows' form.
func load(t testing.TB, w *Warehouse, table string, columns []string, rows []byte) {
	t.Helper()
	names := `("` + strings.Join(columns, `", "`) + `")`
	switch s := w.server.(type) {
	case *postgres:
		if _, err := s.conn.CopyFrom(context.Background(), bytes.NewReader(rows), "COPY "+table+" "+names+" FROM STDIN"); err != nil {
			t.Fatal(err)
		}
	case *clickhouse:
		if len(rows) > 0 {
			send(t, s, fmt.Sprintf("INSERT INTO %s %s FORMAT TabSeparated", table, names), rows)
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
