package indicators_test

import (
	"fmt"
	"log"
	"testing/fstest"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"
)

// madeUp are four made-up people in two municipalities.
func madeUp() *datasets.Batch {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		log.Fatal(err)
	}
	people := datasets.NewBatch(schema, "made-up.csv", "")
	for _, field := range []string{"sex", "age", "education", "labour_status", "municipality"} {
		people.Provide(schema.Index(field), 0)
	}
	for i, place := range []string{"Łaziska", "Katowice", "Katowice", ""} {
		people.AddRow(i + 2)
		for field, code := range map[string]uint8{"sex": uint8(i%2 + 1), "education": 6, "labour_status": uint8(i + 1)} {
			people.ColumnOf(field).SetCode(i, code)
		}
		people.ColumnOf("age").SetCount(i, int64(17+i*14))
		people.ColumnOf("municipality").SetText(i, []byte(place))
	}
	return people
}

func counted(by string) *indicators.Table {
	set, err := indicators.ESFPlus()
	if err != nil {
		log.Fatal(err)
	}
	dimensions, err := set.Dimensions(by)
	if err != nil {
		log.Fatal(err)
	}
	counter, err := indicators.NewCounter(set, indicators.Options{By: dimensions})
	if err != nil {
		log.Fatal(err)
	}
	if err := counter.Add(madeUp()); err != nil {
		log.Fatal(err)
	}
	return counter.Table()
}

// The unemployed by municipality: the parts add up to the whole, and whoever has no municipality
// is a part.
func ExampleOptions_by() {
	table := counted("municipality")
	for _, part := range table.Parts {
		c, _ := part.Table.Cell("EECO02", indicators.Total)
		fmt.Printf("%-9s %d of %d\n", part.Labels[0].EN, c.Num, c.Den)
	}
	whole, _ := table.Cell("EECO02", indicators.Total)
	fmt.Printf("%-9s %d of %d\n", "together", whole.Num, whole.Den)

	// Output:
	// Katowice  2 of 2
	// Łaziska   1 of 1
	// not known 0 of 1
	// together  3 of 4
}

// The age bands of a rule set are data; others follow a colon.
func ExampleSet_Dimension() {
	set, err := indicators.ESF()
	if err != nil {
		log.Fatal(err)
	}
	for _, name := range []string{"age_band", "age_band:18,30", "stage", "entry_date"} {
		d, err := set.Dimension(name)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Print(d.Label.EN, ":")
		for _, band := range d.Bands {
			fmt.Print(" ", band.Value)
		}
		fmt.Println()
	}

	// Output:
	// age at entry: <25 25-54 55+
	// age at entry: <18 18-29 30+
	// stage of participation:
	// indicators: no table can be split by entry_date, which is a date; make a category of it
}

// A data frame to go on from: two figures by age band.
func ExampleTable_Frame() {
	frame := counted("age_band").Frame()
	some := frame.FilterAggregation(dataframe.Or,
		dataframe.F{Colname: "code", Comparator: series.Eq, Comparando: "EECO02"},
		dataframe.F{Colname: "code", Comparator: series.Eq, Comparando: "EECR04"},
	).Filter(dataframe.F{Colname: "group", Comparator: series.Eq, Comparando: "total"})
	for _, row := range some.Select([]string{"part", "age_band", "code", "num", "den", "available"}).Records() {
		fmt.Println(row)
	}

	// Output:
	// [part age_band code num den available]
	// [0 NaN EECO02 3 4 true]
	// [0 NaN EECR04 NaN NaN false]
	// [1 <18 EECO02 1 1 true]
	// [1 <18 EECR04 NaN NaN false]
	// [2 30-54 EECO02 2 2 true]
	// [2 30-54 EECR04 NaN NaN false]
	// [3 55+ EECO02 0 1 true]
	// [3 55+ EECR04 NaN NaN false]
}

// A rule set of one's own; adding an indicator is adding YAML.
func ExampleLoad() {
	rules := fstest.MapFS{"town.yaml": {Data: []byte(`
name: town
version: 1
period: "2026"
title: {pl: zasady miasta, en: rules of the town}
parameters:
  genders: [woman, man]
  age_bands: [30]
definitions:
  - code: ADULTS
    name: {pl: dorośli, en: adults}
    stage: output
    achieved: {age: {from: 18}}
    source: {clause: resolution 7, mark: made up}
`)}}
	set, err := indicators.Load(rules, "town")
	if err != nil {
		log.Fatal(err)
	}
	counter, err := indicators.NewCounter(set, indicators.Options{})
	if err != nil {
		log.Fatal(err)
	}
	if err := counter.Add(madeUp()); err != nil {
		log.Fatal(err)
	}
	c, _ := counter.Table().Cell("ADULTS", indicators.Total)
	fmt.Println(c.Num, "of", c.Den)

	_, err = indicators.Load(fstest.MapFS{"town.yaml": {Data: []byte("name: town\nverion: 1\n")}}, "town")
	fmt.Println(err)

	// Output:
	// 3 of 4
	// indicators: town.yaml:2:1: unknown field "verion"
}

// The rows that break a rule, for whoever has to mend the export.
func ExampleOffenders() {
	set, err := indicators.LoadSet("po-kl-2007-2013")
	if err != nil {
		log.Fatal(err)
	}
	set.Invariants = append(set.Invariants, indicators.Invariant{Left: []string{"FLOW-BEGAN"}, Is: indicators.Equals, Right: []string{"FLOW-FINISHED"}})
	schema := set.Schema()
	people := datasets.NewBatch(schema, "made-up.csv", "")
	people.Provide(schema.Index("flow"), 0)
	for i, flow := range []uint8{1, 2, 1} {
		people.AddRow(i + 2)
		people.ColumnOf("flow").SetCode(i, flow)
	}
	counter, err := indicators.NewCounter(set, indicators.Options{})
	if err != nil {
		log.Fatal(err)
	}
	if err := counter.Add(people); err != nil {
		log.Fatal(err)
	}
	for _, v := range counter.Table().Check() {
		rows, err := indicators.Offenders(set, v, people)
		if err != nil {
			log.Fatal(err)
		}
		for _, row := range rows {
			fmt.Printf("%s (%s): line %d\n", v.Rule, v.Group, people.Line(row))
		}
	}

	// Output:
	// FLOW-BEGAN = FLOW-FINISHED (unknown-sex): line 3
	// FLOW-BEGAN = FLOW-FINISHED (total): line 3
}
