package check_test

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
)

// A made-up woman of 2242 whom the export calls a man, and who left before she came.
func Example() {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		fmt.Println(err)
		return
	}
	b := datasets.NewBatch(schema, "osoby-made-up.csv", "")
	for i, field := range []string{"person", "sex", "entry_date", "exit_date"} {
		b.Provide(schema.Index(field), i+1)
	}
	row := b.AddRow(2)
	b.ColumnOf("person").SetText(row, []byte("42681911446"))
	b.ColumnOf("sex").SetCode(row, 2)
	b.ColumnOf("entry_date").SetDay(row, 110_000)
	b.ColumnOf("exit_date").SetDay(row, 109_999)

	checker, err := check.New(check.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range append(checker.Add(b), checker.Finish()...) {
		fmt.Println(p.Severity, p.Rule, p)
	}
	// Output:
	// warning pesel.sex osoby-made-up.csv:2:2: sex: the sex is not that of the PESEL; check both (a number may be older than a change of sex)
	// error dates.entry-exit osoby-made-up.csv:2:4: exit_date: the date of exit lies before the date of entry
}
