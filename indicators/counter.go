package indicators

import (
	"fmt"
	"maps"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// Options vary how a rule set counts.
type Options struct {
	// Completers says who finished as planned. Defaults to that of the rule set.
	Completers *Criterion
	// By splits the table: Table.Parts has a table for each combination of values that occurs.
	// Dimensions come from [Set.Dimension]. Empty: no parts.
	By []Dimension
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
	split   *split // nil without Options.By
	facts   map[string]Fact
	part    bool                      // of a part of a table: facts are of the whole
	reasons map[string]datasets.Label // what lacks, in words
}

// tally is what has been counted of a figure.
type tally struct {
	num, den [groupCount]int64
	dated    [groupCount]int64 // of num: those whose result has a date
	lacking  gap               // what made it not available, and for how many records
	without  map[string]int64  // optional needs not met -> records
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

// NewCounter is an empty counter for a rule set.
func NewCounter(set *Set, o Options) (*Counter, error) {
	if o.Completers != nil {
		p := set.Parameters
		p.Completers = *o.Completers
		var err error
		if set, err = set.WithParameters(p); err != nil {
			return nil, err
		}
	}
	if err := set.CheckFacts(o.Facts); err != nil {
		return nil, err
	}
	plan, err := set.compile(set.schema)
	if err != nil {
		return nil, err
	}
	c := newCounter(set, plan)
	c.facts = maps.Clone(o.Facts)
	c.engine.wantsAge = slices.ContainsFunc(o.By, func(d Dimension) bool { return d.Field == "age" })
	c.split, err = newSplit(set, o.By)
	return c, err
}

func newCounter(set *Set, plan *plan) *Counter {
	return &Counter{set: set, engine: engine{set: set}, tallies: make([]tally, len(plan.figures)), groups: make([]gap, groupCount)}
}

// Add counts the rows of a batch, which must be participations. The batch is not kept. An error
// means that the batch is of another schema than participants, or that the table would have too
// many parts; nothing of it was counted then.
func (c *Counter) Add(b *datasets.Batch) error {
	if b.Rows() == 0 {
		return nil
	}
	if err := c.evaluate(b); err != nil {
		return fmt.Errorf("indicators: a batch of %s (schema %s) cannot be counted by %s: %w", b.File, b.Schema.Name, c.set.Name, err)
	}
	c.note(c.engine.lacks(), int64(b.Rows()))
	for i := range c.tallies {
		if c.engine.unmet[i] == nil {
			c.count(&c.tallies[i], i)
		}
	}
	if c.split != nil {
		c.split.count(&c.engine, b)
	}
	return nil
}

// evaluate does what may fail before anything is counted.
func (c *Counter) evaluate(b *datasets.Batch) error {
	if err := c.engine.evaluate(b); err != nil {
		return err
	}
	if c.split == nil {
		return nil
	}
	return c.split.classify(&c.engine, b)
}

func (c *Counter) count(t *tally, figure int) {
	f, dated := c.engine.plan.figures[figure], c.engine.plan.dated[figure]
	for g, id := range c.engine.plan.groups {
		if id < 0 {
			continue
		}
		t.num[g] += c.engine.inGroup(f.count, Group(g))
		t.den[g] += c.engine.inGroup(f.eligible, Group(g))
		if dated >= 0 {
			t.dated[g] += c.engine.inGroup(dated, Group(g))
		}
	}
}

// Merge adds what another counter of the same rule set and dimensions has counted. The other
// stays as it was. Facts are not added, since the counters of one project's shares were all told
// the same: what both state must agree. For a total over projects see [Fact.Plus]. After an error
// nothing was added.
func (c *Counter) Merge(o *Counter) error {
	if !c.set.same(o.set) {
		return fmt.Errorf("indicators: counters of %s version %d and %s version %d cannot be merged; count both by one rule set",
			c.set.Name, c.set.Version, o.set.Name, o.set.Version)
	}
	told := c.facts
	if err := c.mergeFacts(o); err != nil {
		return err
	}
	if err := c.split.merge(o.split); err != nil {
		c.facts = told
		return fmt.Errorf("indicators: counters of %s cannot be merged: %w", c.set.Name, err)
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
			t.dated[g] += u.dated[g]
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
