package indicators

import (
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// FuzzParseSet reads any text as a rule set: no panic, and whatever is accepted counts and says
// itself.
func FuzzParseSet(f *testing.F) {
	for _, criterion := range []string{"{everyone: true}", "{age: {from: 18, to: 29}}", "{not: {field: sex, in: [woman], optional: true}}", "{indicator: A1}", "{field: employed_on, within: immediate, or_missing: true}",
		"{any: [{long_term_unemployed: true}, {field: exit_situation, has_all: [employment, other]}]}", "{all: [null]}", "{known: age}",
		"{field: entry_date, from: 2017-01-01, before: 2018-08-02, or_missing: true}"} {
		f.Add([]byte(strings.Replace(smallSet, "§", criterion, 1)))
	}
	f.Add([]byte("name: small\ninvariants: !000\n0000000000")) // a tag without a value
	for _, name := range SetNames() {
		text, err := definitionFiles.ReadFile("definitions/" + name + ".yaml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := ParseSet(text)
		if err != nil {
			return
		}
		schema, err := datasets.ReadSchema("participants")
		if err != nil {
			t.Fatal(err)
		}
		b := datasets.NewBatch(schema, "fuzz.csv", "")
		for i := range schema.Fields {
			b.Provide(i, i+1)
		}
		b.AddRow(2)
		c, err := NewCounter(s, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Add(b); err != nil {
			t.Fatal(err)
		}
		c.Table().Check()
		for i := range s.Definitions {
			s.Say(&s.Definitions[i].Eligible)
			s.Say(&s.Definitions[i].Achieved)
		}
	})
}
