package indicators_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"path/filepath"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/indicators"
)

// countExport counts an export by age band on every core: its rows are read, those of one person are
// brought together, and what comes of them is counted.
func countExport(path string) (*indicators.Table, datasets.Accounting, error) {
	var rows datasets.Accounting
	set, err := indicators.ESFPlus()
	if err != nil {
		return nil, rows, err
	}
	by, err := set.Dimensions("age_band")
	if err != nil {
		return nil, rows, err
	}
	profile, err := profiles.Load("sm-efs")
	if err != nil {
		return nil, rows, err
	}
	source, err := files.Open(path, profile)
	if err != nil {
		return nil, rows, err
	}
	people := datasets.Gathering{Promise: profile.Promise}.Participations(source.Batches(), &rows)
	counter, err := indicators.Count(context.Background(), set, indicators.Options{By: by}, people, 0)
	if err = errors.Join(err, source.Close()); err != nil {
		return nil, rows, err
	}
	return counter.Table(), rows, nil
}

// From an export to a data frame: the made-up export of the programme KATOWICE-PAL.
func ExampleCount() {
	table, rows, err := countExport(filepath.Join("..", "examples", "katowice-pal", "uczestnicy-sm-efs-synthetic.csv"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d rows, %d participations, %d violations\n", rows.Read, rows.Participations, len(table.Check()))
	for _, code := range []string{"EECO03", "EECR04", "EECR05"} {
		if c, _ := table.Cell(code, indicators.Women); c.Available {
			fmt.Println(code, c.Num, "of", c.Den)
		} else {
			fmt.Println(code, "not available:", c.Why.EN)
		}
	}
	frame := table.Frame().FilterAggregation(dataframe.And,
		dataframe.F{Colname: "code", Comparator: series.Eq, Comparando: "EECO03"},
		dataframe.F{Colname: "group", Comparator: series.Eq, Comparando: "women"})
	for _, row := range frame.Select([]string{"part", "age_band", "num", "den"}).Records() {
		fmt.Println(row)
	}

	// Output:
	// 61 rows, 60 participations, 0 violations
	// EECO03 8 of 37
	// EECR04 4 of 35
	// EECR05 not available: the export has no column for: situation six months after leaving (later_situation)
	// [part age_band num den]
	// [0 NaN 8 37]
	// [1 <18 0 3]
	// [2 18-29 3 11]
	// [3 30-54 4 15]
	// [4 55+ 1 8]
}
