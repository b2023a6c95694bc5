package datasets_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/csvfile"
)

// The layout of an export, written by somebody who knows the system that made it.
const layout = `
name: town
version: 1
schema: participants
rows: person-and-support
dates: [dd.MM.yyyy]
columns:
  - {field: person, header: [Kod]}
  - {field: sex, header: [Płeć], values: {kobieta: woman, k: woman, m: man}}
  - {field: age, header: [Wiek]}
  - {field: entry_date, header: [Data rozpoczęcia]}
`

// Made-up people: SYN-1 has two rows, and a date of SYN-2 does not exist.
const export = `Kod;Płeć;Wiek;Data rozpoczęcia
SYN-1;K;34;01.02.2021
SYN-1;K;34;01.06.2021
SYN-2;M;51;30.02.2021
`

// An export becomes typed rows, every fault has a place, and nobody is lost: open, bind, batches, participations.
func Example() {
	profile, err := datasets.ParseProfile([]byte(layout))
	if err != nil {
		log.Fatal(err)
	}
	source, err := csvfile.New(strings.NewReader(export), "people.csv", profile)
	if err != nil {
		log.Fatal(err)
	}
	var account datasets.Accounting
	for batch, err := range datasets.Participations(source.Batches(), &account) {
		if err != nil {
			log.Fatal(err)
		}
		for row := range batch.Rows() {
			entry := "no date of entry"
			if c := batch.ColumnOf("entry_date"); !c.Missing(row) {
				entry = datasets.FormatDay(c.Days[row])
			}
			fmt.Println("lines", batch.Lines(row), "age", batch.ColumnOf("age").Counts[row], entry)
		}
		for _, problem := range batch.Problems {
			fmt.Println(problem.Position, problem.Rule)
		}
	}
	fmt.Printf("%d rows read, %d counted, %d participations; balanced: %v\n", account.Read, account.Counted, account.Participations, account.Balanced())
	// Output:
	// lines [2 3] age 34 2021-02-01
	// lines [4] age 51 no date of entry
	// people.csv:4:4 value.unreadable
	// 3 rows read, 3 counted, 2 participations; balanced: true
}
