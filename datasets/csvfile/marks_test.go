package csvfile

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// holdMarks holds what this processor uses, and the portable way, to a search byte by byte.
func holdMarks(t *testing.T, text []byte, separator byte) {
	t.Helper()
	sets := len(text) / scanWidth
	var want tally
	marked := make([]marks, sets)
	for i, c := range text[:sets*scanWidth] {
		bit, m := uint64(1)<<(i%scanWidth), &marked[i/scanWidth]
		if c == separator || c == '\n' {
			m.cells |= bit
			want.cells++
		}
		if c == '\n' {
			m.lines |= bit
			want.lines++
		}
		if c == '"' {
			m.quotes |= bit
		}
		want.nul = want.nul || c == 0
	}
	for name, find := range map[string]func([]marks, []byte, byte) tally{"this processor": find, "portable": findPortable} {
		found := make([]marks, sets)
		if sum := find(found, text, separator); sum != want || !slices.Equal(found, marked) {
			t.Fatalf("%s, separator %q: found %+v want %+v in %q", name, separator, sum, want, text)
		}
	}
	holdSpread(t, marked, want.cells)
}

// holdSpread holds both ways of writing spans to the marks, and what stands behind the room to
// what it was.
func holdSpread(t *testing.T, found []marks, count int) {
	t.Helper()
	var want []datasets.Span
	from := int32(7)
	for at := range int32(len(found) * scanWidth) {
		if found[at/scanWidth].cells>>(at%scanWidth)&1 == 1 {
			want = append(want, datasets.Span{From: from, To: at})
			from = at + 1
		}
	}
	behind := datasets.Span{From: -3, To: -4}
	for name, spread := range map[string]func([]datasets.Span, []marks) int{"this processor": spread, "portable": spreadPortable} {
		room := count + 1 + spreadSpare
		cells := append(make([]datasets.Span, room), behind)
		cells[0].From = 7
		n := spread(cells[:room], found)
		if diff := cmp.Diff(want, cells[:count:count]); n != count || count > 0 && diff != "" || cells[room] != behind {
			t.Fatalf("%s: %d of %d cells, %v behind (-want +got)\n%s", name, n, count, cells[room], diff)
		}
	}
}

// TestMarks looks at texts of many kinds: none, few and nothing but marks, at every distance from
// the beginning of an allocation.
func TestMarks(t *testing.T) {
	holdMarks(t, nil, ';')
	for c := range 256 {
		holdMarks(t, bytes.Repeat([]byte{byte(c)}, 2*scanWidth), ';')
	}
	r := rand.New(rand.NewPCG(11, 4))
	letters := []string{"\x00\n\";\xFF", "a;\n", "abcdefghijklmnop;\n\"ą", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ;\n", ",\n\x80\x7F\x0B:<!#"}
	for i := range 400 {
		text := make([]byte, r.IntN(5*scanWidth)+i%scanWidth)
		from := letters[i%len(letters)]
		for k := range text {
			text[k] = from[r.IntN(len(from))]
		}
		holdMarks(t, text[min(len(text), i%scanWidth):], ";,\t|"[i%4])
	}
}

// FuzzMarks holds both ways to find marks to a search byte by byte, on any text.
func FuzzMarks(f *testing.F) {
	f.Add([]byte("a;b\n\"c;d\"\n\x00"), byte(';'))
	f.Add(bytes.Repeat([]byte(";\n"), 70), byte('\n'))
	f.Fuzz(func(t *testing.T, text []byte, separator byte) {
		holdMarks(t, append(text, make([]byte, -len(text)&(scanWidth-1))...), separator)
	})
}
