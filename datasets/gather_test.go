package datasets

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Law: rows are grouped as by a map from their project and person, in order of first appearance.
func TestGroupsAreThoseOfAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows [][]string
		for range rapid.IntRange(0, 3000).Draw(t, "rows") {
			project := fmt.Sprintf("P%d", rapid.IntRange(0, 3).Draw(t, "project"))
			rows = append(rows, []string{project, fmt.Sprintf("SYN-%d", rapid.IntRange(0, 2000).Draw(t, "person")), "", "", "", "", "", "", ""})
		}
		var want [][]int
		group := map[string]int{}
		for i, row := range rows {
			key := row[0] + " " + row[1]
			if _, known := group[key]; !known {
				group[key], want = len(want), append(want, nil)
			}
			want[group[key]] = append(want[group[key]], i+2)
		}
		var got [][]int
		var count Accounting
		for b, err := range Participations(export{rows}.batches(t, rapid.IntRange(1, 700).Draw(t, "size")), &count) {
			if err != nil {
				t.Fatal(err)
			}
			for row := range b.Rows() {
				got = append(got, b.Lines(row))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-map +got)\n%s", diff)
		}
	})
}

// The same of so many rows that they are looked for part by part, some without a project number.
func TestManyRowsAreGroupedAsByAMap(t *testing.T) {
	const rows, people = 2*manyRows + 5000, 30_011
	of := func(row int) int { return row * 7919 % people }
	var text strings.Builder
	text.WriteString("project,person")
	want := map[int][]int{}
	for i := range rows {
		project := "P1"
		if i%97 == 0 {
			project = "" // of the only project of the file
		}
		fmt.Fprintf(&text, "\n%s,SYN-%d", project, of(i))
		want[of(i)] = append(want[of(i)], i+2)
	}
	first, found := 0, 0
	var count Accounting
	for b, err := range Participations(cut(stream(t, oneFile(text.String())), 1000), &count) {
		if err != nil {
			t.Fatal(err)
		}
		for row := range b.Rows() {
			lines := b.Lines(row)
			if diff := cmp.Diff(want[of(lines[0]-2)], lines); diff != "" || lines[0] <= first {
				t.Fatalf("behind the person of line %d (-map +got)\n%s", first, diff)
			}
			first, found = lines[0], found+1
		}
	}
	if found != people || count.Counted != rows || count.Several != people || !count.Balanced() {
		t.Errorf("%d participations, %+v", found, count)
	}
}

// Beyond the stated bound there is an error that says what can be promised, and no participation.
func TestMemoryIsBounded(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("project,person")
	for i := range 5000 {
		fmt.Fprintf(&rows, "\nP%d,SYN-%d", i/1000, i)
	}
	for _, c := range []struct {
		g  Gathering
		ok bool
	}{{Gathering{Memory: 64 << 10}, false}, {Gathering{}, true}, {Gathering{Promise: Clustered, Memory: 128 << 10}, true}, {Gathering{Promise: Once, Memory: 1}, true}} {
		var count Accounting
		var failed error
		people := 0
		for b, err := range c.g.Participations(cut(stream(t, table{"a.csv", rows.String()}), 100), &count) {
			if failed = err; err == nil {
				people += b.Rows()
			}
		}
		var u *Unreadable
		if c.ok != (failed == nil) || c.ok && people != 5000 || !c.ok && (people > 0 || !errors.As(failed, &u) || u.At.Row == 0 || !strings.Contains(u.Next, "promise: clustered")) {
			t.Errorf("%+v: %d people, %v", c.g, people, failed)
		}
	}
}

// cut cuts batches into smaller ones.
func cut(batches iter.Seq2[*Batch, error], size int) iter.Seq2[*Batch, error] {
	return func(yield func(*Batch, error) bool) {
		for b, err := range batches {
			if err != nil {
				yield(nil, err)
				return
			}
			for first := 0; first < b.rows; first += size {
				part := NewBatch(b.Schema, b.File, b.Sheet)
				for i := range b.columns {
					if b.columns[i].Present {
						part.Provide(i, b.columns[i].Source)
					}
				}
				if part.appendRows(b, first, min(size, b.rows-first)); !yield(part, nil) {
					return
				}
			}
		}
	}
}

// Law: copied rows are those that were there, in whatever pieces they are copied.
func TestCopiedRowsAreEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawExport().Draw(t, "export")
		for len(e.rows) < 200 && len(e.rows) > 0 { // over the words of a bitmap
			e.rows = append(e.rows, e.rows...)
		}
		for b := range e.batches(t, 1000) {
			to := NewBatch(b.Schema, b.File, b.Sheet)
			for i := range b.columns {
				if b.columns[i].Present {
					to.Provide(i, b.columns[i].Source)
				}
			}
			for first := 0; first < b.rows; {
				n := min(rapid.IntRange(1, 90).Draw(t, "n"), b.rows-first)
				to.appendRows(b, first, n)
				first += n
			}
			for row := range b.rows {
				if b.print(row) != to.print(row) || b.Line(row) != to.Line(row) {
					t.Fatalf("row %d is %s, not %s", row, to.print(row), b.print(row))
				}
			}
		}
	})
}

// Rows are linked by whose they are and not by the hash: all have one hash, or a few, and are more
// than stand in one part.
func TestEqualHashesAreToldApart(t *testing.T) {
	for _, c := range []struct{ rows, people, hashes int }{{1, 1, 1}, {3000, 40, 1}, {3000, 3000, 7}, {manyRows + 9000, 3001, 613}} {
		var k keyedRows
		person := func(at rowPlace) int { return int(at) % c.people }
		for at := range rowPlace(c.rows) {
			k.add(keyedRow{golden * uint64(person(at)%c.hashes), at})
		}
		links := 0
		for _, part := range k.links(func(a, b rowPlace) bool { return person(a) == person(b) }) {
			for _, l := range part {
				if l.at != l.last+rowPlace(c.people) {
					t.Fatalf("%+v: row %d linked to %d", c, l.at, l.last)
				}
				links++
			}
		}
		if links != max(0, c.rows-c.people) {
			t.Errorf("%+v: %d links", c, links)
		}
	}
}

func TestRowsAreOfOnePerson(t *testing.T) {
	g := newGatherer(&joined{count: &Accounting{}}, DefaultMemory)
	for b := range stream(t, oneFile("project,person\nP1,A\nP2,A\nP1,B\n,B\nP1,A\n,A")) {
		if err := g.add(b); err != nil {
			t.Fatal(err)
		}
	}
	of := [...]string{"P1A", "P2A", "P1B", "B", "P1A", "A"}
	for a := range of {
		for b := range of {
			if got, want := g.ofOnePerson(placeOf(0, a), placeOf(0, b)), of[a] == of[b]; got != want {
				t.Errorf("rows %d and %d: %t", a, b, got)
			}
		}
	}
}
