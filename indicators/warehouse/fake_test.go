package warehouse

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/sqltext"
)

// fake answers like a ClickHouse server whose table has the one column sex, as the test tells it.
type fake struct {
	settings [][]any
	records  int
	sexes    map[string]int // rows by value of sex, as the count says
	column   string         // instead of sex
	sent     []url.Values   // of every request
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	text, _ := io.ReadAll(r.Body)
	f.sent = append(f.sent, r.URL.Query())
	switch query := string(text); {
	case strings.Contains(query, "system.settings"):
		f.write(w, []string{"name", "value"}, f.settings)
	case strings.Contains(query, "system.columns"):
		f.write(w, []string{"name"}, [][]any{{cmp.Or(f.column, "sex")}})
	case strings.Contains(query, "outside_1"):
		f.write(w, []string{"outside_1", "records"}, [][]any{{"0", f.records}})
	default:
		f.count(w)
	}
}

func (f *fake) count(w http.ResponseWriter) {
	q := fakeQuery()
	columns := []string{"sex"}
	for i := range q.Codes {
		columns = append(columns, fmt.Sprintf("n_%d", i+1), fmt.Sprintf("d_%d", i+1))
	}
	var rows [][]any
	for sex, n := range f.sexes {
		row := []any{sex}
		for _, code := range q.Codes {
			num := 0
			if code == indicators.GrandTotal {
				num = n
			}
			row = append(row, num, fmt.Sprint(n)) // numbers come in quotes or without
		}
		rows = append(rows, row)
	}
	f.write(w, columns, rows)
}

func (f *fake) write(w http.ResponseWriter, columns []string, rows [][]any) {
	type meta struct{ Name string }
	var out struct {
		Meta []meta  `json:"meta"`
		Data [][]any `json:"data"`
	}
	for _, c := range columns {
		out.Meta = append(out.Meta, meta{c})
	}
	out.Data = rows
	_ = json.NewEncoder(w).Encode(out)
}

// fakeSet is a rule set that counts nothing but who is there.
func fakeSet() *indicators.Set {
	set, _ := indicators.LoadSet("po-kl-2007-2013")
	return set
}

func fakeQuery() sqltext.Query {
	q, _ := sqltext.Count(fakeSet(), nil, sqltext.Options{Dialect: sqltext.ClickHouse, Columns: []string{"sex"}})
	return q
}

func (f *fake) askedOf(t *testing.T) (*indicators.Table, error) {
	t.Helper()
	w, err := Open(context.Background(), listen(t, f.ServeHTTP))
	if err != nil {
		return nil, err
	}
	defer w.Close(context.Background())
	return w.Count(context.Background(), fakeSet(), indicators.Options{}, "participants")
}

func TestAnAnswerThatIsWhole(t *testing.T) {
	table, err := (&fake{records: 5, sexes: map[string]int{"woman": 3, "man": 1, "": 1}}).askedOf(t)
	if err != nil {
		t.Fatal(err)
	}
	if c, _ := table.Cell(indicators.GrandTotal, indicators.Women); c.Num != 3 || !c.Available {
		t.Errorf("women: %+v", c)
	}
	if c, _ := table.Cell(indicators.Leavers, indicators.Total); c.Available || !strings.Contains(c.Why.EN, "exit_date") {
		t.Errorf("leavers of a table without dates of exit: %+v", c)
	}
}

func TestAnswersThatContradictThemselvesAreRefused(t *testing.T) {
	for name, f := range map[string]*fake{
		"a part is missing":    {records: 5, sexes: map[string]int{"woman": 3, "man": 1}},
		"rows came meanwhile":  {records: 3, sexes: map[string]int{"woman": 3, "man": 1}},
		"a sex of another set": {records: 3, sexes: map[string]int{"non_binary": 3}},
		"a sex that is none":   {records: 3, sexes: map[string]int{"K": 3}},
		"nobody":               {records: 3},
		"a negative count":     {records: 3, sexes: map[string]int{"woman": -3}},
	} {
		t.Run(name, func(t *testing.T) {
			table, err := f.askedOf(t)
			if table != nil {
				t.Error("a table was given")
			}
			says(t, err, ErrInconsistent)
		})
	}
}

func TestATableThatIsNoneOfOurs(t *testing.T) {
	table, err := (&fake{records: 5, column: "relname"}).askedOf(t)
	if table != nil {
		t.Error("a table was given")
	}
	says(t, err, ErrNotCanonical, "efseval export")
}

func TestSettingsThatGiveAPartAreTakenBack(t *testing.T) {
	f := &fake{records: 1, sexes: map[string]int{"woman": 1}, settings: [][]any{
		{"skip_unavailable_shards", "1"}, {"timeout_overflow_mode", "break"}, {"read_overflow_mode", "throw"}, {"max_execution_time", "0"}, {"readonly", "0"}}}
	if _, err := f.askedOf(t); err != nil {
		t.Fatal(err)
	}
	for _, sent := range f.sent[1:] {
		if sent.Get("skip_unavailable_shards") != "0" || sent.Get("timeout_overflow_mode") != "throw" || sent.Has("read_overflow_mode") {
			t.Errorf("sent %v", sent)
		}
	}
	f.settings = [][]any{{"skip_unavailable_shards", "1"}, {"readonly", "1"}}
	_, err := f.askedOf(t)
	says(t, err, ErrRefused, "skip_unavailable_shards = 1", "could be partial", "administrator")
	f.sent, f.settings = nil, [][]any{{"skip_unavailable_shards", "0"}, {"readonly", "1"}, {"max_execution_time", "60"}}
	if _, err := f.askedOf(t); err != nil {
		t.Errorf("a user who may only read: %v", err)
	}
	if sent := f.sent[len(f.sent)-1]; sent.Has("max_execution_time") || sent.Has("skip_unavailable_shards") {
		t.Errorf("a setting was sent that a user who may only read must not send: %v", sent)
	}
}
