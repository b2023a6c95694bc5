package chart

import (
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// draw draws the panel as a plot whose x axis is the value axis and whose y
// axis counts lengths down from the panel's top.
func (p *panel) draw(c draw.Canvas) {
	c.Min.X += p.left()
	c.Max.X = c.Min.X + p.scale
	c.Min.Y = c.Max.Y - p.rowsHeight()
	pl := plot.New()
	pl.HideAxes()
	pl.BackgroundColor = nil
	pl.X.Padding, pl.Y.Padding = 0, 0
	pl.X.Min, pl.X.Max = p.axis.lo, p.axis.hi
	pl.Y.Min, pl.Y.Max = -p.rowsHeight().Points(), 0
	pl.Add(grid{p.ticks, face(p.theme.SmallSize, p.theme.Muted), p.theme}, foot{p}, p.marks(p), texts{p})
	pl.Draw(c)
}

// foot draws what stands below the ticks.
type foot struct{ *panel }

// Plot implements plot.Plotter.
func (f foot) Plot(c draw.Canvas, _ *plot.Plot) {
	left, y := c.Min.X-f.left(), c.Min.Y-3-f.line()
	for _, line := range f.sides() {
		for _, s := range line {
			s.text.draw(c, vg.Point{X: left + s.x, Y: y})
		}
		y -= f.line()
	}
	at := c.Min.X
	if at+f.title.width() > left+f.width {
		at = left
	}
	f.title.draw(c, vg.Point{X: at, Y: y})
}

// texts draws the names and the labels of a panel's rows.
type texts struct{ *panel }

// Plot implements plot.Plotter.
func (t texts) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	t.drawHeads(c)
	for _, r := range t.rows {
		mid := y(-r.middle().Points())
		t.drawName(c, r, mid)
		t.drawLabel(c, p, r, mid)
	}
}

// drawHeads draws the heads of the columns, their last line next to the rows.
func (t texts) drawHeads(c draw.Canvas) {
	foot := c.Max.Y - (t.rows[0].top - t.rows[0].headText.height())
	t.heads.draw(c, vg.Point{X: c.Max.X + labelGap, Y: foot + t.heads.height()})
	count := block{t.headStyle(), []string{t.cols.counts}}
	count.draw(c, vg.Point{X: c.Min.X - nameGap - count.width(), Y: foot + count.height()})
}

// drawName draws heading, name and count of a row.
func (t texts) drawName(c draw.Canvas, r placed, mid vg.Length) {
	left := c.Min.X - t.left()
	above := mid + r.tall/2 + r.headText.height()
	if len(r.headText.lines) > 0 {
		bar(c, t.theme.Paper, left, above-r.headText.height(), left+t.width, above)
	}
	r.headText.draw(c, vg.Point{X: left, Y: above})
	lower := r.nameText.draw(c, vg.Point{X: left + r.indent(), Y: mid + (r.nameText.height()+r.subText.height())/2})
	r.subText.draw(c, vg.Point{X: left + r.indent(), Y: lower})
	count := block{face(t.theme.TextSize, t.theme.Ink), []string{r.count}}
	count.draw(c, vg.Point{X: c.Min.X - nameGap - count.width(), Y: mid + count.height()/2})
}

// drawLabel draws the label of a row, with no grid line behind its letters.
func (t texts) drawLabel(c draw.Canvas, p *plot.Plot, r placed, mid vg.Length) {
	x, _ := p.Transforms(&c)
	at := x(r.anchor)
	if t.cols.labels {
		at = c.Max.X
	}
	label := vg.Point{X: at + labelGap, Y: mid + r.labelText.height()/2}
	bar(c, t.theme.Paper, label.X-2, label.Y-r.labelText.height(), label.X+r.labelText.width()+2, label.Y)
	r.labelText.draw(c, label)
}

// labels returns "name: label" of every row, for the description.
func labels(rows []row) []string {
	var out []string
	part := ""
	for _, r := range rows {
		label := strings.ReplaceAll(r.label, "\n", ", ")
		name := r.name
		if r.sub != "" {
			name += " (" + r.sub + ")"
		}
		if r.heading != "" {
			part = r.heading
		}
		if part != "" {
			name = part + ", " + name
		}
		if r.count != "" {
			label += ", n" + nbsp + "=" + nbsp + r.count
		}
		out = append(out, name+": "+label)
	}
	return out
}
