package chart

import (
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// maxRows is how many rows one chart shows; more cannot be read on a page.
const maxRows = 60

// row is one line of a panel as a chart gives it.
type row struct {
	name    string
	sub     string // second line of the name, smaller; optional
	label   string // what the mark says; a new line at "\n", breaks at plain spaces only
	missing bool   // the label says that there is no value
	anchor  float64
}

// placed is a row with its texts wrapped and its height known.
type placed struct {
	row
	nameText, subText, labelText block
	top, tall                    vg.Length
}

// middle is the distance of the row's middle from the panel's top.
func (r placed) middle() vg.Length { return r.top + r.tall/2 }

// panel is a body of rows over one value axis: names left, marks, labels.
type panel struct {
	theme  Theme
	axis   axis
	rows   []placed
	names  vg.Length // width of the column of names
	scale  vg.Length // length of the value axis
	width  vg.Length
	ticks  []tick
	column bool // labels stand in a column at the right, not behind the marks
	marks  func(*panel) plot.Plotter
}

const (
	nameGap  = vg.Length(12) // between a name and its bar
	labelGap = vg.Length(7)  // between a mark and its label
	rowGap   = vg.Length(12)
	barThick = vg.Length(22)
)

// newPanel lays the rows out. The column of names has at most 38 % of the
// width, and labels wrap so that the axis keeps 45 % of what is left; 55 % where
// the labels stand in a column and take the room from all rows.
func newPanel(o Options, a axis, rows []row, column bool, marks func(*panel) plot.Plotter) *panel {
	p := &panel{theme: o.Theme, axis: a, width: o.inner(), column: column, marks: marks}
	for _, r := range rows {
		p.rows = append(p.rows, p.place(r, o.Lang))
	}
	for i := range p.rows {
		p.names = max(p.names, p.rows[i].nameText.width(), p.rows[i].subText.width())
	}
	rest := p.width - p.names - nameGap
	most := p.labelRoom(rest)
	var top vg.Length
	for i := range p.rows {
		r := &p.rows[i]
		style := face(o.Theme.TextSize, o.Theme.Ink)
		if r.missing {
			style.Color = o.Theme.Muted
		}
		r.labelText = wrapLines(r.label, style, most)
		r.top, r.tall = top, rowGap+max(barThick, r.nameText.height()+r.subText.height(), r.labelText.height())
		top += r.tall
	}
	p.fitAxis(rest)
	return p
}

// labelRoom is the width at which labels wrap. A number is never broken, so it
// is at least that of the longest one.
func (p *panel) labelRoom(rest vg.Length) vg.Length {
	most := rest*0.55 - labelGap
	if p.column {
		most = rest*0.45 - labelGap
	}
	for _, r := range p.rows {
		if !r.missing {
			most = max(most, widestWord(r.label, face(p.theme.TextSize, p.theme.Ink)))
		}
	}
	return most
}

// place wraps the name of a row.
func (p *panel) place(r row, lang Lang) placed {
	most := p.width * 0.38
	name := face(p.theme.TextSize, p.theme.Ink)
	sub := face(p.theme.SmallSize, p.theme.Muted)
	return placed{
		row:      r,
		nameText: wrap(glue(r.name, lang), name, most, 3),
		subText:  wrap(glue(r.sub, lang), sub, most, 2),
	}
}

// fitAxis makes the axis as long as the labels allow and takes as many ticks,
// at most nine, as can stand side by side.
func (p *panel) fitAxis(rest vg.Length) {
	style := face(p.theme.SmallSize, p.theme.Muted)
	for n := 8; n >= 1; n-- {
		p.ticks = p.axis.ticks(n)
		p.scale = p.room(rest)
		var widest vg.Length
		for _, t := range p.ticks {
			w := style.Width(t.label)
			widest = max(widest, w)
			if rel := vg.Length(p.axis.rel(t.at)); rel > 0 {
				p.scale = min(p.scale, (rest-w/2)/rel)
			}
		}
		if len(p.ticks) < 2 {
			return
		}
		if vg.Length(p.axis.rel(p.ticks[1].at)-p.axis.rel(p.ticks[0].at))*p.scale >= widest+10 {
			return
		}
	}
	p.ticks = slices.DeleteFunc(p.ticks, func(t tick) bool { return t.at != 0 })
}

// room is the longest axis that leaves every label inside the panel.
func (p *panel) room(rest vg.Length) vg.Length {
	scale := rest
	for _, r := range p.rows {
		free := rest - labelGap - r.labelText.width()
		if p.column {
			scale = min(scale, free)
		} else if rel := vg.Length(p.axis.rel(r.anchor)); rel > 0 {
			scale = min(scale, free/rel)
		}
	}
	return scale
}

func (p *panel) rowsHeight() vg.Length {
	last := p.rows[len(p.rows)-1]
	return last.top + last.tall
}

func (p *panel) height() vg.Length {
	return p.rowsHeight() + 2*vg.Length(p.theme.SmallSize)*leading + 3
}

// draw draws the panel as a plot whose x axis is the value axis and whose y
// axis counts lengths down from the panel's top.
func (p *panel) draw(c draw.Canvas) {
	c.Min.X += p.names + nameGap
	c.Max.X = c.Min.X + p.scale
	c.Min.Y = c.Max.Y - p.rowsHeight()
	pl := plot.New()
	pl.HideAxes()
	pl.BackgroundColor = nil
	pl.X.Padding, pl.Y.Padding = 0, 0
	pl.X.Min, pl.X.Max = p.axis.lo, p.axis.hi
	pl.Y.Min, pl.Y.Max = -p.rowsHeight().Points(), 0
	pl.Add(grid{p.ticks, p.axis.title, face(p.theme.SmallSize, p.theme.Muted), p.theme}, p.marks(p), texts{p})
	pl.Draw(c)
}

// texts draws the names and the labels of a panel's rows.
type texts struct{ *panel }

// Plot implements plot.Plotter.
func (t texts) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	left := c.Min.X - nameGap - t.names
	for _, r := range t.rows {
		mid := y(-r.middle().Points())
		lower := r.nameText.draw(c, vg.Point{X: left, Y: mid + (r.nameText.height()+r.subText.height())/2})
		r.subText.draw(c, vg.Point{X: left, Y: lower})
		at := x(r.anchor)
		if t.column {
			at = c.Max.X
		}
		label := vg.Point{X: at + labelGap, Y: mid + r.labelText.height()/2}
		bar(c, t.theme.Paper, label.X-2, label.Y-r.labelText.height(), label.X+r.labelText.width()+2, label.Y) // no grid line behind the letters
		r.labelText.draw(c, label)
	}
}

// labels returns "name: label" of every row, for the description.
func labels(rows []row) []string {
	var out []string
	for _, r := range rows {
		label := strings.ReplaceAll(r.label, "\n", ", ")
		name := r.name
		if r.sub != "" {
			name += " (" + r.sub + ")"
		}
		out = append(out, name+": "+label)
	}
	return out
}
