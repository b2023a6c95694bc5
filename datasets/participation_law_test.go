package datasets

import (
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// export is a made-up export: rows of a few people, with what an export may say of each row.
type export struct{ rows [][]string }

func drawExport() *rapid.Generator[export] {
	return rapid.Custom(func(t *rapid.T) export {
		var e export
		projects := rapid.SampledFrom([][]string{{"P1", "P2"}, {"P1", ""}, {"P1", "P2", ""}, {""}}).Draw(t, "projects")
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			e.rows = append(e.rows, []string{
				rapid.SampledFrom(projects).Draw(t, "project"),
				rapid.SampledFrom([]string{"A", "B", "C", ""}).Draw(t, "person"),
				rapid.SampledFrom([]string{"", "participant", "household", "recipient"}).Draw(t, "record"),
				rapid.SampledFrom([]string{"woman", "man", ""}).Draw(t, "sex"),
				rapid.SampledFrom([]string{"", "isced1", "isced3"}).Draw(t, "education"),
				rapid.SampledFrom([]string{"", "2021-01-01", "2021-03-01", "2022-01-01"}).Draw(t, "entry"),
				rapid.SampledFrom([]string{"", "2021-06-30", "2022-06-30"}).Draw(t, "exit"),
				rapid.SampledFrom([]string{"", "yes", "no"}).Draw(t, "completed"),
				rapid.SampledFrom([]string{"", "employment", "qualification|other"}).Draw(t, "situation"),
			})
		}
		return e
	})
}

func exportHeader() []string {
	return []string{"project", "person", "record", "sex", "education", "entry_date", "exit_date", "completed", "exit_situation"}
}

// batches types the rows, so many a batch, as a stream.
func (e export) batches(t *rapid.T, size int) iter.Seq2[*Batch, error] {
	var rules strings.Builder
	for _, name := range exportHeader() {
		fmt.Fprintf(&rules, "  - {field: %s, header: [%s]}\n", name, name)
	}
	p, err := ParseProfile([]byte("name: law\nschema: participants\ncolumns:\n" + rules.String()))
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.Bind(exportHeader(), Position{File: "law.csv", Row: 1})
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(*Batch, error) bool) {
		batch := b.NewBatch() // used again, as readers do
		for i, row := range e.rows {
			if batch.Rows() == size {
				if !yield(batch, nil) {
					return
				}
				batch.Reset()
			}
			appendRow(b, batch, i+2, row...)
		}
		yield(batch, nil)
	}
}

// participations prints each participation without its lines, sorted, and its input rows.
func participations(t *rapid.T, e export, size int) (people []string, count Accounting, rows int) {
	for b, err := range Participations(e.batches(t, size), &count) {
		if err != nil {
			t.Fatal(err)
		}
		for row := range b.Rows() {
			people = append(people, b.print(row))
			rows += len(b.Lines(row))
		}
	}
	sort.Strings(people)
	return people, count, rows
}

func (b *Batch) print(row int) string {
	var out strings.Builder
	for i, f := range b.Schema.Fields {
		c := &b.columns[i]
		if !c.Present || c.Missing(row) {
			continue
		}
		switch f.Kind {
		case Category, Flag:
			fmt.Fprintf(&out, " %s=%s", f.Name, f.Vocabulary.Term(c.Codes[row]).Code)
		case Date:
			fmt.Fprintf(&out, " %s=%s", f.Name, FormatDay(c.Days[row]))
		case Set:
			fmt.Fprintf(&out, " %s=%b", f.Name, c.Masks[row])
		case Count:
			fmt.Fprintf(&out, " %s=%d", f.Name, c.Counts[row])
		default:
			fmt.Fprintf(&out, " %s=%s", f.Name, c.Text(row))
		}
	}
	return out.String()
}

// The set of participations depends neither on the order of the rows nor on how they were cut
// into batches, and every row is accounted for.
func TestParticipationsDoNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawExport().Draw(t, "export")
		people, count, rows := participations(t, e, 100)
		if !count.Balanced() || count.Read != len(e.rows) || count.Counted != rows || count.Participations != len(people) {
			t.Fatalf("accounting %+v of %d rows, %d behind %d participations", count, len(e.rows), rows, len(people))
		}
		other := export{rapid.Permutation(e.rows).Draw(t, "order")}
		again, count2, _ := participations(t, other, rapid.IntRange(1, 4).Draw(t, "size"))
		if diff := cmp.Diff(people, again); diff != "" {
			t.Fatalf("(-one order +another)\n%s", diff)
		}
		aside := func(a, b SetAside) int { return strings.Compare(a.Record.Code, b.Record.Code) }
		slices.SortFunc(count.Aside, aside)
		slices.SortFunc(count2.Aside, aside)
		if diff := cmp.Diff(count, count2); diff != "" {
			t.Fatalf("accounting (-one order +another)\n%s", diff)
		}
	})
}

// Traps 1 and 2: a person who comes back is one participation of the project, with the
// characteristics of the first entry and the last exit; the same person in another project is
// another participation.
func TestReEntryAndTwoProjects(t *testing.T) {
	e := export{rows: [][]string{
		{"P1", "A", "", "woman", "isced3", "2022-01-01", "2022-06-30", "yes", "employment"},
		{"P1", "A", "", "woman", "isced1", "2021-01-01", "2021-06-30", "no", "qualification|other"},
		{"P2", "A", "", "woman", "isced1", "2021-01-01", "", "", ""},
		{"P1", "F", "household", "", "", "", "", "", ""},
		{"P1", "", "", "man", "", "2021-03-01", "", "", ""},
	}}
	var count Accounting
	var people []string
	var lines [][]int
	var rules []string
	rapid.Check(t, func(rt *rapid.T) { // only for its T: the case is fixed
		count, people, lines, rules = Accounting{}, nil, nil, nil
		for b, err := range Participations(e.batches(rt, 2), &count) {
			if err != nil {
				rt.Fatal(err)
			}
			for row := range b.Rows() {
				people, lines = append(people, b.print(row)), append(lines, b.Lines(row))
			}
			for _, p := range b.Problems {
				rules = append(rules, p.Position.String()+" "+p.Rule)
			}
		}
	})
	want := []string{
		" project=P1 person=A sex=woman education=isced1 entry_date=2021-01-01 exit_date=2022-06-30 completed=yes exit_situation=BITS",
		" project=P2 person=A sex=woman education=isced1 entry_date=2021-01-01",
		" project=P1 sex=man entry_date=2021-03-01",
	}
	// exit_situation: the bits of qualification, employment and other
	v := mustSchema(t).Field("exit_situation").Vocabulary
	want[0] = strings.Replace(want[0], "BITS", fmt.Sprintf("%b", v.Bit("qualification")|v.Bit("employment")|v.Bit("other")), 1)
	if diff := cmp.Diff(want, people); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([][]int{{2, 3}, {4}, {6}}, lines); diff != "" {
		t.Errorf("lines (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"law.csv:6 row.no-person"}, rules); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
	if count.Several != 1 || count.Participations != 3 || len(count.Aside) != 1 || count.Aside[0].Record.Code != "household" {
		t.Errorf("accounting %+v", count)
	}
}

func mustSchema(t *testing.T) *Schema {
	t.Helper()
	s, err := ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	return s
}
