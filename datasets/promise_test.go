package datasets

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// parts is an export that comes in several files, each without one of the columns or with all.
type parts struct {
	rows [][]string
	ends []int // of each file but the last, in rows
	lack []int // a column that a file has not, in exportHeader; -1: none
	size int   // rows of a batch
}

func drawParts(t *rapid.T, rows [][]string) parts {
	p := parts{rows: rows, size: rapid.IntRange(1, 5).Draw(t, "batch")}
	for range rapid.IntRange(0, 2).Draw(t, "cuts") {
		p.ends = append(p.ends, rapid.IntRange(0, len(rows)).Draw(t, "cut"))
	}
	sort.Ints(p.ends)
	for range len(p.ends) + 1 {
		p.lack = append(p.lack, rapid.SampledFrom([]int{-1, 2, 4, 6}).Draw(t, "lacks"))
	}
	return p
}

func (p parts) batches(t *rapid.T) iter.Seq2[*Batch, error] {
	var rules strings.Builder
	for _, name := range exportHeader() {
		fmt.Fprintf(&rules, "  - {field: %s, header: [%s]}\n", name, name)
	}
	profile, err := ParseProfile([]byte("name: law\nschema: participants\ncolumns:\n" + rules.String()))
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(*Batch, error) bool) {
		start := 0
		for i, lack := range p.lack {
			end := len(p.rows)
			if i < len(p.ends) {
				end = p.ends[i]
			}
			b, err := profile.Bind(without(exportHeader(), lack), Position{File: fmt.Sprintf("%c.csv", 'a'+i), Row: 1})
			if err != nil {
				t.Fatal(err)
			}
			batch := b.NewBatch()
			for line, row := range p.rows[start:end] {
				if appendRow(b, batch, line+2, without(row, lack)...); batch.Rows() == p.size {
					if !yield(batch, nil) {
						return
					}
					batch.Reset()
				}
			}
			if start = end; !yield(batch, nil) {
				return
			}
		}
	}
}

func without(cells []string, lack int) []string {
	if lack < 0 {
		return cells
	}
	return slices.Delete(slices.Clone(cells), lack, lack+1)
}

// told is all that comes out of a stream; problems are sorted, since they come with other batches.
type told struct {
	People, Problems []string
	Count            Accounting
}

func gathered(t *rapid.T, p parts, g Gathering) (out told, failed error) {
	for b, err := range g.Participations(p.batches(t), &out.Count) {
		if err != nil {
			return told{}, err
		}
		for row := range b.Rows() {
			out.People = append(out.People, fmt.Sprint(b.Places(row), layoutText(b), b.print(row)))
		}
		for _, problem := range b.Problems {
			out.Problems = append(out.Problems, problem.Error())
		}
	}
	sort.Strings(out.Problems)
	return out, nil
}

func layoutText(b *Batch) (text string) {
	for _, c := range b.columns {
		text += fmt.Sprint(presence(c.Present), c.Source, " ")
	}
	return text
}

// counted are the rows that have a person and are participants, by place.
func counted(p parts) (rows [][]string) {
	start := 0
	for i, lack := range p.lack {
		end := len(p.rows)
		if i < len(p.ends) {
			end = p.ends[i]
		}
		for _, row := range p.rows[start:end] {
			if row[1] != "" && (lack == 2 || row[2] == "" || row[2] == "participant") {
				rows = append(rows, row)
			}
		}
		start = end
	}
	return rows
}

// mixed tells whether some of the rows have a project number and others none.
func mixed(rows [][]string) bool {
	has := func(row []string) bool { return row[0] != "" }
	return slices.ContainsFunc(rows, has) && slices.ContainsFunc(rows, func(row []string) bool { return !has(row) })
}

