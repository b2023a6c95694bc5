package csvfile

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// mixedHeader has a column of every kind, two that feed one field and two that no field reads.
const mixedHeader = "Nr projektu;PESEL/Inny identyfikator;notatka;Techniczny identyfikator;Płeć;Wiek;Gmina;" +
	"Data rozpoczęcia udziału w projekcie;Rodzaj przyznanego wsparcia;uwaga;Obywatel państwa trzeciego;Obywatelstwo\n"

// listed lists everything that batches hold: a line of text for each row, then the problems.
func listed(t testing.TB, batches iter.Seq2[*datasets.Batch, error]) (out []string) {
	t.Helper()
	var problems []string
	for b, err := range batches {
		if err != nil {
			return append(out, err.Error())
		}
		if b.Rows() == 0 && len(b.Problems) == 0 || b.Rows() > datasets.MaxRows {
			t.Fatalf("a batch of %d rows", b.Rows())
		}
		for row := range b.Rows() {
			out = append(out, listedRow(b, row))
		}
		for _, p := range b.Problems {
			problems = append(problems, fmt.Sprintf("%s %s %s", p.Error(), p.Rule, p.Severity))
		}
	}
	return append(out, problems...)
}

func listedRow(b *datasets.Batch, row int) string {
	var text strings.Builder
	fmt.Fprintf(&text, "%d", b.Line(row))
	for i, f := range b.Schema.Fields {
		c := b.Column(i)
		if !c.Present {
			continue
		}
		fmt.Fprintf(&text, " %s=%t", f.Name, !c.Missing(row))
		switch f.Kind {
		case datasets.Category, datasets.Flag:
			fmt.Fprintf(&text, ",%d", c.Codes[row])
		case datasets.Date:
			fmt.Fprintf(&text, ",%d", c.Days[row])
		case datasets.Count, datasets.Money:
			fmt.Fprintf(&text, ",%d", c.Counts[row])
		case datasets.Number:
			fmt.Fprintf(&text, ",%g", c.Numbers[row])
		case datasets.Set:
			fmt.Fprintf(&text, ",%b", c.Masks[row])
		default:
			fmt.Fprintf(&text, ",%q", c.Text(row))
		}
	}
	return text.String()
}

