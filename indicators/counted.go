package indicators

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Counted is what another engine counted by the rules of a set, as a database that was given the
// text of package sqltext.
type Counted struct {
	// Fields are those of the schema participants that the records have. What rests on another is
	// not available.
	Fields []string
	// Figures holds every indicator and reserved figure that is available, by its code.
	Figures map[string]CountedFigure
	// Incomplete and Refused hold the figures about gaps, by field.
	Incomplete, Refused map[string]CountedFigure
	// Thresholds holds the figures of the subgroups that are available, by their place in
	// Set.Thresholds.
	Thresholds map[int]CountedFigure
	// Parts are the parts by the dimensions asked for, each combination of values once; a part of
	// nobody may be left out.
	Parts []CountedPart
	// Spellings tell of a text that is split by how it was written in how many records: field ->
	// spelling -> records. Without them a part is labelled by its value.
	Spellings map[string]map[string]int64
}

// CountedPart is what was counted of those who have one combination of values.
type CountedPart struct {
	Values  []string // of each dimension: a term, a band, a text; [NotKnown], [NoMember]
	Counted          // Fields and Parts are not looked at
}

// CountedFigure is a figure by group. A group of nobody may be left out; [Total] must be, since
// it is the sum of the others.
type CountedFigure map[Group]CountedCell

// CountedCell is a numerator and its denominator.
type CountedCell struct{ Num, Den int64 }

// TableOf is the table that [Counter.Table] would give of the same records. It is an error where
// the counts cannot be those of the set: a figure that is available was not counted, or one that
// is not was; a numerator above its denominator; a denominator above the records of its group.
// On what results rest ([Row.Basis]) is not among the counts and is nil. Where the options have
// dimensions the counts must have parts, which add up to the whole unless a dimension overlaps.
func TableOf(set *Set, o Options, counted Counted) (*Table, error) {
	c, err := NewCounter(set, o)
	if err != nil {
		return nil, err
	}
	columns, err := c.provide(counted.Fields)
	if err != nil {
		return nil, err
	}
	if err := c.fillAll(counted); err != nil {
		return nil, err
	}
	t := c.table(c.engine.plan)
	t.withoutBasis()
	if c.split != nil {
		err = c.countedParts(t, counted, columns)
	}
	return t, err
}

// fillAll takes every count, once it is seen that they can be.
func (c *Counter) fillAll(counted Counted) error {
	records := counted.Figures[GrandTotal]
	if err := c.checkFigure(GrandTotal, records, records); err != nil {
		return err
	}
	if records.total() == 0 {
		return nil
	}
	c.note(c.engine.lacks(), records.total())
	return c.fill(counted, records)
}

// withoutBasis takes away what was not counted: on how many dates the results rest.
func (t *Table) withoutBasis() {
	for _, rows := range [][]Row{t.rows, t.Indicators} {
		for i := range rows {
			rows[i].Basis = nil
		}
	}
}

// total is the denominators of all groups together.
func (f CountedFigure) total() (sum int64) {
	for _, cell := range f {
		sum += cell.Den
	}
	return sum
}

// provide fits the engine to records that have these fields.
func (c *Counter) provide(fields []string) (*datasets.Batch, error) {
	b := datasets.NewBatch(c.set.schema, "", "")
	for _, name := range fields {
		i := b.Schema.Index(name)
		if i < 0 {
			return nil, fmt.Errorf("indicators: unknown field %q%s", name, datasets.Meant(name, b.Schema.Names()))
		}
		b.Provide(i, i+1)
	}
	return b, c.engine.prepare(b)
}

// fill takes the counts of every figure that is available.
func (c *Counter) fill(counted Counted, records CountedFigure) error {
	taken := 0
	for i := range c.tallies {
		name, figure, was := counted.find(c.engine.plan.figures[i].code)
		if was {
			taken++
		}
		switch lacks := c.tallies[i].lacking.records > 0; {
		case lacks && was:
			return fmt.Errorf("indicators: %s was counted, although the records lack a column that it rests on", name)
		case lacks:
			continue
		case !was:
			return fmt.Errorf("indicators: %s was not counted, although the records have every column that it rests on", name)
		}
		if err := c.checkFigure(name, figure, records); err != nil {
			return err
		}
		c.tallies[i].fill(figure)
	}
	if all := len(counted.Figures) + len(counted.Incomplete) + len(counted.Refused) + len(counted.Thresholds); taken != all {
		return fmt.Errorf("indicators: %d figures were counted and %d of them are figures of %s; count by the same rule set", all, taken, c.set.Name)
	}
	return nil
}

// find looks up a figure of the plan and says its name for messages.
func (counted Counted) find(code string) (name string, f CountedFigure, was bool) {
	for prefix, figures := range map[string]map[string]CountedFigure{incompletePrefix: counted.Incomplete, refusedPrefix: counted.Refused} {
		if field, ok := strings.CutPrefix(code, prefix); ok {
			f, was = figures[field]
			return prefix[1:] + field, f, was
		}
	}
	if place, ok := strings.CutPrefix(code, thresholdPrefix); ok {
		i, _ := strconv.Atoi(place) // the plan wrote it
		f, was = counted.Thresholds[i]
		return thresholdPrefix[1:] + place, f, was
	}
	f, was = counted.Figures[code]
	return code, f, was
}

// checkFigure refuses counts that cannot be.
func (c *Counter) checkFigure(name string, f, records CountedFigure) error {
	for _, g := range slices.Sorted(maps.Keys(f)) {
		cell := f[g]
		switch {
		case g >= Total:
			return fmt.Errorf("indicators: %s was counted for the group %s, which is the sum of the others", name, g)
		case cell.Num < 0 || cell.Num > cell.Den || cell.Den > records[g].Den:
			return fmt.Errorf("indicators: %s of %s was counted as %d of %d among %d records, which cannot be", name, g, cell.Num, cell.Den, records[g].Den)
		case cell.Den > 0 && !c.knows(g):
			return fmt.Errorf("indicators: %s was counted for %s, which %s does not know or the records do not tell", name, g, c.set.Name)
		}
	}
	return nil
}

// knows tells whether the records can be told to be of a group.
func (c *Counter) knows(g Group) bool {
	id := c.engine.plan.groups[g]
	return id >= 0 && (g == UnknownSex || c.engine.available[id])
}

func (t *tally) fill(f CountedFigure) {
	for g, cell := range f {
		t.num[g], t.den[g] = cell.Num, cell.Den
		t.num[Total] += cell.Num
		t.den[Total] += cell.Den
	}
}
