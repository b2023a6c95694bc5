package main

import (
	"slices"
	"sync"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
)

// ruleEntryExit is the one rule of efseval check beyond those of reading whose breach is an error: a
// run refuses such rows, and so does a count.
const ruleEntryExit = "dates.entry-exit"

// dateOrder looks for participants who left before they came. The rules are read when the first is found:
// most exports have none.
type dateOrder struct {
	text func() (datasets.Label, error)
}

func newDateOrder() dateOrder {
	return dateOrder{sync.OnceValues(func() (datasets.Label, error) {
		rules, err := check.Rules()
		if err != nil {
			return datasets.Label{}, err
		}
		i := slices.IndexFunc(rules, func(r check.Rule) bool { return r.Code == ruleEntryExit })
		return rules[i].Text, nil // TestCountRefusesWhatARunRefuses holds that it is there
	})}
}

// look lists the rows of a batch in which the dates cannot both be right.
func (o dateOrder) look(b *datasets.Batch) (problems []datasets.Problem, err error) {
	entry, exit, record := b.ColumnOf("entry_date"), b.ColumnOf("exit_date"), b.ColumnOf("record")
	if !entry.Present || !exit.Present {
		return nil, nil
	}
	for row, left := range exit.Days[:b.Rows()] {
		if left >= entry.Days[row] || exit.Missing(row) || entry.Missing(row) || record.Present && record.Codes[row] > 1 {
			continue
		}
		text, err := o.text()
		if err != nil {
			return nil, err
		}
		problems = append(problems, datasets.Problem{Position: b.Position(row, b.Schema.Index("exit_date")), Field: "exit_date",
			Rule: ruleEntryExit, Severity: datasets.Error, Message: text})
	}
	return problems, nil
}
