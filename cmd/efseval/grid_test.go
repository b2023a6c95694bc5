package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// Names are wrapped to what the numbers leave; the numbers stand beside the code.
func TestGridFitsTheTerminal(t *testing.T) {
	g := grid{head: []string{"", "", "kobiety", "ogółem"}, rows: []gridRow{
		{code: "CR04", name: "Liczba osób pracujących po opuszczeniu programu", cells: []string{"4", "7"}},
		{},
		{code: "CR06", name: "Liczba osób pracujących", words: "brak danych [1]"},
	}}
	for _, width := range []int{0, 30, 44, 60, 120} {
		var out strings.Builder
		g.write(&out, width)
		for line := range strings.Lines(out.String()) {
			if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); width > 0 && n > width {
				t.Errorf("at %d a line has %d characters: %q", width, n, line)
			}
		}
		if !strings.Contains(out.String(), "4       7\n") || !strings.Contains(out.String(), "brak danych [1]\n") {
			t.Errorf("at %d:\n%s", width, out.String())
		}
	}
	var out strings.Builder
	g.write(&out, 44)
	want := `                             kobiety  ogółem
CR04  Liczba osób                  4       7
      pracujących po
      opuszczeniu programu

CR06  Liczba osób            brak danych [1]
      pracujących
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
