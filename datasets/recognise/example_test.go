package recognise_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/datasets/recognise"
)

// Two files of answer sheets, looked at, recognised and put together. The people are made up.
func Example() {
	dir, err := os.MkdirTemp("", "recognise")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	var tables []*recognise.Recognised
	for _, sheets := range [][2]string{{"po.csv", "kod;p1;p2\na1;2;5\na2;3;4\n"}, {"przed.csv", "kod;p1;p2\na1;1;4\na2;2;2\n"}} {
		path := filepath.Join(dir, sheets[0])
		if err := os.WriteFile(path, []byte(sheets[1]), 0o600); err != nil {
			log.Fatal(err)
		}
		found, err := recognise.Look(path)
		if err != nil {
			log.Fatal(err)
		}
		for _, t := range found {
			r, err := recognise.Recognise(t)
			if err != nil {
				log.Fatal(err)
			}
			fmt.Println(filepath.Base(r.Path), r.Kind, r.Profile.Name)
			tables = append(tables, r)
		}
	}
	for _, q := range recognise.Questionnaires(tables) {
		fmt.Println(q.Waves[0].Items, q.Low, q.High, "told apart by", q.Basis)
		for _, w := range q.Waves {
			fmt.Println(filepath.Base(w.Table.Path))
		}
	}
	// Output:
	// po.csv answers generic-answers
	// przed.csv answers generic-answers
	// [p1 p2] 1 5 told apart by names
	// przed.csv
	// po.csv
}
