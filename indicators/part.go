package indicators

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// Part is the table of those who have one combination of values. Without overlapping dimensions
// each person is in one part, and in every cell that is available the parts add up to the whole;
// a share of the whole is the sum of numerators over the sum of denominators, never a mean of
// shares.
type Part struct {
	Values []string         // of each dimension: a term, a band, a folded text; [NotKnown], [NoMember]
	Labels []datasets.Label // of each value; of a text its most frequent spelling, of equals the least by bytes
	Table  *Table           // whole, as if these persons alone had been counted
}

// Unsplit says that records of an export without a column for a dimension are among "not known":
// the other parts hold only what the other exports say.
type Unsplit struct {
	Dimension Dimension
	Need      string // the column, as "age or birth_date + entry_date"
	Records   int64
}

// tables adds the parts to the table of the whole.
func (p *split) tables(t *Table, s *Set, plan *plan, facts map[string]Fact) {
	t.Parts = []Part{}
	shown := p.shown()
	for i := range p.by {
		d := p.by[i].dim
		t.By = append(t.By, d)
		if p.absent[i] > 0 {
			t.Unsplit = append(t.Unsplit, Unsplit{Dimension: d, Need: p.by[i].need(), Records: p.absent[i]})
		}
	}
	counted := newCounter(s, plan) // one for all, emptied in between
	counted.facts, counted.part = facts, true
	counts := make([]int64, len(p.sums.nodes))
	for _, part := range p.inOrder() {
		if p.fill(counted, part, counts); counted.records > 0 {
			t.Parts = append(t.Parts, p.named(part, counted.table(plan), shown))
		}
	}
}

func (p *split) named(part int, t *Table, shown [][]*spelt) Part {
	out := Part{Table: t}
	for i := range p.by {
		v := p.by[i].labelled(p.by[i].numberOf(p.keys[part]), shown[i])
		out.Values, out.Labels = append(out.Values, v.Code), append(out.Labels, v.Label)
	}
	return out
}

func (c *classes) need() string {
	switch c.dim.Field {
	case "":
		return "exit_date"
	case "age":
		return ageNeed().String()
	}
	return c.dim.Field
}

// inOrder lists the parts by the ranks of their values, the first dimension first.
func (p *split) inOrder() []int {
	ranks := make([][]int, len(p.by))
	for i := range p.by {
		ranks[i] = p.by[i].ranks()
	}
	order := make([]int, len(p.keys))
	for part := range order {
		order[part] = part
	}
	slices.SortFunc(order, func(a, b int) int {
		for i := range p.by {
			c := &p.by[i]
			if d := cmp.Compare(ranks[i][c.numberOf(p.keys[a])], ranks[i][c.numberOf(p.keys[b])]); d != 0 {
				return d
			}
		}
		return 0
	})
	return order
}

// fill makes a counter hold what one of this part alone would hold.
func (p *split) fill(c *Counter, part int, counts []int64) {
	c.empty()
	for i := range p.seen {
		if part < len(p.seen[i].records) && p.seen[i].records[part] > 0 {
			c.note(&p.seen[i].lacks, p.seen[i].records[part])
		}
	}
	for sex := range Group(sexes) {
		p.sums.read(part*sexes+int(sex), counts)
		for i := range c.tallies {
			if t := &c.tallies[i]; t.lacking.records == 0 {
				t.take(sex, p.sums.layout[i], counts)
			}
		}
	}
}

// empty forgets the counts and keeps the memory.
func (c *Counter) empty() {
	c.records = 0
	for g := range c.groups {
		c.groups[g].empty()
	}
	for i := range c.tallies {
		t := &c.tallies[i]
		t.lacking.empty()
		clear(t.without)
		*t = tally{lacking: t.lacking, without: t.without}
	}
}

func (g *gap) empty() {
	g.records = 0
	clear(g.needs)
}

// take adds the counts of one sex to those of the total.
func (t *tally) take(sex Group, places [3]int, counts []int64) {
	for _, g := range [...]Group{sex, Total} {
		t.num[g] += counts[places[0]]
		t.den[g] += counts[places[1]]
		if places[2] >= 0 {
			t.dated[g] += counts[places[2]]
		}
	}
}

// factOfPart says that a project states a number of itself and not of a part.
func (c *Counter) factOfPart(d *Definition) Row {
	r := Row{Code: d.Code, Fact: true}
	for range c.set.Groups() {
		r.Cells = append(r.Cells, Cell{Why: datasets.Label{
			PL: "projekt podał tę liczbę dla całości, bez podziału",
			EN: "the project stated this number of the whole, not of its parts",
		}})
	}
	return r
}

// merge adds the parts of another counter, whose numbers of texts and counts are its own. It
// changes no count where it fails.
func (p *split) merge(o *split) error {
	if p == nil || o == nil {
		if p != o {
			return fmt.Errorf("one is split and the other is not; give both the same dimensions")
		}
		return nil
	}
	if !slices.EqualFunc(p.by, o.by, func(a, b classes) bool { return a.dim.equal(b.dim) }) {
		return fmt.Errorf("they are split by different dimensions; give both the same, in one order")
	}
	numbers, to, err := p.fold(o)
	if err != nil {
		return err
	}
	if p.sums.nodes == nil && o.sums.nodes != nil {
		p.sums.nodes, p.sums.layout, p.sums.width = o.sums.nodes, o.sums.layout, o.sums.width
		p.sums.grow(len(p.keys))
	}
	for from, part := range to {
		for sex := range sexes {
			p.sums.merge(int(part)*sexes+sex, &o.sums, from*sexes+sex)
		}
	}
	p.mergeShapes(o, to)
	for i := range p.by {
		p.by[i].mergeSpellings(&o.by[i], numbers[i])
	}
	return nil
}

// equal tells whether two dimensions part alike.
func (d Dimension) equal(o Dimension) bool {
	return d.Name == o.Name && d.Field == o.Field && slices.Equal(d.Bands, o.Bands)
}

// fold finds the values and the parts of another counter here, making new ones.
func (p *split) fold(o *split) (numbers [][]uint32, to []int32, err error) {
	if p.sums.nodes != nil && o.sums.nodes != nil && !slices.Equal(p.sums.layout, o.sums.layout) {
		return nil, nil, errPlan
	}
	numbers = make([][]uint32, len(p.by))
	for i := range p.by {
		if err = p.by[i].roomFor(&o.by[i]); err != nil {
			return nil, nil, err
		}
		if numbers[i], err = p.by[i].fold(&o.by[i]); err != nil {
			return nil, nil, err
		}
	}
	to = make([]int32, len(o.keys))
	for from, key := range o.keys {
		var here uint64
		for i := range p.by {
			id := o.by[i].numberOf(key)
			if len(o.by[i].met) > 0 {
				id = numbers[i][id]
			}
			here |= uint64(id) << p.by[i].shift
		}
		if to[from], err = p.partOf(here); err != nil {
			return nil, nil, err
		}
	}
	return numbers, to, nil
}

func (p *split) mergeShapes(o *split, to []int32) {
	for i := range p.absent {
		p.absent[i] += o.absent[i]
	}
	for i := range o.seen {
		seen := &p.seen[p.meet(&o.seen[i].lacks)]
		seen.records = padded(seen.records, len(p.keys))
		for from, records := range o.seen[i].records {
			seen.records[to[from]] += records
		}
	}
}
