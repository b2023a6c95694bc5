package warehouse

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/efseval/efseval/indicators"
)

// few are made-up participations with what a stranger may have loaded: each server must tell.
func few(t *testing.T, w *Warehouse, rows string) {
	t.Helper()
	columns := []string{"sex", "education", "exit_date", "exit_situation", "disability"}
	create(t, w, "few", columns)
	load(t, w, "few", columns, []byte(rows))
	t.Cleanup(func() { run(t, w, "DROP TABLE few") })
}

// each runs a test on both servers.
func each(t *testing.T, test func(t *testing.T, w *Warehouse)) {
	for _, variable := range []string{"EFSEVAL_POSTGRES", "EFSEVAL_CLICKHOUSE"} {
		t.Run(variable, func(t *testing.T) { test(t, open(t, serverURL(t, variable))) })
	}
}

func TestValuesThatAreNoTermsAreToldAndNotCounted(t *testing.T) {
	each(t, func(t *testing.T, w *Warehouse) {
		few(t, w, "woman\tisced3\t2020-01-31\t|employment|\tyes\n"+
			"K\tISCED3\t2020-01-31\temployment\tyes\n"+
			"K\tisced3\t\\N\t|employment|none|work|\tno\n"+
			"Woman\t\\N\t\\N\t||\ttak\n"+
			"\\N\t\\N\t\\N\t\\N\t\\N\n")
		table, err := w.Count(context.Background(), setOf(t, 0), indicators.Options{}, "few")
		if table != nil {
			t.Error("a table was given")
		}
		says(t, err, ErrVocabulary, "sex in 3 of the rows (want woman, man, non_binary)", "education in 1", "exit_situation in 2 of the rows", "disability in 1")
	})
}

func TestADayThatClickHouseCannotHoldIsTold(t *testing.T) {
	w := open(t, serverURL(t, "EFSEVAL_CLICKHOUSE"))
	few(t, w, "woman\tisced3\t1965-03-01\t||\tyes\nman\tisced3\t2019-03-01\t||\tyes\n")
	_, err := w.Count(context.Background(), setOf(t, 0), indicators.Options{}, "few")
	says(t, err, ErrVocabulary, "exit_date in 1 of the rows", "1970-01-01")
}

func TestATableOfNobodyHasNoFigures(t *testing.T) {
	each(t, func(t *testing.T, w *Warehouse) {
		few(t, w, "")
		set := setOf(t, 0)
		got, err := w.Count(context.Background(), set, indicators.Options{}, "few")
		if err != nil {
			t.Fatal(err)
		}
		if diff := differ(embedded(t, set), got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestAnUnknownTableIsToldWithTheNearest(t *testing.T) {
	each(t, func(t *testing.T, w *Warehouse) {
		few(t, w, "")
		_, err := w.Columns(context.Background(), "fiw")
		says(t, err, ErrUnknownTable, `did you mean "few"?`)
		_, err = w.Columns(context.Background(), "nowhere.few")
		says(t, err, ErrUnknownTable, "nowhere.few")
		for _, bad := range []string{"", "a.b.c", `few"; DROP TABLE few; --`, ".few", "few."} {
			_, err = w.Columns(context.Background(), bad)
			says(t, err, ErrTableName)
		}
	})
}

func TestAGivenUpCountIsGivenUpInWords(t *testing.T) {
	each(t, func(t *testing.T, w *Warehouse) {
		few(t, w, "")
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		_, err := w.Count(ctx, setOf(t, 0), indicators.Options{}, "few")
		says(t, err, context.Canceled, "interrupted")
	})
}

// as is the address with another user.
func as(t *testing.T, address, user, password string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	u.User = url.UserPassword(user, password)
	return u.String()
}

func TestPostgreSQLPermits(t *testing.T) {
	address := serverURL(t, "EFSEVAL_POSTGRES")
	w := open(t, address)
	few(t, w, "")
	run(t, w, "DROP ROLE IF EXISTS stranger")
	run(t, w, "CREATE ROLE stranger LOGIN PASSWORD '"+secret+"'")
	t.Cleanup(func() { run(t, w, "DROP ROLE stranger") })
	stranger := open(t, as(t, address, "stranger", secret))
	_, err := stranger.Count(context.Background(), setOf(t, 0), indicators.Options{}, "few")
	says(t, err, ErrNotPermitted, "permission denied", "PGPASSWORD")
	run(t, w, "GRANT SELECT ON few TO stranger")
	if _, err := stranger.Count(context.Background(), setOf(t, 0), indicators.Options{}, "public.few"); err != nil {
		t.Errorf("who may read: %v", err)
	}
	run(t, w, "REVOKE SELECT ON few FROM stranger")
	stranger.Close(context.Background())
	refuses(t, strings.Replace(address, "/postgres?", "/nodatabase?", 1), ErrUnreachable, "nodatabase", "check the database")
}

// A count that waits for a lock is given up, also at the server.
func TestPostgreSQLStopsWhatIsGivenUp(t *testing.T) {
	address := serverURL(t, "EFSEVAL_POSTGRES")
	holder, w := open(t, address), open(t, address)
	few(t, holder, "")
	run(t, holder, "BEGIN")
	run(t, holder, "LOCK TABLE few")
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_, err := w.Count(ctx, setOf(t, 0), indicators.Options{}, "few")
	says(t, err, ErrTimeout, "more time")
	a, err := holder.server.query(context.Background(), "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'efseval' AND state = 'active' AND pid <> pg_backend_pid()")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := a.one(); n != 0 || err != nil {
		t.Errorf("%d counts go on at the server (%v)", n, err)
	}
	run(t, holder, "ROLLBACK")
}

func TestClickHousePermits(t *testing.T) {
	address := serverURL(t, "EFSEVAL_CLICKHOUSE")
	few(t, open(t, address), "woman\tisced3\t2020-01-31\t|employment|\tyes\n")
	refuses(t, as(t, address, "reader", "wrong"), ErrNotPermitted, "Wrong password", "CLICKHOUSE_PASSWORD")
	refuses(t, as(t, address, "nobody", secret), ErrNotPermitted, "nobody")
	// reader has readonly = 1, careless has skip_unavailable_shards = 1 besides, lax may change it.
	for _, user := range []string{"reader", "lax"} {
		if _, err := open(t, as(t, address, user, "made-up")).Count(context.Background(), setOf(t, 0), indicators.Options{}, "few"); err != nil {
			t.Errorf("%s: %v", user, err)
		}
	}
	refuses(t, as(t, address, "careless", "made-up"), ErrRefused, "skip_unavailable_shards = 1", "administrator")
	refuses(t, strings.Replace(address, "/default", "/nodatabase", 1), ErrUnreachable, "nodatabase", "check the database")
	t.Setenv("CLICKHOUSE_PASSWORD", "made-up")
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	u.User = url.User("reader")
	open(t, u.String())
}

func TestTheNativePortOfClickHouseIsToldFromItsHTTPPort(t *testing.T) {
	refuses(t, serverURL(t, "EFSEVAL_CLICKHOUSE_NATIVE"), ErrUnreachable, "for HTTP", "8123")
}
