package report_test

import (
	"fmt"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// The figures of a report are a data frame: here those that are shares.
func ExampleFrame() {
	figures := &evaluate.Figures{}
	for _, f := range []evaluate.Figure{
		evaluate.NewFigure("participants/total", evaluate.T("Uczestnicy", "Participants"), evaluate.Count(60), evaluate.Persons),
		evaluate.NewFigure("participants/women-share", evaluate.T("Udział kobiet", "Share of women"), evaluate.Ratio(37, 60), evaluate.Share),
	} {
		if err := figures.Add(f); err != nil {
			fmt.Println(err)
			return
		}
	}
	df := report.Frame(&report.Report{Figures: figures})
	shares := df.Filter(dataframe.F{Colname: "unit", Comparator: series.Eq, Comparando: "share"})
	for i, id := range shares.Col("id").Records() {
		fmt.Printf("%s %.6f\n", id, shares.Col("value").Float()[i])
	}
	// Output:
	// participants/women-share 0.616667
}
