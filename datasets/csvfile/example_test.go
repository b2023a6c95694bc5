package csvfile_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/efseval/efseval/datasets/csvfile"
	"github.com/efseval/efseval/datasets/profiles"
)

// A stream of CSV: what the file is written in is found out, a bad cell is a record of its own, and reading goes on.
func Example() {
	profile, err := profiles.Load("generic")
	if err != nil {
		log.Fatal(err)
	}
	// In windows-1250, as an office program saves it; the people are made up.
	export := "Identyfikator;P\xb3e\xe6;Wiek\r\nSYN-1;kobieta;34\r\nSYN-2;m\xea\xbfczyzna;trzydzie\x9cci\r\n"
	source, err := csvfile.New(strings.NewReader(export), "people.csv", profile)
	if err != nil {
		log.Fatal(err)
	}
	defer source.Close()
	for batch, err := range source.Batches() {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(batch.Rows(), "rows; the second has an age:", !batch.ColumnOf("age").Missing(1))
		for _, problem := range batch.Problems {
			fmt.Println(problem.Position, problem.Rule)
		}
	}
	found := source.Conclusions()
	fmt.Printf("%s, separator %q, header in line %d\n", found.Encoding, found.Separator, found.HeaderRow)
	// Output:
	// 2 rows; the second has an age: false
	// people.csv:3:3 value.unreadable
	// windows-1250, separator ";", header in line 1
}
