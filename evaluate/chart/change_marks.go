package chart

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// changeMarks draws means and intervals.
type changeMarks struct {
	*panel
	data []ChangeRow
}

// Plot implements plot.Plotter.
func (m changeMarks) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for i, r := range m.data {
		if !r.Mean.known {
			continue
		}
		mid := y(-m.rows[i].middle().Points())
		if r.Interval.known {
			whisker(c, m.theme.Bar, x(r.Interval.v.Lo), x(r.Interval.v.Hi), mid)
		}
		dot(c, m.theme, x(r.Mean.v), mid, r.Interval.known)
	}
}

// whisker draws an interval with end strokes.
func whisker(c draw.Canvas, clr color.Color, x0, x1, mid vg.Length) {
	bar(c, clr, x0, mid-1.25, x1, mid+1.25)
	bar(c, clr, x0-0.75, mid-5, x0+0.75, mid+5)
	bar(c, clr, x1-0.75, mid-5, x1+0.75, mid+5)
}

// dot draws a mean: a disc, or a ring where there is no interval.
func dot(c draw.Canvas, t Theme, x, y vg.Length, full bool) {
	disc(c, t.Bar, x, y, 5.5)
	if !full {
		disc(c, t.Paper, x, y, 3)
	}
}

func disc(c draw.Canvas, clr color.Color, x, y, radius vg.Length) {
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: clr, Radius: radius, Shape: draw.CircleGlyph{}}, vg.Point{X: x, Y: y})
}
