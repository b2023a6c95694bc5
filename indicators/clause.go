package indicators

import (
	"slices"

	"github.com/efseval/efseval/datasets"
)

// Clause is a criterion in words, part by part: what a lawyer reads line by line, where
// [Set.Say] is one sentence. Either it has Words, or Parts that are joined.
type Clause struct {
	Join  Join
	Words datasets.Label // of a single condition
	Parts []Clause
}

// Join is how the parts of a clause belong together.
type Join string

// How parts are joined.
const (
	Single  Join = ""     // one condition, in Words
	AllOf   Join = "all"  // every part holds
	AnyOf   Join = "any"  // at least one part holds
	NotThat Join = "none" // the only part is not known to hold
)

// Clauses puts a criterion in words, part by part. Indicators are named by code and name.
func (s *Set) Clauses(c *Criterion) Clause {
	var out Clause
	switch {
	case c.All != nil:
		out = s.clauseOf(AllOf, c.All)
	case c.Any != nil:
		out = s.clauseOf(AnyOf, c.Any)
	case c.Not != nil && (c.Not.All != nil || c.Not.Any != nil || c.Not.Not != nil):
		return Clause{Join: NotThat, Parts: []Clause{s.Clauses(c.Not)}}
	case c.Not != nil:
		out.Words = s.Say(c)
		if c.Not.Optional {
			out.Words.PL += " (jeżeli eksport nie ma tej kolumny, warunek jest spełniony)"
			out.Words.EN += " (where the export has no such column, the condition holds)"
		}
	case c.Indicator != "":
		name := s.NameOf(c.Indicator)
		out.Words = datasets.Label{PL: "osoba liczona we wskaźniku " + c.Indicator + " „" + name.PL + "”", EN: "counted in " + c.Indicator + " \"" + name.EN + "\""}
	default:
		out.Words = s.Say(c)
	}
	return out
}

func (s *Set) clauseOf(join Join, parts []Criterion) Clause {
	if len(parts) == 1 {
		return s.Clauses(&parts[0])
	}
	out := Clause{Join: join}
	for i := range parts {
		part := s.Clauses(&parts[i])
		if parts[i].Optional && part.Join == Single {
			part.Words.PL += " (tylko jeżeli eksport ma potrzebne kolumny)"
			part.Words.EN += " (only where the export has the columns for it)"
		}
		if part.Join == join {
			out.Parts = append(out.Parts, part.Parts...)
			continue
		}
		out.Parts = append(out.Parts, part)
	}
	return out
}

// Relations lists the invariants that a figure takes part in: those that hold in every rule set, then
// those of this one.
func (s *Set) Relations(code string) (of []Invariant) {
	for _, v := range s.relations() {
		if slices.Contains(v.Left, code) || slices.Contains(v.Right, code) {
			of = append(of, v)
		}
	}
	return of
}

// Uses lists the indicators that a criterion refers to, directly or through others, each once, in the
// order in which it names them.
func (s *Set) Uses(c *Criterion) []string {
	var codes []string
	s.uses(c, &codes)
	return codes
}

func (s *Set) uses(c *Criterion, codes *[]string) {
	for i := range c.All {
		s.uses(&c.All[i], codes)
	}
	for i := range c.Any {
		s.uses(&c.Any[i], codes)
	}
	if c.Not != nil {
		s.uses(c.Not, codes)
	}
	if c.Indicator == "" || slices.Contains(*codes, c.Indicator) {
		return
	}
	*codes = append(*codes, c.Indicator)
	if d := s.Definition(c.Indicator); d != nil {
		s.uses(&d.Eligible, codes)
		s.uses(&d.Achieved, codes)
	}
}
