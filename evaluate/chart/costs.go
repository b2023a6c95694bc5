package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"
)

// CostRow is one task of a budget and what was spent on it.
type CostRow struct {
	Task   string       // Required; wrapped to three lines, then shortened
	Grosze Value[int64] // 93 971 745 is 939 717,45 zł
}

// Costs draws the cost of each task as a bar from zero, in the order given,
// with "939 717,45 zł" / "PLN 939,717.45" as label. Money is an integer number
// of grosze; it becomes a float only as the length of a bar.
//
// It returns an error when there is no row, a task has no name, or a cost is
// negative.
func Costs(o Options, rows []CostRow) (*Chart, error) {
	o, err := o.checked()
	if err != nil {
		return nil, err
	}
	c := newChecks(o, len(rows))
	for i, r := range rows {
		c.name(i, clean(r.Task))
		if r.Grosze.known && r.Grosze.v < 0 {
			c.say("row %d: cost is %d grosze, must not be negative; net a correction with its task", i+1, r.Grosze.v)
		}
	}
	if err := c.err(); err != nil {
		return nil, err
	}
	var out []row
	for _, r := range rows {
		out = append(out, r.row(o.Lang))
	}
	p := newPanel(o, moneyAxis(o, out), out, columns{}, func(p *panel) plot.Plotter { return costMarks{p, rows} })
	return frame{opts: o}.chart(p, labels(out)), nil
}

func (r CostRow) row(lang Lang) row {
	if !r.Grosze.known {
		return row{name: clean(r.Task), label: r.Grosze.text(lang), missing: true}
	}
	return row{name: clean(r.Task), label: lang.money(r.Grosze.v), anchor: zloty(r.Grosze.v)}
}

// zloty is the place of an amount on the axis. Labels never pass through it.
func zloty(grosze int64) float64 { return float64(grosze) / 100 }

// costMarks draws the bars of the tasks.
type costMarks struct {
	*panel
	data []CostRow
}

// Plot implements plot.Plotter.
func (m costMarks) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for i, r := range m.data {
		barFromZero(c, m.theme.Bar, x(0), x(m.rows[i].anchor), y(-m.rows[i].middle().Points()), r.Grosze.v)
	}
}

// moneyAxis runs from zero to the largest cost, in zł, or thousands, millions
// and so on of them, so that its numbers stay short.
func moneyAxis(o Options, rows []row) axis {
	var hi float64
	for _, r := range rows {
		hi = max(hi, r.anchor)
	}
	if hi == 0 {
		hi = 1
	}
	unit, power := 1.0, 0
	for hi/unit >= 2000 && power < 4 {
		unit, power = unit*1000, power+1
	}
	w := o.Lang.words()
	return axis{hi: hi, title: w.cost + w.money[power], label: func(at float64, places int) string {
		// A tick of the axis in zł needs three places more for every thousand.
		return o.Lang.short(at/unit, places+3*power)
	}}
}
