package datasets

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Printing a number in any of the ways of domain 5.5 and reading it back gives the number.
func TestParseDecimalIsInverseOfPrinting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		grosze := rapid.Int64Range(-1e15, 1e15).Draw(t, "grosze")
		group := rapid.SampledFrom([]string{" ", "\u00a0", "\u202f", "'", "\u2019", ""}).Draw(t, "group")
		mark := rapid.SampledFrom([]string{",", "."}).Draw(t, "mark")
		unit := rapid.SampledFrom([]string{"", " zł", "\u00a0zł", " PLN", "zł", " złotych", " pln", " ZŁ"}).Draw(t, "unit")
		text := printAmount(grosze, group, mark) + unit
		for _, declared := range []byte{0, mark[0]} {
			d, err := ParseDecimal([]byte(text), declared)
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if got, err := d.Grosze(); err != nil || got != grosze {
				t.Fatalf("%q = %d grosze, %v", text, got, err)
			}
			if want := float64(grosze) / 100; d.Float() != want {
				t.Fatalf("%q = %g, want %g", text, d.Float(), want)
			}
		}
	})
}

func printAmount(grosze int64, group, mark string) string {
	sign := ""
	if grosze < 0 {
		sign, grosze = "-", -grosze
	}
	whole := fmt.Sprint(grosze / 100)
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + group + whole[i:]
	}
	return fmt.Sprintf("%s%s%s%02d", sign, whole, mark, grosze%100)
}

func TestFoldIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, again %q", s, once, twice)
		}
		if upper := Fold(strings.ToUpper("ąćęłńóśźż " + once)); !strings.HasPrefix(upper, "acelnoszz") {
			t.Fatalf("upper case folds to %q", upper)
		}
	})
}

// The calendar of the standard library is the reference.
func TestDaysOfIsTheCalendar(t *testing.T) {
	first, last := day(t, "1800-01-01"), day(t, "2299-12-31")
	for d := first; d <= last; d++ {
		y, m, dd := CalendarDay(d)
		if got, err := DaysOf(y, m, dd); err != nil || got != d {
			t.Fatalf("DaysOf(%d, %d, %d) = %d, %v; want %d", y, m, dd, got, err, d)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		y, m, d := rapid.IntRange(1700, 2400).Draw(t, "y"), rapid.IntRange(-1, 14).Draw(t, "m"), rapid.IntRange(-1, 33).Draw(t, "d")
		date := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		real := date.Year() == y && int(date.Month()) == m && date.Day() == d && y >= 1800 && y <= 2299
		if _, err := DaysOf(y, m, d); (err == nil) != real {
			t.Fatalf("DaysOf(%d, %d, %d): %v; the day exists: %t", y, m, d, err, real)
		}
	})
}

func TestDatesReadAsPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.Int32Range(-62091, 120529).Draw(t, "day") // 1800 to 2299
		y, m, d := CalendarDay(want)
		for text, layout := range map[string]DateLayout{
			FormatDay(want): "", fmt.Sprintf("%02d.%02d.%d", d, m, y): "dd.MM.yyyy", fmt.Sprintf("%d/%d/%d", m, d, y): "M/d/yyyy", fmt.Sprintf("%d-%d-%d r.", d, m, y): "dd-MM-yyyy",
		} {
			if got, err := ParseDate([]byte(text), []DateLayout{layout}); err != nil || got != want {
				t.Fatalf("%q with %q = %d, %v; want %d", text, layout, got, err, want)
			}
		}
	})
}

// export is a made-up export: rows of a few people, with what an export may say of each row.
type export struct{ rows [][]string }

