package chart

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
)

// path writes a path as the d attribute of SVG.
func (s *svgCanvas) path(p vg.Path) {
	start := s.buf.Len()
	for _, c := range p {
		switch c.Type {
		case vg.MoveComp:
			s.point('M', c.Pos)
		case vg.LineComp:
			s.point('L', c.Pos)
		case vg.ArcComp:
			s.arc(c, s.buf.Len() == start)
		case vg.CurveComp:
			s.curve(c)
		case vg.CloseComp:
			s.buf.WriteByte('Z')
		}
	}
}

func (s *svgCanvas) curve(c vg.PathComp) {
	command := "LQC"[min(len(c.Control), 2)]
	for _, control := range c.Control {
		s.point(command, control)
		command = ' '
	}
	s.point(command, c.Pos)
}

// point writes a point behind its command.
func (s *svgCanvas) point(command byte, p vg.Point) {
	s.buf.WriteByte(command)
	s.num(p.X.Points())
	s.buf.WriteByte(',')
	s.num(-p.Y.Points())
}

// arc writes an arc as two halves, since SVG cannot draw a full circle as
// one. vg turns counter-clockwise with y upwards, which is SVG's sweep 0.
func (s *svgCanvas) arc(c vg.PathComp, first bool) {
	at := func(angle float64) vg.Point {
		sin, cos := math.Sincos(angle)
		return c.Pos.Add(vg.Point{X: c.Radius * vg.Length(cos), Y: c.Radius * vg.Length(sin)})
	}
	sweep := 0
	if c.Angle < 0 {
		sweep = 1
	}
	start := byte('L')
	if first {
		start = 'M'
	}
	r := num(c.Radius.Points())
	s.point(start, at(c.Start))
	for _, part := range []float64{0.5, 1} {
		fmt.Fprintf(&s.buf, "A%s,%s 0 0 %d", r, r, sweep)
		s.point(' ', at(c.Start+part*c.Angle))
	}
}
