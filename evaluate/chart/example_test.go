package chart_test

import (
	"bytes"
	"fmt"
	"image/png"
	"log"
	"strings"

	"github.com/efseval/efseval/evaluate/chart"
)

// From counts to pictures: the options, the rows with one that is not known, the chart as SVG and PNG, and what it says
// to those who do not see it.
func Example() {
	options := chart.Options{ID: "targets", Lang: chart.EN, Title: "Participants against target", Note: "Person-level data are made up."}
	c, err := chart.Targets(options, []chart.TargetRow{
		{Group: chart.Women, Achieved: chart.Known[int64](37), Target: chart.Known[int64](40)},
		{Group: chart.Men, Achieved: chart.NotAvailable[int64]("not published")},
	})
	if err != nil {
		log.Fatal(err)
	}
	var svg, picture bytes.Buffer
	if err := c.SVG(&svg); err != nil {
		log.Fatal(err)
	}
	if err := c.PNG(&picture); err != nil {
		log.Fatal(err)
	}
	pixels, err := png.DecodeConfig(&picture)
	if err != nil {
		log.Fatal(err)
	}
	width, _ := c.Size()
	fmt.Println(strings.HasPrefix(svg.String(), "<svg "), float64(pixels.Width) == 2*width)
	fmt.Println(strings.ReplaceAll(c.Description(), "\u00a0", " "))

	_, err = chart.Targets(options, []chart.TargetRow{{Group: chart.Women, Achieved: chart.Known[int64](-1)}})
	fmt.Println(err)
	// Output:
	// true true
	// Participants against target. Women: 37 of 40; Men: not available: not published.
	// chart targets: row 1: achieved is -1, must be 0 to 1000000000000
}
