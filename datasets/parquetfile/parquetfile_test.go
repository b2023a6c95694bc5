package parquetfile

import (
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/frame"
	"github.com/efseval/efseval/datasets/profiles"
)

// person is a made-up participant, a column of every type that exports have.
type person struct {
	ID       int64     `parquet:"PESEL"`
	Sex      string    `parquet:"sex,dict"`
	Age      *int32    `parquet:"age"`
	Entry    int32     `parquet:"entry_date,date"`
	Exit     time.Time `parquet:"exit_date,timestamp(microsecond)"`
	Homeless bool      `parquet:"homeless"`
	Supports *string   `parquet:"supports"`
	Gmina    float64   `parquet:"gmina"`
	Unread   []int32   `parquet:"tags,list"`
}

func profile(tb testing.TB, name string, ignore ...string) *datasets.Profile {
	tb.Helper()
	p, err := profiles.Load(name)
	if err != nil {
		tb.Fatal(err)
	}
	if p, err = p.With(datasets.Override{Ignore: ignore}); err != nil {
		tb.Fatal(err)
	}
	return p
}

func write[T any](tb testing.TB, rows []T, options ...parquet.WriterOption) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "people.parquet")
	if err := parquet.WriteFile(path, rows, options...); err != nil {
		tb.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string, p *datasets.Profile) (records [][]string, places []string, c datasets.Conclusions, err error) {
	t.Helper()
	s, err := Open(path, p)
	if err != nil {
		return nil, nil, c, err
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	for b, err := range s.Batches() {
		if err != nil {
			return nil, nil, s.Conclusions(), err
		}
		df, err := frame.Of(b, frame.WithIdentifying())
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, df.Records()...)
		for _, p := range b.Problems {
			places = append(places, p.Position.String()+" "+p.Rule)
		}
	}
	return records, places, s.Conclusions(), nil
}

func ptr[T any](v T) *T { return &v }

// A PESEL of the 2200s and one with a wrong check digit: nobody has them.
func people() []person {
	day := func(text string) int32 {
		d, err := datasets.ParseDate([]byte(text), nil)
		if err != nil {
			panic(err)
		}
		return d
	}
	exit := time.Date(2021, 12, 31, 23, 59, 59, 0, time.UTC)
	return []person{
		{99723100087, "woman", ptr[int32](34), day("2021-02-01"), exit, true, ptr("course|training"), 0.29, []int32{1, 2}},
		{2271409860, "man", nil, day("1969-12-31"), time.Date(1969, 12, 31, 23, 59, 59, 5000, time.UTC), false, nil, math.NaN(), nil},
	}
}

