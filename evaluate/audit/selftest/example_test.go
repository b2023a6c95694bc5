package selftest_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit/selftest"
)

// The values that ship, as efseval selftest computes them.
func Example() {
	outcome, err := selftest.Run(context.Background(), selftest.PESEL, selftest.Dates)
	if err != nil {
		log.Fatal(err) // the program itself is broken
	}
	if err := selftest.WriteText(os.Stdout, outcome, evaluate.EN, false); err != nil {
		log.Fatal(err)
	}
	fmt.Println("error:", outcome.Err())
	// Output:
	// pesel: The number PESEL  36 values passed
	// dates: Dates and ages    23 values passed
	//
	// Outcome: passed; 59 values checked, each against its source.
	// error: <nil>
}

// A statistician's own reference value, held against the program: here one that is wrong on purpose.
func ExampleRunFile() {
	outcome, err := selftest.RunFile(context.Background(), "own.yaml", []byte(`
group: own
title: {pl: moje wartości, en: my values}
cases:
  - id: none-of-fifteen
    what: {pl: górna granica przedziału dokładnego, en: upper bound of the exact interval}
    call: share
    source: 'the rule of three, 3/n, is not exact: 1 - 0.025^(1/15) is'
    input: {k: 0, n: 15, level: 0.95}
    expect: {clopper-pearson-upper: 0.2}
`))
	if err != nil {
		log.Fatal(err)
	}
	v := outcome.Parts[0].Cases[0].Values[0]
	fmt.Printf("%s: expected %s, computed %.5s\n", v.Name, v.Expected, v.Computed)
	fmt.Println(outcome.Err())
	// Output:
	// clopper-pearson-upper: expected 0.2, computed 0.218
	// selftest: 1 of 1 values are not what they must be; results of this program on this machine cannot be relied on
}
