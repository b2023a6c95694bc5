package csvfile

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
)

// The people of all tests are made up.

func profile(tb testing.TB, name string) *datasets.Profile {
	tb.Helper()
	p, err := profiles.Load(name)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// reading is what came out of a file: the texts of one field by row, and the problems.
type reading struct {
	people   []string // person, or - where missing
	lines    []int
	problems []datasets.Problem
	found    datasets.Conclusions
	err      error
}

func read(t *testing.T, text string, p *datasets.Profile) reading {
	t.Helper()
	s, err := New(strings.NewReader(text), "people.csv", p)
	if err != nil {
		return reading{err: err}
	}
	var r reading
	for b, err := range s.Batches() {
		if err != nil {
			r.err = err
			break
		}
		person := b.ColumnOf("person")
		for row := range b.Rows() {
			name := "-"
			if person.Present && !person.Missing(row) {
				name = string(person.Text(row))
			}
			r.people, r.lines = append(r.people, name), append(r.lines, b.Line(row))
		}
		r.problems = append(r.problems, b.Problems...)
	}
	r.found = s.Conclusions()
	return r
}

func (r *reading) places() []string {
	var out []string
	for _, p := range r.problems {
		out = append(out, p.Position.String()+" "+p.Rule)
	}
	return out
}

const twoPeople = "Identyfikator;Płeć;Gmina\nSYN-1;kobieta;Dąbrowa Górnicza\nSYN-2;mężczyzna;Świętochłowice\n"

// Each case is the same two people in another dress.
func TestFormsOfOneFile(t *testing.T) {
	encode := func(text string, with func(string) (string, error)) string {
		out, err := with(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
	utf16be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()
	cases := []struct{ name, text, encoding, separator string }{
		{"plain", twoPeople, "utf-8", ";"},
		{"bom", "\uFEFF" + twoPeople, "utf-8-bom", ";"},
		{"comma", strings.ReplaceAll(twoPeople, ";", ","), "utf-8", ","},
		{"tab", strings.ReplaceAll(twoPeople, ";", "\t"), "utf-8", "\t"},
		{"pipe", strings.ReplaceAll(twoPeople, ";", "|"), "utf-8", "|"},
		{"crlf", strings.ReplaceAll(twoPeople, "\n", "\r\n"), "utf-8", ";"},
		{"cr", strings.ReplaceAll(twoPeople, "\n", "\r"), "utf-8", ";"},
		{"no last line end", strings.TrimSuffix(twoPeople, "\n"), "utf-8", ";"},
		{"quoted", `"` + strings.NewReplacer(";", `";"`, "\n", "\"\n\"").Replace(strings.TrimSuffix(twoPeople, "\n")) + `"`, "utf-8", ";"},
		{"sep hint", "sep=;\n" + twoPeople, "utf-8", ";"},
		{"windows-1250", encode(twoPeople, charmap.Windows1250.NewEncoder().String), "windows-1250", ";"},
		{"iso-8859-2", encode(twoPeople, charmap.ISO8859_2.NewEncoder().String), "iso-8859-2", ";"},
		{"ibm852", encode(twoPeople, charmap.CodePage852.NewEncoder().String), "ibm852", ";"},
		{"utf-16 with mark", encode(twoPeople, utf16.String), "utf-16le", ";"},
		{"utf-16 without mark", encode(twoPeople, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String), "utf-16le", ";"},
		{"utf-16be with mark", encode(twoPeople, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String), "utf-16be", ";"},
		{"utf-16be without mark", encode(twoPeople, utf16be.String), "utf-16be", ";"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, err := New(strings.NewReader(c.text), "people.csv", profile(t, "generic"))
			if err != nil {
				t.Fatal(err)
			}
			var towns []string
			for b, err := range s.Batches() {
				if err != nil || len(b.Problems) > 0 {
					t.Fatal(err, b.Problems)
				}
				for row := range b.Rows() {
					towns = append(towns, string(b.ColumnOf("municipality").Text(row)))
				}
			}
			if diff := cmp.Diff([]string{"Dąbrowa Górnicza", "Świętochłowice"}, towns); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if f := s.Conclusions(); f.Encoding != c.encoding || f.Separator != c.separator || f.Rows != 2 {
				t.Errorf("concluded %q %q, %d rows; want %q %q, 2", f.Encoding, f.Separator, f.Rows, c.encoding, c.separator)
			}
		})
	}
}

// The encoding shows only behind the first block: ASCII until then.
func TestEncodingFoundLate(t *testing.T) {
	var text strings.Builder
	text.WriteString("id;sex;gmina\n")
	for range blockSize / 16 {
		text.WriteString("SYN-1;woman;Bytom\n")
	}
	text.WriteString("SYN-2;man;D\xB9browa\n") // ą of windows-1250
	s, err := New(strings.NewReader(text.String()), "late.csv", profile(t, "generic"))
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for b, err := range s.Batches() {
		if err != nil || len(b.Problems) > 0 {
			t.Fatal(err, b.Problems)
		}
		last = string(b.ColumnOf("municipality").Text(b.Rows() - 1))
	}
	if last != "Dąbrowa" || s.Conclusions().Encoding != "windows-1250" {
		t.Errorf("read %q as %s", last, s.Conclusions().Encoding)
	}
}

// Rows begin where a person sees them begin.
func TestLinesAndPreamble(t *testing.T) {
	text := "Zestawienie uczestników\n\n;;\n\"Płeć\";\"Identyfikator\nosoby\"\n" + // header on lines 4 and 5
		"K;SYN-1\n\nkobieta;\"SYN\n-2\"\n ; \nmężczyzna;SYN-3"
	p, err := profile(t, "generic").With(datasets.Override{Values: map[string]map[string]string{
		"sex": {"K": "woman", "kobieta": "woman", "mężczyzna": "man"}}})
	if err != nil {
		t.Fatal(err)
	}
	r := read(t, text, p)
	if r.err != nil || len(r.problems) > 0 {
		t.Fatal(r.err, r.problems)
	}
	if r.found.HeaderRow != 4 {
		t.Errorf("header on line %d, want 4", r.found.HeaderRow)
	}
	if diff := cmp.Diff([]int{6, 8, 11}, r.lines); diff != "" {
		t.Errorf("lines (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"SYN-1", "SYN\n-2", "SYN-3"}, r.people); diff != "" {
		t.Errorf("people (-want +got)\n%s", diff)
	}
}

func TestBadRowsAreRecordsOfTheirOwn(t *testing.T) {
	cases := []struct {
		name, rows string
		people     []string
		places     []string
	}{
		{"short", "SYN-1\nSYN-2;woman;x\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:2 row.ragged"}},
		{"long", "SYN-1;woman;x;y\nSYN-2;man;z\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:2:4 row.ragged"}},
		{"long but blank", "SYN-1;woman;x;;\n", []string{"SYN-1"}, nil},
		{"doubled quote", "SYN-1;woman;\"Fundacja \"\"Nowa\"\"\"\n", []string{"SYN-1"}, nil},
		{"bare quote", "SYN-1;woman;12\" rura\n", []string{"SYN-1"}, []string{"people.csv:2 row.bare-quote"}},
		{"stray quote", "SYN-1;woman;\"Fundacja \"Nowa\" Bytom\"\nSYN-2;man;z\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:2 row.stray-quote"}},
		{"text behind the quote", "SYN-1;woman;\"x\"y\nSYN-2;man;z\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:2 row.stray-quote"}},
		{"text behind the quote at the end", "SYN-1;woman;\"Nowa\" Katowice", []string{"SYN-1"}, []string{"people.csv:2 row.stray-quote"}},
		{"text behind two quotes", "SYN-1;woman;\"a\" b \"c\" d\nSYN-2;man;\"z\"\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:2 row.stray-quote"}},
		{"open before a quote that opens", "SYN-1;woman;\"x;\"z\nSYN-2;man;z\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:2:4 row.ragged", "people.csv:2 row.open-quote"}},
		{"open to the end", "SYN-1;woman;\"x\nSYN-2;man;z\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:2 row.open-quote"}},
		{"open before a quoted row", "SYN-1;woman;\"x\nSYN-2;\"man\";\"z\"\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:2 row.open-quote"}},
		{"NUL", "SYN-1;woman;x\nSYN-2;man;\x00\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:3 row.not-text"}},
		{"a byte that is not UTF-8", "SYN-1;woman;Łódź\nSYN-2;man;\xFF\n", []string{"SYN-1", "SYN-2"}, []string{"people.csv:3:3 row.not-text"}},
		{"unknown value", "SYN-1;kobeta;x\n", []string{"SYN-1"}, []string{"people.csv:2:2 value.unknown"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, "id;sex;gmina\n"+c.rows, profile(t, "generic"))
			if r.err != nil {
				t.Fatal(r.err)
			}
			if diff := cmp.Diff(c.people, r.people); diff != "" {
				t.Errorf("people (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(c.places, r.places()); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
}

// A quote that opens far from the end must not swallow the file.
func TestOpenQuoteInALongFile(t *testing.T) {
	text := "id;sex;gmina\nSYN-0;woman;\"x\n" + strings.Repeat("SYN-1;man;Bytom\n", MaxQuoted/8)
	r := read(t, text, profile(t, "generic"))
	if r.err != nil || r.found.Rows != 1+MaxQuoted/8 {
		t.Fatalf("read %d rows, %v", r.found.Rows, r.err)
	}
	if diff := cmp.Diff([]string{"people.csv:2 row.open-quote"}, r.places()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRangedOnce(t *testing.T) {
	s, err := New(strings.NewReader(twoPeople), "people.csv", profile(t, "generic"))
	if err != nil {
		t.Fatal(err)
	}
	for range s.Batches() {
	}
	for b, err := range s.Batches() {
		if err == nil {
			t.Errorf("a second range gave %d rows", b.Rows())
		}
	}
}

// TestTooManyColumns holds that a header wider than any workbook is refused before work is done for
// each column, and one just as wide is read.
func TestTooManyColumns(t *testing.T) {
	for _, columns := range []int{datasets.MaxColumns, datasets.MaxColumns + 1} {
		text := strings.Repeat("kolumna;", columns-1) + "kolumna\n" + strings.Repeat("1;", columns-1) + "1\n"
		source, err := New(strings.NewReader(text), "wide.csv", datasets.Everything())
		if columns == datasets.MaxColumns {
			if err != nil {
				t.Fatalf("%d columns: %v", columns, err)
			}
			continue
		}
		var bad *datasets.Unreadable
		if !errors.As(err, &bad) || bad.At.Row != 1 || !strings.Contains(bad.Error(), "more than 16384 columns") {
			t.Errorf("%d columns: %v, %v", columns, source, err)
		}
	}
}
