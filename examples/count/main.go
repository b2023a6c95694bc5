// Command count is the shortest program that uses the packages: it reads an export of the
// SM EFS system and prints the output indicators of ESF 2014-2020 by sex.
package main

import (
	"fmt"
	"io"
	"log"
	"os"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/indicators"
)

func main() {
	if err := count(os.Stdout, "examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv"); err != nil {
		log.Fatal(err)
	}
}

func count(w io.Writer, export string) error {
	profile, err := profiles.Load("sm-efs")
	if err != nil {
		return err
	}
	source, err := files.Open(export, profile)
	if err != nil {
		return err
	}
	defer source.Close()
	rules, err := indicators.LoadSet("esf-2014-2020")
	if err != nil {
		return err
	}
	counter, err := indicators.NewCounter(rules, indicators.Options{})
	if err != nil {
		return err
	}
	var rows datasets.Accounting
	for batch, err := range datasets.Participations(source.Batches(), &rows) {
		if err != nil {
			return err
		}
		if err := counter.Add(batch); err != nil {
			return err
		}
	}
	table := counter.Table()
	fmt.Fprintf(w, "%d rows, %d participations\n", rows.Read, rows.Participations)
	for _, code := range []string{"CO01", "CO03", "CO05", "CO16"} {
		women, _ := table.Cell(code, indicators.Women)
		men, _ := table.Cell(code, indicators.Men)
		fmt.Fprintf(w, "%s  women %d  men %d\n", code, women.Num, men.Num)
	}
	return nil
}
