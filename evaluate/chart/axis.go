package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// tick is one labelled place of a value axis.
type tick struct {
	at    float64
	label string
}

// axis is the value axis of a panel, along its lower edge.
type axis struct {
	lo, hi float64 // lo <= 0 <= hi, lo < hi
	whole  bool    // steps of at least 1: people
	title  string
	label  func(at float64, places int) string
}

// airy returns an axis with some room at its ends, so that no mark touches a
// name or a label.
func (a axis) airy() axis {
	// A narrower axis would show differences that the labels round away.
	if least := 1e-6; a.hi-a.lo < least {
		a.hi = a.lo + 1
	}
	air := (a.hi - a.lo) / 25
	a.lo, a.hi = a.lo-air, a.hi+air
	return a
}

// ticks returns at most n+1 places, 1, 2 or 5 times a power of ten apart; zero
// is one of them and has no decimals.
func (a axis) ticks(n int) []tick {
	step, places := niceStep((a.hi-a.lo)/float64(n), a.whole)
	var ts []tick
	for i := math.Ceil(a.lo / step); i*step <= a.hi*(1+1e-12); i++ {
		label := "0"
		if i != 0 {
			label = a.label(i*step, places)
		}
		ts = append(ts, tick{i * step, label})
	}
	return ts
}

// niceStep rounds a step up to 1, 2 or 5 times a power of ten and says how many
// decimal places its multiples need.
func niceStep(step float64, whole bool) (nice float64, places int) {
	exp := math.Floor(math.Log10(step))
	unit := math.Pow(10, exp)
	nice = 10 * unit
	for _, m := range []float64{5, 2, 1} {
		if m*unit >= step*(1-1e-12) {
			nice = m * unit
		}
	}
	if whole {
		return max(nice, 1), 0
	}
	return nice, max(0, -int(exp))
}

// rel is where a value stands between the ends of the axis, 0 to 1.
func (a axis) rel(x float64) float64 {
	return (x - a.lo) / (a.hi - a.lo)
}

// grid draws the lines of an axis and the labels below them; it is the first
// plotter of a panel, so that the marks are on top.
type grid struct {
	ticks []tick
	style text.Style
	theme Theme
}

// Plot implements plot.Plotter.
func (g grid) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	for _, t := range g.ticks {
		sty := draw.LineStyle{Color: g.theme.Grid, Width: 1}
		if t.at == 0 {
			sty.Color = g.theme.Muted
		}
		c.StrokeLine2(sty, x(t.at), c.Min.Y, x(t.at), c.Max.Y)
		label := block{g.style, []string{t.label}}
		label.draw(c, vg.Point{X: x(t.at) - label.width()/2, Y: c.Min.Y - 3})
	}
}
