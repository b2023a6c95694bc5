package recognise

import (
	"errors"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// Period is from the first entry to the last exit of the participants of a table, in days since 1970-01-01.
type Period struct {
	From, To   int32
	Begun, End bool // some row has a date of entry; every row with one has a date of exit
}

// Period reads a table of participants under its profile. Rows of families and recipients count too: they stand in
// the same project.
func (r *Recognised) Period() (p Period, err error) {
	profile, err := r.Profile.With(datasets.Override{Dates: r.Dates, Sheet: r.Sheet, Decimal: r.Decimal})
	if err != nil {
		return p, err
	}
	source, err := files.Open(r.Path, profile)
	if err != nil {
		return p, err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	open := 0
	for b, err := range source.Batches() {
		if err != nil {
			return p, err
		}
		open += p.take(b)
	}
	p.End = p.End && open == 0
	return p, nil
}

// take widens the period by the rows of a batch, and tells how many have begun and not ended.
func (p *Period) take(b *datasets.Batch) (open int) {
	entry, exit := b.ColumnOf("entry_date"), b.ColumnOf("exit_date")
	if !entry.Present {
		return 0
	}
	for row := range b.Rows() {
		if entry.Missing(row) {
			continue
		}
		if day := entry.Days[row]; !p.Begun || day < p.From {
			p.From, p.Begun = day, true
		}
		if !exit.Present || exit.Missing(row) {
			open++
			continue
		}
		if day := exit.Days[row]; !p.End || day > p.To {
			p.To, p.End = day, true
		}
	}
	return open
}
