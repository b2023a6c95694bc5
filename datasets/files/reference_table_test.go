package files

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// table is what was read: by header, a value by row; nil where missing.
type table struct {
	values   map[string][]any
	rows     int
	problems []datasets.Problem
}

func readTable(path string, p *datasets.Profile) (out table, err error) {
	out.values = map[string][]any{}
	s, err := Open(path, p)
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for b, err := range s.Batches() {
		if err != nil {
			return out, err
		}
		for i, f := range b.Schema.Fields {
			for row := range b.Rows() {
				if c := b.Column(i); strings.HasPrefix(f.Name, "item") {
					out.values[f.Label.PL] = append(out.values[f.Label.PL], plain(f.Kind, c, row))
				}
			}
		}
		out.rows += b.Rows()
		out.problems = append(out.problems, b.Problems...)
	}
	out.problems = append(out.problems, s.Conclusions().Problems...)
	return out, nil
}

func plain(k datasets.Kind, c *datasets.Column, row int) any {
	switch {
	case !c.Present || c.Missing(row):
		return nil
	case k == datasets.Number:
		return c.Numbers[row]
	case k == datasets.Date:
		return datasets.FormatDay(c.Days[row])
	}
	return string(c.Text(row))
}

// told tells whether an error was reported, on a line where one is asked for.
func (t *table) told(line int) bool {
	for _, p := range t.problems {
		if p.Severity == datasets.Error && (line == 0 || p.Position.Row == line) {
			return true
		}
	}
	return false
}

func (c *referenceCase) compare(t *testing.T, got table) {
	if c.Rows != nil && got.rows != *c.Rows {
		t.Errorf("read %d rows, want %d", got.rows, *c.Rows)
	}
	for _, p := range got.problems {
		if p.Severity == datasets.Error {
			t.Errorf("problem: %v", p)
		}
	}
	for header, want := range c.Values {
		for i, w := range want {
			if g := got.values[header]; i >= len(g) || !same(g[i], w) {
				t.Errorf("%s, row %d: %v, want %v", header, i+1, g, w)
			}
		}
	}
	for i, record := range c.Records {
		for header, w := range record {
			if g := got.values[header]; i >= len(g) || !same(g[i], w) {
				t.Errorf("%s, row %d: %v, want %q", header, i+1, g, w)
			}
		}
	}
	c.compareStatistics(t, got)
}

func (c *referenceCase) compareStatistics(t *testing.T, got table) {
	for header, want := range c.Stats {
		known, sum := 0, 0.0
		for _, v := range got.values[header] {
			if v != nil {
				known++
			}
			if x, ok := v.(float64); ok {
				sum += x
			}
		}
		if known != want.NonNull {
			t.Errorf("%s: %d values, want %d", header, known, want.NonNull)
		}
		if want.Sum != nil && math.Abs(sum-*want.Sum) > 1e-9*math.Abs(*want.Sum) { // the order of adding differs
			t.Errorf("%s: sum %v, want %v", header, sum, *want.Sum)
		}
	}
}

// same compares a value read with one of the manifest; blank text and null are both missing,
// and line ends inside a cell may be kept or made one (the manifest accepts both).
func same(got, want any) bool {
	if want == "" {
		want = nil
	}
	if g, ok := got.(string); ok {
		got = strings.ReplaceAll(g, "\r\n", "\n")
	}
	if w, ok := want.(string); ok {
		want = strings.TrimSpace(strings.ReplaceAll(w, "\r\n", "\n"))
	}
	return got == want
}
