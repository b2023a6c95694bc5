package chart

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Interval is a confidence interval, Lo <= Hi.
type Interval struct{ Lo, Hi float64 }

// ChangeRow is the change of one scale or group between two questionnaires of
// the same people.
type ChangeRow struct {
	Group    Group
	Name     string          // Required for Other; Defaults to the name of the group
	Pairs    int64           // people with both questionnaires
	Mean     Value[float64]  // of the differences after − before
	Interval Value[Interval] // missing where there are fewer than two pairs
	Before   Value[float64]  // mean of the same pairs before; printed below the name
	After    Value[float64]  // and after; printed where both are known
}

// ChangeOptions are the options of a [Change] chart.
type ChangeOptions struct {
	Options
	Level  float64 // confidence level of all intervals, e.g. 0.95. Required where a row has an interval
	Places int     // decimal places of means and bounds, 0 to 4
}

// Change draws the mean change of each row as a dot on an axis with a zero
// line, its confidence interval as a line, and mean, bounds and number of
// pairs as label. A row without interval is a ring and says so.
//
// It returns an error when there is no row, a row has no name, a number is NaN,
// infinite or beyond ±10¹², an interval is turned round, or a mean is given for no pairs.
func Change(o ChangeOptions, rows []ChangeRow) (*Chart, error) {
	opts, err := o.checked()
	if err != nil {
		return nil, err
	}
	o.Options = opts
	if err := checkChange(o, rows); err != nil {
		return nil, err
	}
	var out []row
	for _, r := range rows {
		out = append(out, o.row(r))
	}
	p := newPanel(opts, o.axis(rows), out, true, func(p *panel) plot.Plotter { return changeMarks{p, rows} })
	return frame{opts, o.keys(rows)}.chart(p, labels(out)), nil
}

func checkChange(o ChangeOptions, rows []ChangeRow) error {
	c := newChecks(o.Options, len(rows))
	if o.Places < 0 || o.Places > 4 {
		c.say("%d decimal places, must be 0 to 4", o.Places)
	}
	for i, r := range rows {
		c.name(i, r.Group.named(r.Name, o.Lang))
		c.count(i, "number of pairs", Known(r.Pairs))
		c.score(i, "mean change", r.Mean.v)
		c.score(i, "mean before", r.Before.v)
		c.score(i, "mean after", r.After.v)
		if r.Mean.known && r.Pairs == 0 {
			c.say("row %d: a mean change of %v with no pairs; leave Mean missing", i+1, r.Mean.v)
		}
		if r.Interval.known {
			c.interval(i, r, o.Level)
		}
	}
	return c.err()
}

func (c *checks) interval(i int, r ChangeRow, level float64) {
	c.score(i, "lower bound", r.Interval.v.Lo)
	c.score(i, "upper bound", r.Interval.v.Hi)
	if r.Interval.v.Lo > r.Interval.v.Hi {
		c.say("row %d: interval from %v down to %v; give the lower bound as Lo", i+1, r.Interval.v.Lo, r.Interval.v.Hi)
	}
	if !r.Mean.known {
		c.say("row %d: an interval without a mean; give Mean, or leave both missing", i+1)
	}
	if !(level > 0 && level < 1) {
		c.say("row %d has an interval but the level is %v; give Level between 0 and 1, e.g. 0.95", i+1, level)
	}
}

// row says the change in two lines: "+0,53 [0,21; 0,85]", "n = 15".
func (o ChangeOptions) row(r ChangeRow) row {
	w := o.Lang.words()
	n := "n" + nbsp + "=" + nbsp + o.Lang.count(r.Pairs)
	out := row{name: r.Group.named(r.Name, o.Lang), sub: o.beforeAfter(r)}
	switch {
	case !r.Mean.known:
		out.missing, out.label = true, r.Mean.text(o.Lang)+"\n"+n
	case r.Interval.known:
		out.label = o.Lang.signed(r.Mean.v, o.Places) + " [" + o.bounds(r.Interval.v) + "]\n" + n
	default:
		out.label = o.Lang.signed(r.Mean.v, o.Places) + "\n" + n + ", " + w.noInterval
	}
	return out
}

// bounds are set apart by a semicolon where the comma is the decimal point.
func (o ChangeOptions) bounds(i Interval) string {
	sep := ", "
	if o.Lang == PL {
		sep = "; "
	}
	return o.Lang.decimal(i.Lo, o.Places) + sep + o.Lang.decimal(i.Hi, o.Places)
}

// beforeAfter returns "przed 3,20, po 3,73", where both are known.
func (o ChangeOptions) beforeAfter(r ChangeRow) string {
	if !r.Before.known || !r.After.known {
		return ""
	}
	w := o.Lang.words()
	return fmt.Sprintf("%s%s%s, %s%s%s", w.before, nbsp, o.Lang.decimal(r.Before.v, o.Places),
		w.after, nbsp, o.Lang.decimal(r.After.v, o.Places))
}

// axis holds zero, every mean and every bound.
func (o ChangeOptions) axis(rows []ChangeRow) axis {
	a := axis{title: o.Lang.words().change, label: o.Lang.signed}
	for _, r := range rows {
		a.lo = min(a.lo, r.Mean.v, r.Interval.v.Lo)
		a.hi = max(a.hi, r.Mean.v, r.Interval.v.Hi)
	}
	// A narrower axis would show differences that the labels round away.
	if least := 1e-6; a.hi-a.lo < least {
		a.hi = a.lo + 1
	}
	air := (a.hi - a.lo) / 25 // so that no mark touches a name or a label
	a.lo, a.hi = a.lo-air, a.hi+air
	return a
}

// keys explains dot, line and n.
func (o ChangeOptions) keys(rows []ChangeRow) []key {
	w := o.Lang.words()
	mean, _, _ := strings.Cut(w.change, " (")
	keys := []key{{mean, 11, func(c draw.Canvas, x, y vg.Length) { dot(c, o.Theme, x+5.5, y, true) }}}
	for _, r := range rows {
		if r.Interval.known {
			level := o.Lang.short(100*o.Level, 3) + w.interval
			keys = append(keys, key{level, 24, func(c draw.Canvas, x, y vg.Length) { whisker(c, o.Theme, x+1, x+23, y) }})
			break
		}
	}
	return append(keys, key{text: w.pairs})
}
