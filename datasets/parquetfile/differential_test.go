package parquetfile

import (
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
)

// stay is a made-up row with two columns for the person and two for the origin, dictionaries and
// pages without one, values that are missing, unknown, unreadable and numbers that lost zeros.
type stay struct {
	Project   string  `parquet:"Nr projektu,dict"`
	PESEL     *int64  `parquet:"PESEL,optional"`
	Technical *string `parquet:"Techniczny identyfikator,optional"`
	Sex       string  `parquet:"Płeć,dict"`
	Age       *int32  `parquet:"Wiek,optional"`
	Gmina     string  `parquet:"Gmina"`
	Entry     int32   `parquet:"Data rozpoczęcia udziału w projekcie,date"`
	Exit      *string `parquet:"Data zakończenia udziału w projekcie,optional,dict"`
	Supports  *string `parquet:"Rodzaj przyznanego wsparcia,optional,dict"`
	Third     string  `parquet:"Obywatel państwa trzeciego"`
	Citizen   *string `parquet:"Obywatelstwo,optional,dict"`
	Unread    string  `parquet:"Uwagi"`
}

func stays(r *rand.Rand, n int) []stay {
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	maybe := func(words ...string) *string {
		if r.IntN(3) == 0 {
			return nil
		}
		return ptr(pick(words...))
	}
	rows := make([]stay, n)
	for i := range rows {
		s := stay{Project: pick("FEDS.07.01-0001", " FE 2", "", "’FE-3"), Technical: maybe("SYN-1", "SYN-22", "'00112", "  ", ""),
			Sex: pick("Kobieta", "Mężczyzna", "kobieta "), Gmina: pick("Dąbrowa Górnicza", "Bytom", ""), Entry: int32(r.IntN(20_000)),
			Exit: maybe("2024-02-29", "2023-02-28", "01.02.2024"), Supports: maybe("kurs", "kurs|doradztwo", "||kurs", ""), Third: pick("Tak", "Nie", "", " "),
			Citizen: maybe("Obywatelstwo polskie", ""), Unread: "x"}
		if r.IntN(2) == 0 {
			s.PESEL = ptr([]int64{99723100087, 2271409860, 12}[r.IntN(3)])
		}
		if r.IntN(4) > 0 {
			s.Age = ptr(int32(r.IntN(90)))
		}
		if r.IntN(40) == 0 {
			s.Sex, s.Entry, s.Exit, s.Supports = "Kobeta", 2_000_000, ptr("2023-02-29"), ptr("kurs|nieznane")
		}
		rows[i] = s
	}
	return rows
}

// listed lists everything that batches hold: a line of text for each row, then the problems.
func listed(t testing.TB, batches iter.Seq2[*datasets.Batch, error]) (out []string) {
	t.Helper()
	var problems []string
	for b, err := range batches {
		if err != nil {
			t.Fatal(err)
		}
		for row := range b.Rows() {
			text := fmt.Sprint(b.Line(row))
			for i, f := range b.Schema.Fields {
				if c := b.Column(i); c.Present {
					text += fmt.Sprintf(" %s=%t,%s", f.Name, !c.Missing(row), cellText(f.Kind, c, row))
				}
			}
			out = append(out, text)
		}
		for _, p := range b.Problems {
			problems = append(problems, fmt.Sprintf("%s %s %s", p.Error(), p.Rule, p.Severity))
		}
	}
	return append(out, problems...)
}

func cellText(kind datasets.Kind, c *datasets.Column, row int) string {
	switch kind {
	case datasets.Category, datasets.Flag:
		return fmt.Sprint(c.Codes[row])
	case datasets.Date:
		return fmt.Sprint(c.Days[row])
	case datasets.Count, datasets.Money:
		return fmt.Sprint(c.Counts[row])
	case datasets.Set:
		return fmt.Sprintf("%b", c.Masks[row])
	}
	return fmt.Sprintf("%q", c.Text(row))
}

// rowByRow types what the library reads of the file value by value, without dictionaries.
func rowByRow(t testing.TB, path string, p *datasets.Profile) []string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(file, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	values := make([][]parquet.Value, len(f.Root().Columns()))
	for _, group := range f.RowGroups() {
		for i := range values {
			values[i] = append(values[i], columnValues(t, group.ColumnChunks()[i])...)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return typedRows(t, path, p, values)
}

// typedRows types values, given by column, one row after the other.
func typedRows(t testing.TB, path string, p *datasets.Profile, values [][]parquet.Value) []string {
	t.Helper()
	opened, err := Open(path, p)
	if err != nil {
		t.Fatal(err)
	}
	s := opened.(*source)
	row, cells := 0, make([]datasets.Cell, s.binding.Width())
	next := func(b *datasets.Batch) (bool, error) {
		if row == len(values[0]) {
			return false, nil
		}
		for _, c := range s.columns {
			cells[c.place] = datasets.Cell{}
			if v := values[c.leaf][row]; !v.IsNull() {
				cell, scratch := c.convert(nil, v)
				if cell.Text == nil {
					cell.Text = scratch
				}
				cells[c.place] = cell
			}
		}
		row++
		s.binding.AppendTyped(b, row, cells)
		return true, nil
	}
	out := listed(t, s.binding.Stream(datasets.Position{File: s.name}, &s.read, next))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return out
}

func columnValues(t testing.TB, chunk parquet.ColumnChunk) (values []parquet.Value) {
	pages := chunk.Pages()
	for {
		page, err := pages.ReadPage()
		if err == io.EOF {
			return values
		}
		if err != nil {
			t.Fatal(err)
		}
		some := make([]parquet.Value, page.NumValues())
		if n, err := page.Values().ReadValues(some); n < len(some) || err != nil && err != io.EOF {
			t.Fatal(n, err)
		}
		for _, v := range some {
			values = append(values, v.Clone())
		}
	}
}

// TestColumnsAgreeWithRows holds the reading by column to the typing of one row after the other.
func TestColumnsAgreeWithRows(t *testing.T) {
	p := profile(t, "sm-efs")
	for seed, options := range [][]parquet.WriterOption{
		{parquet.PageBufferSize(300), parquet.MaxRowsPerRowGroup(700)},
		{parquet.PageBufferSize(5000), parquet.DataPageVersion(1), parquet.Compression(&parquet.Snappy)},
		{parquet.MaxRowsPerRowGroup(1)},
	} {
		path := write(t, stays(rand.New(rand.NewPCG(uint64(seed), 3)), []int{3000, 3000, 40}[seed]), options...)
		want := rowByRow(t, path, p)
		s, err := Open(path, p)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, listed(t, s.Batches())); diff != "" {
			t.Errorf("file %d (-by row +by column)\n%s", seed, diff)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if last := want[len(want)-1]; seed < 2 && !strings.Contains(last, "person.lost-zeros") {
			t.Errorf("the last problem is %q", last)
		}
	}
}

// TestBreakEndsFilling leaves the stream early: no goroutine stays.
func TestBreakEndsFilling(t *testing.T) {
	path := write(t, stays(rand.New(rand.NewPCG(1, 1)), 3000), parquet.MaxRowsPerRowGroup(100))
	before := runtime.NumGoroutine()
	for range 20 {
		s, err := Open(path, profile(t, "sm-efs"))
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range s.Batches() {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}
