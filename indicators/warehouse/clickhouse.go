package warehouse

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// clickhouse is the HTTP interface of a ClickHouse server, which every version since 2016 speaks
// alike. The Go driver was tried and left out: see the package documentation.
type clickhouse struct {
	address
	client   *http.Client
	settings url.Values
}

func openClickHouse(ctx context.Context, a address) (server, error) {
	c := &clickhouse{address: a, client: &http.Client{
		Transport: http.DefaultTransport.(*http.Transport).Clone(),
		// A redirect would carry the password to where nobody sent it.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	if err := c.pin(ctx); err != nil {
		c.close(ctx)
		return nil, err
	}
	return c, nil
}

// begin and end do nothing: ClickHouse has no snapshot of several queries, and Count compares
// the totals instead.
func (c *clickhouse) begin(context.Context) error { return nil }
func (c *clickhouse) end(context.Context)         {}

func (c *clickhouse) close(context.Context) { c.client.CloseIdleConnections() }

func (c *clickhouse) columns(ctx context.Context, t tableName) ([]string, error) {
	return c.list(ctx, "SELECT name FROM system.columns WHERE database = "+c.databaseOf(t)+" AND table = "+quoteText(t.name))
}

func (c *clickhouse) databaseOf(t tableName) string {
	if t.schema == "" {
		return "currentDatabase()"
	}
	return quoteText(t.schema)
}

func (c *clickhouse) tables(ctx context.Context) ([]string, error) {
	return c.list(ctx, "SELECT if(database = currentDatabase(), name, concat(database, '.', name)) FROM system.tables WHERE database != 'system' ORDER BY 1")
}

func (c *clickhouse) list(ctx context.Context, text string) ([]string, error) {
	a, err := c.query(ctx, text)
	if err != nil {
		return nil, err
	}
	return a.first(), nil
}

// quoteText writes a text as a literal of ClickHouse, where a backslash escapes too.
func quoteText(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
}

// query sends one SELECT. The server holds the answer back until it is whole (wait_end_of_query),
// so that an error in the middle is an error and not the end of a short answer.
func (c *clickhouse) query(ctx context.Context, text string) (*answer, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url(ctx), strings.NewReader(text+"\nFORMAT JSONCompact"))
	if err != nil {
		return nil, c.fault(ErrAddress, "", "write clickhouse://user@host:8123/database")
	}
	request.SetBasicAuth(c.user, c.password)
	request.Header.Set("User-Agent", "efseval")
	response, err := c.client.Do(request)
	if err != nil {
		return nil, c.failed(ctx, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, c.failed(ctx, err)
	}
	if response.StatusCode != http.StatusOK {
		return nil, c.exception(response.StatusCode, string(body))
	}
	return c.decode(body)
}

func (c *clickhouse) url(ctx context.Context) string {
	values := url.Values{"database": {c.database}, "wait_end_of_query": {"1"}}
	for name, value := range c.settings {
		values[name] = value
	}
	if deadline, ok := ctx.Deadline(); ok && c.settings.Has("max_execution_time") {
		values.Set("max_execution_time", fmt.Sprint(max(1, int(time.Until(deadline).Seconds()))))
	}
	scheme := "http"
	if c.options.Get("secure") == "true" || c.options.Get("secure") == "1" {
		scheme = "https"
	}
	return scheme + "://" + hostPort(c.host, c.port) + "/?" + values.Encode()
}

func (c *clickhouse) failed(ctx context.Context, err error) error {
	if done := c.interrupted(ctx); done != nil {
		return done
	}
	return c.unreachable(networkCause(err))
}

// decode reads the format JSONCompact. Numbers of 64 bits come in quotes or not, by a setting.
func (c *clickhouse) decode(body []byte) (*answer, error) {
	var out struct {
		Meta []struct{ Name string }
		Data [][]any
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	if err := d.Decode(&out); err != nil {
		return nil, c.fault(ErrInconsistent, "the answer is not the JSON that was asked for",
			"check that the port is that of ClickHouse's HTTP interface (8123 unless configured otherwise)")
	}
	a := &answer{}
	for _, m := range out.Meta {
		a.columns = append(a.columns, m.Name)
	}
	for _, row := range out.Data {
		cells := make([]*string, len(row))
		for i, cell := range row {
			if cell != nil {
				text := fmt.Sprint(cell)
				cells[i] = &text
			}
		}
		a.rows = append(a.rows, cells)
	}
	return a, nil
}
