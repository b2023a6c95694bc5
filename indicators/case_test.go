package indicators

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
)

// caseHeader is what a file of testdata expects of the persons below its line "---".
type caseHeader struct {
	Title      string                       `yaml:"title"`
	Set        string                       `yaml:"set"`
	Expect     map[string]map[string]string `yaml:"expect"`     // code -> group -> "num/den" or n/a
	Basis      map[string]map[string]string `yaml:"basis"`      // result -> group -> "on a date+on the situation"; {} for no result
	Why        map[string]string            `yaml:"why"`        // code -> words in the reason
	Without    map[string][]string          `yaml:"without"`    // code -> optional columns that were missing
	Incomplete map[string]int64             `yaml:"incomplete"` // all of them, by field
	NoColumn   map[string]int64             `yaml:"no_column"`  // of those, in exports without the column
	Refusals   map[string]int64             `yaml:"refusals"`   // of the fields named
	Violations []string                     `yaml:"violations"` // all of them, "rule @ group"
	Facts      map[string]Fact              `yaml:"facts"`      // what the project states
	Error      string                       `yaml:"error"`      // words of the error that the facts make; then nothing else is expected
	Targets    map[string]map[string]string `yaml:"targets"`    // code -> group -> "at least / verdict"
	Thresholds []string                     `yaml:"thresholds"` // all of them, "code (subgroup) at least: num/den verdict"
}

func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.case")
	if err != nil || len(files) < 10 {
		t.Fatalf("found %d case files: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".case"), func(t *testing.T) { runCase(t, readFile(t, file)) })
	}
}

func runCase(t *testing.T, text string) {
	head, records, ok := strings.Cut(text, "\n---\n")
	if !ok {
		t.Fatal("the file has no line --- between what is expected and the records")
	}
	var want caseHeader
	if err := yaml.UnmarshalWithOptions([]byte(head), &want, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	counter, err := NewCounter(mustLoad(t, want.Set), Options{Facts: want.Facts})
	if want.Error != "" {
		if err == nil || !strings.Contains(err.Error(), want.Error) {
			t.Errorf("%s: got %v, want an error that says %q", want.Title, err, want.Error)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range participations(t, batchOf(t, canonicalProfile(t), repeated(t, records))) {
		if err := counter.Add(b); err != nil {
			t.Fatal(err)
		}
	}
	table := counter.Table()
	if got := want.shown(t, table); !cmp.Equal(want, got) {
		t.Errorf("%s (-want +got):\n%s", want.Title, cmp.Diff(want, got))
	}
	for code, words := range want.Why {
		for _, l := range [...]string{cell(t, table, code, Total).Why.PL, cell(t, table, code, Total).Why.EN} {
			if !strings.Contains(l, words) {
				t.Errorf("%s is not available because %q; want it to say %q", code, l, words)
			}
		}
	}
}

// shown is what the table has at the places that the header names.
func (h caseHeader) shown(t *testing.T, table *Table) caseHeader {
	got := h
	got.Expect = map[string]map[string]string{}
	for code, groups := range h.Expect {
		got.Expect[code] = map[string]string{}
		for name := range groups {
			g, err := ParseGroup(name)
			if err != nil {
				t.Fatal(err)
			}
			got.Expect[code][name] = cell(t, table, code, g).text()
		}
	}
	got.showBasis(t, h, table)
	got.showGaps(h, table)
	got.showTargets(t, h, table)
	got.Thresholds = nil
	for _, a := range table.Thresholds {
		verdict, _ := a.Verdict()
		got.Thresholds = append(got.Thresholds, fmt.Sprintf("%s (%s) %s: %s %s", a.Threshold.Code, a.Threshold.Name.EN, a.Threshold.AtLeast, a.Row.Cells[len(a.Row.Cells)-1].text(), verdict))
	}
	got.Violations = nil
	for _, v := range table.Check() {
		got.Violations = append(got.Violations, v.Rule+" @ "+v.Group.String())
	}
	return got
}

func (h *caseHeader) showTargets(t *testing.T, want caseHeader, table *Table) {
	h.Targets = nil
	for code, groups := range want.Targets {
		shown := map[string]string{}
		for name, target := range groups {
			g, err := ParseGroup(name)
			if err != nil {
				t.Fatal(err)
			}
			least, _, _ := strings.Cut(target, " ")
			n, err := strconv.ParseInt(least, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			shown[name] = least + " " + string((Target{code, g, n}).Against(table).Verdict)
		}
		if h.Targets == nil {
			h.Targets = map[string]map[string]string{}
		}
		h.Targets[code] = shown
	}
}

// repeated writes out the records of a case whose first column is times: that many persons of
// the line, each of her own.
func repeated(t *testing.T, records string) string {
	rest, ok := strings.CutPrefix(records, "times,")
	if !ok {
		return records
	}
	head, lines, _ := strings.Cut(rest, "\n")
	out, person := "person,"+head+"\n", 0
	for line := range strings.Lines(lines) {
		times, values, _ := strings.Cut(line, ",")
		n, err := strconv.Atoi(times)
		if err != nil {
			t.Fatal(err)
		}
		for range n {
			person++
			out += fmt.Sprintf("A%d,%s", person, values)
		}
	}
	return out
}

func (h *caseHeader) showBasis(t *testing.T, want caseHeader, table *Table) {
	if h.Basis = nil; want.Basis != nil {
		h.Basis = map[string]map[string]string{}
	}
	for code, groups := range want.Basis {
		h.Basis[code] = map[string]string{}
		r, ok := table.Row(code)
		if !ok {
			t.Fatalf("the table has no row %s", code)
		}
		for i, b := range r.Basis {
			if name := table.Groups[i].String(); groups[name] != "" {
				h.Basis[code][name] = fmt.Sprintf("%d+%d", b.OnDate, b.OnSituation)
			}
		}
	}
}

func (h *caseHeader) showGaps(want caseHeader, table *Table) {
	last := len(table.Groups) - 1
	h.Incomplete, h.NoColumn, h.Refusals = nil, nil, nil
	for _, g := range table.Incomplete {
		add(&h.Incomplete, g.Field, g.Row.Cells[last].Num)
		add(&h.NoColumn, g.Field, g.NoColumn)
	}
	for _, r := range table.Refusals {
		add(&h.Refusals, r.Field, r.Row.Cells[last].Num)
	}
	h.Without = nil
	for code := range want.Without {
		if h.Without == nil {
			h.Without = map[string][]string{}
		}
		r, _ := table.Row(code)
		h.Without[code] = r.Without
	}
}

func add(m *map[string]int64, key string, n int64) {
	if n == 0 {
		return
	}
	if *m == nil {
		*m = map[string]int64{}
	}
	(*m)[key] = n
}
