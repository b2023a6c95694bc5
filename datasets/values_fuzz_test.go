package datasets

import (
	"math"
	"testing"
	"unicode/utf8"
)

// FuzzParseDate reads any text as a date: what it reads, it writes and reads again as the same day.
func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"2021-02-01", "01.02.2021 r.", "2021-02-01T12:00:00", "1/2/2021", "29.02.2021", "1 lut 2021", "0000-00-00", "９９.12.2020"} {
		f.Add(text)
	}
	layouts := []DateLayout{"dd.MM.yyyy", "M/d/yyyy"}
	f.Fuzz(func(t *testing.T, text string) {
		day, err := ParseDate([]byte(text), layouts)
		if err != nil {
			return
		}
		again, err := ParseDate([]byte(FormatDay(day)), nil)
		if err != nil || again != day {
			t.Fatalf("%q is day %d, written %s, read again %d, %v", text, day, FormatDay(day), again, err)
		}
	})
}

// FuzzParseDecimal reads any text as a number: it is finite, and grosze and whole numbers agree
// with it.
func FuzzParseDecimal(f *testing.F) {
	for _, text := range []string{"1 234,50 zł", "1.234,5", "12,5 tys.", "3 mln", "-0", "1e400", "99999999999999999999", "1'000", "(12)", "45 %"} {
		f.Add(text, ",")
		f.Add(text, "")
	}
	f.Fuzz(func(t *testing.T, text, decimal string) {
		mark := byte(0)
		if decimal == "," || decimal == "." {
			mark = decimal[0]
		}
		d, err := ParseDecimal([]byte(text), mark)
		if err != nil {
			return
		}
		x := d.Float()
		if math.IsNaN(x) || math.IsInf(x, 0) {
			t.Fatalf("%q is %v", text, x)
		}
		if n, err := d.Whole(); err == nil && math.Abs(float64(n)-x) > 1e-9*math.Abs(x) {
			t.Fatalf("%q is %v and whole %d", text, x, n)
		}
		if n, err := d.Grosze(); err == nil && math.Abs(float64(n)-100*x) > 1e-9*math.Abs(100*x)+1e-9 {
			t.Fatalf("%q is %v and %d grosze", text, x, n)
		}
	})
}

// FuzzVisible makes any text fit to print.
func FuzzVisible(f *testing.F) {
	f.Add("a\x1b[2J\nb\xff")
	f.Fuzz(func(t *testing.T, text string) {
		shown := Visible(text)
		if !utf8.ValidString(shown) || Visible(shown) != shown {
			t.Fatalf("%q is shown as %q", text, shown)
		}
	})
}
