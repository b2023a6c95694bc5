package canonical_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/datasets/csvfile"
	"github.com/efseval/efseval/datasets/profiles"
)

// An export handed on to another program: one row a participation, terms as codes, persons under pseudonyms.
func Example() {
	profile, err := profiles.Load("generic")
	if err != nil {
		log.Fatal(err)
	}
	export := "Identyfikator;Płeć;Wiek;Data rozpoczęcia\nSYN-1;kobieta;34;01.02.2021\nSYN-2;mężczyzna;;15.02.2021\n"
	source, err := csvfile.New(strings.NewReader(export), "people.csv", profile)
	if err != nil {
		log.Fatal(err)
	}
	who, err := canonical.NewPseudonyms([]byte("a key of 32 bytes that one holds"))
	if err != nil {
		log.Fatal(err)
	}
	var out *canonical.CSV
	for batch, err := range datasets.Participations(source.Batches(), &datasets.Accounting{}) {
		if err != nil {
			log.Fatal(err)
		}
		if out == nil {
			layout, err := canonical.NewLayout(batch)
			if err != nil {
				log.Fatal(err)
			}
			if out, err = canonical.NewCSV(os.Stdout, layout, who); err != nil {
				log.Fatal(err)
			}
		}
		if err := out.Write(batch); err != nil {
			log.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		log.Fatal(err)
	}
	fmt.Println("done")
	// Output:
	// person,sex,age,age_by_year,entry_date
	// 2f1ac1df981dca3a0022,woman,34,34,2021-02-01
	// d6a6b6175b04bd26e36d,man,,,2021-02-15
	// done
}
