package datasets

import (
	"errors"
	"testing"
)

func day(tb testing.TB, text string) int32 {
	tb.Helper()
	d, err := ParseDate([]byte(text), nil)
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	return d
}

func TestDates(t *testing.T) {
	polish, american := []DateLayout{"dd.MM.yyyy"}, []DateLayout{"M/d/yyyy"}
	for _, c := range []struct {
		text    string
		layouts []DateLayout
		want    string // empty: no date
	}{
		{"2020-02-29", nil, "2020-02-29"}, {"2021-02-29", nil, ""}, {"1900-02-29", nil, ""}, {"2000-02-29", nil, "2000-02-29"},
		{"2021/02/01", nil, "2021-02-01"}, {"2021.2.1", nil, "2021-02-01"}, {"2021-02-01 10:15", nil, "2021-02-01"}, {"2021-02-01T10:15:00Z", nil, "2021-02-01"},
		{"2021-02-01x", nil, ""}, {"2021-02-001", nil, ""}, {"20210-02-01", nil, ""}, {"2021-02/01", nil, ""}, {"2021-13-01", nil, ""}, {"1799-12-31", nil, ""},
		{"01.02.2021", nil, ""}, {"01.02.2021", polish, "2021-02-01"}, {"1-2-2021 r.", polish, "2021-02-01"}, {"31.12.2023 10:15", polish, "2023-12-31"},
		{"29.02.2023", polish, ""}, {"01.02.21", polish, ""}, {"2/3/2017", polish, ""}, {"2.3.2017", american, ""},
		{"2/3/2017", american, "2017-02-03"}, {"13/2/2017", american, ""}, {"2/13/2017", american, "2017-02-13"}, {"", polish, ""}, {"44228", polish, ""},
	} {
		d, err := ParseDate([]byte(c.text), c.layouts)
		got := ""
		if err == nil {
			got = FormatDay(d)
		}
		if got != c.want {
			t.Errorf("ParseDate(%q, %v) = %q, %v; want %q", c.text, c.layouts, got, err, c.want)
		}
	}
	for layout, ok := range map[DateLayout]bool{"dd.MM.yyyy": true, "M/d/yyyy": true, "yyyy": false, "dd.mm.yyyy": false, "": false} {
		if err := layout.Check(); (err == nil) != ok {
			t.Errorf("layout %q: %v", layout, err)
		}
	}
}

