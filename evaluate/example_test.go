package evaluate_test

import (
	"fmt"
	"log"

	"github.com/efseval/efseval/evaluate"
)

// A share with its interval as every output has it, and a figure that is not known and never 0.
func Example() {
	interval, err := evaluate.NewInterval(evaluate.Real(0.4902), evaluate.Real(0.7292), 0.95)
	if err != nil {
		log.Fatal(err)
	}
	figures := &evaluate.Figures{}
	for _, f := range []evaluate.Figure{
		evaluate.NewFigure("participants/women-share", evaluate.T("Udział kobiet", "Share of women"), evaluate.Ratio(37, 60), evaluate.Share).
			WithShare(evaluate.Count(37), evaluate.Count(60)).WithN(60).WithInterval(interval).By(evaluate.Same("Wilson (1927)")),
		evaluate.NewFigure("cost/per-participant", evaluate.T("Koszt na uczestnika", "Cost per participant"), evaluate.GroszePer(93971745, 60), evaluate.Zloty),
		evaluate.Unavailable("indicator/CR04/total", evaluate.T("Osoby pracujące", "In employment"), evaluate.Persons,
			evaluate.T("eksport nie ma daty zakończenia", "the export has no date of exit")),
	} {
		if err := figures.Add(f); err != nil {
			log.Fatal(err)
		}
	}
	for _, f := range figures.All() {
		fmt.Printf("%s: %s | %s | %q\n", f.Label.EN, f.Text(evaluate.EN), f.Text(evaluate.PL), f.Value)
	}
	// Output:
	// Share of women: 61.67% | 61,67% | "0.61666666666666667"
	// Cost per participant: PLN 15,661.96 | 15 661,96 zł | "15661.9575"
	// In employment: not available | brak danych | ""
}
