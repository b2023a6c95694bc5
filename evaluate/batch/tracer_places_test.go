package batch

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/datasets/check"
)

// cellsOf reads the cells of every row of a file by other means than the house does.
func cellsOf(t *testing.T, path string) map[int][]string {
	t.Helper()
	switch filepath.Ext(path) {
	case ".csv":
		return csvCells(t, path)
	case ".xlsx":
		return xlsxCells(t, path)
	}
	return parquetCells(t, path)
}

func csvCells(t *testing.T, path string) map[int][]string {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	cells := map[int][]string{}
	in := csv.NewReader(bytes.NewReader(text))
	in.Comma, in.FieldsPerRecord = ';', -1
	for {
		record, err := in.Read()
		if err != nil {
			return cells
		}
		line, _ := in.FieldPos(0)
		cells[line] = record
	}
}

func xlsxCells(t *testing.T, path string) map[int][]string {
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	cells := map[int][]string{}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			cells[i+1] = append(cells[i+1], row...)
		}
	}
	return cells
}

func parquetCells(t *testing.T, path string) map[int][]string {
	rows, err := parquet.ReadFile[any](path)
	if err != nil {
		t.Fatal(err)
	}
	cells := map[int][]string{}
	for i, row := range rows {
		for _, cell := range row.(map[string]any) {
			cells[i+1] = append(cells[i+1], fmt.Sprint(cell))
		}
	}
	return cells
}

// The row that a trace names holds the person whose pseudonym it gives, in CSV, XLSX and Parquet, read
// by other readers; and nothing that is told is an identifier.
func TestPlacesAreThoseOfTheFiles(t *testing.T) {
	persons, err := check.PersonsUnder([]byte("made up: thirty-two bytes of key"))
	if err != nil {
		t.Fatal(err)
	}
	for name, figures := range map[string][]string{
		"katowice-pal":       {"participants/total", "survey/motivation/pairs", "survey/motivation/only-pre", "flow/finished", "indicator/CO05/men/share"},
		"katowice-wlacz-sie": {"participants/total", "indicator/CR04/total"},
		"wodzislaw-wilchwy":  {"participants/total", "survey/motivation/improved"},
		"dabrowa-integra":    {"participants/total"},
	} {
		p, err := Load(filepath.Join("..", "..", "examples", name, ProjectFile))
		if err != nil {
			t.Fatal(err)
		}
		tracer, err := NewTracer(t.Context(), p, Options{Persons: persons})
		if err != nil {
			t.Fatal(err)
		}
		files := map[string]map[int][]string{}
		for _, id := range figures {
			rows, err := tracer.Rows(id)
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) == 0 {
				t.Errorf("%s: %s has no rows", name, id)
			}
			for _, r := range rows {
				if files[r.At.File] == nil {
					files[r.At.File] = cellsOf(t, p.path(r.At.File))
				}
				is := func(cell string) bool {
					return persons.Pseudonym(p.ID, []byte(strings.TrimSpace(cell))) == r.Person
				}
				if !slices.ContainsFunc(files[r.At.File][r.At.Row], is) {
					t.Fatalf("%s: %s lists %s, where %s does not stand", name, id, r.At, r.Person)
				}
			}
		}
	}
}
