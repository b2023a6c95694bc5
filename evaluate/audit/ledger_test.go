package audit

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// The manifest names who corrected what, and values only where they may be told: an empty old value
// is said, one that may not be told is left out.
func TestManifestNamesCorrections(t *testing.T) {
	at := func(row, column int) datasets.Position {
		return datasets.Position{File: "made-up.csv", Row: row, Column: column}
	}
	r := &report.Report{Corrections: &report.Corrections{Name: "corrections.csv", Size: 3, SHA256: "ff", Lines: 2, Records: 1,
		Fields: []report.CorrectedField{{Field: "age", Label: evaluate.Same("age"), Cells: 1}, {Field: "disability", Label: evaluate.Same("x"), Cells: 1}},
		Made: []datasets.CorrectedCell{
			{Line: 2, At: at(5, 3), Field: "age", Shown: true, New: "41", Reason: "z deklaracji", Who: "EW", Day: 19727},
			{Line: 3, At: at(5, 4), Field: "disability", Reason: "literówka", Who: "EW", Day: 19728},
		}}}
	var text strings.Builder
	if err := WriteManifest(&text, r, nil); err != nil {
		t.Fatal(err)
	}
	var m struct {
		Corrections struct {
			Entries int              `json:"entries"`
			Cells   int              `json:"cells_changed"`
			Rows    int              `json:"rows_changed"`
			Made    []map[string]any `json:"made"`
		} `json:"corrections"`
	}
	if err := json.Unmarshal([]byte(text.String()), &m); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"line": 2.0, "file": "made-up.csv", "row": 5.0, "column": 3.0, "field": "age", "old": "", "new": "41", "reason": "z deklaracji", "who": "EW", "date": "2024-01-05"},
		{"line": 3.0, "file": "made-up.csv", "row": 5.0, "column": 4.0, "field": "disability", "reason": "literówka", "who": "EW", "date": "2024-01-06"},
	}
	if diff := cmp.Diff(want, m.Corrections.Made); diff != "" || m.Corrections.Entries != 2 || m.Corrections.Cells != 2 || m.Corrections.Rows != 1 {
		t.Errorf("%+v (-want +got)\n%s", m.Corrections, diff)
	}
}
