package chart

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// split is the body of a stacked bar: wide parts carry their label, narrow
// ones have it below, at the end of a line from the middle of the part.
type split struct {
	theme Theme
	width vg.Length
	parts []part
	lines int // rows of labels below the bar
}

const splitThick = vg.Length(52)

func newSplit(o Options, parts []Share, sum int64) *split {
	s := &split{theme: o.Theme, width: o.inner()}
	var before int64
	for _, p := range parts {
		next := newPart(o, p, before, sum)
		next.outside = max(s.inside(next).width(), s.value(next).width())+16 > next.x1-next.x0
		s.parts = append(s.parts, next)
		before += p.N
	}
	s.placeOutside()
	return s
}

// inside is the name as it stands in a part, value the numbers below it.
func (s *split) inside(p part) block {
	return block{face(s.theme.TextSize, s.theme.on(s.theme.colour(p.Group))), []string{p.name}}
}

func (s *split) value(p part) block {
	return block{bold(face(s.theme.TextSize, s.theme.on(s.theme.colour(p.Group)))), []string{p.label}}
}

// below is the label of a narrow part, shortened to the width of the chart.
func (s *split) below(p part) block {
	style := face(s.theme.TextSize, s.theme.Ink)
	return block{style, wrap(p.name, style, s.width-20-style.Width(" "+p.label), 1).lines}.with(" " + p.label)
}

// with appends to the last line.
func (b block) with(s string) block {
	b.lines[len(b.lines)-1] += s
	return b
}

// rightward says whether the label of a narrow part stands right of its line.
func (s *split) rightward(p part) bool {
	return p.middle() < s.width/2
}

// placeOutside gives every outside label a row of its own, in an order in which
// no line runs through a label: of those that stand right of their line the
// rightmost comes first, of the others the leftmost.
func (s *split) placeOutside() {
	for i := range slices.Backward(s.parts) {
		if s.parts[i].outside && s.rightward(s.parts[i]) {
			s.parts[i].line, s.lines = s.lines, s.lines+1
		}
	}
	for i := range s.parts {
		if s.parts[i].outside && !s.rightward(s.parts[i]) {
			s.parts[i].line, s.lines = s.lines, s.lines+1
		}
	}
}

func (s *split) lineHeight() vg.Length { return vg.Length(s.theme.TextSize)*leading + 4 }

func (s *split) height() vg.Length {
	h := splitThick + 8
	if s.lines > 0 {
		h += 6 + vg.Length(s.lines)*s.lineHeight()
	}
	return h
}

func (s *split) draw(c draw.Canvas) {
	top, foot := c.Max.Y, c.Max.Y-splitThick
	for _, p := range s.parts {
		bar(c, s.theme.colour(p.Group), c.Min.X+p.x0, foot, c.Min.X+p.x1, top)
		p.edge(c, s.theme, foot, top)
	}
	for _, p := range s.parts {
		if p.outside {
			s.drawBelow(c, p, foot)
			continue
		}
		name := s.inside(p)
		pt := vg.Point{X: c.Min.X + p.x0 + 8, Y: top - (splitThick-2*name.height())/2}
		pt.Y = name.draw(c, pt)
		s.value(p).draw(c, pt)
	}
}

// drawBelow draws the line down from the bar and the label at its end, on the
// side with more room.
func (s *split) drawBelow(c draw.Canvas, p part, foot vg.Length) {
	label := s.below(p)
	y := foot - 6 - vg.Length(p.line)*s.lineHeight()
	x := min(max(p.middle(), 0.75), s.width-0.75) + c.Min.X
	end := y - s.lineHeight()/2
	bar(c, s.theme.Muted, x-0.5, end-0.5, x+0.5, foot-1)
	at := x + 8
	tip := x + 5
	if !s.rightward(p) {
		at, tip = x-8-label.width(), x-5
	}
	bar(c, s.theme.Muted, min(x, tip), end-0.5, max(x, tip), end+0.5)
	label.draw(c, vg.Point{X: max(at, c.Min.X), Y: y - 2})
}