// Trap 6. datetime.date + relativedelta(months=6), dateutil 2.9: 2019-02-28, 2020-02-29.
func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{{"2018-08-31", 6, "2019-02-28"}, {"2019-08-31", 6, "2020-02-29"}, {"2020-02-29", 12, "2021-02-28"}, {"2021-01-15", -1, "2020-12-15"},
		{"2021-12-31", 1, "2022-01-31"}, {"2021-03-31", -1, "2021-02-28"}, {"2021-05-31", 0, "2021-05-31"}} {
		if got := FormatDay(AddMonths(day(t, c.from), c.months)); got != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

// Traps 4 and 5: the birthday counts as completed; 29 February is 1 March in common years.
func TestCompletedYears(t *testing.T) {
	for _, c := range []struct {
		birth, on string
		want      int
	}{{"1996-02-01", "2021-02-01", 25}, {"1996-02-02", "2021-02-01", 24}, {"1996-02-29", "2021-02-28", 24}, {"1996-02-29", "2021-03-01", 25},
		{"1996-02-29", "2020-02-29", 24}, {"1996-02-29", "2020-02-28", 23}, {"2021-02-01", "2021-01-31", -1}} {
		if got := CompletedYears(day(t, c.birth), day(t, c.on)); got != c.want {
			t.Errorf("born %s, on %s: %d, want %d", c.birth, c.on, got, c.want)
		}
	}
}

// Trap 20 and domain 5.5: the ways Polish offices write amounts, in grosze.
func TestAmounts(t *testing.T) {
	for text, want := range map[string]int64{
		"939 717,45 zł": 93971745, "939\u00a0717,45\u00a0zł": 93971745, "939\u202f717,45": 93971745, "939.717,45": 93971745, "939'717,45 PLN": 93971745,
		"4 800 000,00 zł": 480000000, "20 000 złotych": 2000000, "15,5": 1550, "15.50": 1550, "0,5": 50, ",5": 50, "-5,00": -500, "\u22125,00": -500, "+5": 500,
		"12 PLN": 1200, "12pln": 1200, "12 Pln": 1200, "12 ZŁ": 1200, "12 Zł": 1200, "12 ZŁOTYCH": 1200, "2 TYS. ZŁ": 200000, "939’717,45": 93971745, "- 5,00 zł": -500,
		"1,234": -1, "1,230": 123, // a single comma is the decimal comma: it has too many decimals for money, and is not a thousand
		"1.234.567": 123456700, "1,234,567.89": 123456789, "5 tys.": 500000, "1,5 mln zł": 150000000, "2 tys. zł": 200000, "7,000": 700, "12,340": 1234, "0.125000": -1,
	} {
		d, err := ParseDecimal([]byte(text), 0)
		if err == nil {
			var got int64
			if got, err = d.Grosze(); err == nil && got == want {
				continue
			}
			if want == -1 && err != nil {
				continue
			}
			t.Errorf("%q = %d grosze, %v; want %d", text, got, err, want)
			continue
		}
		t.Errorf("%q: %v", text, err)
	}
	for text, want := range map[string]error{
		"1.234": ErrAmbiguous, "12.345": ErrAmbiguous, "0.125": nil, "brak": ErrNumber, "": ErrNumber, "--5": ErrNumber, "-+5": ErrNumber, "1 23": ErrNumber, "1234 567": ErrNumber,
		"5,": ErrNumber, "1,2,3": ErrNumber, "5 tys. mln": ErrNumber, "99999999999999999999": ErrRange, "9999999999999999 mln": ErrRange, "1/2": ErrNumber, "zł": ErrNumber,
		"1 234.567": ErrAmbiguous, "1,,234": ErrNumber, "1..234": ErrNumber, "1  234": ErrNumber, "1.234 567": ErrNumber, "1 234'567": ErrNumber, "0 500": ErrNumber, "'500": ErrNumber, "1,234": nil,
	} {
		if _, err := ParseDecimal([]byte(text), 0); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
}

// With a declared mark nothing is ambiguous, and the mark cannot part groups as well.
func TestDeclaredDecimalMark(t *testing.T) {
	for _, c := range []struct {
		text string
		mark byte
		want Decimal
		err  error
	}{{"1.234", ',', Decimal{1234, 0}, nil}, {"1.234", '.', Decimal{1234, 3}, nil}, {"1.234,5", ',', Decimal{12345, 1}, nil}, {"1,234.5", '.', Decimal{12345, 1}, nil},
		{"1,234,567", ',', Decimal{}, ErrNumber}, {"1.234.567", '.', Decimal{}, ErrNumber}, {"1.5", ',', Decimal{}, ErrNumber},
		// None of these may change its magnitude to become a number.
		{".5", ',', Decimal{}, ErrNumber}, {". 5", ',', Decimal{}, ErrNumber}, {"0.500", ',', Decimal{}, ErrNumber}, {"00.500", ',', Decimal{}, ErrNumber}, {"01.234", ',', Decimal{}, ErrNumber}, {"5.", ',', Decimal{}, ErrNumber},
		{",5", '.', Decimal{}, ErrNumber}, {"0,005", '.', Decimal{}, ErrNumber}, {"1,,234", '.', Decimal{}, ErrNumber}, {"5,", '.', Decimal{}, ErrNumber}, {"1,234,", '.', Decimal{}, ErrNumber},
		{"1 234.567", ',', Decimal{}, ErrNumber}, {"1 234,567", '.', Decimal{}, ErrNumber}, {"1,234", ',', Decimal{1234, 3}, nil}, {"1,234", '.', Decimal{1234, 0}, nil},
		{",5", ',', Decimal{5, 1}, nil}, {".5", '.', Decimal{5, 1}, nil}, {"0,500", ',', Decimal{500, 3}, nil}} {
		got, err := ParseDecimal([]byte(c.text), c.mark)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%q with %q = %v, %v; want %v, %v", c.text, c.mark, got, err, c.want, c.err)
		}
	}
}

func TestFolding(t *testing.T) {
	for in, want := range map[string]string{
		"Płeć ": "plec", "PLEC": "plec", "płeć:": "plec", "w tym ": "w tym", "Wyższe (ISCED 5–8)": "wyzsze isced 5 8", "Wyższe (ISCED 5-8)": "wyzsze isced 5 8",
		"\uFEFFImię": "imie", "ZAŻÓŁĆ GĘŚLĄ JAŹŃ": "zazolc gesla jazn", "Ł": "l", "  a\u00a0\tb ": "a b", "": "", "---": "", "e\u0301": "e",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"kobeta": "kobieta", "Męzczyzna": "mężczyzna", "pies": "", "": ""} {
		if got := Nearest(word, []string{"kobieta", "mężczyzna", "osoba niebinarna"}); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestPositions(t *testing.T) {
	for want, p := range map[string]Position{
		"people.csv:12:4": {File: "people.csv", Row: 12, Column: 4}, "people.csv:12": {File: "people.csv", Row: 12}, "people.csv": {File: "people.csv"}, "-:3": {Row: 3},
		"people.xlsx:Baseline!D12": {File: "people.xlsx", Sheet: "Baseline", Row: 12, Column: 4}, "people.xlsx:Baseline!*": {File: "people.xlsx", Sheet: "Baseline"},
		"people.xlsx:S!AA1": {File: "people.xlsx", Sheet: "S", Row: 1, Column: 27}, "people.xlsx:S!7": {File: "people.xlsx", Sheet: "S", Row: 7},
	} {
		if p.String() != want {
			t.Errorf("%+v prints %s, want %s", p, p, want)
		}
	}
}

func TestVeilShowsAtMostAThird(t *testing.T) {
	for value, want := range map[string]string{"Kowalska": "Ko… (8)", "Ewa": "E… (3)", "Jo": "… (2)", "99723100087": "… (11)", "K9": "… (2)", "": "… (0)"} {
		if got := Veil(value); got != want {
			t.Errorf("Veil(%q) = %q, want %q", value, got, want)
		}
	}
}
