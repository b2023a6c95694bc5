package chart

import (
	"image/color"
	"slices"
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// thick is the height of a bar, or of what stands in its place.
func (b answerBar) thick() vg.Length {
	if b.shown() {
		return answerThick
	}
	return max(answerThick, b.label.height())
}

// itemBars returns the bars of the item at index i.
func (a *answers) itemBars(i int) []answerBar {
	return a.bars[i*a.waves : (i+1)*a.waves]
}

// barsHeight is the height of an item without its text.
func (a *answers) barsHeight(i int) vg.Length {
	h := -answerGap
	for _, b := range a.itemBars(i) {
		h += b.thick() + answerGap
	}
	return h
}

func (a *answers) itemHeight(i int) vg.Length {
	return a.items[i].height() + 2 + a.barsHeight(i)
}

func (a *answers) height() vg.Length {
	h := 3 + vg.Length(a.o.Theme.SmallSize)*leading + a.title.height()
	for i := range a.items {
		h += a.itemHeight(i) + itemGap
	}
	return h
}

func (a *answers) draw(c draw.Canvas) {
	y := c.Max.Y
	ticks := a.ticks()
	for i, text := range a.items {
		top := text.draw(c, vg.Point{X: c.Min.X, Y: y}) - 2
		a.grid(c, ticks, top, top-a.barsHeight(i))
		for _, b := range a.itemBars(i) {
			a.drawBar(c, b, top)
			top -= b.thick() + answerGap
		}
		y -= a.itemHeight(i) + itemGap
	}
	a.foot(c, ticks, y+itemGap-3)
}

// shareTick is one labelled place below the bars; x is from the left edge.
type shareTick struct {
	x     vg.Length
	label block
	zero  bool
}

// ticks returns the places of both axes: as many of 10, 20, 25, 50 or 100 per
// cent as can stand side by side.
func (a *answers) ticks() []shareTick {
	style := face(a.o.Theme.SmallSize, a.o.Theme.Muted)
	step := 100
	for _, s := range []int{50, 25, 20, 10} {
		if a.unit*vg.Length(s) >= style.Width("100%")+8 {
			step = s
		}
	}
	out := a.axisTicks(step, a.zero, -1, a.low)
	slices.Reverse(out)
	out = append(out, a.axisTicks(step, a.zero, 1, a.high)...)
	if a.neutral >= 0 {
		out = append(out, a.axisTicks(step, a.midZero, 1, a.mid)...)
	}
	for i := range out {
		out[i].label.style = style
	}
	return slices.CompactFunc(out, func(p, q shareTick) bool { return p.zero && q.zero && p.x == q.x })
}

// axisTicks returns zero and the multiples of step on one side of it.
func (a *answers) axisTicks(step int, zero, way, length vg.Length) []shareTick {
	var out []shareTick
	for p := 0; a.unit*vg.Length(p) <= length+0.01; p += step {
		label := block{lines: []string{strconv.Itoa(p) + "%"}}
		out = append(out, shareTick{zero + way*a.unit*vg.Length(p), label, p == 0})
	}
	return out
}

// grid draws the lines of the ticks behind the bars of one item.
func (a *answers) grid(c draw.Canvas, ticks []shareTick, top, foot vg.Length) {
	for _, t := range ticks {
		sty := draw.LineStyle{Color: a.o.Theme.Grid, Width: 1}
		if t.zero {
			sty.Color = a.o.Theme.Muted
		}
		c.StrokeLine2(sty, c.Min.X+t.x, foot-answerGap, c.Min.X+t.x, top+answerGap-2)
	}
}

// foot draws what stands below the bars.
func (a *answers) foot(c draw.Canvas, ticks []shareTick, y vg.Length) {
	low := y
	for _, t := range ticks {
		low = t.label.draw(c, vg.Point{X: c.Min.X + t.x - t.label.width()/2, Y: y})
	}
	a.title.draw(c, vg.Point{X: c.Min.X, Y: low})
}

// drawBar draws one bar with its upper edge at top.
func (a *answers) drawBar(c draw.Canvas, b answerBar, top vg.Length) {
	mid := top - b.thick()/2
	b.name.draw(c, vg.Point{X: c.Min.X, Y: mid + b.name.height()/2})
	if !b.shown() {
		at := vg.Point{X: c.Min.X + a.names + nameGap, Y: mid + b.label.height()/2}
		bar(c, a.o.Theme.Paper, at.X, at.Y-b.label.height()-2, at.X+b.label.width()+2, at.Y+2)
		b.label.draw(c, at)
		return
	}
	a.side(c, b, a.lower(), c.Min.X+a.zero, mid, -1)
	a.side(c, b, a.higher(), c.Min.X+a.zero, mid, 1)
	if a.neutral >= 0 {
		a.side(c, b, a.middle(), c.Min.X+a.midZero, mid, 1)
	}
}

// side draws the parts of a bar away from zero, to the left (way -1) or to the
// right (1), and their sum at the end.
func (a *answers) side(c draw.Canvas, b answerBar, levels []int, zero, mid, way vg.Length) {
	fills, sum := a.o.fills(), b.sum(levels)
	var before int64
	for _, i := range levels {
		x0 := zero + way*a.unit*vg.Length(b.percent(before))
		before += b.counts[i]
		x1 := zero + way*a.unit*vg.Length(b.percent(before))
		a.part(c, b, i, fills[i], min(x0, x1), max(x0, x1), mid, b.counts[i] < sum)
	}
	a.sum(c, a.o.Lang.wholePercent(sum, b.n), zero+way*(a.unit*vg.Length(b.percent(sum))+4), mid, way)
}

// sum draws the number at the end of one side, with no grid line behind it.
func (a *answers) sum(c draw.Canvas, text string, at, mid, way vg.Length) {
	label := block{bold(face(a.o.Theme.SmallSize, a.o.Theme.Ink)), []string{text}}
	if way < 0 {
		at -= label.width()
	}
	bar(c, a.o.Theme.Paper, at-1, mid-label.height()/2+1, at+label.width()+1, mid+label.height()/2-1)
	label.draw(c, vg.Point{X: at, Y: mid + label.height()/2})
}

// part draws one answer, with its share where that has room and is not the sum.
func (a *answers) part(c draw.Canvas, b answerBar, level int, fill color.RGBA, x0, x1, mid vg.Length, labelled bool) {
	if b.counts[level] == 0 {
		return
	}
	bar(c, fill, x0, mid-answerThick/2, x1, mid+answerThick/2)
	if x1-x0 > 2 { // a hair line between the parts
		bar(c, a.o.Theme.Paper, x1-0.5, mid-answerThick/2, x1, mid+answerThick/2)
		bar(c, a.o.Theme.Paper, x0, mid-answerThick/2, x0+0.5, mid+answerThick/2)
	}
	label := block{face(a.o.Theme.SmallSize, a.o.Theme.on(fill)), []string{a.o.Lang.wholePercent(b.counts[level], b.n)}}
	if labelled && label.width()+5 <= x1-x0 {
		label.draw(c, vg.Point{X: (x0 + x1 - label.width()) / 2, Y: mid + label.height()/2})
	}
}
