package warehouse

import (
	"context"
	"os"
	"testing"
	"time"
)

// The servers of the tests are started by .ci/warehouse, which names them in the environment.

// address of a server, or a skipped test.
func serverURL(t testing.TB, variable string) string {
	t.Helper()
	url := os.Getenv(variable)
	if url == "" {
		t.Skipf("%s names no server; .ci/warehouse starts them and runs these tests", variable)
	}
	return url
}

func open(t testing.TB, url string) *Warehouse {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	w, err := Open(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close(context.Background()) })
	return w
}
