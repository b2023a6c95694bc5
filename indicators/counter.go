package indicators

import (
	"fmt"
	"maps"
	"math/bits"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// Options vary how a rule set counts.
type Options struct {
	// Completers says who finished as planned. Defaults to that of the rule set.
	Completers *Criterion
	// Facts are what the project states, by code. A fact that is not here is not available; it is
	// never 0.
	Facts map[string]Fact
}

// Counter counts participations, batch by batch. It is for one goroutine; give each its own and
// bring them together with [Counter.Merge]. The table depends neither on the order of the rows
// nor on how they were shared out.
type Counter struct {
	set     *Set
	engine  engine
	tallies []tally // one a figure of the plan
	groups  []gap   // one a group: records without the column sex
	records int64
	facts   map[string]Fact
}

// tally is what has been counted of a figure.
type tally struct {
	num, den [groupCount]int64
	lacking  gap              // what made it not available, and for how many records
	without  map[string]int64 // optional needs not met -> records
}

// gap counts records whose export lacks a column that a figure needs.
type gap struct {
	records int64
	needs   map[string]int64 // Need.String() -> records
}

func (g *gap) add(rows int64, needs []string) {
	g.records += rows
	if g.needs == nil {
		g.needs = map[string]int64{}
	}
	for _, n := range needs {
		g.needs[n] += rows
	}
}

func (g *gap) merge(o *gap) {
	g.records += o.records
	g.needs = mergeCounts(g.needs, o.needs)
}

func mergeCounts(to, from map[string]int64) map[string]int64 {
	if to == nil && len(from) > 0 {
		to = map[string]int64{}
	}
	for k, n := range from {
		to[k] += n
	}
	return to
}

// Of is the rule set as the options vary it.
func (o Options) Of(set *Set) (*Set, error) {
	if o.Completers == nil {
		return set, nil
	}
	p := set.Parameters
	p.Completers = *o.Completers
	return set.WithParameters(p)
}

// NewCounter is an empty counter for a rule set.
func NewCounter(set *Set, o Options) (*Counter, error) {
	set, err := o.Of(set)
	if err != nil {
		return nil, err
	}
	if err := set.CheckFacts(o.Facts); err != nil {
		return nil, err
	}
	plan, err := set.compile(set.schema)
	if err != nil {
		return nil, err
	}
	return &Counter{set: set, engine: engine{set: set}, tallies: make([]tally, len(plan.figures)), groups: make([]gap, groupCount), facts: maps.Clone(o.Facts)}, nil
}

// Add counts the rows of a batch, which must be participations. The batch is not kept. An error
// means that the batch is of another schema than participants; nothing of it was counted then.
func (c *Counter) Add(b *datasets.Batch) error {
	if b.Rows() == 0 {
		return nil
	}
	if err := c.engine.evaluate(b); err != nil {
		return fmt.Errorf("indicators: a batch of %s (schema %s) cannot be counted by %s: %w", b.File, b.Schema.Name, c.set.Name, err)
	}
	rows := int64(b.Rows())
	c.records += rows
	c.withoutSex(rows)
	for i := range c.tallies {
		c.count(&c.tallies[i], i, rows)
	}
	return nil
}

// withoutSex notes the rows that no group by sex can be told of.
func (c *Counter) withoutSex(rows int64) {
	for g, id := range c.engine.plan.groups {
		if id >= 0 && !c.engine.available[id] {
			c.groups[g].add(rows, []string{"sex"})
		}
	}
}

// lacks notes what rows lack of a figure, and tells whether it is therefore not available.
func (c *Counter) lacks(t *tally, figure int, rows int64) bool {
	if unmet := c.engine.unmet[figure]; unmet != nil {
		t.lacking.add(rows, unmet)
		return true
	}
	for _, need := range c.engine.without[figure] {
		if t.without == nil {
			t.without = map[string]int64{}
		}
		t.without[need] += rows
	}
	return false
}

func (c *Counter) count(t *tally, figure int, rows int64) {
	if c.lacks(t, figure, rows) {
		return
	}
	f := c.engine.plan.figures[figure]
	for g, id := range c.engine.plan.groups {
		if id < 0 {
			continue
		}
		group := c.engine.bits[id]
		t.num[g] += andCount(c.engine.bits[f.count], group)
		t.den[g] += andCount(c.engine.bits[f.eligible], group)
	}
}

// andCount is the number of rows in both bitsets.
func andCount(a, b []uint64) int64 {
	n := 0
	for w, x := range a {
		n += bits.OnesCount64(x & b[w])
	}
	return int64(n)
}

// Merge adds what another counter of the same rule set has counted. The other stays as it was.
// Facts are not added, since the counters of one project's shares were all told the same: what
// both state must agree. For a total over projects see [Fact.Plus].
func (c *Counter) Merge(o *Counter) error {
	if !c.set.same(o.set) {
		return fmt.Errorf("indicators: counters of %s version %d and %s version %d cannot be merged; count both by one rule set",
			c.set.Name, c.set.Version, o.set.Name, o.set.Version)
	}
	if err := c.mergeFacts(o); err != nil {
		return err
	}
	c.records += o.records
	for g := range c.groups {
		c.groups[g].merge(&o.groups[g])
	}
	for i := range c.tallies {
		t, u := &c.tallies[i], &o.tallies[i]
		for g := range groupCount {
			t.num[g] += u.num[g]
			t.den[g] += u.den[g]
		}
		t.lacking.merge(&u.lacking)
		t.without = mergeCounts(t.without, u.without)
	}
	return nil
}

// sortedNeeds lists the needs of a gap in a fixed order.
func sortedNeeds(needs map[string]int64) []string {
	names := make([]string, 0, len(needs))
	for n := range needs {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}
