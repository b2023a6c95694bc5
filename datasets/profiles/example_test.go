package profiles_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/csvfile"
	"github.com/efseval/efseval/datasets/profiles"
)

// A ready profile by its name: which column is which field, whatever the headers are written like.
func Example() {
	profile, err := profiles.Load("generic")
	if err != nil {
		log.Fatal(err)
	}
	header := []string{"IDENTYFIKATOR", "płeć:", "Wiek", "Ulubiony kolor"}
	binding, err := profile.Bind(header, datasets.Position{File: "people.csv", Row: 1})
	if err != nil {
		log.Fatal(err)
	}
	for _, column := range binding.Columns {
		fmt.Println(column.Column, column.Header, column.Fields)
	}
	for _, problem := range binding.Problems {
		fmt.Println(problem.Position, problem.Rule)
	}
	// Output:
	// 1 IDENTYFIKATOR [person]
	// 2 płeć: [sex]
	// 3 Wiek [age]
	// 4 Ul… (8) k… (5) []
	// people.csv:1:4 column.unknown
}

// A first draft for an export that no profile knows, to be completed by somebody who knows the system.
func ExampleDraft() {
	source, err := csvfile.New(strings.NewReader("Kod;Płeć\nSYN-1;K\nSYN-2;M\n"), "unknown.csv", datasets.Everything())
	if err != nil {
		log.Fatal(err)
	}
	defer source.Close()
	text, err := profiles.Draft(source)
	if err != nil {
		log.Fatal(err)
	}
	draft, err := datasets.ParseProfile(text)
	fmt.Println(len(draft.Columns), "columns drafted; error:", err)
	// Output:
	// 2 columns drafted; error: <nil>
}
