package xlsxfile

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/datasets"
)

// A stated header row is taken, though a row above it is like one.
func TestStatedHeaderRow(t *testing.T) {
	path := write(t, func(f *excelize.File) {
		fillRows(t, f, "Sheet1", 1, [][]any{{"sex", "id"}, {"sprawozdanie"}, {"id", "sex"}, {"SYN-1", "woman"}})
	})
	for row, want := range map[int]string{0: "1", 3: "3"} {
		p, err := profile(t, "generic").With(datasets.Override{HeaderRow: row})
		if err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, p)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Conclusions().HeaderRow; string(rune('0'+got)) != want {
			t.Errorf("header_row: %d: taken was row %d", row, got)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	p, err := profile(t, "generic").With(datasets.Override{HeaderRow: 2})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, p); err == nil || !strings.Contains(err.Error(), "header_row: says that the headers stand here") {
		t.Error(err)
	}
}
