package xlsxfile_test

import (
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/datasets/xlsxfile"
)

// A workbook: the sheet with the headers is found, a number is a number, and a fault is named by its cell.
func Example() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "people.xlsx")
	book := excelize.NewFile()
	err = errors.Join(book.SetSheetRow("Sheet1", "A1", &[]any{"Eksport z 2021 r."}),
		book.SetSheetRow("Sheet1", "A3", &[]any{"Identyfikator", "Płeć", "Wiek"}),
		book.SetSheetRow("Sheet1", "A4", &[]any{"SYN-1", "kobieta", 34}),
		book.SetSheetRow("Sheet1", "A5", &[]any{"SYN-2", "nie wiem", 51}), book.SaveAs(path), book.Close())
	if err != nil {
		log.Fatal(err)
	}

	profile, err := profiles.Load("generic")
	if err != nil {
		log.Fatal(err)
	}
	source, err := xlsxfile.Open(path, profile)
	if err != nil {
		log.Fatal(err)
	}
	defer source.Close()
	for batch, err := range source.Batches() {
		if err != nil {
			log.Fatal(err)
		}
		for _, problem := range batch.Problems {
			fmt.Println(problem.Position, problem.Rule)
		}
		fmt.Println(batch.Rows(), "rows of sheet", batch.Sheet, "with its header in row", source.Conclusions().HeaderRow)
	}
	// Output:
	// people.xlsx:Sheet1!B5 value.unknown
	// 2 rows of sheet Sheet1 with its header in row 3
}
