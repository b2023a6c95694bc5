package csvfile

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// TestPiecesAgree holds the fast way to the splitter and to encoding/csv, whatever the size of the
// pieces and the number of workers.
func TestPiecesAgree(t *testing.T) {
	for seed := range uint64(6) {
		p := *profile(t, "sm-efs")
		p.Dates = [][]datasets.DateLayout{nil, {"dd.MM.yyyy"}, {"M/d/yyyy", "dd.MM.yyyy"}}[seed%3]
		r := rand.New(rand.NewPCG(seed, 7))
		text := mixedHeader + mixed(r, 150, []string{"\n", "\r\n"}[seed%2], seed%3 > 0)
		if seed%4 == 3 {
			text = strings.TrimRight(text, "\r\n")
		}
		want := rowByRow(t, text, &p)
		if len(want) < 100 {
			t.Fatalf("seed %d: only %d rows and problems", seed, len(want))
		}
		for size := 1; size < len(text); size = size*4 + 70 {
			for workers := 1; workers <= 3; workers++ {
				if diff := cmp.Diff(want, inPieces(t, text, &p, size, workers)); diff != "" {
					t.Fatalf("seed %d, pieces of %d, %d workers (-row by row +in pieces)\n%s", seed, size, workers, diff)
				}
			}
		}
		if seed%2 == 0 {
			other, ok := byEncodingCSV(t, text, &p)
			if diff := cmp.Diff(other, want); !ok || diff != "" {
				t.Fatalf("seed %d (-encoding/csv +ours)\n%s", seed, diff)
			}
		}
	}
}

// oddLines are rows that the fast way leaves to the splitter.
var oddLines = []string{"12\" rura;a\n", "\"a\"b;c\n", "\"a;b\n", "a;\x00;b\n", "\"Fundacja \"Nowa\" Bytom\";x\n"}

// withOdd puts odd lines between others, one in so many.
func withOdd(r *rand.Rand, rows string, in int) string {
	var out strings.Builder
	for line := range strings.Lines(rows) {
		if r.IntN(in) == 0 {
			out.WriteString(oddLines[r.IntN(len(oddLines))])
		}
		out.WriteString(line)
	}
	return out.String()
}

// TestOddLinesAgree holds a file that goes to the splitter and comes back, again and again, to one
// that the splitter reads as a whole.
func TestOddLinesAgree(t *testing.T) {
	p := profile(t, "sm-efs")
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 8))
		text := mixedHeader + withOdd(r, mixed(r, 300, "\n", seed%2 > 0), 4<<(2*seed))
		want := rowByRow(t, text, p)
		for size := 1; size < len(text); size = size*4 + 70 {
			for workers := 1; workers <= 3; workers++ {
				if diff := cmp.Diff(want, inPieces(t, text, p, size, workers)); diff != "" {
					t.Fatalf("seed %d, pieces of %d, %d workers (-row by row +in pieces)\n%s", seed, size, workers, diff)
				}
			}
		}
	}
}

// One row that is for the splitter leaves the rest of the file to the fast way.
func TestOddLineDoesNotSlowTheRest(t *testing.T) {
	rows := mixed(rand.New(rand.NewPCG(3, 1)), 2000, "\n", true)
	for _, odd := range oddLines {
		s := opened(t, mixedHeader+odd+rows, profile(t, "sm-efs"))
		s.piece = 2000
		listed(t, s.Batches())
		if s.rows.passed > 5*s.piece {
			t.Errorf("%q: %d bytes went row by row", odd, s.rows.passed)
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
	for _, rows := range []string{"a;b\"c;d\n\"e\n", "\"a\"b;\"c\nd\"\n;\n", "\"\"\"\";\"\"\n\"a\"\"\"\r\nb\"", "\x00;a\nb;\x00\n", "\"a;b\nc\"\"d\n\"e\";f\n", "\r\n\r;\"x\r\n\"\r\n", "a;b\rc;d\n\"e\";f\rg\n\"h\ri\";\r\r\n\r",
		strings.Join(oddLines, strings.Repeat("FE;SYN-1;;;Kobieta\n", 20)), "FE;;;;K;;;01.02.2021;kurs\n;;;;;;;2021-02-01;\n;;;;;;;1/2/2021;|\n"} {
		f.Add(rows, uint8(3))
	}
	p := *profile(f, "sm-efs")
	p.Dates = []datasets.DateLayout{"dd.MM.yyyy"}
	f.Fuzz(func(t *testing.T, rows string, size uint8) {
		text := mixedHeader + rows
		if !utf8.ValidString(text) || looksBinary([]byte(text)) {
			return // what bytes beyond the encoding mean depends on those around them
		}
		want := rowByRow(t, text, &p)
		if diff := cmp.Diff(want, inPieces(t, text, &p, 1+int(size), 2)); diff != "" {
			t.Fatalf("(-row by row +in pieces)\n%s", diff)
		}
		if strings.ContainsAny(rows, "\x00\r") { // encoding/csv takes CR off line ends in quotes, too
			return
		}
		if other, ok := byEncodingCSV(t, text, &p); ok {
			if diff := cmp.Diff(other, want); diff != "" {
				t.Fatalf("(-encoding/csv +ours)\n%s", diff)
			}
		}
	})
}

// What is concluded of a date cell that has a good and a bad item is the same in both ways.
func TestConclusionsOfAHalfReadCell(t *testing.T) {
	text := "PESEL/Inny identyfikator;Płeć;Data rozpoczęcia udziału w projekcie;Data zakończenia udziału w projekcie\nS1;Kobieta;2024-01-01;2024-01-02|x\nS2;Kobieta;2024-01-01;2024-01-03\n"
	fast, slow := opened(t, text, profile(t, "sm-efs")), opened(t, text, profile(t, "sm-efs"))
	listed(t, fast.Batches())
	listed(t, slow.binding.Stream(datasets.Position{File: slow.name, Row: slow.header}, &slow.read, slow.next))
	if diff := cmp.Diff(slow.Conclusions().Columns, fast.Conclusions().Columns); diff != "" {
		t.Errorf("(-slow +fast)\n%s", diff)
	}
}
