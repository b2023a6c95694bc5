package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// What a guard refuses: values that tell who somebody is, more than a table has parts for, one a row.
func TestAGuardRefusesWhatNamesRows(t *testing.T) {
	made := func(rows, values int) (list []string) {
		for row := range rows {
			list = append(list, fmt.Sprintf("wariant %d", row%values))
		}
		return list
	}
	for name, c := range map[string]struct {
		values []string
		want   string
	}{
		"groups":              {made(10, 8), ""},
		"three rows":          {made(3, 3), ""},
		"no value":            {[]string{"", "", "", "", ""}, ""},
		"spellings":           {[]string{"Tak", "tak", "TAK", " tak", "nie"}, ""},
		"one a row":           {made(4, 4), "4 values in 4 rows"},
		"one a person":        {ofPersons(20, 4, 4), "4 values for 4 persons"},
		"of some persons":     {ofPersons(40, 8, 4), ""},
		"nearly one a row":    {made(10, 9), "9 values in 10 rows"},
		"a telephone":         {append(made(40, 2), "tel. 600 600 600"), "could tell who somebody is"},
		"more than the parts": {made(3*indicators.MaxParts, indicators.MaxParts+1), "more than 10000 values"},
	} {
		g := newGuard(datasets.Field{Name: "own", Label: datasets.Label{EN: "Own"}})
		g.look(textBatch(t, c.values))
		err := g.verdict()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !errors.As(err, new(usageError))) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// ofPersons are rows of persons who come again, each time with their value.
func ofPersons(rows, persons, values int) (list []string) {
	for row := range rows {
		list = append(list, fmt.Sprintf("wariant %d of P-%d", row%persons%values, row%persons))
	}
	return list
}

func textBatch(t *testing.T, values []string) *datasets.Batch {
	t.Helper()
	schema, err := datasets.ReadSchema("participants")
	if err == nil {
		schema, err = schema.With(datasets.Field{Name: "own", Kind: datasets.Text})
	}
	if err != nil {
		t.Fatal(err)
	}
	b := datasets.NewBatch(schema, "made-up.csv", "")
	b.Provide(schema.Index("own"), 1)
	b.Provide(schema.Index("person"), 2)
	for row, value := range values {
		b.AddRow(row + 2)
		value, person, _ := strings.Cut(value, " of ")
		b.ColumnOf("own").SetText(row, []byte(value))
		b.ColumnOf("person").SetText(row, []byte(person))
	}
	return b
}
