package report_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/chart"
	"github.com/efseval/efseval/evaluate/report"
)

// From figures to pages: the figures, a table that names them, the chart of the same numbers, and two of the writers.
func Example() {
	figures, reached := &evaluate.Figures{}, evaluate.T("osiągnięto / cel", "achieved / target")
	for _, f := range []evaluate.Figure{
		evaluate.NewFigure("participants/women", evaluate.T("Kobiety", "Women"), evaluate.Count(37), evaluate.Persons),
		evaluate.NewFigure("target/participants/women", reached, evaluate.Ratio(37, 40), evaluate.Share).WithShare(evaluate.Count(37), evaluate.Count(40)),
		evaluate.Unavailable("participants/men", evaluate.T("Mężczyźni", "Men"), evaluate.Persons,
			evaluate.T("program nie opublikował ich liczby", "the programme published no number of them")),
	} {
		if err := figures.Add(f); err != nil {
			log.Fatal(err)
		}
	}
	table := &report.Table{
		ID: "targets", Title: evaluate.T("Uczestnicy a cel", "Participants against target"),
		Columns: []evaluate.Text{evaluate.T("płeć", "sex"), evaluate.T("osoby", "persons"), reached},
		Rows: []report.Row{
			{Label: evaluate.T("kobiety", "women"), Cells: []report.Cell{report.F("participants/women"), report.F("target/participants/women")}},
			{Label: evaluate.T("mężczyźni", "men"), Cells: []report.Cell{report.F("participants/men"), {}}},
		},
	}
	picture := &report.Chart{Name: "targets", Title: table.Title}
	for _, l := range evaluate.Langs() {
		c, err := chart.Targets(chart.Options{ID: "targets", Lang: chart.Lang(l), Title: table.Title.In(l)}, []chart.TargetRow{
			{Group: chart.Women, Achieved: chart.Known[int64](37), Target: chart.Known[int64](40)},
			{Group: chart.Men, Achieved: chart.Missing[int64]("")},
		})
		if err != nil {
			log.Fatal(err)
		}
		if err := picture.Take(l, c, nil); err != nil {
			log.Fatal(err)
		}
	}
	r := &report.Report{
		Project:  report.Project{ID: "example", Title: evaluate.T("Przykład", "An example")},
		Figures:  figures,
		Sections: []report.Section{{ID: "participants", Title: evaluate.T("Uczestnicy", "Participants"), Blocks: []report.Block{{Chart: picture, Table: table}}}},
	}
	var page, text bytes.Buffer
	if err := report.WriteHTML(&page, r, evaluate.PL); err != nil {
		log.Fatal(err)
	}
	if err := report.WriteText(&text, r, evaluate.EN, 80, "participants"); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Contains(page.String(), `<data id="target/participants/women" data-figure="target/participants/women" value="0.925" class="known">92,50%</data>`))
	fmt.Print(strings.ReplaceAll(text.String(), "\u00a0", " "))
	// Output:
	// true
	// PARTICIPANTS AGAINST TARGET
	// sex              persons  achieved / target
	// women                 37  92.50% (37 of 40)
	// men    not available [1]                  –
	//
	// [1] the programme published no number of them
}
