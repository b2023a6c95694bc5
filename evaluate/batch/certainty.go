package batch

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// certainty splits a criterion in two: one that is true where the data say that it holds, one where they
// say that it does not. Where neither is true nobody can tell, by Kleene's logic of three values:
//
//	surely all(a, b) = surely a and surely b          surely not all(a, b) = surely not a or surely not b
//	surely any(a, b) = surely a or surely b           surely not any(a, b) = surely not a and surely not b
//	surely not(a)    = surely not a                   surely not not(a)    = surely a
type certainty struct{ set *indicators.Set }

// deepest is how deep criteria and references between indicators may nest here; a set that compiled has
// no circles.
const deepest = 64

// both are the two criteria of one. Depth is how deep it nests already, 0 for the first.
func (s *certainty) both(c indicators.Criterion, depth int) (yes, no indicators.Criterion, err error) {
	if depth++; depth > deepest {
		return yes, no, fmt.Errorf("the criterion nests deeper than %d", deepest)
	}
	switch {
	case c.All != nil:
		yeses, noes, err := s.each(c.All, depth)
		return indicators.Criterion{All: yeses}, indicators.Criterion{Any: noes}, err
	case c.Any != nil:
		yeses, noes, err := s.each(c.Any, depth)
		return indicators.Criterion{Any: yeses}, indicators.Criterion{All: noes}, err
	case c.Not != nil:
		yeses, noes, err := s.each([]indicators.Criterion{*c.Not}, depth)
		if err != nil {
			return yes, no, err
		}
		return noes[0], yeses[0], nil
	case c.Indicator != "":
		d := s.set.Definition(c.Indicator)
		if d == nil {
			return yes, no, fmt.Errorf("unknown indicator %q; efseval explain lists all", c.Indicator)
		}
		return s.both(indicators.Criterion{All: []indicators.Criterion{d.Eligible, d.Achieved}}, depth)
	case c.Known != "" || c.Everyone:
		return c, not(c), nil // whether a value is known is always known
	}
	known := s.answered(c)
	return c, indicators.Criterion{All: append(known, not(c))}, nil
}

func (s *certainty) each(parts []indicators.Criterion, depth int) (yeses, noes []indicators.Criterion, err error) {
	for _, part := range parts {
		optional := part.Optional
		part.Optional = false
		yes, no, err := s.both(part, depth)
		if err != nil {
			return nil, nil, err
		}
		if optional { // without its column the part is false
			yes, no = anyOptional(yes), not(anyOptional(not(no)))
		}
		yeses, noes = append(yeses, yes), append(noes, no)
	}
	return yeses, noes, nil
}

// anyOptional is a part that is false where the export lacks its column.
func anyOptional(c indicators.Criterion) indicators.Criterion {
	c.Optional = true
	return indicators.Criterion{Any: []indicators.Criterion{c, not(indicators.Criterion{Everyone: true})}}
}

func not(c indicators.Criterion) indicators.Criterion { return indicators.Criterion{Not: &c} }

// answered is what must be known before a test that does not hold is known not to.
func (s *certainty) answered(c indicators.Criterion) []indicators.Criterion {
	known := func(field string) indicators.Criterion { return indicators.Criterion{Known: field} }
	switch {
	case c.Age != nil:
		return []indicators.Criterion{known("age")}
	case c.LongTermUnemployed:
		since := indicators.Criterion{All: []indicators.Criterion{known("unemployed_since"), known("entry_date")}}
		return []indicators.Criterion{{Any: []indicators.Criterion{optional(known("labour_status_detail")), optional(since)}}}
	case c.Within != "" || c.Days != nil || c.Months != nil:
		return []indicators.Criterion{known(c.Field), known("exit_date")}
	}
	out := []indicators.Criterion{known(c.Field)}
	if f := s.set.Schema().Field(c.Field); f != nil && f.Kind == datasets.Flag && !slices.Contains(c.In, "refused") {
		out = append(out, not(indicators.Criterion{Field: c.Field, In: []string{"refused"}}))
	}
	return out
}

func optional(c indicators.Criterion) indicators.Criterion {
	c.Optional = true
	return c
}
