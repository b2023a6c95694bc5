package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/warehouse"
)

// onFlags say where the data are, when they stay there.
type onFlags struct {
	url     string
	table   string
	timeout time.Duration
}

// onHelp is what the help of efseval count says of them.
const onHelp = `With --on the server counts, by the text that efseval sql prints, and only the counts travel: the
table must be the canonical one (efseval export writes it), in PostgreSQL or in ClickHouse (its HTTP
port). The password stands in PGPASSWORD or CLICKHOUSE_PASSWORD. A shard that does not answer, or a
value that is no term of its vocabulary, is an error, and nothing is printed.`

func (f *onFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.url, "on", "", "count where the data are: postgres://user@host:5432/database or clickhouse://user@host:8123/database")
	flags.StringVar(&f.table, "table", "participants", "with --on: the table, as participants or public.participants")
	flags.DurationVar(&f.timeout, "timeout", 10*time.Minute, "with --on: how long the server may take")
}

// filesOnly are the flags that say how a file is read.
var filesOnly = []string{"profile", "sheet", "encoding", "dates", "ignore", "promise", "rows", "tolerate-faults"}

// validate refuses what contradicts itself: a server beside files, or its flags without it.
func (f *onFlags) validate(c *cobra.Command, args []string, set string) error {
	changed := c.Flags().Changed
	if !changed("on") {
		if changed("table") || changed("timeout") {
			return usageError{errors.New("--table and --timeout are of a server; name it with --on postgres://user@host/database")}
		}
		return nil
	}
	for _, name := range filesOnly {
		if changed(name) {
			return usageError{fmt.Errorf("--%s says how a file is read, and --on reads none; leave one out", name)}
		}
	}
	switch {
	case f.url == "":
		return usageError{errors.New("--on is empty; name a server, as postgres://user@host:5432/database")}
	case len(args) > 0:
		return usageError{fmt.Errorf("%s is a file, and --on counts the table %s of a server; choose one", datasets.Visible(args[0]), datasets.Visible(f.table))}
	case set == "":
		return usageError{fmt.Errorf("--set is missing: a table says nothing of its period; name a rule set: %s", strings.Join(indicators.SetNames(), ", "))}
	case f.timeout <= 0:
		return usageError{fmt.Errorf("--timeout is %s; want a time above 0, as 10m", f.timeout)}
	}
	return nil
}

// countOn has the server count. The result has no export: nothing was read here.
func (f *countFlags) countOn(ctx context.Context) (*counted, error) {
	set, o, own, err := f.settleOn()
	if err != nil {
		return nil, err
	}
	table, from, err := f.on.count(ctx, set, o)
	if err == nil {
		err = guardTable(table, own.fields)
	}
	if err != nil {
		return nil, err
	}
	return &counted{from: from, table: table, codes: f.codes}, nil
}

// settleOn finds by which rules a table is counted, and the columns of its own that --by names.
func (f *countFlags) settleOn() (set *indicators.Set, o indicators.Options, own *ownColumns, err error) {
	if set, o, err = f.rules(f.set); err != nil {
		return nil, o, nil, err
	}
	if err = f.misspelt(set, []string{files.StandardInput}, nil); err != nil { // no more known than of a stream
		return nil, o, nil, err
	}
	if own, err = ownOf(set, headersIn(set, f.by)); err == nil {
		set, o.By, err = own.split(set, f.by)
	}
	if err != nil {
		return nil, o, nil, byError(err)
	}
	return set, o, own, nil
}

// count asks the server, and says where the table is.
func (f *onFlags) count(ctx context.Context, set *indicators.Set, o indicators.Options) (table *indicators.Table, from string, err error) {
	ctx, cancel := context.WithTimeout(ctx, f.timeout)
	defer cancel()
	w, err := warehouse.Open(ctx, f.url)
	if errors.Is(err, warehouse.ErrAddress) {
		return nil, "", usageError{fmt.Errorf("--on: %w", err)}
	}
	if err != nil {
		return nil, "", err
	}
	defer w.Close(ctx)
	table, err = w.Count(ctx, set, o, f.table)
	if errors.Is(err, warehouse.ErrTableName) {
		err = usageError{fmt.Errorf("--table: %w", err)}
	}
	return table, w.String() + " " + f.table, err
}
