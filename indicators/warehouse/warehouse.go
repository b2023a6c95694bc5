package warehouse

import "context"

// Warehouse is a server that holds a canonical table (see package sqltext). It is for one
// goroutine at a time.
type Warehouse struct {
	address address
	server  server
}

// Open connects to the server of a URL:
//
//	postgres://user@host:5432/database       PostgreSQL, with libpq's options after ?
//	clickhouse://user@host:8123/database     ClickHouse by its HTTP interface; ?secure=true for HTTPS
//
// The password stands in the URL, or in PGPASSWORD or CLICKHOUSE_PASSWORD of the environment; no
// error repeats it.
// The error is [ErrAddress], [ErrUnreachable], [ErrNotPermitted] or [ErrTimeout]; the context
// bounds only the connecting.
func Open(ctx context.Context, url string) (*Warehouse, error) {
	a, err := parseAddress(url)
	if err != nil {
		return nil, err
	}
	open := openPostgres
	if a.scheme == "clickhouse" {
		open = openClickHouse
	}
	s, err := open(ctx, a)
	if err != nil {
		return nil, err
	}
	return &Warehouse{a, s}, nil
}

// String is the address without user and password.
func (w *Warehouse) String() string { return w.address.String() }

// Close ends the connection.
func (w *Warehouse) Close(ctx context.Context) { w.server.close(ctx) }

// Columns are the names of the columns of a table (table or schema.table) in its order. A table
// that is not there is [ErrUnknownTable], with the nearest name.
func (w *Warehouse) Columns(ctx context.Context, table string) ([]string, error) {
	t, err := parseTable(table)
	if err != nil {
		return nil, err
	}
	columns, err := w.server.columns(ctx, t)
	if err != nil || len(columns) > 0 {
		return columns, err
	}
	others, err := w.server.tables(ctx)
	if err != nil {
		return nil, err
	}
	return nil, w.address.unknownTable(table, others)
}
