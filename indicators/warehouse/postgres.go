package warehouse

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"
)

// postgres is one connection to a PostgreSQL server.
type postgres struct {
	address
	conn *pgconn.PgConn
}

func openPostgres(ctx context.Context, a address) (server, error) {
	config, err := pgconn.ParseConfig(a.postgresURL())
	if err != nil {
		return nil, a.fault(ErrAddress, err.Error(), "see libpq's connection URIs for what may follow the question mark")
	}
	if a.password != "" {
		config.Password = a.password
	}
	config.RuntimeParams["application_name"] = "efseval"
	// Without this a count that is given up would go on at the server.
	config.BuildContextWatcherHandler = func(c *pgconn.PgConn) ctxwatch.Handler {
		return &pgconn.CancelRequestContextWatcherHandler{Conn: c, DeadlineDelay: 2 * time.Second}
	}
	conn, err := pgconn.ConnectConfig(ctx, config)
	if err != nil {
		return nil, a.postgresFault(ctx, err)
	}
	return &postgres{a, conn}, nil
}

// postgresURL is the address without a password: an error of the library may repeat it.
func (a address) postgresURL() string {
	u := url.URL{Scheme: "postgres", Host: hostPort(a.host, a.port), Path: "/" + a.database, RawQuery: a.options.Encode()}
	if a.user != "" {
		u.User = url.User(a.user)
	}
	return u.String()
}

// begin makes every query up to end see the table as it is now, and none change it.
func (p *postgres) begin(ctx context.Context) error {
	_, err := p.query(ctx, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
	return err
}

// end gives the snapshot back. Nothing was changed, so that a failure loses nothing.
func (p *postgres) end(ctx context.Context) {
	_, _ = p.query(context.WithoutCancel(ctx), "ROLLBACK")
}

func (p *postgres) close(ctx context.Context) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	_ = p.conn.Close(ctx)
}

// columns asks the catalogue, not information_schema: the latter hides tables that the user may
// not read, and a table that is not permitted would look like one that is not there.
func (p *postgres) columns(ctx context.Context, t tableName) ([]string, error) {
	return p.list(ctx, `SELECT attname FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`, t.quoted())
}

func (p *postgres) tables(ctx context.Context) ([]string, error) {
	return p.list(ctx, `SELECT CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`)
}

func (p *postgres) list(ctx context.Context, text string, arguments ...string) ([]string, error) {
	a, err := p.ask(ctx, text, arguments...)
	if err != nil {
		return nil, err
	}
	return a.first(), nil
}

func (p *postgres) query(ctx context.Context, text string) (*answer, error) {
	return p.ask(ctx, text)
}

// ask sends one statement with its arguments and takes the answer as text.
func (p *postgres) ask(ctx context.Context, text string, arguments ...string) (*answer, error) {
	var values [][]byte
	for _, argument := range arguments {
		values = append(values, []byte(argument))
	}
	result := p.conn.ExecParams(ctx, text, values, nil, nil, nil).Read()
	if result.Err != nil {
		return nil, p.postgresFault(ctx, result.Err)
	}
	a := &answer{}
	for _, f := range result.FieldDescriptions {
		a.columns = append(a.columns, f.Name)
	}
	for _, row := range result.Rows {
		cells := make([]*string, len(row))
		for i, cell := range row {
			if cell != nil {
				text := string(cell)
				cells[i] = &text
			}
		}
		a.rows = append(a.rows, cells)
	}
	return a, nil
}

// postgresFault says in words what PostgreSQL reports by a code (appendix A of its manual).
func (a address) postgresFault(ctx context.Context, err error) error {
	if done := a.interrupted(ctx); done != nil {
		return done
	}
	var refused *pgconn.PgError
	if !errors.As(err, &refused) {
		return a.unreachable(networkCause(err))
	}
	said := refused.Message
	switch code := refused.Code; {
	case code == "42501" || strings.HasPrefix(code, "28"): // insufficient privilege; invalid authorization
		return a.notPermitted(said)
	case code == "57014": // query_canceled: a statement_timeout of the server, since our context is not done
		return a.timeout(said)
	case code == "42P01":
		return a.fault(ErrUnknownTable, said, "name it as schema.table where it stands elsewhere")
	case code == "3D000": // invalid catalog name
		return a.fault(ErrUnreachable, said, "check the database, the last part of the address")
	case strings.HasPrefix(code, "53") || strings.HasPrefix(code, "57P"): // no resources; shutting down
		return a.unreachable(said)
	}
	return a.refused(said)
}

// networkCause is the innermost cause of a failed connection, which holds neither user nor address.
func networkCause(err error) string {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err.Error()
	}
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return dns.Err
	}
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err.Error()
}
