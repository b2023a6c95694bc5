package indicators

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Fact is a number that a project states of itself, as that one social partner carries it out
// (CO20), or that 12 men and 30 women were trained in digital skills. It is never counted from
// rows. nil means not stated; it is not 0.
type Fact struct {
	Total     *int64 `yaml:"total,omitempty"`
	Women     *int64 `yaml:"women,omitempty"`
	Men       *int64 `yaml:"men,omitempty"`
	NonBinary *int64 `yaml:"non_binary,omitempty"`
}

// settleFact fills the defaults of a fact in and refuses what a fact cannot have.
func (d *Definition) settleFact() error {
	cause := d.lacksOfAny()
	switch {
	case cause != "":
	case !d.Eligible.IsZero() || !d.Achieved.IsZero():
		cause = "a fact is stated by the project and not counted; leave eligible and achieved out"
	case d.Records != "":
		cause = "a fact is stated by the project and not counted; leave records out"
	}
	if cause != "" {
		return &Fault{Place: d.place, Code: d.Code, Message: cause}
	}
	return nil
}

// Plus is the sum of two facts, for a total over projects; what one of them does not state, the
// sum does not either. [Counter.Merge] does not add facts.
func (f Fact) Plus(o Fact) Fact {
	return Fact{plus(f.Total, o.Total), plus(f.Women, o.Women), plus(f.Men, o.Men), plus(f.NonBinary, o.NonBinary)}
}

func plus(a, b *int64) *int64 {
	if a == nil || b == nil {
		return nil
	}
	sum := *a + *b
	return &sum
}

// of is the number stated for one of the groups of a sex, nil where none is.
func (f Fact) of(g Group) *int64 {
	switch g {
	case Women:
		return f.Women
	case Men:
		return f.Men
	case NonBinary:
		return f.NonBinary
	}
	return nil
}

// CheckFacts refuses facts of unknown codes, of indicators that are counted from rows, below 0,
// by sex where the unit has none, and whose parts contradict the total. A nil map is nothing
// stated.
func (s *Set) CheckFacts(facts map[string]Fact) error {
	for _, code := range slices.Sorted(maps.Keys(facts)) {
		d := s.Definition(code)
		if d == nil || !d.Fact {
			return s.noFact(code, d)
		}
		if cause := facts[code].wrong(d, s); cause != "" {
			return fmt.Errorf("indicators: the fact %s %s", code, cause)
		}
	}
	return nil
}

func (s *Set) noFact(code string, d *Definition) error {
	if d != nil {
		return fmt.Errorf("indicators: %s of %s is counted from the export and cannot be stated as a fact; leave it out", code, s.Name)
	}
	var codes []string
	for i := range s.Definitions {
		if s.Definitions[i].Fact {
			codes = append(codes, s.Definitions[i].Code)
		}
	}
	if len(codes) == 0 {
		return fmt.Errorf("indicators: the rule set %s has no facts, and so not %q; leave it out", s.Name, code)
	}
	return fmt.Errorf("indicators: no fact %q in %s%s", code, s.Name, datasets.Meant(code, codes))
}

// wrong says what a fact contradicts, empty where nothing.
func (f Fact) wrong(d *Definition, s *Set) string {
	sum, stated := int64(0), 0
	for _, g := range s.sexes() {
		n := f.of(g)
		switch {
		case n == nil:
			continue
		case *n < 0:
			return fmt.Sprintf("is %d (%s), must not be negative", *n, g)
		case *n > math.MaxInt64-sum:
			return fmt.Sprintf("has parts by sex that add up to more than %d; correct them", int64(math.MaxInt64))
		}
		sum, stated = sum+*n, stated+1
	}
	switch {
	case f.Total != nil && *f.Total < 0:
		return fmt.Sprintf("is %d, must not be negative", *f.Total)
	case f.NonBinary != nil && !slices.Contains(s.sexes(), NonBinary):
		return fmt.Sprintf("states non_binary, which the rule set %s does not report; leave it out", s.Name)
	case stated > 0 && d.Unit != Persons:
		return fmt.Sprintf("counts %s, which have no sex; state the total alone", d.Unit)
	case f.Total != nil && (sum > *f.Total || stated == len(s.sexes()) && sum != *f.Total):
		return fmt.Sprintf("states a total of %d, but its parts by sex add up to %d; correct one of them", *f.Total, sum)
	}
	return ""
}

