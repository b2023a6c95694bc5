package datasets

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

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

// The quick way for Polish text folds as that for any letters does: every letter, and letters in a row.
func TestFoldingPolishIsFolding(t *testing.T) {
	hold := func(s string) {
		if got, ok := foldPolish(s); ok && got != foldAny(s) {
			t.Fatalf("foldPolish(%q) = %q, want %q", s, got, foldAny(s))
		}
	}
	for r := range rune(0x3000) {
		hold(string(r))
		hold("Ó" + string(r) + "ż")
	}
	letters := []rune("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ aZ0:-–ü\u0301\u00a0\ufffd")
	rapid.Check(t, func(rt *rapid.T) { hold(rapid.StringOf(rapid.SampledFrom(letters)).Draw(rt, "s")) })
	if got, ok := foldPolish("Płeć / WIEK (zażółć)"); !ok || got != "plec wiek zazolc" {
		t.Errorf("Polish words fold to %q, %v", got, ok)
	}
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
