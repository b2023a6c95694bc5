package chart

import (
	"math"

	"gonum.org/v1/plot"
)

// ForestRow is the standardised change of one scale, or of one group within it.
type ForestRow struct {
	Group    Group           // gives the mark its colour; Other for a scale as a whole
	Name     string          // Required for Other; Defaults to the name of the group
	Sub      bool            // a part of the row above it: indented. The first row cannot be one
	N        int64           // people the value rests on, 0 to 10⁹; the area of the mark
	Effect   Value[float64]  // of the kind ForestOptions.Effect names, in standard deviations; NotAvailable where it cannot be computed
	Interval Value[Interval] // missing: a hollow mark, and the label says so
}

// ForestOptions are the options of a [Forest] chart.
type ForestOptions struct {
	Options
	// Effect names the standardised change and its denominator, in full, as
	// the title of the axis: "d_z: średnia zmiana / odchylenie standardowe zmian".
	// Required, at most 200 characters: charts of different d look alike.
	Effect string
	// Symbol is its short name, "d_z", at the head of the column of values.
	// Required, at most 60 characters.
	Symbol string
	Level  float64 // confidence level of all intervals, e.g. 0.95. Required where a row has an interval
	Method string  // how the intervals were made, "noncentral t"; printed behind the level. Optional
	Places int     // decimal places of effects and bounds, 0 to 3
	// Clip is where the axis ends at the latest, on both sides, so that the
	// interval of two people does not press the others into a point. An
	// interval that goes further ends in an arrow; its bounds are printed whole.
	// 0: the axis holds every interval. It always holds every effect.
	Clip float64
	// Fall and Rise say below the axis what lies left and right of zero.
	// Optional, at most 60 characters each.
	Fall, Rise string
}

// Forest draws the standardised changes of all scales below each other: a
// square whose area grows with n, its interval as a line, n in a column at the
// left of the axis, value and bounds in one at the right.
//
// It returns an error when there is no row or more than 60, a row has no name,
// the effect or its symbol is not named, a number is NaN or infinite, an effect
// or bound is beyond ±10⁶, an interval is turned round or stands without an
// effect, an effect is given for nobody, or an option is not what its field says.
func Forest(o ForestOptions, rows []ForestRow) (*Chart, error) {
	opts, err := o.checked()
	if err != nil {
		return nil, err
	}
	o.Options = opts
	if err := checkForest(o, rows); err != nil {
		return nil, err
	}
	var out []row
	for _, r := range rows {
		out = append(out, o.row(r))
	}
	marks := newForestMarks(o, rows)
	p := newPanel(opts, o.axis(rows), out, o.columns(rows), func(p *panel) plot.Plotter { return forestMarks{p, marks} })
	return frame{opts, o.keys(rows)}.chart(p, forestLabels(rows, out)), nil
}

// columns are n at the left, value and bounds at the right.
func (o ForestOptions) columns(rows []ForestRow) columns {
	head := clean(o.Symbol)
	if anyInterval(rows) {
		head += " [" + o.Lang.short(100*o.Level, 3) + "%" + nbsp + o.Lang.survey().shortInterval + "]"
	}
	return columns{labels: true, values: head, counts: "n", fall: clean(o.Fall), rise: clean(o.Rise)}
}

func anyInterval(rows []ForestRow) bool {
	for _, r := range rows {
		if r.Interval.known {
			return true
		}
	}
	return false
}

// row says the effect in one line, "+0,53 [0,21; 0,85]".
func (o ForestOptions) row(r ForestRow) row {
	out := row{name: r.Group.named(r.Name, o.Lang), inset: r.Sub, count: o.Lang.count(r.N)}
	switch {
	case !r.Effect.known:
		out.missing, out.label = true, r.Effect.text(o.Lang)
	case r.Interval.known:
		out.label = o.Lang.signed(r.Effect.v, o.Places) + " [" + o.Lang.bounds(r.Interval.v, o.Places) + "]"
	default:
		out.label = o.Lang.signed(r.Effect.v, o.Places) + ", " + o.Lang.words().noInterval
	}
	return out
}

// axis holds zero, every effect, and every bound up to Clip.
func (o ForestOptions) axis(rows []ForestRow) axis {
	a := axis{title: clean(o.Effect), label: o.Lang.signed}
	for _, r := range rows {
		a.lo, a.hi = min(a.lo, r.Effect.v), max(a.hi, r.Effect.v)
	}
	most := math.Inf(1)
	if o.Clip > 0 {
		most = o.Clip
	}
	for _, r := range rows {
		a.lo = min(a.lo, max(r.Interval.v.Lo, -most))
		a.hi = max(a.hi, min(r.Interval.v.Hi, most))
	}
	return a.airy()
}

// forestLabels names a part of a scale together with the scale.
func forestLabels(rows []ForestRow, out []row) []string {
	scale := ""
	named := make([]row, len(out))
	for i, r := range out {
		if !rows[i].Sub {
			scale = r.name
		} else {
			r.name = scale + ", " + r.name
		}
		named[i] = r
	}
	return labels(named)
}