func drawExport() *rapid.Generator[export] {
	return rapid.Custom(func(t *rapid.T) export {
		var e export
		projects := rapid.SampledFrom([][]string{{"P1", "P2"}, {"P1", ""}, {"P1", "P2", ""}, {""}}).Draw(t, "projects")
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			e.rows = append(e.rows, []string{
				rapid.SampledFrom(projects).Draw(t, "project"),
				rapid.SampledFrom([]string{"A", "B", "C", ""}).Draw(t, "person"),
				rapid.SampledFrom([]string{"", "participant", "household", "recipient"}).Draw(t, "record"),
				rapid.SampledFrom([]string{"woman", "man", ""}).Draw(t, "sex"),
				rapid.SampledFrom([]string{"", "isced1", "isced3"}).Draw(t, "education"),
				rapid.SampledFrom([]string{"", "2021-01-01", "2021-03-01", "2022-01-01"}).Draw(t, "entry"),
				rapid.SampledFrom([]string{"", "2021-06-30", "2022-06-30"}).Draw(t, "exit"),
				rapid.SampledFrom([]string{"", "yes", "no"}).Draw(t, "completed"),
				rapid.SampledFrom([]string{"", "employment", "qualification|other"}).Draw(t, "situation"),
			})
		}
		return e
	})
}

func exportHeader() []string {
	return []string{"project", "person", "record", "sex", "education", "entry_date", "exit_date", "completed", "exit_situation"}
}

// batches types the rows, so many a batch, as a stream.
func (e export) batches(t *rapid.T, size int) iter.Seq2[*Batch, error] {
	var rules strings.Builder
	for _, name := range exportHeader() {
		fmt.Fprintf(&rules, "  - {field: %s, header: [%s]}\n", name, name)
	}
	p, err := ParseProfile([]byte("name: law\nschema: participants\ncolumns:\n" + rules.String()))
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.Bind(exportHeader(), Position{File: "law.csv", Row: 1})
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(*Batch, error) bool) {
		batch := b.NewBatch() // used again, as readers do
		for i, row := range e.rows {
			if batch.Rows() == size {
				if !yield(batch, nil) {
					return
				}
				batch.Reset()
			}
			appendRow(b, batch, i+2, row...)
		}
		yield(batch, nil)
	}
}

// participations prints each participation without its lines, sorted, and its input rows.
func participations(t *rapid.T, e export, size int) (people []string, count Accounting, rows int) {
	for b, err := range Participations(e.batches(t, size), &count) {
		if err != nil {
			t.Fatal(err)
		}
		for row := range b.Rows() {
			people = append(people, b.print(row))
			rows += len(b.Lines(row))
		}
	}
	sort.Strings(people)
	return people, count, rows
}

func (b *Batch) print(row int) string {
	var out strings.Builder
	for i, f := range b.Schema.Fields {
		c := &b.columns[i]
		if !c.Present || c.Missing(row) {
			continue
		}
		switch f.Kind {
		case Category, Flag:
			fmt.Fprintf(&out, " %s=%s", f.Name, f.Vocabulary.Term(c.Codes[row]).Code)
		case Date:
			fmt.Fprintf(&out, " %s=%s", f.Name, FormatDay(c.Days[row]))
		case Set:
			fmt.Fprintf(&out, " %s=%b", f.Name, c.Masks[row])
		case Count:
			fmt.Fprintf(&out, " %s=%d", f.Name, c.Counts[row])
		default:
			fmt.Fprintf(&out, " %s=%s", f.Name, c.Text(row))
		}
	}
	return out.String()
}

// The set of participations depends neither on the order of the rows nor on how they were cut
// into batches, and every row is accounted for.
func TestParticipationsDoNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawExport().Draw(t, "export")
		people, count, rows := participations(t, e, 100)
		if !count.Balanced() || count.Read != len(e.rows) || count.Counted != rows || count.Participations != len(people) {
			t.Fatalf("accounting %+v of %d rows, %d behind %d participations", count, len(e.rows), rows, len(people))
		}
		other := export{rapid.Permutation(e.rows).Draw(t, "order")}
		again, count2, _ := participations(t, other, rapid.IntRange(1, 4).Draw(t, "size"))
		if diff := cmp.Diff(people, again); diff != "" {
			t.Fatalf("(-one order +another)\n%s", diff)
		}
		aside := func(a, b SetAside) int { return strings.Compare(a.Record.Code, b.Record.Code) }
		slices.SortFunc(count.Aside, aside)
		slices.SortFunc(count2.Aside, aside)
		if diff := cmp.Diff(count, count2); diff != "" {
			t.Fatalf("accounting (-one order +another)\n%s", diff)
		}
	})
}

