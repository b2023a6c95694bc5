package chart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// forestMarks draws effects and intervals.
type forestMarks struct {
	*panel
	data []forestMark
}

// forestMark is one row as it is drawn.
type forestMark struct {
	effect   Value[float64]
	interval Value[Interval]
	colour   color.RGBA
	half     vg.Length // half the side of the square
}

// The squares have sides of 5 to 15.
const (
	leastHalf = vg.Length(2.5)
	mostHalf  = vg.Length(7.5)
)

// newForestMarks makes the areas of the squares proportional to n.
//
//	side = max(5, 15 √(n / largest n))
func newForestMarks(o ForestOptions, rows []ForestRow) []forestMark {
	var most int64 = 1
	for _, r := range rows {
		if r.Effect.known {
			most = max(most, r.N)
		}
	}
	var marks []forestMark
	for _, r := range rows {
		mark := forestMark{effect: r.Effect, interval: r.Interval, colour: o.Theme.colour(r.Group)}
		mark.half = max(leastHalf, mostHalf*vg.Length(math.Sqrt(float64(r.N)/float64(most))))
		marks = append(marks, mark)
	}
	return marks
}

// cuts says whether an interval goes on beyond the axis.
func (o ForestOptions) cuts(rows []ForestRow) bool {
	a := o.axis(rows)
	for _, r := range rows {
		if r.Interval.known && (r.Interval.v.Lo < a.lo || r.Interval.v.Hi > a.hi) {
			return true
		}
	}
	return false
}

// Plot implements plot.Plotter.
func (m forestMarks) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for i, r := range m.data {
		if !r.effect.known {
			continue
		}
		mid := y(-m.rows[i].middle().Points())
		if r.interval.known {
			m.reach(c, r, x, mid)
		}
		square(c, r.colour, x(r.effect.v), mid, r.half)
		if !r.interval.known {
			square(c, m.theme.Paper, x(r.effect.v), mid, r.half-1.5)
		}
	}
}

// reach draws an interval, with an arrow where it leaves the axis.
func (m forestMarks) reach(c draw.Canvas, r forestMark, x func(float64) vg.Length, mid vg.Length) {
	lo, hi := max(r.interval.v.Lo, m.axis.lo), min(r.interval.v.Hi, m.axis.hi)
	bar(c, r.colour, x(lo), mid-1.25, x(hi), mid+1.25)
	m.end(c, r.colour, x(lo), mid, -1, r.interval.v.Lo < m.axis.lo)
	m.end(c, r.colour, x(hi), mid, 1, r.interval.v.Hi > m.axis.hi)
}

// end draws the end of an interval: a stroke, or the head of an arrow that
// points left (way -1) or right (1).
func (m forestMarks) end(c draw.Canvas, clr color.Color, x, mid, way vg.Length, cut bool) {
	if !cut {
		bar(c, clr, x-0.75, mid-5, x+0.75, mid+5)
		return
	}
	arrow(c, clr, x, mid, way)
}

// arrow draws the head of an arrow with its point at x.
func arrow(c draw.Canvas, clr color.Color, x, mid, way vg.Length) {
	var p vg.Path
	p.Move(vg.Point{X: x, Y: mid})
	p.Line(vg.Point{X: x - 7*way, Y: mid + 5})
	p.Line(vg.Point{X: x - 7*way, Y: mid - 5})
	p.Close()
	c.SetColor(clr)
	c.Fill(p)
}

func square(c draw.Canvas, clr color.Color, x, y, half vg.Length) {
	bar(c, clr, x-half, y-half, x+half, y+half)
}

// keys explains square, line, arrow and n.
func (o ForestOptions) keys(rows []ForestRow) []key {
	w, clr := o.Lang.survey(), o.Theme.colour(Other)
	keys := []key{{w.byCount, 24, func(c draw.Canvas, x, y vg.Length) {
		square(c, clr, x+3, y, 3)
		square(c, clr, x+17, y, 6.5)
	}}}
	if anyInterval(rows) {
		keys = append(keys, intervalKey(o.Options, clr, o.Level, o.Method))
	}
	if o.cuts(rows) {
		keys = append(keys, key{w.cut, 24, func(c draw.Canvas, x, y vg.Length) {
			bar(c, clr, x+1, y-1.25, x+18, y+1.25)
			arrow(c, clr, x+23, y, 1)
		}})
	}
	return append(keys, key{text: o.Lang.words().pairs})
}
