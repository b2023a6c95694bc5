package warehouse

import "context"

// server is what a warehouse must be able to do; there is one implementation a protocol.
type server interface {
	// begin makes the queries up to end see the same state where the server can do that.
	begin(ctx context.Context) error
	end(ctx context.Context)
	// columns are the names of the columns of a table in its order; none: there is no such table.
	columns(ctx context.Context, t tableName) ([]string, error)
	// tables are the names that the user may see, for the nearest one.
	tables(ctx context.Context) ([]string, error)
	query(ctx context.Context, text string) (*answer, error)
	close(ctx context.Context)
}
