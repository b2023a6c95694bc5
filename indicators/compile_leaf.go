package indicators

import (
	"fmt"
	"math"

	"github.com/efseval/efseval/datasets"
)

// lookup finds a field of the schema.
func (p *compiler) lookup(at Place, name string) (int, *datasets.Field, error) {
	i := p.schema.Index(name)
	if i < 0 {
		return 0, nil, faultAt(at, "unknown field %q%s", name, meantField(name, p.schema))
	}
	return i, &p.schema.Fields[i], nil
}

// meantField suggests a field only where one is near: the whole list would hide the message.
func meantField(name string, schema *datasets.Schema) string {
	if near := datasets.Nearest(name, schema.Names()); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return fmt.Sprintf(" of the schema %s", schema.Name)
}

// field compiles the test of one field, which must suit its kind.
func (p *compiler) field(c *Criterion) (int, error) {
	i, f, err := p.lookup(c.place, c.Field)
	if err != nil {
		return 0, err
	}
	n := node{field: i, orMissing: c.OrMissing, need: Need{Ways: [][]string{{f.Name}}}}
	switch {
	case c.In != nil && (f.Kind == datasets.Category || f.Kind == datasets.Flag):
		n.op, err = opCodes, p.terms(&n, c, f, c.In)
	case c.Has != nil && f.Kind == datasets.Set:
		n.op, err = opHas, p.terms(&n, c, f, c.Has)
	case c.HasAll != nil && f.Kind == datasets.Set:
		n.op, err = opHasAll, p.terms(&n, c, f, c.HasAll)
	case (c.Before != "" || c.From != "") && f.Kind == datasets.Date:
		n.op, err = opBetween, n.between(c)
	case (c.Within != "" || c.Days != nil || c.Months != nil) && f.Kind == datasets.Date:
		n.op, err = opWithin, p.window(&n, c)
	default:
		return 0, faultAt(c.place, "field %s is a %s; %s", f.Name, f.Kind, testsOf(f.Kind))
	}
	if err != nil {
		return 0, err
	}
	return p.add(n), nil
}

func testsOf(k datasets.Kind) string {
	switch k {
	case datasets.Category, datasets.Flag:
		return "test it with in: [...]"
	case datasets.Set:
		return "test it with has: [...] or has_all: [...]"
	case datasets.Date:
		return "test it with before: and from: (yyyy-MM-dd), within: immediate, within_days_of_exit: or within_months_of_exit:"
	}
	return "only known: can be asked of it (for age write age: {below: 25})"
}

// terms collects the bits of the terms of a vocabulary.
func (p *compiler) terms(n *node, c *Criterion, f *datasets.Field, terms []string) error {
	if len(terms) == 0 {
		return faultAt(c.place, "field %s: the list of terms is empty", f.Name)
	}
	for _, term := range terms {
		bit := f.Vocabulary.Bit(term)
		if bit == 0 {
			return faultAt(c.place, "field %s has no term %q%s", f.Name, term, datasets.Meant(term, f.Vocabulary.Codes()))
		}
		n.mask |= bit
	}
	return nil
}

// ageNeed is how age at entry can be known.
func ageNeed() Need { return Need{Ways: [][]string{{"age"}, {"birth_date", "entry_date"}}} }

func (p *compiler) age(c *Criterion) (int, error) {
	b := c.Age
	n := node{op: opAge, lo: 0, hi: math.MaxInt16, need: ageNeed()}
	if b.Below == nil && b.From == nil && b.To == nil || b.Below != nil && b.To != nil {
		return 0, faultAt(c.place, "age wants below, or from, or to, or from with one of the others")
	}
	for _, bound := range [...]*int{b.Below, b.From, b.To} {
		if bound != nil && (*bound < 0 || *bound > maxAge) {
			return 0, faultAt(c.place, "nobody is of that age: %d; ages go from 0 to %d", *bound, maxAge)
		}
	}
	if b.From != nil {
		n.lo = *b.From
	}
	if b.To != nil {
		n.hi = *b.To
	}
	if b.Below != nil {
		n.hi = *b.Below - 1
	}
	if n.lo < 0 || n.hi < n.lo {
		return 0, faultAt(c.place, "nobody is of that age: from %d to %d", n.lo, n.hi)
	}
	return p.add(n), nil
}

func (p *compiler) longTerm(c *Criterion) (int, error) {
	for _, name := range [...]string{"labour_status_detail", "unemployed_since", "entry_date"} {
		if _, _, err := p.lookup(c.place, name); err != nil {
			return 0, err
		}
	}
	return p.add(node{op: opLong, need: Need{Ways: [][]string{{"labour_status_detail"}, {"unemployed_since", "entry_date"}}}}), nil
}

func (p *compiler) known(at Place, name string) (int, error) {
	i, f, err := p.lookup(at, name)
	if err != nil {
		return 0, err
	}
	n := node{op: opKnown, field: i, need: Need{Ways: [][]string{{f.Name}}}}
	if name == "age" {
		n.field, n.need = ageField, ageNeed()
	}
	return p.add(n), nil
}
