package files

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
)

// entryOf is a row of a ledger as text; nobody spent any of it.
type entryOf struct {
	Task   string `parquet:"task"`
	Date   string `parquet:"date,dict"`
	Amount string `parquet:"amount,dict"`
	EU     string `parquet:"eu"`
	N      string `parquet:"n"`
}

func (e entryOf) cells() []string { return []string{e.Task, e.Date, e.Amount, e.EU, e.N} }

// words of each column, most of them of more than one form.
var (
	dateWords   = []string{"2021-02-01", "2021.02.01", "01.02.2021", "1.2.2021 r.", "01-02-2021", "2021/02/01", "2021-02-01 10:15", "", "b/d", "2/3/2021", "x"}
	amountWords = []string{"12", "12,50", "12.50", "1 234,50 zł", "1\u00a0234,50", "1\u202f234,50", "1'234.50", "1.234.567,89 PLN", "3 tys.", "2 mln", "1.234", "1,234", "", "b/d", "-"}
	countWords  = []string{"1", "23", "99", "1 000", "1.000", "1,000", "2,0", "", "x"}
)

func ledger(t *rapid.T) []entryOf {
	rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) entryOf {
		return entryOf{"Zadanie 1", rapid.SampledFrom(dateWords).Draw(t, "date"), rapid.SampledFrom(amountWords).Draw(t, "amount"), rapid.SampledFrom(amountWords[:3]).Draw(t, "eu"), rapid.SampledFrom(countWords).Draw(t, "n")}
	}), 1, 12).Draw(t, "rows")
	for range rapid.SampledFrom([]int{0, 0, 4}).Draw(t, "doublings") { // over the strips and the pieces of the fast way
		rows = append(rows, rows...)
	}
	return append(rows, entryOf{"Zadanie 2", "2021-03-01", "7", "8", "9"})
}

