package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
)

// traced is a made-up project with all its figures and the rows behind each.
type traced struct {
	figures *evaluate.Figures
	rows    map[string][]audit.Row
	files   []*madeUpFile
}

// traceAll carries a project out with the files as they are. One figure is traced with its filters,
// which end with an error where they do not lead to what is counted.
func traceAll(t *rapid.T, p *Project, files []*madeUpFile) *traced {
	for _, f := range files {
		if err := f.write(p.Dir); err != nil {
			t.Fatal(err)
		}
	}
	tracer, err := NewTracer(t.Context(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	out := &traced{figures: tracer.Figures(), rows: map[string][]audit.Row{}, files: files}
	for _, f := range out.figures.All() {
		if out.rows[f.ID], err = tracer.Rows(f.ID); err != nil {
			t.Fatal(err)
		}
		if isCount(f) && units(f, out.rows[f.ID]) != int(f.Value.Float()) {
			t.Fatalf("%s is %s and lists %d", f.ID, f.Value, units(f, out.rows[f.ID]))
		}
		holdShare(t, f, out.rows[f.ID])
	}
	if _, err := tracer.Trace(rapid.SampledFrom(out.figures.IDs()).Draw(t, "traced")); err != nil {
		t.Fatal(err)
	}
	return out
}

// of picks the rows behind a figure that a test of file and row picks. Every row that is listed begins
// on its line of the file.
func (d *traced) of(t *rapid.T, id string, is func(file *madeUpFile, row int) bool) (out []audit.Row) {
	for _, r := range d.rows[id] {
		f, row := d.find(r)
		if f == nil {
			t.Fatalf("%s lists %s, where no row begins", id, r.At)
		}
		if is(f, row) {
			out = append(out, r)
		}
	}
	return out
}

func (d *traced) find(r audit.Row) (*madeUpFile, int) {
	for _, f := range d.files {
		for i, line := range f.lines() {
			if f.name == r.At.File && line == r.At.Row {
				return f, i
			}
		}
	}
	return nil, 0
}

// isCount tells whether the value of a figure is the number of what it lists as counted.
func isCount(f evaluate.Figure) bool {
	switch f.Unit {
	case evaluate.Persons, evaluate.Pairs, evaluate.Sheets, evaluate.Households:
		return f.Status == evaluate.Known && !strings.HasSuffix(f.ID, "/planned")
	}
	return false
}

// units counts what the rows of a count are of: rows themselves, or participations and persons.
func units(f evaluate.Figure, rows []audit.Row) int {
	seen := map[string]bool{}
	for i, r := range rows {
		key := fmt.Sprint(r.Unit)
		if f.Unit == evaluate.Sheets || f.Unit == evaluate.Households || r.Unit == 0 {
			key = fmt.Sprint("row", i)
		}
		seen[key] = true
	}
	return len(seen)
}

// holdShare holds a share of people to listing as many in its numerator and its denominator as it is of.
func holdShare(t *rapid.T, f evaluate.Figure, rows []audit.Row) {
	if f.Unit != evaluate.Share || f.Status != evaluate.Known || strings.HasPrefix(f.ID, "cost/") {
		return
	}
	sides, own := map[audit.Role]map[int]bool{audit.Numerator: {}, audit.Denominator: {}}, false
	for _, r := range rows {
		own = own || r.Of == f.ID
		for _, role := range r.Roles {
			if side := sides[role]; side != nil && r.Of == f.ID {
				side[r.Unit] = true
			}
		}
	}
	if n, d := len(sides[audit.Numerator]), len(sides[audit.Denominator]); own && (n != int(f.Numerator.Float()) || d != int(f.Denominator.Float())) {
		t.Fatalf("%s is %s of %s and lists %d of %d", f.ID, f.Numerator, f.Denominator, n, d)
	}
}

// taking is a row that is taken out, or all rows of its person.
type taking struct {
	from *madeUpFile
	at   int

	number int // rows of the person
	all    bool

	participant int // rows that count the person
}

func drawTaking(t *rapid.T, files []*madeUpFile) *taking {
	n := rapid.IntRange(0, len(files)-1).Draw(t, "file")
	out := &taking{from: files[n]}
	out.at = rapid.IntRange(0, len(out.from.rows)-1).Draw(t, "row")
	for _, f := range files {
		for i := range f.rows {
			if out.related(f, i) {
				out.number++
				out.participant += strings.Count(f.rows[i].text, ";participant;")
			}
		}
	}
	out.all = out.number > 1 && rapid.Bool().Draw(t, "all")
	return out
}

func (k *taking) is(f *madeUpFile, i int) bool { return f.name == k.from.name && i == k.at }

// related tells whether a row is of the person of the one that is taken out, in the same kind of file.
func (k *taking) related(f *madeUpFile, i int) bool {
	return k.is(f, i) || k.ofPerson(f, i)
}

func (k *taking) ofPerson(f *madeUpFile, i int) bool {
	person := k.from.rows[k.at].person
	return person != "" && f.rows[i].person == person && f.kind() == k.from.kind()
}

func (k *taking) out(f *madeUpFile, i int) bool {
	return k.is(f, i) || k.all && k.related(f, i)
}

// rest are the files without what is taken out; nil where one would have no row, which a run refuses.
func (k *taking) rest(files []*madeUpFile) (rest []*madeUpFile) {
	for _, f := range files {
		left := f.without(func(i int) bool { return k.out(f, i) })
		if len(left.rows) == 0 {
			return nil
		}
		rest = append(rest, left)
	}
	return rest
}

// hold holds one figure, as it was and as it is, to the law.
func (k *taking) hold(t *rapid.T, before, after *traced, was, is evaluate.Figure) {
	gone := before.of(t, was.ID, k.out)
	changed := was.Status != is.Status || !was.Value.Equal(is.Value)
	switch {
	case isCount(was) && was.Value.Float() == 0 && is.Status != evaluate.Known:
		return // nobody of nobody: without a single pair 0 are no longer said to have improved
	case k.number > 1 && !k.all:
		concerned := append(before.of(t, was.ID, k.related), after.of(t, was.ID, k.ofPerson)...)
		if changed && len(concerned) == 0 {
			t.Fatalf("%s was %s and is %s, and lists the person neither before nor after", was.ID, was.Value, is.Value)
		}
	case isCount(was) && isCount(is):
		if n := len(gone); k.all && n > 0 && was.Unit == evaluate.Persons && k.from.name == "people.csv" && n != k.participant {
			t.Fatalf("%s lists %d rows of a person with %d", was.ID, n, k.participant)
		}
		if less := int(was.Value.Float() - is.Value.Float()); less != units(was, gone) {
			t.Fatalf("%s was %s and is %s, and listed %d of what was taken out", was.ID, was.Value, is.Value, units(was, gone))
		}
	case changed && len(gone) == 0:
		t.Fatalf("%s was %s and is %s, and listed nothing of what was taken out", was.ID, was.Value, is.Value)
	}
}

// The law of [audit.Trace]: what is taken out of the data changes the figures that list it.
func TestTakingRowsOutChangesTheFiguresThatListThem(t *testing.T) {
	path := filepath.Join(t.TempDir(), ProjectFile)
	if err := os.WriteFile(path, []byte(lawProject), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	var tried [3]int // a row that is alone, one of several, a person with several
	rapid.Check(t, func(t *rapid.T) {
		files := drawFiles(t)
		before := traceAll(t, p, files)
		for range 2 {
			k := drawTaking(t, files)
			rest := k.rest(files)
			if rest == nil {
				continue
			}
			after := traceAll(t, p, rest)
			if left, _ := after.figures.Get("participants/grand-total"); left.Value.Float() == 0 {
				continue // nobody is left: indicators are not available
			}
			for _, was := range before.figures.All() {
				if is, there := after.figures.Get(was.ID); there && was.Status == evaluate.Known {
					k.hold(t, before, after, was, is)
				}
			}
			tried[map[bool]int{true: 2, false: min(k.number-1, 1)}[k.all]]++
		}
	})
	if tried[0]*tried[1]*tried[2] == 0 {
		t.Errorf("rows taken out alone, of several, whole persons: %v; the law was not put to the test", tried)
	}
}
