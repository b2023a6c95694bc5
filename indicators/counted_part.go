package indicators

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// countedParts adds the parts to the table of the whole, in the order in which a counter has them.
func (c *Counter) countedParts(t *Table, counted Counted, columns *datasets.Batch) error {
	if len(counted.Parts) > MaxParts {
		return fmt.Errorf("indicators: the table would have more than %d parts; %w", MaxParts, errParts)
	}
	if err := c.split.fit(&c.engine); err != nil {
		return err
	}
	t.By, t.Parts = c.dimensions(), []Part{}
	if err := c.split.spell(counted.Spellings); err != nil {
		return err
	}
	if all := counted.Figures[GrandTotal].total(); all > 0 {
		c.unsplit(t, columns, all)
	}
	sorted, err := c.split.sorted(counted.Parts)
	if err != nil {
		return err
	}
	shown := c.split.shown()
	for _, part := range sorted {
		if part.Figures[GrandTotal].total() == 0 {
			continue
		}
		made, err := c.countedPart(part, shown)
		if err != nil {
			return fmt.Errorf("indicators: part %q: %w", part.Values, err)
		}
		t.Parts = append(t.Parts, made)
	}
	return t.addUp()
}

func (c *Counter) dimensions() (by []Dimension) {
	for i := range c.split.by {
		by = append(by, c.split.by[i].dim)
	}
	return by
}

func (c *Counter) unsplit(t *Table, columns *datasets.Batch, records int64) {
	for i := range c.split.by {
		if d := &c.split.by[i]; !d.hasColumn(&c.engine, columns) {
			t.Unsplit = append(t.Unsplit, Unsplit{Dimension: d.dim, Need: d.need(), Records: records})
		}
	}
}

// sorted are the parts in the order of their values, none twice.
func (p *split) sorted(parts []CountedPart) ([]CountedPart, error) {
	ids := make(map[string][]uint32, len(parts))
	for _, part := range parts {
		key := strings.Join(part.Values, "\x00")
		if _, twice := ids[key]; twice || len(part.Values) != len(p.by) {
			return nil, fmt.Errorf("indicators: the part %q stands there twice, or has not a value for each of %d dimensions", part.Values, len(p.by))
		}
		for i, value := range part.Values {
			id, err := p.by[i].numberFor(value)
			if err != nil {
				return nil, err
			}
			ids[key] = append(ids[key], id)
		}
	}
	var ranks [][]int
	for i := range p.by {
		ranks = append(ranks, p.by[i].ranks())
	}
	return slices.SortedFunc(slices.Values(parts), func(a, b CountedPart) int {
		x, y := ids[strings.Join(a.Values, "\x00")], ids[strings.Join(b.Values, "\x00")]
		for i := range ranks {
			if d := cmp.Compare(ranks[i][x[i]], ranks[i][y[i]]); d != 0 {
				return d
			}
		}
		return 0
	}), nil
}

// numberFor is the inverse of value.
func (c *classes) numberFor(code string) (uint32, error) {
	switch {
	case code == NotKnown:
		return 0, nil
	case c.texts != nil:
		if id := c.text(code); id > 0 {
			return id, nil
		}
		return 0, c.tooMany()
	case c.counts != nil:
		n, err := strconv.ParseInt(code, 10, 64)
		if id := c.count(n); err == nil && id > 0 {
			return id, nil
		}
		return 0, fmt.Errorf("indicators: %q is no number of the dimension %s, or one too many", code, c.dim.Name)
	}
	for id := range c.last() {
		if c.value(id+1).Code == code {
			return id + 1, nil
		}
	}
	return 0, fmt.Errorf("indicators: the dimension %s has no value %q", c.dim.Name, datasets.Visible(code))
}

// last is the greatest number of a dimension whose numbers are fixed.
func (c *classes) last() uint32 {
	switch {
	case c.dim.Bands != nil:
		return uint32(len(c.dim.Bands))
	case c.dim.Field == "age":
		return maxAge + 1
	case c.field == nil:
		return uint32(len(stages))
	case c.field.Kind == datasets.Set:
		return uint32(len(c.field.Vocabulary.Terms)) + 1
	}
	return uint32(len(c.field.Vocabulary.Terms))
}

// countedPart is the table of one part.
func (c *Counter) countedPart(counted CountedPart, shown [][]*spelt) (Part, error) {
	part := newCounter(c.set, c.engine.plan)
	part.engine, part.facts, part.part = c.engine, c.facts, true
	if err := part.fillAll(counted.Counted); err != nil {
		return Part{}, err
	}
	out := Part{Values: counted.Values, Table: part.table(c.engine.plan)}
	out.Table.withoutBasis()
	for i := range c.split.by {
		id, err := c.split.by[i].numberFor(counted.Values[i])
		if err != nil {
			return Part{}, err
		}
		out.Labels = append(out.Labels, c.split.by[i].labelled(id, shown[i]).Label)
	}
	return out, nil
}

// addUp refuses parts that are not the whole. Where a dimension overlaps a person may be in several.
func (t *Table) addUp() error {
	overlaps := slices.ContainsFunc(t.By, func(d Dimension) bool { return d.Overlaps })
	for _, r := range t.rows {
		if r.Fact {
			continue
		}
		for i, whole := range r.Cells {
			var sum Cell
			for _, part := range t.Parts {
				cell, _ := part.Table.Cell(r.Code, t.Groups[i])
				sum.Num, sum.Den = sum.Num+cell.Num, sum.Den+cell.Den
			}
			if sum.Num < whole.Num || sum.Den < whole.Den || !overlaps && (sum.Num > whole.Num || sum.Den > whole.Den) {
				return fmt.Errorf("indicators: the parts of %s of %s have %d of %d together and the whole %d of %d", r.Code, t.Groups[i], sum.Num, sum.Den, whole.Num, whole.Den)
			}
		}
	}
	return nil
}