// Traps 1 and 2: a person who comes back is one participation of the project, with the
// characteristics of the first entry and the last exit; the same person in another project is
// another participation.
func TestReEntryAndTwoProjects(t *testing.T) {
	e := export{rows: [][]string{
		{"P1", "A", "", "woman", "isced3", "2022-01-01", "2022-06-30", "yes", "employment"},
		{"P1", "A", "", "woman", "isced1", "2021-01-01", "2021-06-30", "no", "qualification|other"},
		{"P2", "A", "", "woman", "isced1", "2021-01-01", "", "", ""},
		{"P1", "F", "household", "", "", "", "", "", ""},
		{"P1", "", "", "man", "", "2021-03-01", "", "", ""},
	}}
	var count Accounting
	var people []string
	var lines [][]int
	var rules []string
	rapid.Check(t, func(rt *rapid.T) { // only for its T: the case is fixed
		count, people, lines, rules = Accounting{}, nil, nil, nil
		for b, err := range Participations(e.batches(rt, 2), &count) {
			if err != nil {
				rt.Fatal(err)
			}
			for row := range b.Rows() {
				people, lines = append(people, b.print(row)), append(lines, b.Lines(row))
			}
			for _, p := range b.Problems {
				rules = append(rules, p.Position.String()+" "+p.Rule)
			}
		}
	})
	want := []string{
		" project=P1 person=A sex=woman education=isced1 entry_date=2021-01-01 exit_date=2022-06-30 completed=yes exit_situation=BITS",
		" project=P2 person=A sex=woman education=isced1 entry_date=2021-01-01",
		" project=P1 sex=man entry_date=2021-03-01",
	}
	// exit_situation: the bits of qualification, employment and other
	v := mustSchema(t).Field("exit_situation").Vocabulary
	want[0] = strings.Replace(want[0], "BITS", fmt.Sprintf("%b", v.Bit("qualification")|v.Bit("employment")|v.Bit("other")), 1)
	if diff := cmp.Diff(want, people); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([][]int{{2, 3}, {4}, {6}}, lines); diff != "" {
		t.Errorf("lines (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"law.csv:6 row.no-person"}, rules); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
	if count.Several != 1 || count.Participations != 3 || len(count.Aside) != 1 || count.Aside[0].Record.Code != "household" {
		t.Errorf("accounting %+v", count)
	}
}

func mustSchema(t *testing.T) *Schema {
	t.Helper()
	s, err := ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A clone keeps what the batch held when it is used again.
func TestCloneOutlivesReset(t *testing.T) {
	b := testBinding(t, "PESEL", "Płeć", "Wiek", "Od")
	batch := b.NewBatch()
	appendRow(b, batch, 2, "SYN-1", "kobieta", "34", "2021-02-01")
	kept := batch.Clone()
	before := kept.print(0)
	batch.Reset()
	appendRow(b, batch, 3, "OTHER", "mężczyzna", "99", "1999-01-01")
	if after := kept.print(0); after != before || !bytes.Equal(kept.ColumnOf("person").Text(0), []byte("SYN-1")) {
		t.Errorf("the clone changed from %s to %s", before, after)
	}
}

// Stream yields full batches, counts rows, and tells an empty export.
func TestStreamCutsBatches(t *testing.T) {
	for _, n := range []int{0, 1, MaxRows - 1, MaxRows, MaxRows + 1} {
		b := testBinding(t, "PESEL", "Płeć")
		left, rows, got := n, 0, 0
		var failed error
		for batch, err := range b.Stream(Position{File: "people.csv", Row: 1}, &rows, func(batch *Batch) (bool, error) {
			if left == 0 {
				return false, nil
			}
			left--
			appendRow(b, batch, n-left+1, "SYN", "kobieta")
			return true, nil
		}) {
			if failed = err; err != nil {
				break
			}
			got += batch.Rows()
		}
		if got != n || rows != n || (failed != nil) != (n == 0) {
			t.Errorf("%d rows: %d came out, %d counted, %v", n, got, rows, failed)
		}
	}
}

// The bounds of day numbers are those of the years that dates are read of.
func TestFirstAndLastDay(t *testing.T) {
	first, err1 := DaysOf(1800, 1, 1)
	last, err2 := DaysOf(2299, 12, 31)
	if err1 != nil || err2 != nil || first != firstDay || last != lastDay {
		t.Errorf("1800-01-01 is day %d, 2299-12-31 day %d", first, last)
	}
}
