package canonical

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
)

// The pseudonyms are Python 3.11's
//
//	hmac.new(b"only for tests, thirty-two bytes", b"efseval pseudonym 1\0" + project + b"\0" + text, "sha256").hexdigest()[:20]
//
// without a project of SYN-001, SYN-002 and tel 600 700 800. Born on 30 December 1830, she is 30 and not yet 31 when she
// enters on 1 February 1861. Who was born after he
// entered has no age in completed years; years alone do not show it. A cell that is missing and an
// empty set differ.
const wantTable = `person,sex,age,age_by_year,municipality,municipality_folded,entry_date,supports
746ba8b27282ad895e67,woman,30,31,"Brzeg, ""Dolny""","brzeg, ""dolny""",1861-02-01,|A|B|
06a5322884b1d0dd64b2,,44,44,,,,||
,man,,0,b90a0d6caf32e91b1e72,b90a0d6caf32e91b1e72,1861-02-01,
`

// people are three made-up persons, of whom much is missing.
func people(t *testing.T) *datasets.Batch {
	t.Helper()
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	b := datasets.NewBatch(schema, "made-up.csv", "")
	for _, field := range []string{"person", "sex", "age", "birth_date", "municipality", "entry_date", "supports"} {
		b.Provide(schema.Index(field), 1)
	}
	for row := range 3 {
		b.AddRow(row + 2)
	}
	day := func(text string) int32 {
		d, err := datasets.ParseDate([]byte(text), nil)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	b.ColumnOf("person").SetText(0, []byte("SYN-001"))
	b.ColumnOf("person").SetText(1, []byte("SYN-002"))
	b.ColumnOf("person").SetText(2, nil)
	for row, text := range []string{`Brzeg, "Dolny"`, "", "tel 600 700 800"} {
		b.ColumnOf("municipality").SetText(row, []byte(text))
	}
	b.ColumnOf("sex").SetCode(0, 1)
	b.ColumnOf("sex").SetCode(2, 2)
	b.ColumnOf("birth_date").SetDay(0, day("1830-12-30"))
	b.ColumnOf("entry_date").SetDay(0, day("1861-02-01"))
	b.ColumnOf("entry_date").SetDay(2, day("1861-02-01"))
	b.ColumnOf("birth_date").SetDay(2, day("1861-12-30")) // after his entry
	b.ColumnOf("age").SetCount(1, 44)
	b.ColumnOf("supports").AddMask(0, 3)
	b.ColumnOf("supports").AddMask(1, 0)
	return b
}

func wanted(b *datasets.Batch) string {
	terms := b.Schema.Field("supports").Vocabulary.Terms
	return strings.Replace(wantTable, "|A|B|", "|"+terms[0].Code+"|"+terms[1].Code+"|", 1)
}

func TestCSVIsTheTable(t *testing.T) {
	b := people(t)
	var out bytes.Buffer
	w, err := NewCSV(&out, layoutOf(t, b), testPseudonyms(t))
	if err == nil {
		err = errors.Join(w.Write(b), w.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wanted(b), out.String()); diff != "" {
		t.Errorf("the table differs (-want +got):\n%s", diff)
	}
}

// Cell by cell the Parquet file says what the CSV table says.
func TestParquetIsTheSameTable(t *testing.T) {
	b := people(t)
	layout := layoutOf(t, b)
	var out bytes.Buffer
	w, err := NewParquet(&out, layout, testPseudonyms(t))
	if err == nil {
		err = errors.Join(w.Write(b), w.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, field := range file.Schema().Fields() {
		names = append(names, field.Name())
	}
	if diff := cmp.Diff(layout.Names(), names); diff != "" {
		t.Errorf("the columns differ (-want +got):\n%s", diff)
	}
	rows := file.RowGroups()[0].Rows()
	defer rows.Close()
	held := make([]parquet.Row, b.Rows()+1)
	n, err := rows.ReadRows(held)
	if n != b.Rows() || err != nil && !errors.Is(err, io.EOF) {
		t.Fatalf("%d rows, %v; want %d", n, err, b.Rows())
	}
	for row := range n {
		for i, column := range layout.Columns {
			want, known := layout.Append(nil, i, b, row, testPseudonyms(t))
			got := held[row][i]
			text := got.String()
			if column.Kind == datasets.Date && !got.IsNull() {
				text = datasets.FormatDay(got.Int32())
			}
			if got.IsNull() == known || known && text != string(want) {
				t.Errorf("row %d, %s: %q (NULL: %v), want %q", row, column.Name, text, got.IsNull(), want)
			}
		}
	}
}

func TestATableOfAFewColumns(t *testing.T) {
	b := people(t)
	for _, c := range []struct{ keep, want []string }{
		{[]string{"sex", "person", "education"}, []string{"person", "sex"}}, // in the order of the schema; no column that the export lacks
		{[]string{"age"}, []string{"age", AgeByYear}},
		{[]string{"municipality"}, []string{"municipality", "municipality_folded"}},
		{[]string{"birth_date"}, nil}, // it would give persons away
	} {
		l, err := NewLayout(b, c.keep...)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(l.Names(), c.want) {
			t.Errorf("kept %v: %v, want %v", c.keep, l.Names(), c.want)
		}
		if _, err := NewParquet(io.Discard, l, testPseudonyms(t)); (err == nil) == (c.want == nil) {
			t.Errorf("kept %v: Parquet says %v", c.keep, err)
		}
	}
}

func TestRowsOfAnotherExportAreRefused(t *testing.T) {
	b := people(t)
	w, err := NewCSV(io.Discard, layoutOf(t, b), testPseudonyms(t))
	if err != nil {
		t.Fatal(err)
	}
	other := datasets.NewBatch(b.Schema, "other.csv", "")
	other.Provide(b.Schema.Index("person"), 1)
	other.AddRow(2)
	if err := w.Write(other); err == nil || !strings.Contains(err.Error(), "other.csv has other columns") {
		t.Errorf("rows without the columns of the table: %v", err)
	}
}

func TestWhatCouldNameAPerson(t *testing.T) {
	for text, want := range map[string]bool{
		"Katowice": false, "ul. 3 Maja 12": false, "12345678": false, "600700800": true, "600-700-800": true,
		"a@example.org": true, "850230 12345": true, "1234/5678/9012": false,
	} {
		if got := couldNamePerson([]byte(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// A code of the project's own is another person elsewhere; a trace knows the project by the id of its file.
func TestCodesHaveAPseudonymInEachProject(t *testing.T) {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	b := datasets.NewBatch(schema, "made-up.csv", "")
	for _, field := range []string{"project", "person"} {
		b.Provide(schema.Index(field), 1)
	}
	for row, project := range []string{"P1", "P2"} {
		b.AddRow(row + 2)
		b.ColumnOf("project").SetText(row, []byte(project))
		b.ColumnOf("person").SetText(row, []byte("SYN-001"))
	}
	who, column := testPseudonyms(t), schema.Index("person")
	shown := func(row int) string { return string(who.append(nil, &Column{Name: "person", field: column}, b, row)) }
	if got, want := [2]string{shown(0), shown(1)}, [2]string{"fbdfd87b3111d147ccfd", "707cbe5497507df2148f"}; got != want {
		t.Errorf("in two projects %q, want %q", got, want)
	}
	who.Project = "lodz-2"
	if got := [2]string{shown(0), shown(1)}; got != [2]string{"1e235b55265ccf34f696", "1e235b55265ccf34f696"} {
		t.Errorf("in a project named for both %q", got)
	}
}
