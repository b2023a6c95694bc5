package chart

import (
	"fmt"
	"image/color"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Interval is a confidence interval, Lo <= Hi.
type Interval struct{ Lo, Hi float64 }

// ChangeRow is the change of one scale or group between two questionnaires of
// the same people. Of a group with too few of them leave Mean [NotAvailable],
// with the reason, and give Pairs.
type ChangeRow struct {
	Split    string // heading above the row, where the groups of another split begin ("Wiek"); optional
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
	Method string  // how the intervals were made, "t", "BCa"; printed behind the level. Optional
	Unit   string  // of the change, "punkty"; printed behind the title of the axis. Optional
	// Fall and Rise say below the axis what lies left and right of zero:
	// "spadek" and "wzrost". Optional, at most 60 characters each.
	Fall, Rise string
}

// Change draws the mean change of each row as a dot on an axis with a zero
// line, its confidence interval as a line, and mean, bounds and number of
// pairs as label. A row without interval is a ring and says so; one without a
// mean says why, and how many pairs there are. Rows stand in the order given,
// below the headings of their splits.
//
// It returns an error when there is no row, a row has no name, a number is NaN,
// infinite or beyond ±10¹², an interval is turned round, a mean is given for no
// pairs, or Fall, Rise, Method or Unit is too long.
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
	p := newPanel(opts, o.axis(rows), out, columns{labels: true, fall: clean(o.Fall), rise: clean(o.Rise)}, func(p *panel) plot.Plotter { return changeMarks{p, rows} })
	return frame{opts, o.keys(rows)}.chart(p, labels(out)), nil
}

func checkChange(o ChangeOptions, rows []ChangeRow) error {
	c := newChecks(o.Options, len(rows))
	if o.Places < 0 || o.Places > 4 {
		c.say("%d decimal places, must be 0 to 4", o.Places)
	}
	c.short("fall", o.Fall)
	c.short("rise", o.Rise)
	c.short("method", o.Method)
	c.short("unit", o.Unit)
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
			c.interval(i, r.Interval.v, o.Level)
			if !r.Mean.known {
				c.say("row %d: an interval without a mean; give Mean, or leave both missing", i+1)
			}
		}
	}
	return c.err()
}

// row says the change in two lines: "+0,53 [0,21; 0,85]", "n = 15".
func (o ChangeOptions) row(r ChangeRow) row {
	w := o.Lang.words()
	n := "n" + nbsp + "=" + nbsp + o.Lang.count(r.Pairs)
	out := row{heading: clean(r.Split), name: r.Group.named(r.Name, o.Lang), sub: o.beforeAfter(r)}
	switch {
	case !r.Mean.known:
		out.missing, out.label = true, r.Mean.text(o.Lang)+"\n"+n
	case r.Interval.known:
		out.label = o.Lang.signed(r.Mean.v, o.Places) + " [" + o.Lang.bounds(r.Interval.v, o.Places) + "]\n" + n
	default:
		out.label = o.Lang.signed(r.Mean.v, o.Places) + "\n" + n + ", " + w.noInterval
	}
	return out
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
	if unit := clean(o.Unit); unit != "" {
		a.title += ", " + unit
	}
	for _, r := range rows {
		a.lo = min(a.lo, r.Mean.v, r.Interval.v.Lo)
		a.hi = max(a.hi, r.Mean.v, r.Interval.v.Hi)
	}
	return a.airy()
}

// keys explains dot, line and n.
func (o ChangeOptions) keys(rows []ChangeRow) []key {
	w := o.Lang.words()
	mean, _, _ := strings.Cut(w.change, " (")
	keys := []key{{mean, 11, func(c draw.Canvas, x, y vg.Length) { dot(c, o.Theme, x+5.5, y, true) }}}
	for _, r := range rows {
		if r.Interval.known {
			keys = append(keys, intervalKey(o.Options, o.Theme.Bar, o.Level, o.Method))
			break
		}
	}
	return append(keys, key{text: w.pairs})
}

// intervalKey explains the line of an interval.
func intervalKey(o Options, clr color.Color, level float64, method string) key {
	text := o.Lang.short(100*level, 3) + o.Lang.words().interval
	if method = clean(method); method != "" {
		text += " (" + method + ")"
	}
	return key{text, 24, func(c draw.Canvas, x, y vg.Length) { whisker(c, clr, x+1, x+23, y) }}
}
