package indicators

import (
	"github.com/efseval/efseval/datasets"
)

// stages are the values of the dimension stage, by number - 1.
var stages = [...]Value{
	{TakingPart, datasets.Label{PL: "bierze udział (bez daty zakończenia)", EN: "taking part (no date of exit)"}},
	{HasLeft, datasets.Label{PL: "zakończyła udział, brak informacji, że zgodnie ze ścieżką", EN: "left, not known to have finished as planned"}},
	{HasDone, datasets.Label{PL: "zakończyła udział zgodnie ze ścieżką", EN: "finished as planned"}},
}

// number adds the number of the value of each row to its key. Rows without a value keep 0, as
// all rows do where the dimension overlaps: a key holds one member.
func (c *classes) number(e *engine, b *datasets.Batch, keys []uint64) error {
	c.spelt.rows = c.spelt.rows[:0]
	switch {
	case c.field == nil:
		c.numberStages(e, b, keys)
		return nil
	case c.dim.Field == "age":
		c.numberAges(e.ages, keys)
		return nil
	case c.dim.Overlaps || !b.Column(c.column).Present:
		return nil
	}
	col := b.Column(c.column)
	switch c.field.Kind {
	case datasets.Text, datasets.Identifier:
		return c.numberTexts(col, keys)
	case datasets.Count:
		return c.numberCounts(col, keys)
	}
	for row, code := range col.Codes[:len(keys)] {
		keys[row] |= uint64(code) << c.shift
	}
	return nil
}

func (c *classes) numberAges(ages []int16, keys []uint64) {
	var numbers [maxAge + 2]uint64 // by age + 1, so that unknownAge is 0
	for age := range maxAge + 1 {
		id := uint32(age + 1)
		if c.dim.Bands != nil {
			id = c.band(int64(age))
		}
		numbers[age+1] = uint64(id) << c.shift
	}
	for row, age := range ages {
		keys[row] |= numbers[age+1]
	}
}

func (c *classes) numberCounts(col *datasets.Column, keys []uint64) error {
	for row := range keys {
		if col.Missing(row) {
			continue
		}
		if c.dim.Bands != nil {
			keys[row] |= uint64(c.band(col.Counts[row])) << c.shift
			continue
		}
		id := c.count(col.Counts[row])
		if id == 0 {
			return c.tooMany()
		}
		keys[row] |= uint64(id) << c.shift
	}
	return nil
}

// numberStages takes the stage from the nodes of leavers and completers: who finished as planned,
// else who has a date of exit, else, where there is such a column, who takes part.
func (c *classes) numberStages(e *engine, b *datasets.Batch, keys []uint64) {
	left, done := e.bits[e.plan.left], e.bits[e.plan.finished]
	otherwise := uint64(0)
	if b.Column(e.plan.cols.exit).Present {
		otherwise = 1
	}
	for row := range keys {
		w, bit := row/64, row%64
		id := otherwise
		if done[w]>>bit&1 != 0 {
			id = 3
		} else if left[w]>>bit&1 != 0 {
			id = 2
		}
		keys[row] |= id << c.shift
	}
}

// hasColumn tells whether a batch has what the dimension is read from.
func (c *classes) hasColumn(e *engine, b *datasets.Batch) bool {
	switch {
	case c.field == nil:
		return b.Column(e.plan.cols.exit).Present || e.available[e.plan.finished]
	case c.dim.Field == "age":
		return ageNeed().met(b)
	}
	return b.Column(c.column).Present
}