func stated(tb testing.TB, missing map[string][]string) *datasets.Profile {
	p, err := profile(tb, "generic-costs").With(datasets.Override{
		Missing: missing, Items: []datasets.Field{{Name: "n", Kind: datasets.Count}}, Columns: map[string][]string{"n": {"n"}}})
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func codes() map[string][]string {
	return map[string][]string{"all": {"B/D"}, "amount": {"-"}, "n": {"99"}}
}

// concludedOf is what was concluded about the columns, and the problems that stand for whole columns.
type concludedOf struct {
	Columns []datasets.BoundColumn
	Notes   []string
}

func conclusionsOf(path string, p *datasets.Profile, first int) (out concludedOf, err error) {
	s, err := Open(path, p)
	if err != nil {
		return out, err
	}
	for b, err := range s.Batches() {
		if err != nil {
			return out, err
		}
		for _, p := range b.Problems {
			if slices.Contains([]string{datasets.RuleDecimal, datasets.RuleMixed, datasets.RuleDateOrder}, p.Rule) {
				out.Notes = append(out.Notes, fmt.Sprint(p.Rule, " ", p.Position.Row-first, " ", p.Position.Column, " ", p.Message.EN))
			}
		}
	}
	out.Columns = s.Conclusions().Columns
	return out, s.Close()
}

// Law: what is concluded about the dates and numbers of a column is the same in CSV, whether rows
// are typed in strips or one by one, on one core or two, in XLSX and in Parquet.
func TestConclusionsAreOfTheCells(t *testing.T) {
	profiles := []*datasets.Profile{stated(t, codes()), stated(t, nil)}
	dir := t.TempDir()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	rapid.Check(t, func(t *rapid.T) {
		rows, p := ledger(t), rapid.SampledFrom(profiles).Draw(t, "profile")
		runtime.GOMAXPROCS(rapid.IntRange(1, 3).Draw(t, "cores"))
		var csv bytes.Buffer
		csv.WriteString("task;date;amount;eu;n\n")
		for _, r := range rows {
			csv.WriteString(strings.Join(r.cells(), ";") + "\n")
		}
		paths := map[string]int{"plain.csv": 2, "cr.csv": 2, "ledger.xlsx": 2, "ledger.parquet": 1}
		write := func(name string, text []byte) {
			if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		write("plain.csv", csv.Bytes())
		write("cr.csv", bytes.ReplaceAll(csv.Bytes(), []byte("\n"), []byte("\r"))) // row by row
		if err := ledgerXLSX(filepath.Join(dir, "ledger.xlsx"), rows); err != nil {
			t.Fatal(err)
		}
		if err := parquet.WriteFile(filepath.Join(dir, "ledger.parquet"), rows); err != nil {
			t.Fatal(err)
		}
		want, err := conclusionsOf(filepath.Join(dir, "cr.csv"), p, 2)
		if err != nil {
			t.Fatal(err)
		}
		for name, first := range paths {
			got, err := conclusionsOf(filepath.Join(dir, name), p, first)
			if err != nil {
				t.Fatal(name, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s (-row by row +got)\n%s", name, diff)
			}
		}
	})
}

func ledgerXLSX(path string, rows []entryOf) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	if err := w.SetRow("A1", []any{"task", "date", "amount", "eu", "n"}); err != nil {
		return err
	}
	for i, r := range rows {
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), []any{r.Task, r.Date, r.Amount, r.EU, r.N}); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.SaveAs(path)
}

// The forms that a column of each kind tells, with their counts, and the questions it asks.
func TestConclusionsTell(t *testing.T) {
	p := stated(t, codes())
	path := filepath.Join(t.TempDir(), "ledger.csv")
	text := "task;date;amount;eu;n\nZ;2021-02-01;1 234,50 zł;1.234;1\nZ;2021-02-02;12.50;12,50;99\nZ;01.02.2021 r.;b/d;3 tys.;2\nZ;B/d;-;1,230;3\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := conclusionsOf(path, p, 2)
	if err != nil {
		t.Fatal(err)
	}
	want := concludedOf{
		Columns: []datasets.BoundColumn{
			{Column: 1, Header: "task", Fields: []string{"task"}},
			{Column: 2, Header: "date", Fields: []string{"date"}, Dates: []datasets.Met{{Form: "missing", Cells: 1}, {Form: "yyyy-MM-dd", Cells: 2}, {Form: "dd.MM.yyyy", Cells: 1}}},
			{Column: 3, Header: "amount", Fields: []string{"amount"}, Numbers: []datasets.Met{{Form: "missing", Cells: 2}, {Form: "decimal-comma", Cells: 1}, {Form: "decimal-point", Cells: 1},
				{Form: "thousands-space", Cells: 1}, {Form: "zł", Cells: 1}}},
			{Column: 4, Header: "eu", Fields: []string{"eu"}, Numbers: []datasets.Met{{Form: "whole", Cells: 1}, {Form: "decimal-comma", Cells: 1}, {Form: "tys.", Cells: 1}}},
			{Column: 5, Header: "n", Fields: []string{"n"}, Numbers: []datasets.Met{{Form: "missing", Cells: 1}, {Form: "whole", Cells: 3}}},
		},
		Notes: []string{
			"number.mixed 1 3 the column has numbers with a decimal comma (1) and with a decimal point (1); each was read by its own mark. Check whether the rows come from two sources",
			"number.decimal 0 4 2 numbers of this column could be thousands or decimals (as 1.234); 1 others have a decimal comma, 0 a decimal point. " +
				"Ask who made the export, and say decimal: \",\" or decimal: \".\" in the project file",
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Dates and numbers of the machine's own are typed cells.
func TestTypedCellsAreTold(t *testing.T) {
	type row struct {
		Task   string  `parquet:"task"`
		Date   int32   `parquet:"date,date"`
		Amount float64 `parquet:"amount"`
		N      *int64  `parquet:"n,dict,optional"`
	}
	one := int64(1)
	path := filepath.Join(t.TempDir(), "ledger.parquet")
	if err := parquet.WriteFile(path, []row{{"Z", 18659, 12.5, nil}, {"Z", 18660, 13, &one}}); err != nil {
		t.Fatal(err)
	}
	got, err := conclusionsOf(path, stated(t, nil), 1)
	if err != nil {
		t.Fatal(err)
	}
	typed := []datasets.Met{{Form: "typed", Cells: 2}}
	want := []datasets.BoundColumn{{Column: 2, Header: "date", Fields: []string{"date"}, Dates: typed}, {Column: 3, Header: "amount", Fields: []string{"amount"}, Numbers: typed},
		{Column: 4, Header: "n", Fields: []string{"n"}, Numbers: []datasets.Met{{Form: "typed", Cells: 1}}}}
	if diff := cmp.Diff(want, got.Columns[1:]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
