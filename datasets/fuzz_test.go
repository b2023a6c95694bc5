package datasets

import "testing"

// FuzzParseProfile reads any text as a profile: no panic, and whatever is accepted can be bound.
func FuzzParseProfile(f *testing.F) {
	for _, seed := range []string{testProfile, headerProfile, "schema: costs\ndecimal: ','\n", "schema: answers\ncolumns: [{field: code, header: [a]}]", "columns: [{", "columns: [{after:[00]}]\nignore: !000\n0000000000", "schema: participants\ncolumns: [null]\n",
		"schema: participants\ncolumns: [{field: sex, header: [a], values: {k: woman}, after: ['']}]\nignore: ['*']\ndates: [d/M/yyyy]"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := ParseProfile(text)
		if err != nil {
			return
		}
		header := []string{"", "x"}
		for _, c := range p.Columns {
			header = append(header, c.Headers[0])
		}
		b, err := p.Bind(header, Position{File: "fuzz.csv", Row: 1})
		if err != nil {
			return
		}
		batch := b.NewBatch()
		appendRow(b, batch, 2, header...)
		appendRow(b, batch, 3, "1", "2")
		if batch.Rows() != 2 {
			t.Fatalf("%d rows of 2", batch.Rows())
		}
	})
}
