package datasets

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// looked is what both ways to look say of one row of cells; they must agree.
func looked(t *testing.T, s *seen, text []byte, cells []Span) (values []uint64) {
	t.Helper()
	values, portable := make([]uint64, len(cells)), make([]uint64, len(cells))
	n, m := s.look(values, text, cells, 1), s.lookPortable(portable, text, cells, 1)
	if n != m || fmt.Sprint(values[:n]) != fmt.Sprint(portable[:m]) {
		t.Fatalf("this processor finds %v, the portable way %v, in %q", values[:n], portable[:m], text)
	}
	return values[:n]
}

// TestSeen learns cells of every length that differ in one byte each, and finds them, and only
// them, wherever they stand.
func TestSeen(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for length := range seenLength + 4 {
		s, word := newSeen(), []byte(strings.Repeat("ż-a9", 30)[:length])
		s.learn(word, uint64(length)+1)
		text := append([]byte("<<"), word...)
		text = append(text, strings.Repeat(">", SpanMargin)...)
		cell := Span{From: 2, To: int32(2 + length)}
		found := looked(t, s, text, []Span{cell})
		switch {
		case length == 0 && (len(found) != 1 || found[0] != 0):
			t.Fatal("an empty cell is not known to be 0")
		case length > 0 && length <= seenLength && (len(found) != 1 || found[0] != uint64(length)+1):
			t.Fatalf("length %d: found %v", length, found)
		case length > seenLength && len(found) != 0:
			t.Fatalf("length %d: found %v, too long to be known", length, found)
		}
		for i := range length {
			text[2+i] ^= 1 << r.IntN(8)
			if found := looked(t, s, text, []Span{cell}); len(found) != 0 {
				t.Fatalf("length %d: %q is taken for %q", length, text[2:2+length], word)
			}
			text[2+i] = word[i]
		}
		looked(t, s, text, []Span{{From: cell.From, To: cell.To - 1}})
		looked(t, s, text, []Span{{From: cell.From, To: cell.To + 1}})
		looked(t, s, text, []Span{{From: cell.From - 1, To: cell.To}})
	}
}

// TestSeenMany learns more words than have room: what is found is right, and both ways agree.
func TestSeenMany(t *testing.T) {
	for _, words := range []int{1, 5, seenRoom, 100, 3000} {
		s, text, cells := newSeen(), []byte{}, []Span{}
		for i := range words {
			from := len(text)
			text = append(fmt.Appendf(text, "Gmina %d ", i*7919), strings.Repeat("ó", i%44)...)
			cells = append(cells, Span{From: int32(from), To: int32(len(text))})
		}
		text = append(text, make([]byte, SpanMargin)...)
		known := 0
		for i, c := range cells {
			s.learn(text[c.From:c.To], uint64(i))
			if got := looked(t, s, text, cells[i:i+1]); len(got) == 1 && got[0] != uint64(i) {
				t.Fatalf("word %d is taken for %d", i, got[0])
			}
		}
		for i := range cells {
			if got := looked(t, s, text, cells[i:i+1]); len(got) == 1 {
				if known++; got[0] != uint64(i) {
					t.Fatalf("word %d is taken for %d", i, got[0])
				}
			}
		}
		if words <= seenRoom && known < words*9/10 {
			t.Errorf("of %d words only %d are known", words, known)
		}
	}
}

// Cells out of the text are not read: they are not known, whatever says so.
func TestSeenOutside(t *testing.T) {
	s := newSeen()
	text := make([]byte, SpanMargin+4)
	for _, c := range []Span{{From: 5, To: 5}, {From: 1 << 30, To: 1<<30 + 3}, {From: -1, To: 3}} {
		values := make([]uint64, 1)
		if wide && s.look(values, text, []Span{c}, 1) != 0 {
			t.Errorf("%v is known", c)
		}
	}
}
