package datasets

import (
	"iter"
	"slices"
	"testing"
)

// rowsOf are batches of people that nobody is: some are households and set aside.
func rowsOf(t testing.TB, sizes []int, records []uint8) []*Batch {
	t.Helper()
	schema, err := ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	var batches []*Batch
	at := 0
	for _, size := range sizes {
		b := NewBatch(schema, "made-up.csv", "")
		for _, name := range []string{"record", "person", "completed", "exit_date"} {
			b.Provide(schema.Index(name), schema.Index(name)+1)
		}
		for row := range size {
			b.AddRow(at + 2)
			b.ColumnOf("record").SetCode(row, records[at%len(records)])
			b.ColumnOf("person").SetText(row, []byte{'A' + byte(at%20)})
			b.ColumnOf("completed").SetCode(row, Yes)
			if at%3 > 0 {
				b.ColumnOf("exit_date").SetDay(row, int32(at))
			}
			at++
		}
		batches = append(batches, b)
	}
	return batches
}

func streamed(batches []*Batch) iter.Seq2[*Batch, error] {
	return func(yield func(*Batch, error) bool) {
		for _, b := range batches {
			if !yield(b, nil) {
				return
			}
		}
	}
}

// Each row that is a participant comes out once, in order, whichever are set aside, and the problems of
// the rows are told.
func TestEachRowComesOut(t *testing.T) {
	for _, records := range [][]uint8{{1}, {1, 1, 2}, {2}, {3, 1, 2, 1, 1}} {
		var count Accounting
		var lines, want []int
		noExits := 0
		for b, err := range EachRow(streamed(rowsOf(t, []int{70, 0, 1, 64, 9}, records)), &count) {
			if err != nil {
				t.Fatal(err)
			}
			for row := range b.Rows() {
				lines = append(lines, b.Line(row))
			}
			noExits += len(b.Problems)
		}
		wantExits := 0
		for at := range 144 {
			if records[at%len(records)] == 1 {
				want = append(want, at+2)
				wantExits += 1 - min(at%3, 1)
			}
		}
		if !slices.Equal(lines, want) || noExits != wantExits {
			t.Errorf("records %v: %d rows and %d without exit, want %d and %d", records, len(lines), noExits, len(want), wantExits)
		}
		if !count.Balanced() || count.Read != 144 || count.Counted != len(want) || count.Participations != len(want) || count.Several != 0 {
			t.Errorf("records %v: %+v", records, count)
		}
	}
}

// A batch in which nothing is set aside is handed on itself: rows as they stand cost no copy, and no
// memory a row.
func TestEachRowDoesNotCopy(t *testing.T) {
	batches := rowsOf(t, []int{5000}, []uint8{1})
	out := 0
	for b := range EachRow(streamed(batches), new(Accounting)) {
		if b != batches[0] {
			t.Error("a batch was copied")
		}
		out += b.Rows()
	}
	if out != 5000 {
		t.Errorf("%d rows, want 5000", out)
	}
}
