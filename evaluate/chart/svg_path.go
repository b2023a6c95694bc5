package chart

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
)

// pathData writes a path as the d attribute of SVG.
func pathData(p vg.Path) string {
	var b strings.Builder
	for _, c := range p {
		switch c.Type {
		case vg.MoveComp:
			b.WriteString("M" + point(c.Pos))
		case vg.LineComp:
			b.WriteString("L" + point(c.Pos))
		case vg.ArcComp:
			writeArc(&b, c)
		case vg.CurveComp:
			b.WriteString([]string{"L", "Q", "C"}[min(len(c.Control), 2)])
			for _, control := range c.Control {
				b.WriteString(point(control) + " ")
			}
			b.WriteString(point(c.Pos))
		case vg.CloseComp:
			b.WriteString("Z")
		}
	}
	return b.String()
}

func point(p vg.Point) string {
	return num(p.X.Points()) + "," + num(-p.Y.Points())
}

// writeArc writes an arc as two halves, since SVG cannot draw a full circle as
// one. vg turns counter-clockwise with y upwards, which is SVG's sweep 0.
func writeArc(b *strings.Builder, c vg.PathComp) {
	at := func(angle float64) vg.Point {
		sin, cos := math.Sincos(angle)
		return c.Pos.Add(vg.Point{X: c.Radius * vg.Length(cos), Y: c.Radius * vg.Length(sin)})
	}
	sweep := 0
	if c.Angle < 0 {
		sweep = 1
	}
	start := "L"
	if b.Len() == 0 {
		start = "M"
	}
	r := num(c.Radius.Points())
	b.WriteString(start + point(at(c.Start)))
	for _, part := range []float64{0.5, 1} {
		fmt.Fprintf(b, "A%s,%s 0 0 %d %s", r, r, sweep, point(at(c.Start+part*c.Angle)))
	}
}
