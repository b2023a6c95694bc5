package indicators

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// op is what a node of a plan does to the columns or bitsets below it.
type op uint8

const (
	opEveryone op = iota
	opCodes       // Category, Flag: one of the codes of mask
	opHas         // Set: any member of mask
	opHasAll      // Set: all members of mask
	opBetween     // Date: from lo to hi, in days of the column
	opWithin      // Date: up to days and months after exit
	opAge         // lo <= age <= hi
	opLong        // long-term unemployed
	opKnown       // field holds a value; ageField: age is known
	opAll
	opAny
	opNot
)

// ageField stands for the age at entry, which may be worked out from two other fields.
const ageField = -1

// maxDepth is how deep criteria may nest, so that a text cannot exhaust the stack.
const maxDepth = 64

// node is one distinct criterion of a plan. Its kids come before it.
type node struct {
	op           op
	kids         []int
	optional     []bool // of each kid
	field        int
	mask         uint64
	lo, hi       int
	days, months int
	orMissing    bool
	orNoColumn   bool // true where the whole column is missing, not where a value is
	need         Need // of a leaf
	entry        bool // a leaf that goes by the date of entry, too, where there is one
}

// key is equal for equal criteria; the plan holds each only once.
func (n *node) key() string {
	return fmt.Sprint(n.op, n.kids, n.optional, n.field, n.mask, n.lo, n.hi, n.days, n.months, n.orMissing, n.orNoColumn)
}

// compiler turns criteria into nodes over the columns of one schema.
type compiler struct {
	set    *Set
	schema *datasets.Schema
	nodes  []node
	ids    map[string]int
	met    map[string]int // code -> node of "eligible and achieved"
	path   []string       // codes being resolved, to find circles
	depth  int
}

func newCompiler(set *Set, schema *datasets.Schema) *compiler {
	return &compiler{set: set, schema: schema, ids: map[string]int{}, met: map[string]int{}}
}

func (p *compiler) add(n node) int {
	key := n.key()
	if id, known := p.ids[key]; known {
		return id
	}
	p.nodes = append(p.nodes, n)
	p.ids[key] = len(p.nodes) - 1
	return len(p.nodes) - 1
}

func (p *compiler) everyone() int { return p.add(node{op: opEveryone}) }

// criterion compiles a tree. alternative says that it stands under any or not.
func (p *compiler) criterion(c *Criterion, alternative bool) (int, error) {
	if p.depth++; p.depth > maxDepth {
		return 0, faultAt(c.place, "criteria nest deeper than %d", maxDepth)
	}
	defer func() { p.depth-- }()
	if err := c.check(alternative); err != nil {
		return 0, err
	}
	switch {
	case c.All != nil:
		return p.join(opAll, c.All)
	case c.Any != nil:
		return p.join(opAny, c.Any)
	case c.Not != nil:
		return p.join(opNot, []Criterion{*c.Not})
	case c.Field != "":
		return p.field(c)
	case c.Age != nil:
		return p.age(c)
	case c.LongTermUnemployed:
		return p.longTerm(c)
	case c.Indicator != "":
		return p.indicator(c)
	case c.Known != "":
		return p.known(c.place, c.Known)
	}
	return p.everyone(), nil
}

// join compiles the parts of all, any and not. Everyone adds nothing to all, and a list of one
// is its part.
func (p *compiler) join(o op, parts []Criterion) (int, error) {
	n := node{op: o}
	for i := range parts {
		id, err := p.criterion(&parts[i], o != opAll)
		if err != nil {
			return 0, err
		}
		n.kids, n.optional = append(n.kids, id), append(n.optional, parts[i].Optional)
	}
	return p.joined(n), nil
}

func (p *compiler) joined(n node) int {
	if n.op == opAll {
		all, everyone := n.kids, p.everyone()
		n.kids, n.optional = nil, nil
		for _, id := range all {
			if id != everyone && !slices.Contains(n.kids, id) {
				n.kids, n.optional = append(n.kids, id), append(n.optional, false)
			}
		}
		if len(n.kids) == 0 {
			return everyone
		}
	}
	if n.op != opNot && len(n.kids) == 1 && !n.optional[0] {
		return n.kids[0]
	}
	return p.add(n)
}

func (p *compiler) all(ids ...int) int {
	return p.joined(node{op: opAll, kids: ids, optional: make([]bool, len(ids))})
}

// indicator compiles a reference: eligible and achieved there. A circle is a fault.
func (p *compiler) indicator(c *Criterion) (int, error) {
	d := p.set.Definition(c.Indicator)
	if d == nil {
		return 0, faultAt(c.place, "unknown indicator %q%s", c.Indicator, datasets.Meant(c.Indicator, p.set.Codes()))
	}
	if d.Fact {
		return 0, faultAt(c.place, "%s is a fact that the project states; no person can be held to it", d.Code)
	}
	if slices.Contains(p.path, d.Code) {
		return 0, faultAt(c.place, "the definitions refer to each other in a circle: %s", strings.Join(append(p.path, d.Code), " -> "))
	}
	if id, known := p.met[d.Code]; known {
		return id, nil
	}
	eligible, achieved, err := p.definition(d)
	if err != nil {
		return 0, err
	}
	p.met[d.Code] = p.all(eligible, achieved)
	return p.met[d.Code], nil
}

// definition compiles both sides of an indicator.
func (p *compiler) definition(d *Definition) (eligible, achieved int, err error) {
	p.path = append(p.path, d.Code)
	defer func() { p.path = p.path[:len(p.path)-1] }()
	if eligible, err = p.criterion(&d.Eligible, false); err == nil {
		achieved, err = p.criterion(&d.Achieved, false)
	}
	return eligible, achieved, named(err, d.Code)
}

// named says in which indicator a fault is; the innermost one counts.
func named(err error, code string) error {
	if f, ok := err.(*Fault); ok && f.Code == "" {
		f.Code = code
	}
	return err
}
