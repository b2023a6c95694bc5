package stats_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// everyFact compares all facts of a case, and fails on one that got has no
// answer for, so that nothing is passed over; words are the ids of facts that
// are text and not figures. A fact of infinity wants an undefined answer that is
// Unbounded. It returns how many were compared.
func (c *referenceCase) everyFact(t *testing.T, got answers, words ...string) int {
	t.Helper()
	compared := 0
	for _, id := range slices.Sorted(keys(c.facts)) {
		want := c.facts[id]
		if want.Assert != nil && !*want.Assert || slices.Contains(words, id) {
			continue
		}
		compared++
		answer, known := got[id]
		if !known {
			t.Errorf("%s %s: no answer to this fact", c.name, id)
			continue
		}
		if text, is := want.Raw.(string); is {
			if (text != "Inf" && text != "Infinity") || answer.Why != stats.Unbounded {
				t.Errorf("%s %s: is %v, want %s", c.name, id, answer, text)
			}
			continue
		}
		if fault := want.differs(answer); fault != "" {
			t.Errorf("%s %s: %s [%s]", c.name, id, fault, want.Source)
		}
	}
	return compared
}

// grouped splits a column by another one, in order of first appearance, or in
// the order of names where given.
func grouped(t *testing.T, c referenceCase, by, of string, names []string) [][]float64 {
	t.Helper()
	at, value := c.column(t, by), c.column(t, of)
	var out [][]float64
	out = make([][]float64, len(names))
	for _, row := range c.rows {
		j := slices.Index(names, row[at])
		if j < 0 {
			j = len(names)
			names, out = append(names, row[at]), append(out, nil)
		}
		v, err := strconv.ParseFloat(row[value], 64)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		out[j] = append(out[j], v)
	}
	return out
}
