package stats_test

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// The facts compare this package with values that other people's software or
// publications gave (shared/reference/README.md names each source, and each
// value its call). They are third-party data and not in the repository: the
// tests look for the folder and skip where it is absent.

// fact is one expected value of a reference case.
type fact struct {
	Value  *float64 `json:"-"`
	Raw    any      `json:"value"`
	RelTol *float64 `json:"rel_tol"`
	AbsTol *float64 `json:"abs_tol"`
	Assert *bool    `json:"assert"`
	Note   string   `json:"note"`
	Source string   `json:"source"`
}

type referenceCase struct {
	name   string
	header []string
	rows   [][]string
	facts  map[string]fact
}

// referenceDir is the folder of the reference cases: EFSEVAL_REFERENCE, or
// shared/reference beside a folder on the way up.
func referenceDir(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("EFSEVAL_REFERENCE"); dir != "" {
		return dir
	}
	at, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for parent := filepath.Dir(at); parent != at; at, parent = parent, filepath.Dir(parent) {
		dir := filepath.Join(parent, "shared", "reference")
		if _, err := os.Stat(dir); err == nil {
			return dir
		}
	}
	t.Skip("no shared/reference found; set EFSEVAL_REFERENCE to its path")
	return ""
}

// cases reads TOPIC/PREFIX*.expected.json with their data, in order of name.
func cases(t *testing.T, pattern string) []referenceCase {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(referenceDir(t), pattern+".expected.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no reference case matches %s (%v)", pattern, err)
	}
	out := make([]referenceCase, 0, len(files))
	for _, f := range files {
		out = append(out, readCase(t, f))
	}
	return out
}

func readCase(t *testing.T, path string) referenceCase {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var body struct {
		Data   string          `json:"data"`
		Values map[string]fact `json:"values"`
	}
	if err := json.Unmarshal(raw, &body); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	c := referenceCase{name: strings.TrimSuffix(filepath.Base(path), ".expected.json"), facts: map[string]fact{}}
	for id, f := range body.Values {
		if v, ok := f.Raw.(float64); ok {
			f.Value = &v
		}
		c.facts[id] = f
	}
	if body.Data != "" {
		c.readData(t, filepath.Join(filepath.Dir(path), body.Data))
	}
	return c
}

func (c *referenceCase) readData(t *testing.T, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	c.header, c.rows = rows[0], rows[1:]
}

// columns returns the named columns of the rows that keep accepts and that are
// complete in them.
func (c *referenceCase) columns(t *testing.T, keep func(row []string) bool, names ...string) [][]float64 {
	t.Helper()
	out := make([][]float64, len(names))
	for _, row := range c.rows {
		values := make([]float64, 0, len(names))
		for _, name := range names {
			cell := row[c.column(t, name)]
			if cell == "" || cell == "NA" {
				break
			}
			v, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			values = append(values, v)
		}
		if len(values) == len(names) && (keep == nil || keep(row)) {
			for i, v := range values {
				out[i] = append(out[i], v)
			}
		}
	}
	return out
}

func (c *referenceCase) column(t *testing.T, name string) int {
	t.Helper()
	i := slices.Index(c.header, name)
	if i < 0 {
		t.Fatalf("%s has no column %q", c.name, name)
	}
	return i
}

// answers collects what this package says, by reference id.
type answers map[string]stats.Maybe

func number(v float64) stats.Maybe { return stats.Maybe{Value: v, Defined: true} }

func count(v int) stats.Maybe { return number(float64(v)) }

func (a answers) interval(id string, i stats.Interval) {
	a[id+"_low"], a[id+"_high"] = i.Lo, i.Hi
}

// compare checks every answer that the case has a testable value for, and
// returns how many there were.
func (c *referenceCase) compare(t *testing.T, got answers) int {
	t.Helper()
	compared := 0
	for _, id := range slices.Sorted(keys(got)) {
		want, ok := c.facts[id]
		if !ok || (want.Assert != nil && !*want.Assert) {
			continue
		}
		compared++
		if fault := want.differs(got[id]); fault != "" {
			t.Errorf("%s %s: %s [%s]", c.name, id, fault, want.Source)
		}
	}
	return compared
}

func keys[K comparable, V any](m map[K]V) func(func(K) bool) {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// differs says how got misses the fact, or nothing. A fact without a tolerance
// is a count or a value that is short in decimals: it may miss the last bits
// only. A null must be undefined for the very reason noted.
func (f fact) differs(got stats.Maybe) string {
	if f.Value == nil {
		if got.Defined || (f.Note != "" && string(got.Why) != f.Note) {
			return "is " + got.String() + ", want undefined (" + f.Note + ")"
		}
		return ""
	}
	relative, absolute := 1e-14, 0.0
	if f.RelTol != nil {
		relative = *f.RelTol
	}
	if f.AbsTol != nil {
		absolute = *f.AbsTol
	}
	miss := math.Abs(got.Value - *f.Value)
	if !got.Defined || !(miss <= max(absolute, relative*math.Abs(*f.Value))) {
		return "is " + got.String() + ", want " + number(*f.Value).String() +
			", off by " + number(miss/math.Abs(*f.Value)).String()
	}
	return ""
}

// report fails a test that compared nothing and logs how much it did.
func report(t *testing.T, topic string, compared, cases int) {
	t.Helper()
	if compared == 0 {
		t.Fatalf("%s: no value was compared", topic)
	}
	t.Logf("%s: %d values of %d cases compared", topic, compared, cases)
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
