package samples

import (
	"bytes"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestMikolowPeople(t *testing.T) {
	d := newDraw(mikolowSeed)
	people := mikolowPeople(d)
	if d.err != nil {
		t.Fatal(d.err)
	}
	want := [3][3]int{{19, 3, 2}, {20, 3, 1}, {18, 4, 2}} // pairs, only before, only after
	var got [3][3]int
	women := 0
	for _, p := range people {
		if p.sex == "woman" {
			women++
		}
		for k := range got {
			switch {
			case p.pre[k] != 0 && p.post[k] != 0:
				got[k][0]++
			case p.pre[k] != 0:
				got[k][1]++
			case p.post[k] != 0:
				got[k][2]++
			}
		}
	}
	if got != want || len(people) != 24 || women != 15 {
		t.Errorf("%d people, %d women, answered %v; want 24, 15, %v", len(people), women, got, want)
	}
}

func TestMikolowIsWindows1250(t *testing.T) {
	text := fileBytes(t, "mikolow-mickiewicza/ankiety-synthetic.csv")
	if !bytes.HasPrefix(text, []byte("Kod uczestnika;P\xb3e\xe6;Motywacja przed")) { // ł = B3, ć = E6
		t.Errorf("begins %q", text[:30])
	}
	decoded, err := charmap.Windows1250.NewDecoder().Bytes(text)
	if err != nil {
		t.Fatal(err)
	}
	rows := csvCells(decoded)
	if len(rows) != 1+24 || len(rows[0]) != 8 || rows[0][6] != "Kompetencje społeczne przed" {
		t.Errorf("%d rows under %q", len(rows)-1, rows[0])
	}
}