// sexes lists the groups of the genders of the rule set.
func (s *Set) sexes() []Group {
	return slices.DeleteFunc(s.Groups(), func(g Group) bool { return g == UnknownSex || g == Total })
}

// factRow is the row of a fact. Where every sex of the rule set is stated, the total is their
// sum if it is not stated itself, and nobody is of unknown sex.
func (c *Counter) factRow(d *Definition) Row {
	f, stated := c.facts[d.Code]
	if stated && c.part {
		return c.factOfPart(d)
	}
	whole, sum := true, int64(0)
	for _, g := range c.set.sexes() {
		n := f.of(g)
		whole = whole && n != nil
		if n != nil {
			sum += *n
		}
	}
	unknown := (*int64)(nil)
	if whole {
		f.Total, unknown = &sum, new(int64)
	}
	r := Row{Code: d.Code, Fact: true}
	for _, g := range c.set.Groups() {
		switch g {
		case Total:
			r.Cells = append(r.Cells, c.factCell(d, f, g, f.Total))
		case UnknownSex:
			r.Cells = append(r.Cells, c.factCell(d, f, g, unknown))
		default:
			r.Cells = append(r.Cells, c.factCell(d, f, g, f.of(g)))
		}
	}
	return r
}

func (c *Counter) factCell(d *Definition, f Fact, g Group, n *int64) Cell {
	switch {
	case n != nil:
		return Cell{Num: *n, Available: true}
	case g != Total && d.Unit != Persons:
		unit := d.Unit.Label()
		return Cell{Why: datasets.Label{PL: "jednostka (" + unit.PL + ") nie ma płci", EN: "the unit (" + unit.EN + ") has no sex"}}
	case f.Total != nil:
		return Cell{Why: datasets.Label{
			PL: "projekt podał tylko liczbę ogółem; wpisz w project.yaml: " + c.wanted(d, true),
			EN: "the project stated the total only; write in project.yaml: " + c.wanted(d, true),
		}}
	}
	return Cell{Why: datasets.Label{
		PL: "projekt nie podał tej liczby, a eksport jej nie zawiera; wpisz w project.yaml: " + c.wanted(d, false),
		EN: "the project did not state this number, and the export does not hold it; write in project.yaml: " + c.wanted(d, false),
	}}
}

// FactsKey is the key of project.yaml under which a project states its facts, by code.
const FactsKey = "indicator_facts"

// wanted is the line that a project would write.
func (c *Counter) wanted(d *Definition, bySex bool) string {
	keys := []string{"total: …"}
	if bySex {
		for _, g := range c.set.sexes() {
			keys = append(keys, map[Group]string{Women: "women", Men: "men", NonBinary: "non_binary"}[g]+": …")
		}
	}
	return FactsKey + ": {" + d.Code + ": {" + strings.Join(keys, ", ") + "}}"
}

// withFacts puts the rows of the facts among those that were counted, in the order of the set.
func (c *Counter) withFacts(counted []Row) []Row {
	out := make([]Row, 0, len(c.set.Definitions))
	for i := range c.set.Definitions {
		if d := &c.set.Definitions[i]; d.Fact {
			out = append(out, c.factRow(d))
		} else if len(counted) > 0 {
			out, counted = append(out, counted[0]), counted[1:]
		}
	}
	return out
}

// mergeFacts keeps what either counter was told. Both were told of one project: what both state
// must be the same.
func (c *Counter) mergeFacts(o *Counter) error {
	for _, code := range slices.Sorted(maps.Keys(o.facts)) {
		mine, stated := c.facts[code]
		if stated && !mine.equal(o.facts[code]) {
			return fmt.Errorf("indicators: the counters to be merged state different facts of %s; a fact is of a project and is not added up: for several projects add it with Fact.Plus and state the sum", code)
		}
	}
	if len(o.facts) == 0 {
		return nil
	}
	both := maps.Clone(o.facts)
	maps.Copy(both, c.facts)
	c.facts = both
	return nil
}

func (f Fact) equal(o Fact) bool {
	same := func(a, b *int64) bool { return a == b || a != nil && b != nil && *a == *b }
	return same(f.Total, o.Total) && same(f.Women, o.Women) && same(f.Men, o.Men) && same(f.NonBinary, o.NonBinary)
}
