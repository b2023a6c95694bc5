package warehouse

import (
	"context"

	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/sqltext"
)

// spellings asks how the texts that a table is split by are written, so that its parts are labelled as
// the embedded engine labels them.
func (w *Warehouse) spellings(ctx context.Context, set *indicators.Set, by []indicators.Dimension, o sqltext.Options) (map[string]map[string]int64, error) {
	all := map[string]map[string]int64{}
	for _, d := range by {
		text, err := sqltext.Spellings(set, d, o)
		if err != nil {
			return nil, err
		}
		if text == "" {
			continue
		}
		a, err := w.server.query(ctx, statement(text))
		if err != nil {
			return nil, err
		}
		if all[d.Field], err = readSpellings(a); err != nil {
			return nil, w.address.inconsistent(err.Error())
		}
	}
	return all, nil
}

func readSpellings(a *answer) (map[string]int64, error) {
	met := map[string]int64{}
	for _, row := range a.rows {
		text, err := a.text(row, "spelling")
		if err != nil {
			return nil, err
		}
		n, err := a.count(row, "records")
		if err != nil {
			return nil, err
		}
		met[text] += n
	}
	return met, nil
}
