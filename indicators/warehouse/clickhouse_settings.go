package warehouse

import (
	"context"
	"fmt"
	"net/url"
	"strings"
)

// needed are the settings under which an answer of ClickHouse is whole. A profile of the server
// may have others: one that leaves unreachable shards out, or that breaks off after so many
// seconds or rows and gives what it has by then as if it were the answer.
var needed = []struct{ name, value string }{
	{"skip_unavailable_shards", "0"},
	{"distributed_group_by_no_merge", "0"},
	{"max_parallel_replicas", "1"},
	{"timeout_overflow_mode", "throw"},
	{"read_overflow_mode", "throw"},
	{"read_overflow_mode_leaf", "throw"},
	{"group_by_overflow_mode", "throw"},
	{"result_overflow_mode", "throw"},
	{"transfer_overflow_mode", "throw"},
	{"transform_null_in", "0"},
	{"limit", "0"},
	{"offset", "0"},
	{"extremes", "0"},
}

// wished are settings that help, and without which a count is right all the same.
var wished = []struct{ name, value string }{
	{"cancel_http_readonly_queries_on_client_close", "1"},
	{"max_execution_time", "0"}, // replaced by the deadline of the caller
}

// pin asks which of the settings the server knows and how they stand, and keeps those to be sent
// with every query. A user who may only read (readonly = 1) may not change any; then they must
// stand right already.
func (c *clickhouse) pin(ctx context.Context) error {
	stand, err := c.standing(ctx)
	if err != nil {
		return err
	}
	c.settings = url.Values{}
	fixed := stand["readonly"] == "1"
	for _, s := range needed {
		value, known := stand[s.name]
		if !known || value == s.value {
			continue
		}
		if fixed {
			return c.fault(ErrRefused, fmt.Sprintf("the profile of the user has %s = %s and may not be changed (readonly = 1); a count under it could be partial", s.name, value),
				fmt.Sprintf("ask the administrator for %s = %s, or for readonly = 2", s.name, s.value))
		}
		c.settings.Set(s.name, s.value)
	}
	for _, s := range wished {
		if _, known := stand[s.name]; known && !fixed {
			c.settings.Set(s.name, s.value)
		}
	}
	return nil
}

func (c *clickhouse) standing(ctx context.Context) (map[string]string, error) {
	names := []string{quoteText("readonly")}
	for _, s := range append(needed[:len(needed):len(needed)], wished...) {
		names = append(names, quoteText(s.name))
	}
	a, err := c.query(ctx, "SELECT name, value FROM system.settings WHERE name IN ("+strings.Join(names, ", ")+")")
	if err != nil {
		return nil, err
	}
	stand := map[string]string{}
	for _, row := range a.rows {
		if len(row) == 2 && row[0] != nil && row[1] != nil {
			stand[*row[0]] = *row[1]
		}
	}
	return stand, nil
}
