package warehouse_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/warehouse"
)

// Counting where the data are. It needs a server, so it is compiled and not run.
func Example() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	w, err := warehouse.Open(ctx, os.Getenv("WAREHOUSE_URL")) // postgres://… or clickhouse+http://…
	if err != nil {
		log.Fatal(err)
	}
	defer w.Close(ctx)
	set, err := indicators.LoadSet("esf-2014-2020")
	if err != nil {
		log.Fatal(err)
	}
	table, err := w.Count(ctx, set, indicators.Options{}, "participants")
	switch {
	case errors.Is(err, warehouse.ErrVocabulary):
		log.Fatal("correct the values first; a count over them would be wrong: ", err)
	case err != nil:
		log.Fatal(err)
	}
	unemployed, ok := table.Cell("CO01", indicators.Women)
	fmt.Println("unemployed women:", unemployed.Num, "of", unemployed.Den, "known:", ok && unemployed.Available)
}

// An address that no warehouse has is told before anything is sent.
func ExampleOpen() {
	_, err := warehouse.Open(context.Background(), "mysql://db/participants")
	fmt.Println(errors.Is(err, warehouse.ErrAddress))
	// Output:
	// true
}
