package cases_test

import (
	"fmt"
	"log"

	"github.com/efseval/efseval/indicators/cases"
)

// Made-up records, and what the clause makes of them.
func Example() {
	c, err := cases.Parse("four weeks", `title: {pl: "praca z 28. dnia liczy się, z 29. nie", en: "work on the 28th day counts, on the 29th it does not"}
set: esf-2014-2020
expect:
  CR04: {total: 1/2, women: 1/1, men: 0/1}
---
project,person,sex,age,education,labour_status,entry_date,exit_date,exit_situation,employed_on
P1,A1,woman,30,isced3,unemployed,2018-01-10,2018-06-01,employment,2018-06-29
P1,A2,man,30,isced3,unemployed,2018-01-10,2018-06-01,employment,2018-06-30
`)
	if err != nil {
		log.Fatal(err)
	}
	values, err := c.Values()
	if err != nil {
		log.Fatal(err)
	}
	for _, v := range values[:3] {
		fmt.Printf("%s: expected %s, found %s\n", v.What, v.Want, v.Got)
	}
	// Output:
	// CR04 men: expected 0/1, found 0/1
	// CR04 total: expected 1/2, found 1/2
	// CR04 women: expected 1/1, found 1/1
}