// Law: what is promised changes nothing that comes out, in whatever files and batches the rows
// come; a promise that is broken, and no other, is an error.
func TestPromisesChangeNothing(t *testing.T) {
	kept := map[Promise]int{}
	rapid.Check(t, func(t *rapid.T) {
		rows := drawExport().Draw(t, "export").rows
		if rapid.Bool().Draw(t, "sorted") {
			sort.SliceStable(rows, func(i, k int) bool { return rows[i][0] < rows[k][0] })
		}
		p := drawParts(t, rows)
		want, err := gathered(t, p, Gathering{})
		if err != nil {
			t.Fatal(err)
		}
		for _, promise := range []Promise{Clustered, Once} {
			got, err := gathered(t, p, Gathering{Promise: promise})
			if held := keeps(promise, counted(p)); held != (err == nil) {
				t.Fatalf("%s is kept: %t; got %v", promise, held, err)
			}
			var u *Unreadable
			if err != nil && (!errors.As(err, &u) || u.At.Row == 0 || !strings.Contains(err.Error(), ".csv:") || !strings.Contains(u.Next, "promise: none")) {
				t.Fatalf("%s: %v", promise, err)
			}
			if err != nil {
				continue
			}
			if kept[promise]++; len(want.People) > 0 {
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s (-gathered +%s)\n%s", promise, promise, diff)
				}
			}
		}
	})
	if kept[Once] == 0 || kept[Clustered] == 0 {
		t.Errorf("no export kept its promise: %v", kept)
	}
}

// keeps tells whether rows keep a promise.
func keeps(promise Promise, rows [][]string) bool {
	if mixed(rows) {
		return false
	}
	seen, project := map[string]bool{}, "?"
	for _, row := range rows {
		key := row[0]
		if promise == Once {
			key += "\x00" + row[1]
		}
		if seen[key] && (promise == Once || key != project) {
			return false
		}
		seen[key], project = true, key
	}
	return true
}

// The places of both rows are named, and what to do.
func TestBrokenPromisesNameBothRows(t *testing.T) {
	for _, c := range []struct {
		promise Promise
		rows    string
		want    []string
	}{
		{Once, "project,person\nP1,A\nP2,A\nP1,B\nP1,A\nP1,A", []string{"a.csv:5: ", "one in a.csv:2 already", "and 1 more such row", "promise: none"}},
		{Clustered, "project,person\nP1,A\nP1,B\nP2,A\nP1,C", []string{"a.csv:5: ", "ended with a.csv:3", "sort the export"}},
		{Clustered, "project,person\nP1,A\n,B", []string{"a.csv:3: ", "a.csv:2 has one", "fill the number in"}},
		{Once, "project,person\n,A\nP1,B", []string{"a.csv:2: ", "a.csv:3 has one", "fill the number in"}},
	} {
		var count Accounting
		var failed error
		for _, err := range (Gathering{Promise: c.promise}).Participations(stream(t, table{"a.csv", c.rows}), &count) {
			failed = err
		}
		for _, want := range c.want {
			if failed == nil || !strings.Contains(failed.Error(), want) {
				t.Errorf("%s: %v does not say %q", c.promise, failed, want)
			}
		}
	}
}

func oneFile(rows string) table { return table{"a.csv", rows} }

// A project file states a promise, or takes back that of its profile.
func TestPromiseIsStated(t *testing.T) {
	const text = "name: made-up\nschema: participants\npromise: %s\ncolumns:\n  - {field: person, header: [id]}\n"
	if _, err := ParseProfile([]byte(fmt.Sprintf(text, "sorted"))); err == nil || !strings.Contains(err.Error(), `promise "sorted"; want "clustered"`) {
		t.Errorf("an unknown promise: %v", err)
	}
	p, err := ParseProfile([]byte(fmt.Sprintf(text, "once")))
	if err != nil || p.Promise != Once {
		t.Fatal(p, err)
	}
	for stated, want := range map[Promise]Promise{"": Once, Clustered: Clustered, "none": "none"} {
		q, err := p.With(Override{Promise: stated})
		if err != nil || q.Promise != want {
			t.Errorf("%q stated: %q, %v", stated, q.Promise, err)
		}
	}
	var count Accounting
	for _, err := range (Gathering{Promise: "none"}).Participations(stream(t, oneFile("person\nA\nA")), &count) {
		if err != nil || count.Participations != 1 {
			t.Errorf("%d participations, %v", count.Participations, err)
		}
	}
}
