package csvfile

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// Two kinds of line ends never join rows unsaid: in the header they are an error, in a row a fault
// with its line. A CR in quotes is text.
func TestMixedLineEndsAreTold(t *testing.T) {
	const long = "SYN-9;woman\r"
	for _, c := range []struct{ text, told string }{
		{"id;sex\nSYN-1;woman\rSYN-2;man\nSYN-3;man\n", "2"},
		{"id;sex\r\nSYN-1;woman\r\nSYN-2;man\rSYN-3;man\r\n", "3"},
		{"id;sex\nSYN-1;woman\r\rSYN-2;man\n", "2"},
		{"id;sex\nSYN-1;\"woman\"\nSYN-2;\"man\";x\rSYN-3;man\n", "3"},
		{"id;sex\n\"SYN-1;woman\rSYN-2;man\n", "2"}, // a quote that nothing closes
		{"id;sex\r" + strings.Repeat(long, 40_000) + "SYN-1;man\nSYN-2;man\r", "40002"},
		{"id;sex\r" + strings.Repeat(long, 40_000) + "SYN-1;\"man\"\nSYN-2;man\r", "40002"},
		{"id;sex\rSYN-1;woman\nSYN-2;man\n", "people.csv:1: the header is joined with another line"},
		{"Raport\rid;sex\nSYN-1;woman\n", "people.csv:1: the header is joined with another line"},
		{"id;sex\nSYN-1;\"wo\rman\"\nSYN-2;\"\r\n\"\n", ""},
		{"id;sex\r\nSYN-1;\"woman\"\r\nSYN-2;man\r", ""},
		{"id;sex\nSYN-1;woman\r\nSYN-2;man\n", ""},
		{"id;sex\rSYN-1;woman\rSYN-2;man\r", ""},
		{"id;sex\r" + strings.Repeat(long, 40_000) + "SYN-1;man\r\nSYN-2;man\r\n", ""},
	} {
		if told := lineEndsTold(t, c.text); told != c.told && !(len(c.told) > 9 && strings.HasPrefix(told, c.told)) {
			t.Errorf("%.60q: told %q, want %q", c.text, told, c.told)
		}
	}
}

// lineEndsTold are the rows that are told to be joined, or the error.
func lineEndsTold(t *testing.T, text string) string {
	t.Helper()
	s, err := New(strings.NewReader(text), "people.csv", profile(t, "generic"))
	var u *datasets.Unreadable
	if errors.As(err, &u) && u.Next != "" {
		return err.Error()
	}
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for b, err := range s.Batches() {
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range b.Problems {
			if p.Rule == RuleLineEnds {
				rows = append(rows, fmt.Sprint(p.Position.Row))
			}
		}
	}
	return strings.Join(rows, " ")
}

// Pieces find a CR without LF wherever it stands, as the splitter does, and CR in quotes or before LF
// does not send them there.
func TestPiecesFindLoneCR(t *testing.T) {
	p := profile(t, "sm-efs")
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 11))
		rows := mixed(r, 120, "\r\n", true)
		at := strings.Index(rows[len(rows)/2:], ";") + len(rows)/2
		for _, put := range []string{"\r", "\"a\rb\";", "\"\r\n\";\r"} {
			text := mixedHeader + rows[:at+1] + put + rows[at+1:]
			want := rowByRow(t, text, p)
			for size := 70; size < len(text); size *= 5 {
				if diff := cmp.Diff(want, inPieces(t, text, p, size, 2)); diff != "" {
					t.Fatalf("seed %d, %q, pieces of %d (-row by row +in pieces)\n%s", seed, put, size, diff)
				}
			}
		}
	}
	s := opened(t, mixedHeader+strings.Repeat("FE;SYN-1;\"a\rb\r\n\";;Kobieta\r\nFE;SYN-2\n", 400), p)
	s.piece = 2000
	pieces := s.startParallel()
	odd, _ := pieces.run(func(*datasets.Batch) bool { return true })
	if pieces.halt(); odd != nil {
		t.Error("CR in quotes sent the file to the splitter")
	}
}
