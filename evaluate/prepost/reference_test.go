package prepost

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

	"github.com/efseval/efseval/evaluate"
)

// expected is one value of a reference case; the tests of package stats say what the folder is.
type expected struct {
	Raw    any      `json:"value"`
	RelTol *float64 `json:"rel_tol"`
	AbsTol *float64 `json:"abs_tol"`
	Assert *bool    `json:"assert"`
	Source string   `json:"source"`
}

type referenceCase struct {
	name  string
	rows  []map[string]string
	facts map[string]expected
}

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

// references reads TOPIC/PATTERN.expected.json with their data, in order of name.
func references(t *testing.T, pattern string) (out []referenceCase) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(referenceDir(t), pattern+".expected.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no reference case matches %s (%v)", pattern, err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var body struct {
			Data   string              `json:"data"`
			Values map[string]expected `json:"values"`
		}
		if err := json.Unmarshal(raw, &body); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		out = append(out, referenceCase{strings.TrimSuffix(filepath.Base(f), ".expected.json"), table(t, filepath.Join(filepath.Dir(f), body.Data)), body.Values})
	}
	return out
}

func table(t *testing.T, path string) (rows []map[string]string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, cell := range cells {
			row[all[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// waves are the rows of a case as sheets, which are scored where a cell holds a number: the pairs come
// from Match, as they do in a run.
func (c referenceCase) waves(group, pre, post string) (before, after []Sheet) {
	for i, row := range c.rows {
		code := row["id"]
		if code == "" {
			code = "row" + strconv.Itoa(i)
		}
		for side, column := range []string{pre, post} {
			s := Sheet{Code: code, Group: row[group], Place: c.name + ":" + strconv.Itoa(i+2), Index: i}
			if v, err := strconv.ParseFloat(row[column], 64); err == nil {
				s.Score, s.Scored = v, true
			}
			if side == 0 {
				before = append(before, s)
			} else {
				after = append(after, s)
			}
		}
	}
	return before, after
}

func (c referenceCase) pairs(t *testing.T, group, pre, post string) Pairs {
	t.Helper()
	p, err := Match(c.waves(group, pre, post))
	if err != nil {
		t.Fatalf("%s: %v", c.name, err)
	}
	return p
}

// held compares the figures with the case: ids says by which reference id each goes, with a star for
// the bounds of its interval. It fails on a testable id that is neither answered nor said to be elsewhere,
// and returns how many were compared.
func (c referenceCase) held(t *testing.T, figures []evaluate.Figure, ids map[string]string, elsewhere func(id string) bool) (compared int) {
	t.Helper()
	got := map[string]evaluate.Value{}
	for _, f := range figures {
		for _, id := range strings.Fields(ids[f.ID]) {
			if base, interval := strings.CutSuffix(id, "*"); interval {
				got[base+"_low"], got[base+"_high"] = f.Interval.Lo, f.Interval.Hi
			} else {
				got[id] = f.Value
			}
		}
	}
	for _, id := range slices.Sorted(keysOf(c.facts)) {
		want := c.facts[id]
		if want.Assert != nil && !*want.Assert {
			continue
		}
		v, answered := got[id]
		if !answered {
			if !elsewhere(id) {
				t.Errorf("%s %s: no figure answers this id", c.name, id)
			}
			continue
		}
		compared++
		if fault := want.differs(v); fault != "" {
			t.Errorf("%s %s: %s [%s]", c.name, id, fault, want.Source)
		}
	}
	return compared
}

// differs says how a value misses the reference, or nothing. What has no value there has none here. A count
// or a value without a tolerance may miss the last bits alone.
func (e expected) differs(got evaluate.Value) string {
	want, is := e.Raw.(float64)
	if !is {
		if got.Present() {
			return "is " + got.String() + ", want none"
		}
		return ""
	}
	relative, absolute := 1e-14, 0.0
	if e.RelTol != nil {
		relative = *e.RelTol
		if relative == 1e-9 {
			relative = 1e-10
		}
	}
	if e.AbsTol != nil {
		absolute = *e.AbsTol
	}
	if !got.Present() || !(math.Abs(got.Float()-want) <= max(absolute, relative*math.Abs(want))) {
		return "is " + got.String() + ", want " + strconv.FormatFloat(want, 'g', 17, 64)
	}
	return ""
}

func keysOf[K comparable, V any](m map[K]V) func(func(K) bool) {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// complains is what tests and laws share.
type complains interface {
	Helper()
	Errorf(format string, args ...any)
}

// wholesome holds figures to what each must be: an id of its own, both languages wherever there are
// words, no number that is none, and a reason where there is no value.
func wholesome(t complains, what string, figures []evaluate.Figure) map[string]evaluate.Figure {
	t.Helper()
	by := map[string]evaluate.Figure{}
	for _, f := range figures {
		if _, twice := by[f.ID]; twice {
			t.Errorf("%s: %s stands there twice", what, f.ID)
		}
		by[f.ID] = f
		texts := map[string]evaluate.Text{"method": f.Method, "reason": f.Reason}
		for _, w := range f.Warnings {
			texts["warning "+w.Code] = w.Text
		}
		for kind, text := range texts {
			if (text.PL == "") != (text.EN == "") {
				t.Errorf("%s: %s has its %s in one language: %+v", what, f.ID, kind, text)
			}
		}
		switch {
		case f.Label.PL == "" || f.Label.EN == "":
			t.Errorf("%s: %s has no label in both languages: %+v", what, f.ID, f.Label)
		case f.Status == evaluate.Known && !f.Value.Present():
			t.Errorf("%s: %s is known and has no value", what, f.ID)
		case f.Status != evaluate.Known && (f.Value.Present() || f.Reason.PL == "" || f.Reason.EN == ""):
			t.Errorf("%s: %s is not available without a reason: %+v", what, f.ID, f.Reason)
		}
		for _, v := range []evaluate.Value{f.Value, f.N, f.Numerator, f.Denominator, f.Interval.Lo, f.Interval.Hi} {
			if v.Present() && (math.IsNaN(v.Float()) || math.IsInf(v.Float(), 0)) {
				t.Errorf("%s: %s holds %s", what, f.ID, v)
			}
		}
	}
	return by
}