func opened(t testing.TB, text string, p *datasets.Profile) *source {
	t.Helper()
	s, err := newSource(strings.NewReader(text), "people.csv", p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// inPieces reads text in pieces of a size with some workers.
func inPieces(t testing.TB, text string, p *datasets.Profile, size, workers int) []string {
	s := opened(t, text, p)
	s.piece, s.workers = size, workers
	return listed(t, s.Batches())
}

// rowByRow reads text as the splitter does.
func rowByRow(t testing.TB, text string, p *datasets.Profile) []string {
	s := opened(t, text, p)
	return listed(t, s.binding.Stream(datasets.Position{File: s.name, Row: s.header}, &s.read, s.next))
}

// byEncodingCSV types the records that encoding/csv finds; ok is false where it finds a fault.
func byEncodingCSV(t testing.TB, text string, p *datasets.Profile) (out []string, ok bool) {
	s := opened(t, text, p)
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = rune(s.separate), -1
	if _, err := r.Read(); err != nil {
		return nil, false
	}
	next := func(b *datasets.Batch) (bool, error) {
		record, err := r.Read()
		if err != nil {
			return false, err
		}
		line, _ := r.FieldPos(0)
		cells := make([][]byte, len(record))
		for i := range record {
			cells[i] = []byte(record[i])
		}
		if odd := (row{cells: cells}); !odd.blank() {
			s.binding.Append(b, line, cells)
		}
		return true, nil
	}
	var failed error
	out = listed(t, s.binding.Stream(datasets.Position{File: s.name, Row: s.header}, &s.read, func(b *datasets.Batch) (bool, error) {
		more, err := next(b)
		if err == io.EOF {
			err = nil
		}
		failed = err
		return more, err
	}))
	return out, failed == nil
}

// mixed writes rows of every form that is valid: plain and quoted cells, doubled quotes, line ends
// in quotes, blank, short and long rows, values that no dictionary has.
func mixed(r *rand.Rand, rows int, lineEnd string, quotes bool) string {
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	cells := func() []string {
		return []string{pick("FEDS.07.01-0001", "", " FE 2 ", "’FE-3"), pick("", "", "SYN-1", "'00112", "  "), pick("", "x", "zażółć"), fmt.Sprintf("SYN-%d", r.IntN(1e9)),
			pick("Kobieta", "Mężczyzna", "K", "kobieta ", "Kobeta", ""), pick("0", "18", "099", "1 2", "", "x", "200"), pick("Dąbrowa Górnicza", "Bytom", "", "Ruda Śląska\u00a0"),
			pick("2024-02-29", "2023-02-29", "01.02.2024", "2024-01-02|2023-12-31", "", "2024-1-2", "2/3/2020", "13/2/2020", "1799-01-01", "2024-01-0a"),
			pick("kurs", "kurs|doradztwo", "||kurs", "inne|nieznane", "", "krajowe szkolenie/kurs"), pick("", "źle", "a"), pick("Tak", "Nie", "", "Odmowa podania danych"),
			pick("Obywatelstwo polskie", "", "Brak polskiego obywatelstwa lub UE – obywatel kraju spoza UE/ bezpaństwowiec")}
	}
	var out strings.Builder
	for range rows {
		row := cells()
		switch r.IntN(20) {
		case 0:
			row = row[:r.IntN(len(row))]
		case 1:
			row = append(row, pick("", "za dużo"))
		case 2:
			row = make([]string, r.IntN(len(row)+2))
		}
		for i, c := range row {
			if quotes && r.IntN(3) == 0 {
				c = `"` + strings.ReplaceAll(c+pick("", "", `"`, ";", "\n", `""x`), `"`, `""`) + `"`
			}
			if i > 0 {
				out.WriteByte(';')
			}
			out.WriteString(c)
		}
		out.WriteString(lineEnd)
	}
	return out.String()
}

// TestPiecesAgree holds the fast way to the splitter and to encoding/csv, whatever the size of the
// pieces and the number of workers.
func TestPiecesAgree(t *testing.T) {
	p := profile(t, "sm-efs")
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 7))
		text := mixedHeader + mixed(r, 150, []string{"\n", "\r\n"}[seed%2], seed%3 > 0)
		if seed%4 == 3 {
			text = strings.TrimRight(text, "\r\n")
		}
		want := rowByRow(t, text, p)
		if len(want) < 100 {
			t.Fatalf("seed %d: only %d rows and problems", seed, len(want))
		}
		for size := 1; size < len(text); size = size*4 + 70 {
			for workers := 1; workers <= 3; workers++ {
				if diff := cmp.Diff(want, inPieces(t, text, p, size, workers)); diff != "" {
					t.Fatalf("seed %d, pieces of %d, %d workers (-row by row +in pieces)\n%s", seed, size, workers, diff)
				}
			}
		}
		if seed%2 == 0 {
			other, ok := byEncodingCSV(t, text, p)
			if diff := cmp.Diff(other, want); !ok || diff != "" {
				t.Fatalf("seed %d (-encoding/csv +ours)\n%s", seed, diff)
			}
		}
	}
}

// Quotes that are where they belong do not send a file to the splitter; others do.
func TestWellQuotedStaysFast(t *testing.T) {
	good := mixedHeader + mixed(rand.New(rand.NewPCG(3, 1)), 400, "\r\n", true)
	for _, c := range []struct {
		text string
		fast bool
	}{{good, true}, {good + "12\" rura\n", false}, {good + "\"a\"b\n", false}, {good + "\"a\n", false}, {good + "\x00\n", false}, {good + "\xFF\n", false}} {
		s := opened(t, c.text, profile(t, "sm-efs"))
		s.piece = 2000
		p := s.startParallel()
		odd, _ := p.run(func(*datasets.Batch) bool { return true })
		if p.halt(); (odd == nil) != c.fast {
			t.Errorf("text that ends in %q: fast %t", c.text[len(good):], odd == nil)
		}
	}
}

