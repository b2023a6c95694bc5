package main

import (
	"cmp"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// firstPlaces is how many places of a rule are shown; the file of -o has all.
const firstPlaces = 3

// kindOfProblem is the problems of one rule.
type kindOfProblem struct {
	rule     string
	severity datasets.Severity
	count    int
	first    []placed
}

// placed is a problem and its project.
type placed struct {
	project string
	problem datasets.Problem
}

// kindTable counts problems by rule and severity.
type kindTable struct {
	kinds []kindOfProblem
	index map[kindKey]int
	last  int // the kind of the problem before: one of an export often has the same
}

type kindKey struct {
	severity datasets.Severity
	rule     string
}

func newKindTable() kindTable { return kindTable{index: map[kindKey]int{}} }

// kindsOf counts the problems of one project, whose name need not be told.
func kindsOf(problems []datasets.Problem) kindTable {
	kinds := newKindTable()
	for i := range problems {
		kinds.add("", &problems[i])
	}
	return kinds
}

// add counts a problem. Among the first of its kind it is kept, and what is kept is returned.
func (t *kindTable) add(project string, p *datasets.Problem) (kept *placed) {
	k := t.kind(p)
	k.count++
	if len(k.first) == firstPlaces {
		return nil
	}
	k.first = append(k.first, placed{project, *p})
	return &k.first[len(k.first)-1]
}

func (t *kindTable) kind(p *datasets.Problem) *kindOfProblem {
	if t.last < len(t.kinds) && t.kinds[t.last].rule == p.Rule && t.kinds[t.last].severity == p.Severity {
		return &t.kinds[t.last]
	}
	key := kindKey{p.Severity, p.Rule}
	i, known := t.index[key]
	if !known {
		i = len(t.kinds)
		t.index[key] = i
		t.kinds = append(t.kinds, kindOfProblem{rule: p.Rule, severity: p.Severity})
	}
	t.last = i
	return &t.kinds[i]
}

// weight orders severities, the most serious last.
func weight(s datasets.Severity) int {
	return slices.Index([]datasets.Severity{datasets.Note, datasets.Warning, datasets.Error}, s)
}

// ordered are the rules, the most serious and the most frequent last.
func (t *kindTable) ordered() []kindOfProblem {
	kinds := slices.Clone(t.kinds)
	slices.SortFunc(kinds, func(a, b kindOfProblem) int {
		return cmp.Or(cmp.Compare(weight(a.severity), weight(b.severity)), cmp.Compare(a.count, b.count), cmp.Compare(a.rule, b.rule))
	})
	return kinds
}

// total counts the problems of a severity.
func (t *kindTable) total(s datasets.Severity) int {
	n := 0
	for _, k := range t.kinds {
		if k.severity == s {
			n += k.count
		}
	}
	return n
}
