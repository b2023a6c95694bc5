package parquetfile_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets/parquetfile"
	"github.com/efseval/efseval/datasets/profiles"
)

// A file of columns, as a data-frame program writes it: only those that the profile names are read.
func Example() {
	type person struct {
		ID     string `parquet:"Identyfikator"`
		Sex    string `parquet:"Płeć"`
		Age    *int32 `parquet:"Wiek"`
		Colour string `parquet:"Ulubiony kolor"`
	}
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	path, age := filepath.Join(dir, "people.parquet"), int32(34)
	if err := parquet.WriteFile(path, []person{{"SYN-1", "kobieta", &age, "red"}, {"SYN-2", "mężczyzna", nil, "blue"}}); err != nil {
		log.Fatal(err)
	}

	profile, err := profiles.Load("generic")
	if err != nil {
		log.Fatal(err)
	}
	source, err := parquetfile.Open(path, profile)
	if err != nil {
		log.Fatal(err)
	}
	defer source.Close()
	for batch, err := range source.Batches() {
		if err != nil {
			log.Fatal(err)
		}
		for row := range batch.Rows() {
			c := batch.ColumnOf("age")
			fmt.Println(batch.Position(row, batch.Schema.Index("age")), "missing:", c.Missing(row), "age:", c.Counts[row])
		}
	}
	// Output:
	// people.parquet:1:3 missing: false age: 34
	// people.parquet:2:3 missing: true age: 0
}
