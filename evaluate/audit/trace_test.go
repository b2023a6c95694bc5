package audit

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

func madeUpTrace() *Trace {
	f := evaluate.NewFigure("participants/women-share", evaluate.T("odsetek kobiet", "share of women"), evaluate.Ratio(1, 2), evaluate.Share).
		WithShare(evaluate.Count(1), evaluate.Count(2))
	at := func(row int) datasets.Position {
		return datasets.Position{File: "made-up.xlsx", Sheet: "=A|B", Row: row}
	}
	return &Trace{Project: "made-up", Figure: f,
		Filters: []Filter{{Text: evaluate.Same("read"), Rows: 4, Unmerged: true}, {Text: evaluate.Same("hidden"), Withheld: true}, {Text: evaluate.Same("left"), Rows: 3, Units: 2, Base: true}},
		Rows: []Row{
			{Of: f.ID, At: at(2), Unit: 1, Person: "1", Roles: []Role{Numerator, Denominator}},
			{Of: f.ID, At: at(3), Unit: 1, Person: "1", Roles: []Role{Numerator, Denominator}},
			{Of: f.ID, At: at(4), Unit: 2, Person: "2", Roles: []Role{Denominator}},
		}}
}

func TestTraceCSV(t *testing.T) {
	var out strings.Builder
	if err := WriteTraceCSV(&out, madeUpTrace()); err != nil {
		t.Fatal(err)
	}
	want := `figure,of,file,sheet,row,unit,person,roles
participants/women-share,participants/women-share,made-up.xlsx,'=A|B,2,1,1,numerator denominator
participants/women-share,participants/women-share,made-up.xlsx,'=A|B,3,1,1,numerator denominator
participants/women-share,participants/women-share,made-up.xlsx,'=A|B,4,2,2,denominator
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTraceText(t *testing.T) {
	var out strings.Builder
	if err := WriteTraceText(&out, madeUpTrace(), evaluate.PL); err != nil {
		t.Fatal(err)
	}
	want := `made-up, participants/women-share
odsetek kobiet: 50,00% = 1 / 2
    wiersze  uczestnictwa  po kolejnym filtrze
          4             –  read
          ·             ·  hidden
          3             2  left [mianownik]
  · nie pokazano: program nie opublikował części liczb, a ta może być jedną z nich
wiersze: 3; osoby ponumerowano w tej liście: 2
  made-up.xlsx:=A|B!2  1  licznik, mianownik
  made-up.xlsx:=A|B!3  1  licznik, mianownik
  made-up.xlsx:=A|B!4  2  mianownik
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What is not shown is left out and never 0; what has no rows has an empty list of them.
func TestTraceJSON(t *testing.T) {
	trace := madeUpTrace()
	trace.Rows = nil
	var out strings.Builder
	if err := WriteTraceJSON(&out, trace); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Schema  string
		Figure  struct{ ID string }
		Filters []map[string]any
		Persons *int
		Rows    *[]any
	}
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	both := func(s string) map[string]any { return map[string]any{"pl": s, "en": s} }
	want := []map[string]any{
		{"text": both("read"), "rows": 4.0}, {"text": both("hidden")},
		{"text": both("left"), "rows": 3.0, "units": 2.0, "denominator": true},
	}
	if diff := cmp.Diff(want, got.Filters); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got.Schema != TraceSchemaID || got.Figure.ID != trace.Figure.ID || got.Persons == nil || *got.Persons != 0 || got.Rows == nil || len(*got.Rows) != 0 {
		t.Errorf("%s", out.String())
	}
}
