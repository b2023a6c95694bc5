package chart

import (
	"math"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// histogramTall is the height of the longest bar.
const histogramTall = vg.Length(170)

func (h *histogram) small() text.Style {
	return face(h.o.Theme.SmallSize, h.o.Theme.Ink)
}

func (h *histogram) line() vg.Length { return vg.Length(h.o.Theme.SmallSize) * leading }

// above is the height of the labels of mean and threshold, which are over the
// bars and their counts.
func (h *histogram) above() vg.Length {
	lines := vg.Length(1)
	if h.o.Mean.known {
		lines++
	}
	if h.o.Threshold.known {
		lines++
	}
	return lines*h.line() + 4
}

func (h *histogram) height() vg.Length {
	return h.above() + histogramTall + 3 + h.line() + h.title.height()
}

// x is where a change stands, from the left edge.
func (h *histogram) x(change float64) vg.Length {
	return h.o.inner() * vg.Length(h.axis.rel(change))
}

// fitTicks takes as many ticks as can stand side by side; those whose label
// would be cut by the edge are left out.
func (h *histogram) fitTicks() []tick {
	style := h.small()
	for n := 10; n >= 1; n-- {
		var ticks []tick
		free, fit := vg.Length(math.Inf(-1)), true
		for _, t := range h.axis.ticks(n) {
			half := style.Width(t.label) / 2
			if x := h.x(t.at); x-half >= 0 && x+half <= h.o.inner() {
				fit = fit && x-half >= free
				free = x + half + 8
				ticks = append(ticks, t)
			}
		}
		if fit {
			return ticks
		}
	}
	return []tick{{0, "0"}}
}

func (h *histogram) axisTitle() block {
	title := h.o.Lang.survey().scoreChange
	if unit := clean(h.o.Unit); unit != "" {
		title += ", " + unit
	}
	return wrap(glue(title, h.o.Lang), face(h.o.Theme.SmallSize, h.o.Theme.Muted), h.o.inner(), 0)
}

// widthText says what one bar is.
func (h *histogram) widthText() string {
	w := h.o.Lang.survey()
	if h.exact {
		return w.oneValue
	}
	text := w.barWidth + h.o.Lang.short(h.width, 6)
	if unit := clean(h.o.Unit); unit != "" {
		text += " " + unit
	}
	return text
}

// descriptions says how many people every bar is.
func (h *histogram) descriptions() []string {
	var out []string
	for _, b := range h.bins {
		out = append(out, h.placeText(b)+": "+h.o.Lang.count(b.n()))
	}
	return out
}

// placeText is the change of a bar, or where it begins and ends.
func (h *histogram) placeText(b bin) string {
	if h.exact {
		return h.shortSigned(b.at)
	}
	return h.shortSigned(b.at-h.width/2) + "…" + h.shortSigned(b.at+h.width/2)
}

func (h *histogram) shortSigned(x float64) string {
	if s := h.o.Lang.short(x, 6); x > 0 && s != "0" {
		return "+" + s
	} else {
		return s
	}
}

func (h *histogram) draw(c draw.Canvas) {
	base := c.Max.Y - h.above() - histogramTall
	h.drawBand(c, base)
	h.drawAxis(c, base)
	for _, b := range h.bins {
		h.drawBin(c, b, base)
	}
	h.drawMean(c, base)
}

// drawAxis draws the base of the bars, its ticks, and the zero line.
func (h *histogram) drawAxis(c draw.Canvas, base vg.Length) {
	bar(c, h.o.Theme.Muted, c.Min.X, base-0.5, c.Max.X, base+0.5)
	style := face(h.o.Theme.SmallSize, h.o.Theme.Muted)
	for _, t := range h.ticks {
		at := c.Min.X + h.x(t.at)
		bar(c, h.o.Theme.Muted, at-0.5, base-4, at+0.5, base)
		label := block{style, []string{t.label}}
		label.draw(c, vg.Point{X: at - label.width()/2, Y: base - 3})
	}
	zero, top := c.Min.X+h.x(0), base+histogramTall
	h.hang(0, base, func(foot vg.Length) { bar(c, h.o.Theme.Muted, zero-0.5, min(foot, top), zero+0.5, top) })
	h.title.draw(c, vg.Point{X: c.Min.X, Y: base - 3 - h.line()})
}

// drawBand shades the band, with its limits and ±threshold above it.
func (h *histogram) drawBand(c draw.Canvas, base vg.Length) {
	if !h.o.Threshold.known {
		return
	}
	x0, x1 := c.Min.X+h.x(-h.o.Threshold.v), c.Min.X+h.x(h.o.Threshold.v)
	top := c.Max.Y
	if h.o.Mean.known {
		top -= h.line()
	}
	bar(c, h.o.Theme.Band, x0, base, x1, top)
	h.hang(-h.o.Threshold.v, base, func(foot vg.Length) { dashed(c, h.o.Theme, x0, foot, top) })
	h.hang(h.o.Threshold.v, base, func(foot vg.Length) { dashed(c, h.o.Theme, x1, foot, top) })
	label := block{h.small(), []string{h.o.thresholdText()}}
	label.draw(c, vg.Point{X: h.besideMean(c, h.within(c, (x0+x1)/2-label.width()/2, label.width()), label.width()), Y: top})
}

// besideMean moves a label off the line of the mean, to the side that has room.
func (h *histogram) besideMean(c draw.Canvas, x, width vg.Length) vg.Length {
	mean := c.Min.X + h.x(h.o.Mean.v)
	switch {
	case !h.o.Mean.known || mean < x-3 || mean > x+width+3:
		return x
	case mean+5+width <= c.Max.X:
		return mean + 5
	}
	return mean - 5 - width
}

// drawMean marks the mean by a line that ends above the count it stands over.
func (h *histogram) drawMean(c draw.Canvas, base vg.Length) {
	if !h.o.Mean.known {
		return
	}
	x := c.Min.X + h.x(h.o.Mean.v)
	label := block{bold(h.small()), []string{h.o.meanText()}}
	label.draw(c, vg.Point{X: h.within(c, x-label.width()/2, label.width()), Y: c.Max.Y})
	h.hang(h.o.Mean.v, base, func(foot vg.Length) {
		bar(c, h.o.Theme.Ink, x-0.75, foot, x+0.75, c.Max.Y-h.line())
	})
}

// within keeps a label inside the chart.
func (h *histogram) within(c draw.Canvas, x, width vg.Length) vg.Length {
	return max(c.Min.X, min(x, c.Max.X-width))
}

// hang draws a line that comes down at a change, to the lowest place where it
// runs through no bar and no count.
func (h *histogram) hang(change float64, base vg.Length, line func(foot vg.Length)) {
	foot := base
	for _, b := range h.bins {
		if math.Abs(change-b.at) <= h.width/2 {
			foot = max(foot, base+h.tall(b.n())+h.line()+1)
		}
	}
	line(foot)
}

// tall is the length of a bar; that of anybody can be seen.
func (h *histogram) tall(n int64) vg.Length {
	var most int64
	for _, b := range h.bins {
		most = max(most, b.n())
	}
	return max(1, histogramTall*vg.Length(float64(n)/float64(most)))
}

// drawBin draws one bar, its classes on top of each other, n above it.
func (h *histogram) drawBin(c draw.Canvas, b bin, base vg.Length) {
	half := h.slot()/2 - min(1, h.slot()/10)
	mid := c.Min.X + h.x(b.at)
	var before int64
	top := base
	for _, k := range []ChangeClass{NotClassified, NotReliable, ReliablyWorse, ReliablyBetter} {
		if b.classes[k] > 0 {
			before += b.classes[k]
			next := base + h.tall(before)
			bar(c, h.o.Theme.fill(k), mid-half, top, mid+half, next)
			top = next
		}
	}
	label := block{h.small(), []string{h.o.Lang.count(b.n())}}
	label.draw(c, vg.Point{X: h.within(c, mid-label.width()/2, label.width()), Y: top + label.height()})
}
