package xlsxfile

import (
	"testing"

	"github.com/efseval/efseval/datasets"
)

// A sheet whose name may be somebody's number is told by its place; a project may name it either way.
func TestSheetNameThatMayBeAValue(t *testing.T) {
	const name = "zmyślona 00000000000"
	path := sheets(t,
		named{"Przed", [][]any{{"id", "sex"}, {"SYN-1", "woman"}, {"SYN-2", "woman"}}},
		named{name, [][]any{{"id", "sex"}, {"SYN-3", "x"}}})
	for _, asked := range []string{name, "#2"} {
		source, err := Open(path, stated(t, datasets.Override{Sheet: asked}))
		if err != nil {
			t.Fatal(err)
		}
		rows := 0
		for b, err := range source.Batches() {
			if err != nil {
				t.Fatal(err)
			}
			rows += b.Rows()
			for _, p := range b.Problems {
				if p.Position.Sheet != "#2" {
					t.Errorf("told at %s", p.Position)
				}
			}
		}
		if sheet := source.Conclusions().Sheet; sheet != "#2" || rows != 1 {
			t.Errorf("sheet %q, %d rows", sheet, rows)
		}
		if err := source.Close(); err != nil {
			t.Error(err)
		}
	}
}
