package csvfile

import (
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/efseval/efseval/datasets"
)

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
