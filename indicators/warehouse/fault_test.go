package warehouse

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const secret = "s3cret-made-up"

// refuses opens an address that must fail by a kind and with words, and without the password.
func refuses(t *testing.T, url string, kind error, words ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	w, err := Open(ctx, url)
	if err == nil {
		w.Close(ctx)
		t.Fatalf("%s was opened", url)
	}
	says(t, err, kind, words...)
}

func says(t *testing.T, err, kind error, words ...string) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Errorf("the error is not %q: %v", kind, err)
	}
	if err == nil {
		return
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("the error does not say %q: %v", word, err)
		}
	}
	if strings.Contains(err.Error(), secret) {
		t.Errorf("the error holds the password: %v", err)
	}
	for inner := err; inner != nil; inner = errors.Unwrap(inner) {
		if strings.Contains(inner.Error(), secret) {
			t.Errorf("an error inside holds the password: %v", inner)
		}
	}
}

// deadPort is a port at which nobody listens any more.
func deadPort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func TestAddressesThatAreNone(t *testing.T) {
	for _, url := range []string{"", "participants.csv", "mysql://root:" + secret + "@h/d", "postgres://u:" + secret + "%zz@h/d",
		"postgres:///d", "clickhouse://u:" + secret + "@:8123/d", "clickhouse://u:" + secret + "/x@h:notaport/d"} {
		refuses(t, url, ErrAddress)
	}
	refuses(t, "postgres://u:"+secret+"@127.0.0.1:1/d?sslmode=perhaps", ErrAddress, "sslmode")
	refuses(t, "postgres://u@127.0.0.1:1/d?sslmode=perhaps&password="+secret, ErrAddress, "sslmode")
}

func TestAServerThatIsNotThere(t *testing.T) {
	at := deadPort(t)
	refuses(t, "postgres://u:"+secret+"@"+at+"/d", ErrUnreachable, "postgres://"+at+"/d", "refused", "check the host")
	refuses(t, "clickhouse://u:"+secret+"@"+at+"/d", ErrUnreachable, "clickhouse://"+at+"/d", "refused", "check the host")
}

func TestAPasswordOfTheEnvironmentIsNotShownEither(t *testing.T) {
	t.Setenv("PGPASSWORD", secret)
	t.Setenv("CLICKHOUSE_PASSWORD", secret)
	at := deadPort(t)
	refuses(t, "postgres://u@"+at+"/d", ErrUnreachable)
	refuses(t, "clickhouse://u@"+at+"/d", ErrUnreachable)
}

// listen answers every HTTP request by a handler and gives its clickhouse:// address.
func listen(t *testing.T, handler http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(handler)
	t.Cleanup(s.Close)
	return "clickhouse://u:" + secret + "@" + strings.TrimPrefix(s.URL, "http://") + "/d"
}

func TestSomethingElseThatSpeaksHTTP(t *testing.T) {
	url := listen(t, func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "who are you", http.StatusTeapot) })
	refuses(t, url, ErrUnreachable, "418", "8123")
	url = listen(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<html>")) })
	refuses(t, url, ErrInconsistent, "8123")
}

func TestARedirectDoesNotCarryThePasswordAway(t *testing.T) {
	away := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { t.Errorf("followed to %s", r.URL) }))
	defer away.Close()
	url := listen(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, away.URL, http.StatusTemporaryRedirect)
	})
	refuses(t, url, ErrUnreachable, "307")
}

func TestATimeThatIsOver(t *testing.T) {
	done := make(chan struct{})
	url := listen(t, func(http.ResponseWriter, *http.Request) { <-done })
	t.Cleanup(func() { close(done) })
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	_, err := Open(ctx, url)
	says(t, err, ErrTimeout, "more time")
	canceled, stop := context.WithCancel(context.Background())
	stop()
	_, err = Open(canceled, url)
	says(t, err, context.Canceled, "interrupted")
}

// The texts are what a server 18.16 sent; that of code 497 is in the form of later servers, which
// was not seen here.
func TestExceptionsOfClickHouseInWords(t *testing.T) {
	for body, want := range map[string]struct {
		kind error
		says string
	}{
		"Code: 279, e.displayText() = DB::NetException: All connection tries failed. Log: \n\nCode: 32, e.displayText() = DB::Exception: Attempt to read after eof, e.what() = DB::Exception\nCode: 210, e.displayText() = DB::NetException: Connection refused (127.0.0.1:48886), e.what() = DB::NetException\n\n, e.what() = DB::NetException": {ErrShard, "Connection refused (127.0.0.1:48886)"},
		"Code: 60, e.displayText() = DB::Exception: Table default.t doesn't exist., e.what() = DB::Exception":                                                  {ErrUnknownTable, "Table default.t doesn't exist."},
		"Code: 193, e.displayText() = DB::Exception: Wrong password for user reader, e.what() = DB::Exception":                                                 {ErrNotPermitted, "Wrong password for user reader"},
		"Code: 497. DB::Exception: reader: Not enough privileges. To execute this query, it's necessary to have the grant SELECT(sex) ON d.t. (ACCESS_DENIED)": {ErrNotPermitted, "Not enough privileges"},
		"Code: 159, e.displayText() = DB::Exception: Timeout exceeded: elapsed 1.003999979 seconds, maximum: 1, e.what() = DB::Exception":                      {ErrTimeout, "elapsed 1.0"},
		"Code: 47, e.displayText() = DB::Exception: Unknown identifier: x, e.what() = DB::Exception":                                                           {ErrRefused, "Unknown identifier: x"},
		"Code: 81, e.displayText() = DB::Exception: Database nodb doesn't exist, e.what() = DB::Exception":                                                     {ErrUnreachable, "Database nodb"},
	} {
		url := listen(t, func(w http.ResponseWriter, _ *http.Request) { http.Error(w, body, http.StatusInternalServerError) })
		refuses(t, url, want.kind, want.says)
	}
}
