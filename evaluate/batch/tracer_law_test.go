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

// hold holds one figure, as it was and as it is, to the law.
func (k *taking) hold(t *rapid.T, before, after *traced, was, is evaluate.Figure) {
	gone := before.of(t, was.ID, k.out)
	changed := was.Status != is.Status || !was.Value.Equal(is.Value)
	switch {
	case k.from.name == "people.csv" && restsOnOthers(was.ID):
		return
	case isCount(was) && was.Value.Float() == 0 && is.Status != evaluate.Known:
		return // nobody of nobody: without a single pair 0 are no longer said to have improved
	case k.number > 1 && !k.all:
		if is.Status != evaluate.Known && strings.HasPrefix(was.ID, "survey/") {
			return // a sheet that counts from now on may leave a statistic undefined, and what is undefined lists nobody
		}
		concerned := append(before.of(t, was.ID, k.related), after.of(t, was.ID, k.ofPerson)...)
		if changed && len(concerned) == 0 {
			t.Fatalf("%s was %s and is %s, and lists the person neither before nor after", was.ID, was.Value, is.Value)
		}
	case isCount(was) && isCount(is) && !byYardstick(was.ID):
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

// kindOf is what a figure of a questionnaire tells, of whatever wave, group or question.
func kindOf(id string) string {
	before, what, _ := cutLast(strings.TrimSuffix(strings.TrimSuffix(id, "/pre"), "/post"))
	first, _, _ := strings.Cut(before, "/")
	return first + " " + what
}

func lawProjects(t *testing.T) (projects []*Project) {
	for _, surveys := range lawSurveys {
		path := filepath.Join(t.TempDir(), ProjectFile)
		if err := os.WriteFile(path, []byte(fmt.Sprintf(lawProject, surveys)), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := Load(path)
		if err != nil {
			t.Fatal(err)
		}
		projects = append(projects, p)
	}
	return projects
}

// The law of [audit.Trace]: what is taken out of the data changes the figures that list it.
func TestTakingRowsOutChangesTheFiguresThatListThem(t *testing.T) {
	projects := lawProjects(t)
	met := map[string]bool{} // families of figures that had a value other than 0
	var tried [3]int         // a row that is alone, one of several, a person with several
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(projects).Draw(t, "project")
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
				} else if gone := before.of(t, was.ID, k.related); !(k.from.name == "people.csv" && restsOnOthers(was.ID)) && len(gone) == 0 && was.Value.Float() != 0 {
					t.Fatalf("%s was %s and is gone, and listed nothing of what was taken out", was.ID, was.Value)
				}
				if was.Value.Float() != 0 {
					met[family(was.ID)], met[kindOf(was.ID)], met[was.ID] = true, true, true
				}
			}
			tried[map[bool]int{true: 2, false: min(k.number-1, 1)}[k.all]]++
		}
	})
	for _, name := range []string{"indicator/on-date", "indicator/on-situation", "indicator/by/women", "participants/by/total", "indicator/situation-known",
		"efficiency/total", "efficiency/share", "sample/population", "sample/answered", "sample/response", "sample/required", "sample/margin", "sample/share",
		"sample/share-exact", "sample/estimate", "sample/by/sample", "sample/by/difference", "sample/by/p", "target/unmet", "target/at-stake", "target/women-share", "target/p-binomial",
		"survey/by/pairs", "survey/by/improved-share", "survey/by/mean", "survey/will/half-year/change/mean", "survey/will/half-year/alpha/post", "survey/will/half-year/women/pairs",
		"survey folded", "survey/will/attrition/share", "survey/will/attrition/women/only-pre", "survey p", "survey worst", "survey/will/difference/women-men/change", "survey/will/alpha/pre",
		"survey split-half", "survey/will/alpha-pairwise/pre", "survey floor", "survey ceiling", "survey/will/prorated/pre", "survey/will/faulty/pre",
		"survey/will/item/2/pairs", "survey/will/item/2/change/mean", "survey/will/item/2/change/p-holm", "survey/will/item/4/mean/post", "survey missing", "survey/will/item/2/faulty/post",
		"survey alpha-if-dropped", "survey/will/category/works/pairs", "survey/will/category/works/same", "survey/will/category/works/pre-share",
		"survey/will/category/works/kappa", "survey/will/category/works/p-scores", "survey/will/reliable/threshold", "survey/will/reliable/improved",
		"survey/will/women/reliable/unchanged", "survey/will/correlation", "survey/will/change/p-permutation"} {
		if !met[name] {
			t.Errorf("no figure of %s had a value: the law was not put to the test", name)
		}
	}
	if tried[0]*tried[1]*tried[2] == 0 {
		t.Errorf("rows taken out alone, of several, whole persons: %v; the law was not put to the test", tried)
	}
}
