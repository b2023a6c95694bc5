package report

import (
	"bytes"
	"encoding/csv"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// sameValue compares values as machines print them.
var sameValue = cmp.Comparer(func(a, b evaluate.Value) bool { return a.Equal(b) })

func TestCSVHasEveryFigure(t *testing.T) {
	r := large(t)
	text := written(t, WriteFiguresCSV, r)
	if !bytes.HasPrefix(text, []byte("id,value,unit,n,numerator,denominator,lower,upper,level,method,status,note\n")) {
		t.Errorf("the heading is %.90s", text)
	}
	records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, record := range records[1:] {
		ids = append(ids, record[0])
		if f, _ := r.Figures.Get(record[0]); f.Value.String() != record[1] || string(f.Status) != record[10] {
			t.Errorf("%s is %s, %s; want %s, %s", record[0], record[1], record[10], f.Value, f.Status)
		}
	}
	if diff := cmp.Diff(r.Figures.IDs(), ids); diff != "" {
		t.Errorf("IDs (-want +got):\n%s", diff)
	}
}

func TestJSONReadsBack(t *testing.T) {
	r := large(t)
	text := written(t, WriteJSON, r)
	back, err := ReadJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	opts := cmp.Options{sameValue, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(datasets.Conclusions{}, "File")}
	if diff := cmp.Diff(r.Figures.All(), back.Figures.All(), opts); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(r.Claims, back.Claims, opts); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]any{r.Project, withoutFiles(r.Inputs), r.Checks}, []any{back.Project, back.Inputs, back.Checks}, opts); diff != "" {
		t.Errorf("project, inputs, checks (-want +got):\n%s", diff)
	}
	again := *back
	again.Problems = r.Problems
	if !bytes.Equal(text, written(t, WriteJSON, &again)) {
		t.Error("what was read back is not written as it was")
	}
}

func TestJSONRefuses(t *testing.T) {
	good := string(written(t, WriteJSON, sample(t)))
	for _, c := range []struct{ name, from, to, want string }{
		{"other schema", SchemaID, "efseval/results/9", "schema"},
		{"digit flipped in the value", `"value":60,`, `"value":61,`, "participants/total"},
		{"digit flipped in the text", `"en":"60"`, `"en":"90"`, "participants/total"},
		{"not a number", `"value":60,`, `"value":6e1,`, "participants/total"},
		{"cut off", "\n}\n", "", "whole"},
	} {
		_, err := ReadJSON(strings.NewReader(strings.Replace(good, c.from, c.to, 1)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v, want one with %q", c.name, err, c.want)
		}
	}
}

// Any ratio of the sizes that occur reads back as a value that prints the same everywhere.
func TestRatiosReadBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		v := evaluate.Ratio(rapid.Int64Range(-1e12, 1e12).Draw(rt, "num"), rapid.Int64Range(1, 1e8).Draw(rt, "den"))
		back, err := readRatio(v.String())
		if err != nil || !back.Equal(v) || back.Fixed(2) != v.Fixed(2) {
			rt.Errorf("%s reads back as %s, %v", v, back, err)
		}
	})
}

func TestFloatsReadBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		v := evaluate.Real(rapid.Float64().Draw(rt, "x"))
		back, err := readNumber(jsonNumber(v), true)
		if err != nil || !back.Equal(v) {
			rt.Errorf("%s reads back as %s, %v", v, back, err)
		}
	})
}

// parquetFigure is what another library sees of figures.parquet.
type parquetFigure struct {
	ID        string   `parquet:"id"`
	Value     *float64 `parquet:"value,optional"`
	ValueText *string  `parquet:"value_text,optional"`
	Unit      string   `parquet:"unit"`
	Lower     *float64 `parquet:"lower,optional"`
	Level     *float64 `parquet:"level,optional"`
	MadeUp    bool     `parquet:"made_up"`
	Status    string   `parquet:"status"`
	NotePL    string   `parquet:"note_pl"`
}

