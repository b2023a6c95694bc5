package warehouse

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// What a server quotes of a cell is not repeated; the columns and types that tell what to do are.
func TestAServersWordsWithoutValues(t *testing.T) {
	for said, want := range map[string]string{
		`invalid input syntax for type date: "Xyżbrzęcka"`:                               "invalid input syntax for type date: \"…\"",
		`invalid input value for "exit_date": "O'Qxyz 05922312340"`:                      "invalid input value for \"exit_date\": \"…\"",
		`Cannot parse string 'Xyżbrzęcka ''ml.''' as Date: while executing 'FUNCTION x'`: `Cannot parse string '…' as Date: while executing '…'`,
		"Cannot convert `Xyż` to 'Nullable(Date)': „Brzęcka” cut off at 'Xyżbrz":         "Cannot convert `…` to 'Nullable(Date)': „…„ cut off at '…'",
		`operator does not exist: text = integer`:                                        `operator does not exist: text = integer`,
		`niepoprawna składnia wejścia dla typu date: «Xyżbrzęcka», w zapytaniu`:          `niepoprawna składnia wejścia dla typu date: «…«, w zapytaniu`,
	} {
		if got := withoutValues(said); got != want {
			t.Errorf("%s\n got %s\nwant %s", said, got, want)
		}
	}
}

// A ClickHouse that cannot convert a cell repeats it: the error of the count does not.
func TestARefusedQueryTellsNoCell(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusInternalServerError)
		fmt.Fprint(w, "Code: 38. DB::Exception: Cannot parse string 'Xyżbrzęcka' as Date: while executing. (CANNOT_PARSE_DATE) (version 24.8)")
	}))
	defer server.Close()
	_, err := Open(context.Background(), "clickhouse://"+strings.TrimPrefix(server.URL, "http://")+"/esf")
	says(t, err, ErrRefused, "Cannot parse string '…' as Date")
	if strings.Contains(err.Error(), "Xyż") {
		t.Error(err)
	}
}
