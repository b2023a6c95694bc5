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
		return f.Status == evaluate.Known && !isStated(f.ID)
	}
	return false
}

// isStated tells whether a number of people stands in the project file of the law or is worked out.
func isStated(id string) bool {
	for _, end := range []string{"/planned", "/drawn", "/required", "/estimate"} {
		if strings.HasSuffix(id, end) {
			return true
		}
	}
	return id == "sample/CR07/population" || strings.HasPrefix(id, "indicator/DIGITAL/")
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

// family is the beginning and the end of an id, and whether it is of a split between.
func family(id string) string {
	first, rest, _ := strings.Cut(id, "/")
	if strings.Contains(rest, "by/") {
		first += "/by"
	}
	return first + id[strings.LastIndex(id, "/"):]
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
	met := map[string]bool{} // families of figures that had a value other than 0
	var tried [3]int         // a row that is alone, one of several, a person with several
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
				if was.Status != evaluate.Known {
					continue
				}
				if is, there := after.figures.Get(was.ID); there {
					k.hold(t, before, after, was, is)
				} else if gone := before.of(t, was.ID, k.related); len(gone) == 0 && was.Value.Float() != 0 {
					t.Fatalf("%s was %s and is gone, and listed nothing of what was taken out", was.ID, was.Value)
				}
				if was.Value.Float() != 0 {
					met[family(was.ID)] = true
				}
			}
			tried[map[bool]int{true: 2, false: min(k.number-1, 1)}[k.all]]++
		}
	})
	for _, name := range []string{"indicator/on-date", "indicator/on-situation", "indicator/by/women", "participants/by/total", "indicator/situation-known",
		"efficiency/total", "efficiency/share", "sample/population", "sample/answered", "sample/response", "sample/required", "sample/margin", "sample/share",
		"sample/share-exact", "sample/estimate", "sample/by/sample", "sample/by/difference", "sample/by/p", "target/unmet", "target/at-stake", "target/women-share", "target/p-binomial"} {
		if !met[name] {
			t.Errorf("no figure of %s had a value: the law was not put to the test", name)
		}
	}
	if tried[0]*tried[1]*tried[2] == 0 {
		t.Errorf("rows taken out alone, of several, whole persons: %v; the law was not put to the test", tried)
	}
}
