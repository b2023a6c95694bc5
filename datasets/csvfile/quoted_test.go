package csvfile

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// strayLines are kinds of line whose quotes close nothing.
func strayLines() map[string]string {
	return map[string]string{
		"stray quote": "A;\"kobieta \"x;30;x\n", "open quote": "A;\"kobieta;30;x\n", "stray twice": "A;\"k \"x\" y;30;\"x\n",
		"doubled": "A;\"kobieta \"\"x;30;x\n", "doubled pairs": "\"\"\"\"\"x;30\n", "two cells": "\"a;b;\"c\n", "bare quote": "A;b\"c;30\n",
	}
}

// Every line is looked through a few times at most: no time is measured, the bytes are counted.
func TestOpenQuotesAreNotLookedThroughAgainAndAgain(t *testing.T) {
	for name, line := range strayLines() {
		text := strings.Repeat(line, 10_000)
		s := newSplitter(strings.NewReader(text), blockSize)
		s.eol = '\n'
		rows := 0
		for {
			_, err := s.next(';')
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			rows++
		}
		// A quoted cell may begin in half of the lines and reach over the next.
		if s.looked > 4*len(text) || rows < 5_000 {
			t.Errorf("%s: looked through %d bytes of %d for closing quotes, %d rows", name, s.looked, len(text), rows)
		}
	}
}

// BenchmarkStrayQuotes parts 100 000 lines of which each has a quote that nothing closes.
func BenchmarkStrayQuotes(b *testing.B) {
	text := bytes.Repeat([]byte(strayLines()["stray quote"]), 100_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s := newSplitter(bytes.NewReader(text), blockSize)
		s.eol = '\n'
		var err error
		for err == nil {
			_, err = s.next(';')
		}
	}
}

// A closed quoted cell over two lines is one cell however long the row is, wherever it stands in
// what was read; a quote that closes too far away is told as open, also where the rest was read.
func TestLongRowWithQuotedLines(t *testing.T) {
	for _, before := range []int{0, 1, 3000, 9000} {
		for _, long := range []int{1000, MaxQuoted - 100, MaxQuoted + 100, 3 * MaxQuoted} {
			text := "a;b;c\n" + strings.Repeat("1;2;3\n", before) + "x;\"y\nz\";" + strings.Repeat("w", long) + "\n1;2;3\n"
			s := newSplitter(strings.NewReader(text), blockSize)
			rows := 0
			if _, err := s.head(); err != nil {
				t.Fatal(err)
			}
			for {
				row, err := s.next(';')
				if err == io.EOF {
					break
				}
				if err != nil || len(row.cells) != 3 || row.fault != 0 {
					t.Fatalf("%d rows before, %d letters: %d cells, fault %v, %v", before, long, len(row.cells), row.fault, err)
				}
				rows++
			}
			if rows != before+3 {
				t.Errorf("%d rows before, %d letters: %d rows, want %d", before, long, rows, before+3)
			}
		}
	}
}
