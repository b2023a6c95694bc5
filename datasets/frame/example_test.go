package frame_test

import (
	"fmt"
	"strings"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/csvfile"
	"github.com/efseval/efseval/datasets/frame"
	"github.com/efseval/efseval/datasets/profiles"
)

// The people are made up.
const export = `Identyfikator;Płeć;Wiek;Data rozpoczęcia;Osoba z niepełnosprawnościami
SYN-1;kobieta;34;01.02.2021;tak
SYN-2;mężczyzna;;15.02.2021;odmowa podania informacji
`

func ExampleOf() {
	p, err := profiles.Load("generic")
	if err != nil {
		fmt.Println(err)
		return
	}
	source, err := csvfile.New(strings.NewReader(export), "people.csv", p)
	if err != nil {
		fmt.Println(err)
		return
	}
	batches, err := datasets.Collect(source.Batches())
	if err != nil {
		fmt.Println(err)
		return
	}
	df, err := frame.Of(batches[0])
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(df)
	// Output:
	// [2x4] DataFrame
	//
	//     sex      age   entry_date disability
	//  0: woman    34    2021-02-01 yes
	//  1: man      NaN   2021-02-15 refused
	//     <string> <int> <string>   <string>
}

func ExampleFrom() {
	df := dataframe.New(
		series.New([]string{"woman", "man", "woman"}, series.String, "sex"),
		series.New([]int{34, 51, 28}, series.Int, "age"),
		series.New([]string{"2021-02-01", "2021-02-15", "2021-02-30"}, series.String, "entry_date"),
	)
	p, err := profiles.Load("generic")
	if err != nil {
		fmt.Println(err)
		return
	}
	batch, err := frame.From(df, p)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(batch.Rows(), "rows; age of the second:", batch.ColumnOf("age").Counts[1])
	for _, problem := range batch.Problems {
		fmt.Println(problem)
	}
	// Output:
	// 3 rows; age of the second: 51
	// data frame:3:3: entry_date: the cell cannot be read as date of entry (date): it is not a date of the calendar in a declared order; say dates: in the profile or project file
}