// FuzzPieces holds the fast way to the splitter on any text, and to encoding/csv where that finds
// no fault.
func FuzzPieces(f *testing.F) {
	for seed := range uint64(6) {
		f.Add(mixed(rand.New(rand.NewPCG(seed, 9)), 12, []string{"\n", "\r\n"}[seed%2], seed > 2), uint8(seed*20))
	}
	for _, rows := range []string{"a;b\"c;d\n\"e\n", "\"a\"b;\"c\nd\"\n;\n", "\"\"\"\";\"\"\n\"a\"\"\"\r\nb\"", "\x00;a\nb;\x00\n", "\"a;b\nc\"\"d\n\"e\";f\n", "\r\n\r;\"x\r\n\"\r\n"} {
		f.Add(rows, uint8(3))
	}
	p := profile(f, "sm-efs")
	f.Fuzz(func(t *testing.T, rows string, size uint8) {
		text := mixedHeader + rows
		if !utf8.ValidString(text) || looksBinary([]byte(text)) {
			return // what bytes beyond the encoding mean depends on those around them
		}
		want := rowByRow(t, text, p)
		if diff := cmp.Diff(want, inPieces(t, text, p, 1+int(size), 2)); diff != "" {
			t.Fatalf("(-row by row +in pieces)\n%s", diff)
		}
		if strings.ContainsAny(rows, "\x00\r") { // encoding/csv takes CR off line ends in quotes, too
			return
		}
		if other, ok := byEncodingCSV(t, text, p); ok {
			if diff := cmp.Diff(other, want); diff != "" {
				t.Fatalf("(-encoding/csv +ours)\n%s", diff)
			}
		}
	})
}

// A piece of very short rows fills more than one batch.
func TestShortRows(t *testing.T) {
	const n = 3*datasets.MaxRows + 5
	s := opened(t, "sex\n"+strings.Repeat("1\n", n), profile(t, "generic"))
	s.piece = 1 << 20
	rows, last := 0, 0
	for b, err := range s.Batches() {
		if err != nil || b.Rows() > datasets.MaxRows || b.Line(0) != last+max(1, 2-last) {
			t.Fatal(b.Rows(), b.Line(0), last, err)
		}
		rows, last = rows+b.Rows(), b.Line(b.Rows()-1)
	}
	if rows != n || last != n+1 {
		t.Errorf("%d rows, the last on line %d", rows, last)
	}
}

// TestBreakEndsWorkers leaves the stream early: no goroutine stays.
func TestBreakEndsWorkers(t *testing.T) {
	text := mixedHeader + mixed(rand.New(rand.NewPCG(1, 1)), 5000, "\n", false)
	before := runtime.NumGoroutine()
	for range 20 {
		s := opened(t, text, profile(t, "sm-efs"))
		s.piece, s.workers = 500, 3
		for b, err := range s.Batches() {
			if err != nil || b.Rows() == 0 {
				t.Fatal(err)
			}
			break
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

// failing gives text and then an error that is not the end of the file.
type failing struct {
	text io.Reader
	err  error
}

func (f *failing) Read(p []byte) (int, error) {
	n, err := f.text.Read(p)
	if err == io.EOF {
		err = f.err
	}
	return n, err
}

// A disk that fails in the middle is an error with the line it came to, not the end of the file.
func TestReadErrorIsNotTheEnd(t *testing.T) {
	text := mixedHeader + mixed(rand.New(rand.NewPCG(1, 1)), 20_000, "\n", false)
	for _, cut := range []int{len(text), len(text) - 7} {
		s, err := newSource(&failing{strings.NewReader(text[:cut]), io.ErrUnexpectedEOF}, "people.csv", profile(t, "sm-efs"))
		if err != nil {
			t.Fatal(err)
		}
		s.piece = 10_000
		out := listed(t, s.Batches())
		if last := out[len(out)-1]; !strings.Contains(last, "people.csv:20") || !strings.Contains(last, io.ErrUnexpectedEOF.Error()) {
			t.Errorf("cut at %d: ends with %q", cut, last)
		}
	}
}