func TestParquetHasEveryFigure(t *testing.T) {
	r := large(t)
	text := written(t, WriteFiguresParquet, r)
	rows, err := parquet.Read[parquetFigure](bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	var want []parquetFigure
	for _, f := range r.Figures.All() {
		row := rowOf(&f)
		want = append(want, parquetFigure{row.ID, row.Value, row.ValueText, row.Unit, row.Lower, row.Level, row.MadeUp, row.Status, f.Note().PL})
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if rows[0].Value == nil || *rows[0].Value != 60 || *rows[0].ValueText != "60" {
		t.Errorf("participants/total is %v", rows[0])
	}
}

func TestFrameHasEveryFigure(t *testing.T) {
	r := large(t)
	df := Frame(r)
	if df.Err != nil {
		t.Fatal(df.Err)
	}
	if diff := cmp.Diff(figureColumns, df.Names()); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(r.Figures.IDs(), df.Col("id").Records()); diff != "" {
		t.Errorf("IDs (-want +got):\n%s", diff)
	}
	for i, f := range r.Figures.All() {
		if got := df.Col("value").Float()[i]; f.Value.Present() && got != f.Value.Float() || !f.Value.Present() && !math.IsNaN(got) {
			t.Errorf("%s is %v, want %s", f.ID, got, f.Value)
		}
	}
	if rows := Frame(&Report{}).Nrow(); rows != 0 {
		t.Errorf("a report without figures has %d rows", rows)
	}
}

func openBook(t *testing.T, r *Report) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(written(t, WriteXLSX, r)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

func TestXLSXSheets(t *testing.T) {
	book := openBook(t, sample(t))
	want := []string{"cover", "contents", "notes", "targets", "facts", "indicators-results", "costs", "change", "claims", "rules-found", "rules-not-run", "inputs", "corrections", "hashes", "checks", "problems", "methods", "figures"}
	if diff := cmp.Diff(want, book.GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if len(row) != len(rows[0]) {
				t.Errorf("%s: row %d has %d cells under %d headings", name, i+1, len(row), len(rows[0]))
			}
			for k, cell := range row {
				if cell == "" {
					t.Errorf("%s: cell %d of row %d is empty", name, k+1, i+1)
				}
			}
		}
		if merged, err := book.GetMergeCells(name); err != nil || len(merged) > 0 {
			t.Errorf("%s: merged cells %v, %v", name, merged, err)
		}
		if panes, err := book.GetPanes(name); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the heading row is not frozen: %v, %v", name, panes, err)
		}
		if tables, err := book.GetTables(name); err != nil || len(tables) != 1 {
			t.Errorf("%s: named tables %v, %v", name, tables, err)
		}
	}
}

func TestXLSXHasEveryFigureAsANumber(t *testing.T) {
	r := large(t)
	book := openBook(t, r)
	for i, f := range r.Figures.All() {
		row := i + 2
		id, _ := excelize.CoordinatesToCellName(1, row)
		at, _ := excelize.CoordinatesToCellName(4, row)
		if got, err := book.GetCellValue("figures", id); err != nil || got != f.ID {
			t.Errorf("%s holds %s, %v; want %s", id, got, err, f.ID)
		}
		raw, err := book.GetCellValue("figures", at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		kind, err := book.GetCellType("figures", at)
		if err != nil {
			t.Fatal(err)
		}
		number, err := strconv.ParseFloat(raw, 64)
		if f.Value.Present() && (err != nil || number != f.Value.Float()) {
			t.Errorf("%s holds %s, want %s", f.ID, raw, f.Value)
		}
		want, isNumber := both(bi(f.Text(evaluate.PL), f.Text(evaluate.EN))), kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset
		if isNumber != f.Value.Present() || !isNumber && raw != want {
			t.Errorf("%s holds %s (number: %v), want %s", f.ID, raw, isNumber, want)
		}
	}
	if shown, err := book.GetCellValue("costs", "C4"); err != nil || shown != "≤ 15,661.96 zł" {
		t.Errorf("cost per participant is shown as %q, %v", shown, err)
	}
}

// No cell of a CSV file is a formula to a spreadsheet; a negative number stays a number.
func TestCSVCellsAreInert(t *testing.T) {
	r := &Report{Problems: []datasets.Problem{{Position: datasets.Position{File: "made-up.xlsx", Sheet: "=1+1", Row: 2}, Rule: "x", Message: datasets.Label{PL: "@x", EN: "-0.15"}}}}
	var out strings.Builder
	if err := WriteProblemsCSV(&out, r); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{",'=1+1,", ",'@x,-0.15\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in %q", want, out.String())
		}
	}
}
