package datasets

import "testing"

// What was taken is what stood there, and the batch that it was taken from can be filled anew.
func TestTakeMovesRowsAndLeavesMemory(t *testing.T) {
	schema, err := ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	from := NewBatch(schema, "a.csv", "")
	sex, person := schema.Index("sex"), schema.Index("person")
	fill := func(rows int, code uint8, name string) {
		from.Reset()
		for i := range rows {
			from.AddRow(i + 2)
			from.Column(sex).SetCode(i, code)
			from.Column(person).SetText(i, []byte(name))
		}
	}
	from.Provide(sex, 3)
	from.Provide(person, 1)
	var taken Batch
	for round, rows := range []int{100, 7, 300, 0, 65} {
		code, name := uint8(1+round%2), string(rune('A'+round))
		fill(rows, code, name)
		taken.Take(from)
		if from.Rows() != 0 || taken.Rows() != rows || taken.File != "a.csv" || taken.ColumnOf("person").Source != 1 || taken.Has("age") {
			t.Fatalf("round %d: %d rows left, %d taken", round, from.Rows(), taken.Rows())
		}
		for i := range rows {
			if taken.Line(i) != i+2 || taken.Column(sex).Codes[i] != code || string(taken.Column(person).Text(i)) != name || taken.Column(sex).Missing(i) {
				t.Fatalf("round %d, row %d is not what it was", round, i)
			}
		}
		from.AddRow(2)
		if !from.Column(sex).Missing(0) || !from.Has("person") {
			t.Fatalf("round %d: a new row of the emptied batch holds something", round)
		}
	}
}

// A batch of another schema has columns of other kinds; their memory is not mixed up.
func TestTakeFromAnotherSchema(t *testing.T) {
	var taken Batch
	for range 2 {
		for _, name := range []string{"participants", "costs"} {
			schema, err := ReadSchema(name)
			if err != nil {
				t.Fatal(err)
			}
			from := NewBatch(schema, name, "")
			for i := range schema.Fields {
				from.Provide(i, i+1)
			}
			from.AddRow(2)
			taken.Take(from)
			if taken.Clone(); taken.Schema != schema || taken.Rows() != 1 || from.Rows() != 0 {
				t.Fatalf("%s: schema %s, %d rows", name, taken.Schema.Name, taken.Rows())
			}
			from.AddRow(3)
			out := NewBatch(schema, name, "")
			for i := range schema.Fields {
				out.Provide(i, i+1)
			}
			out.appendRows(from, 0, 1)
		}
	}
}
