package indicators_test

import (
	"fmt"
	"log"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// Three made-up people, counted by the rules of 2014-2020 and compared with a target.
func Example() {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		log.Fatal(err)
	}
	people := datasets.NewBatch(schema, "made-up.csv", "")
	for _, field := range []string{"sex", "age", "education", "labour_status"} {
		people.Provide(schema.Index(field), 0)
	}
	for i, sex := range []string{"woman", "woman", "man"} {
		people.AddRow(i + 2)
		for field, term := range map[string]string{"sex": sex, "education": "isced3", "labour_status": "unemployed"} {
			code, _ := schema.Field(field).Vocabulary.Code(term)
			people.ColumnOf(field).SetCode(i, code)
		}
		people.ColumnOf("age").SetCount(i, int64(24+i))
	}

	set, err := indicators.LoadSet("esf-2014-2020")
	if err != nil {
		log.Fatal(err)
	}
	counter, err := indicators.NewCounter(set, indicators.Options{})
	if err != nil {
		log.Fatal(err)
	}
	if err := counter.Add(people); err != nil {
		log.Fatal(err)
	}
	table := counter.Table()
	for _, code := range []string{"CO01", "CO06", "CR04"} {
		c, _ := table.Cell(code, indicators.Women)
		if c.Available {
			fmt.Println(code, c.Num, "of", c.Den)
		} else {
			fmt.Println(code, "not available:", c.Why.EN)
		}
	}
	target := indicators.Target{Code: indicators.Participants, Group: indicators.Women, AtLeast: 2}
	fmt.Println(target.Against(table).Verdict, len(table.Check()), "violations")

	// Output:
	// CO01 2 of 2
	// CO06 1 of 2
	// CR04 not available: the export has no column for: date of exit (exit_date); situation upon leaving (exit_situation)
	// reached 0 violations
}