func TestColumnsOfEveryType(t *testing.T) {
	path := write(t, people())
	records, places, c, err := read(t, path, profile(t, "generic", "tags"))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"person", "sex", "age", "municipality", "entry_date", "exit_date", "homeless", "supports"},
		{"99723100087", "woman", "34", "0.29", "2021-02-01", "2021-12-31", "yes", "course|training"},
		{"02271409860", "man", "NaN", "NaN", "1969-12-31", "1969-12-31", "no", "NaN"},
	}
	if diff := cmp.Diff(want, records); diff != "" {
		t.Errorf("rows (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"people.parquet:2:1 person.lost-zeros"}, places); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
	if c.Format != "parquet" || c.Rows != 2 || c.HeaderRow != 0 {
		t.Errorf("conclusions %+v", c)
	}
}

// Blocks and row groups do not fall together.
func TestManyRowGroups(t *testing.T) {
	const n = 3*blockRows + 7
	type row struct {
		ID  string `parquet:"id"`
		Sex string `parquet:"sex,dict"`
		Age *int32 `parquet:"age"`
	}
	rows := make([]row, n)
	sum := int64(0)
	for i := range rows {
		rows[i] = row{ID: "SYN-" + strings.Repeat("x", i%7), Sex: []string{"woman", "man"}[i%2]}
		if i%3 > 0 {
			rows[i].Age = ptr(int32(i % 90))
			sum += int64(i % 90)
		}
	}
	for _, size := range []int64{1, 1000, blockRows, n} {
		if size == 1 {
			rows = rows[:50]
		}
		s, err := Open(write(t, rows, parquet.MaxRowsPerRowGroup(size)), profile(t, "generic"))
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for b, err := range s.Batches() {
			if err != nil || len(b.Problems) > 0 {
				t.Fatal(err, b.Problems)
			}
			for i := range b.Rows() {
				age := b.ColumnOf("age")
				if string(b.ColumnOf("person").Text(i)) != rows[at].ID || age.Missing(i) != (rows[at].Age == nil) || !age.Missing(i) && age.Counts[i] != int64(*rows[at].Age) {
					t.Fatalf("row groups of %d: row %d differs", size, at)
				}
				at++
			}
		}
		if err := s.Close(); err != nil || at != len(rows) {
			t.Errorf("row groups of %d: read %d of %d rows, %v", size, at, len(rows), err)
		}
		rows = rows[:cap(rows)]
	}
}

// A moment just after midnight in Poland is the day before in UTC: that is told once a column. A
// local moment and a plain date have no other day.
func TestDaysInUTCAreTold(t *testing.T) {
	type visit struct {
		ID      string    `parquet:"id"`
		Sex     string    `parquet:"sex"`
		Entry   time.Time `parquet:"entry_date,timestamp(millisecond)"`
		Exit    time.Time `parquet:"exit_date,timestamp(microsecond:local)"`
		Support int32     `parquet:"support_date,date"`
	}
	warsaw := time.FixedZone("CEST", 2*60*60)
	row := visit{"SYN-1", "woman", time.Date(2021, 7, 1, 0, 30, 0, 0, warsaw), time.Date(2021, 7, 1, 0, 30, 0, 0, time.UTC), 18809}
	records, places, c, err := read(t, write(t, []visit{row, row}), profile(t, "generic"))
	if err != nil || len(places) > 0 {
		t.Fatal(err, places)
	}
	if diff := cmp.Diff([]string{"SYN-1", "woman", "2021-06-30", "2021-07-01", "2021-07-01", "2021-07-01"}, records[1]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var told []string
	for _, p := range c.Problems {
		told = append(told, fmt.Sprint(p.Position.Column, " ", p.Field, " ", p.Rule, " ", p.Severity))
	}
	if diff := cmp.Diff([]string{"3 entry_date date.utc note"}, told); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
}

// Doubles that a spreadsheet worked out are a little off: an amount, a count and an identifier are
// rounded, a measured number is not.
func TestNoiseOfArithmeticIsRounded(t *testing.T) {
	type expense struct {
		Task   float64 `parquet:"task"`
		Amount float64 `parquet:"amount"`
	}
	records, places, _, err := read(t, write(t, []expense{{7.000000000000001, 1.1 + 2.2000000000000002}, {8, 3.305}}), profile(t, "generic-costs"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"task", "amount"}, {"7", "3.30"}, {"8", "NaN"}}, records); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"people.parquet:2:2 value.unreadable"}, places); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
	type sheet struct {
		Code  string  `parquet:"code"`
		Item1 float64 `parquet:"score"`
	}
	p, err := profile(t, "generic-answers").With(datasets.Override{Items: []datasets.Field{{Name: "score", Kind: datasets.Number}}, Columns: map[string][]string{"score": {"score"}}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(write(t, []sheet{{"SYN-1", 3.3000000000000003}}), p)
	if err != nil {
		t.Fatal(err)
	}
	batches, err := datasets.Collect(s.Batches())
	if err = errors.Join(err, s.Close()); err != nil || batches[0].ColumnOf("score").Numbers[0] != 3.3000000000000003 {
		t.Errorf("a measured number was rounded: %v, %v", batches[0].ColumnOf("score").Numbers, err)
	}
}
