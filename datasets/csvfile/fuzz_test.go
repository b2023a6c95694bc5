package csvfile

import (
	"bytes"
	"testing"
)

// FuzzNew reads any bytes as a CSV: no panic, every row accounted for, lines that rise.
func FuzzNew(f *testing.F) {
	for _, seed := range []string{twoPeople, "\uFEFF" + twoPeople, "id,sex\n\"a\"\"b\",man\n", "id;sex\r\"x\ny\";\"z\r", "sex\n\x00\xFF\xFEman",
		"\xFF\xFEs\x00e\x00x\x00\n\x00m\x00", "sex;id\n\"a\"b;c\n\"d\n", "sex|id\nman|\xB9\xB1\n"} {
		f.Add([]byte(seed))
	}
	p := profile(f, "generic")
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := New(bytes.NewReader(text), "fuzz.csv", p)
		if err != nil {
			return
		}
		rows, line := 0, 0
		for b, err := range s.Batches() {
			if err != nil {
				return
			}
			rows += b.Rows()
			for row := range b.Rows() {
				if b.Line(row) <= line {
					t.Fatalf("line %d follows line %d", b.Line(row), line)
				}
				line = b.Line(row)
			}
		}
		if rows != s.Conclusions().Rows {
			t.Fatalf("%d rows came out and %d were counted", rows, s.Conclusions().Rows)
		}
	})
}
