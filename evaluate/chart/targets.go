package chart

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// TargetRow is one group of people, its target and how many were reached.
type TargetRow struct {
	Group    Group
	Name     string // Required for Other; Defaults to the name of the group
	Achieved Value[int64]
	Target   Value[int64] // missing: only the bar is drawn
}

// Targets draws what was achieved against what was promised: a bar from zero
// for each row, in the order given, the target as a line across it, and
// "37 z 37" / "37 of 37" as label.
//
// It returns an error when there is no row, a row has no name, or a count is
// negative or above 10¹².
func Targets(o Options, rows []TargetRow) (*Chart, error) {
	o, err := o.checked()
	if err != nil {
		return nil, err
	}
	if err := checkTargets(o, rows); err != nil {
		return nil, err
	}
	var out []row
	for _, r := range rows {
		out = append(out, r.row(o.Lang))
	}
	p := newPanel(o, peopleAxis(o, out), out, columns{}, func(p *panel) plot.Plotter { return targetMarks{p, rows} })
	return frame{o, targetKeys(o, rows)}.chart(p, labels(out)), nil
}

func checkTargets(o Options, rows []TargetRow) error {
	c := newChecks(o, len(rows))
	for i, r := range rows {
		c.name(i, r.Group.named(r.Name, o.Lang))
		c.count(i, "achieved", r.Achieved)
		c.count(i, "target", r.Target)
	}
	return c.err()
}

// row says the pair of numbers in words.
func (r TargetRow) row(lang Lang) row {
	w := lang.words()
	out := row{name: r.Group.named(r.Name, lang), anchor: float64(max(r.Achieved.v, r.Target.v))}
	switch {
	case !r.Achieved.known:
		out.missing, out.label = true, r.Achieved.text(lang)
		if r.Target.known {
			out.label += ", " + w.target + nbsp + lang.count(r.Target.v)
		}
	case r.Target.known:
		out.label = lang.count(r.Achieved.v) + nbsp + w.of + " " + lang.count(r.Target.v)
	default:
		out.label = lang.count(r.Achieved.v)
	}
	return out
}

// targetMarks draws bars and target lines.
type targetMarks struct {
	*panel
	data []TargetRow
}

// Plot implements plot.Plotter.
func (m targetMarks) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for i, r := range m.data {
		mid := y(-m.rows[i].middle().Points())
		if r.Achieved.known {
			barFromZero(c, m.theme.colour(r.Group), x(0), x(float64(r.Achieved.v)), mid, r.Achieved.v)
		}
		if r.Target.known {
			targetLine(c, m.theme, x(float64(r.Target.v)), mid)
		}
	}
}

// targetLine marks a target: dark, with a light edge so that it is seen on any bar.
func targetLine(c draw.Canvas, t Theme, x, mid vg.Length) {
	const half = barThick/2 + 4
	bar(c, t.Paper, x-2.5, mid-half, x+2.5, mid+half)
	bar(c, t.Ink, x-1.5, mid-half, x+1.5, mid+half)
}

// barFromZero draws a bar; what is not nothing is at least one unit long.
func barFromZero(c draw.Canvas, clr color.Color, x0, x1, mid vg.Length, n int64) {
	if n == 0 {
		return
	}
	bar(c, clr, x0, mid-barThick/2, max(x1, x0+1), mid+barThick/2)
}

// targetKeys explains bar and line, where there is a line.
func targetKeys(o Options, rows []TargetRow) []key {
	for _, r := range rows {
		if r.Target.known {
			return []key{
				{o.Lang.words().achieved, 22, func(c draw.Canvas, x, y vg.Length) {
					bar(c, o.Theme.colour(Total), x, y-5, x+22, y+5)
				}},
				{o.Lang.words().target, 3, func(c draw.Canvas, x, y vg.Length) {
					bar(c, o.Theme.Ink, x, y-7, x+3, y+7)
				}},
			}
		}
	}
	return nil
}

// peopleAxis runs from zero to the largest count of the rows.
func peopleAxis(o Options, rows []row) axis {
	a := axis{whole: true, title: o.Lang.words().people, label: o.Lang.decimal}
	for _, r := range rows {
		a.hi = max(a.hi, r.anchor)
	}
	if a.hi == 0 {
		a.hi = 1
	}
	return a
}
