package check

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
)

// person is a row of an export: field -> value as the schema writes it. Everybody is made up;
// numbers PESEL are of the 19th and 23rd century.
type person map[string]string

// row is a person and the line of the file.
type row struct {
	line   int
	person person
}

func testSchema(t testing.TB) *datasets.Schema {
	t.Helper()
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// batchOf types rows into a batch that has columns for the given fields, nil for all.
func batchOf(t testing.TB, schema *datasets.Schema, file string, fields []string, rows ...row) *datasets.Batch {
	t.Helper()
	b := datasets.NewBatch(schema, file, "")
	if fields == nil {
		fields = schema.Names()
	}
	for _, f := range fields {
		b.Provide(schema.Index(f), schema.Index(f)+1)
	}
	for _, r := range rows {
		i := b.AddRow(r.line)
		for _, f := range fields {
			set(t, b, i, f, r.person[f])
		}
	}
	return b
}

func set(t testing.TB, b *datasets.Batch, row int, field, value string) {
	t.Helper()
	f, c := b.Schema.Field(field), b.ColumnOf(field)
	switch {
	case f.Kind == datasets.Identifier || f.Kind == datasets.Text:
		c.SetText(row, []byte(value))
	case value == "":
	case f.Kind == datasets.Date:
		day, err := datasets.ParseDate([]byte(value), nil)
		if err != nil {
			t.Fatalf("%s: %v", field, err)
		}
		c.SetDay(row, day)
	case f.Kind == datasets.Count:
		var n int64
		if _, err := fmt.Sscan(value, &n); err != nil {
			t.Fatalf("%s: %v", field, err)
		}
		c.SetCount(row, n)
	case f.Kind == datasets.Set:
		for term := range strings.SplitSeq(value, "|") {
			c.AddMask(row, f.Vocabulary.Bit(term))
		}
	default:
		code, ok := f.Vocabulary.Code(value)
		if !ok {
			t.Fatalf("%s has no term %q", field, value)
		}
		c.SetCode(row, code)
	}
}

// drawn is a made-up row. Values are few, so that rows meet and contradict each other.
func drawn(t *rapid.T, schema *datasets.Schema) person {
	p := person{
		"project": rapid.SampledFrom([]string{"", "SYN-1", "SYN-2"}).Draw(t, "project"),
		"person":  drawnIdentifier(t),
		"age":     rapid.SampledFrom([]string{"", "17", "30", "25", "391"}).Draw(t, "age"),
	}
	for _, f := range schema.Fields {
		switch {
		case f.Kind == datasets.Date:
			p[f.Name] = rapid.SampledFrom([]string{"", "", "1830-01-05", "2021-01-05", "2021-01-06", "2021-06-30", "2021-07-28", "2021-07-29", "2023-01-01"}).Draw(t, f.Name)
		case f.Vocabulary != nil && rapid.Bool().Draw(t, f.Name+" given"):
			p[f.Name] = rapid.SampledFrom(f.Vocabulary.Terms).Draw(t, f.Name).Code
			if f.Kind == datasets.Set {
				p[f.Name] += "|" + rapid.SampledFrom(f.Vocabulary.Terms).Draw(t, f.Name+" too").Code
			}
		}
	}
	return p
}

func drawnIdentifier(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "SYN-ANNA", "21851021864", "42681911446", "30810501930", "18815300856",
		"08610180314", "00000000000", "00822937096", "1011544961", "2185102186", "218510218640"}).Draw(t, "person")
}
