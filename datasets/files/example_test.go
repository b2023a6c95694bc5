package files_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
)

// Whatever the format, one door: here a stream, as of standard input; a path is opened by files.Open.
func Example() {
	profile, err := profiles.Load("generic")
	if err != nil {
		log.Fatal(err)
	}
	source, err := files.OpenStream(strings.NewReader("Identyfikator,Płeć\nSYN-1,kobieta\nSYN-2,mężczyzna\n"), files.StandardInput, profile)
	if err != nil {
		log.Fatal(err)
	}
	defer source.Close()
	sex := profile.Fields().Field("sex").Vocabulary
	for batch, err := range source.Batches() {
		if err != nil {
			log.Fatal(err)
		}
		for row := range batch.Rows() {
			fmt.Println("line", batch.Line(row), sex.Term(batch.ColumnOf("sex").Codes[row]).EN)
		}
	}
	fmt.Println("read as", source.Conclusions().Format)
	// Output:
	// line 2 woman
	// line 3 man
	// read as csv
}

// A file that is not there is told with its place and the next step.
func ExampleOpen() {
	profile, err := profiles.Load("generic")
	if err != nil {
		log.Fatal(err)
	}
	if _, err = files.Open("no-such-folder/people.csv", profile); err != nil {
		fmt.Println(err)
	}
	// Output:
	// people.csv: there is no such file in folder no-such-folder; check the name in the project file
}
