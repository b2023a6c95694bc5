package indicators

import (
	"math"
	"time"

	"github.com/efseval/efseval/datasets"
)

// between compiles from (kept) and before (left out), either of which may be open.
func (n *node) between(c *Criterion) error {
	n.lo, n.hi = math.MinInt32, math.MaxInt32
	if c.From != "" {
		day, ok := dayOf(c.From)
		if !ok {
			return faultAt(c.place, "from: %q is not a day of the calendar; write it as 2018-08-02", c.From)
		}
		n.lo = int(day)
	}
	if c.Before != "" {
		day, ok := dayOf(c.Before)
		if !ok {
			return faultAt(c.place, "before: %q is not a day of the calendar; write it as 2018-08-02", c.Before)
		}
		n.hi = int(day) - 1
	}
	if n.hi < n.lo {
		return faultAt(c.place, "field %s: no day is from %s and before %s", c.Field, c.From, c.Before)
	}
	return nil
}

// dayOf reads yyyy-MM-dd.
func dayOf(text string) (day int32, ok bool) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return 0, false
	}
	day, err = datasets.DaysOf(t.Year(), int(t.Month()), t.Day())
	return day, err == nil
}

// between sets the rows whose date is known and lo <= date <= hi.
func between(c *datasets.Column, lo, hi int32, out []uint64) {
	for w := range out {
		var word uint64
		for rest := c.Known[w]; rest != 0; rest &= rest - 1 {
			if day := c.Days[w*64+lowest(rest)]; lo <= day && day <= hi {
				word |= rest & -rest
			}
		}
		out[w] = word
	}
}

// maxWindowMonths bounds a window, so that days reckoned with it stay in range.
const maxWindowMonths = 1200

func (p *compiler) window(n *node, c *Criterion) (err error) {
	switch {
	case c.Days != nil:
		n.days = *c.Days
	case c.Months != nil:
		n.months = *c.Months
	default:
		n.days, n.months, err = p.set.Parameters.window(c.Within)
	}
	if err != nil {
		return faultAt(c.place, "field %s: %s", c.Field, err)
	}
	if n.days < 0 || n.months < 0 {
		return faultAt(c.place, "field %s: the window is negative", c.Field)
	}
	if n.days > maxWindowMonths*31 || n.months > maxWindowMonths {
		return faultAt(c.place, "field %s: the window is longer than 100 years", c.Field)
	}
	n.need, n.entry = Need{Ways: [][]string{{c.Field, "exit_date"}}}, p.schema.Index("entry_date") >= 0
	_, _, err = p.lookup(c.place, "exit_date")
	return err
}
