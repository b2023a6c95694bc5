package cost_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/efseval/efseval/datasets/csvfile"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/cost"
)

// A made-up ledger becomes a cost per participant, to the grosz, and the same in prices of 2024.
func Example() {
	profile, err := profiles.Load("generic-costs")
	if err != nil {
		log.Fatal(err)
	}
	export := "Zadanie;Kwota\nSzkolenia;600 000,00\nDoradztwo;339 717,45\n"
	source, err := csvfile.New(strings.NewReader(export), "costs.csv", profile)
	if err != nil {
		log.Fatal(err)
	}
	var ledger cost.Ledger
	for batch, err := range source.Batches() {
		if err != nil {
			log.Fatal(err)
		}
		if err := ledger.Add(batch); err != nil {
			log.Fatal(err)
		}
	}
	const participants = 60
	per := cost.Per("cost/per-participant", evaluate.T("Koszt na uczestnika", "Cost per participant"), ledger.Sum.Total, participants)
	fmt.Println(per.Text(evaluate.EN), "- exactly", per.Value, "- left over, in grosze:", cost.Residue(ledger.Sum.Total, participants))

	rates, err := cost.LoadRates()
	if err != nil {
		log.Fatal(err)
	}
	factor, err := rates.PriceFactor(2018, 2024)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("in prices of 2024:", cost.Converted(ledger.Sum.Total, participants, factor).Fixed(2))
	// Output:
	// PLN 15,661.96 - exactly 15661.9575 - left over, in grosze: -15
	// in prices of 2024: 22988.78
}
