package chart

import (
	"image/color"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// margin is the empty border around a chart.
const margin = vg.Length(16)

// gap sets the body apart from what is above and below it.
const gap = vg.Length(8)

// key is one entry of the line below the subtitle that explains the marks.
type key struct {
	text string
	wide vg.Length                           // of the mark, 0: text only
	mark func(c draw.Canvas, x, y vg.Length) // x its left end, y its middle
}

// body is the part of a chart that differs: it draws itself into the canvas
// between title and note, of which it knows the width beforehand.
type body interface {
	height() vg.Length
	draw(draw.Canvas)
}

// frame is what stands around the body: title, subtitle, keys, note.
type frame struct {
	opts Options
	keys []key
}

// inner is the width a body has.
func (o Options) inner() vg.Length {
	return vg.Length(o.Theme.Width) - 2*margin
}

// chart puts the body in the frame. The labels go to the description, each
// "name: value".
func (f frame) chart(b body, labels []string) *Chart {
	o := f.opts
	head := f.head()
	keys := f.keyLines()
	note := wrap(glue(o.Note, o.Lang), face(o.Theme.SmallSize, o.Theme.Muted), o.inner(), 0)

	height := 2*margin + gap + b.height() + vg.Length(len(keys))*f.keyHeight()
	for _, part := range append(head, note) {
		height += part.height()
	}
	if len(note.lines) > 0 {
		height += gap
	}
	return &Chart{
		id: o.ID, title: o.Title, lang: o.Lang, theme: o.Theme,
		description: describe(o, labels), height: height,
		paint: func(c draw.Canvas) {
			c = draw.Crop(c, margin, -margin, margin, -margin)
			foot := c.Min.Y
			c.Max.Y = f.drawHead(c, head, keys) - gap
			c.Min.Y = c.Max.Y - b.height()
			b.draw(c)
			note.draw(c, vg.Point{X: c.Min.X, Y: foot + note.height()})
		},
	}
}

// drawHead draws all that stands above the body and returns its lower edge.
func (f frame) drawHead(c draw.Canvas, head []block, keys [][]key) vg.Length {
	for _, part := range head {
		c.Max.Y = part.draw(c, vg.Point{X: c.Min.X, Y: c.Max.Y})
	}
	for _, line := range keys {
		f.drawKeys(c, line)
		c.Max.Y -= f.keyHeight()
	}
	return c.Max.Y
}

// head lays out title and subtitle.
func (f frame) head() []block {
	o := f.opts
	return []block{
		wrap(glue(o.Title, o.Lang), bold(face(o.Theme.TitleSize, o.Theme.Ink)), o.inner(), 0),
		wrap(glue(o.Subtitle, o.Lang), face(o.Theme.SmallSize, o.Theme.Muted), o.inner(), 0),
	}
}

func (f frame) keyHeight() vg.Length {
	return vg.Length(f.opts.Theme.SmallSize)*leading + 4
}

func (f frame) keySpace(k key) vg.Length {
	w := face(f.opts.Theme.SmallSize, color.Black).Width(k.text)
	if k.mark != nil {
		w += k.wide + 5
	}
	return w
}

const keyGap = vg.Length(18)

// keyLines breaks the keys into lines that fit the width.
func (f frame) keyLines() [][]key {
	var lines [][]key
	var x vg.Length
	for _, whole := range f.keys {
		for _, k := range f.fold(whole) {
			w := f.keySpace(k)
			if len(lines) == 0 || x+w > f.opts.inner() {
				lines, x = append(lines, nil), 0
			}
			last := len(lines) - 1
			lines[last] = append(lines[last], k)
			x += w + keyGap
		}
	}
	return lines
}

// fold breaks a key that is wider than the chart; what goes on in the next line
// stands below the text, not below the mark.
func (f frame) fold(k key) []key {
	room := f.opts.inner()
	if f.keySpace(k) <= room {
		return []key{k}
	}
	if k.mark != nil {
		room -= k.wide + 5
	}
	var out []key
	for _, line := range wrap(glue(k.text, f.opts.Lang), face(f.opts.Theme.SmallSize, color.Black), room, 0).lines {
		out = append(out, key{line, k.wide, k.mark})
		if k.mark != nil {
			k.mark = func(draw.Canvas, vg.Length, vg.Length) {}
		}
	}
	return out
}

func (f frame) drawKeys(c draw.Canvas, keys []key) {
	style := face(f.opts.Theme.SmallSize, f.opts.Theme.Muted)
	x, top := c.Min.X, c.Max.Y-4
	for _, k := range keys {
		at := x
		if k.mark != nil {
			k.mark(c, x, top-vg.Length(f.opts.Theme.SmallSize)*leading/2)
			at += k.wide + 5
		}
		block{style, []string{k.text}}.draw(c, vg.Point{X: at, Y: top})
		x += f.keySpace(k) + keyGap
	}
}

// describe returns the text alternative of a chart.
func describe(o Options, labels []string) string {
	if o.Description != "" {
		return o.Description
	}
	title := strings.TrimRight(o.Title, ".")
	return title + ". " + strings.Join(labels, "; ") + "."
}

// bar fills the rectangle between two corners.
func bar(c draw.Canvas, clr color.Color, x0, y0, x1, y1 vg.Length) {
	c.SetColor(clr)
	c.Fill(vg.Rectangle{Min: vg.Point{X: x0, Y: y0}, Max: vg.Point{X: x1, Y: y1}}.Path())
}
