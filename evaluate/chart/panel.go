package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// maxRows is how many rows one chart shows; more cannot be read on a page.
const maxRows = 60

// row is one line of a panel as a chart gives it.
type row struct {
	heading string // stands above the row, where a new part of the panel begins; optional
	name    string
	inset   bool   // the row is a part of the one above it
	count   string // for the column of counts
	sub     string // second line of the name, smaller; optional
	label   string // what the mark says; a new line at "\n", breaks at plain spaces only
	missing bool   // the label says that there is no value
	anchor  float64
}

// placed is a row with its texts wrapped and its height known.
type placed struct {
	row
	headText, nameText, subText, labelText block
	top, tall                              vg.Length // of the row without its heading
}

// middle is the distance of the row's middle from the panel's top.
func (r placed) middle() vg.Length { return r.top + r.tall/2 }

// indent is how far the name of an inset row stands to the right.
func (r placed) indent() vg.Length {
	if r.inset {
		return 14
	}
	return 0
}

// columns says what stands beside the axis of a panel and below it. The zero
// columns has the labels behind the marks.
type columns struct {
	labels     bool   // labels stand in a column at the right, not behind the marks
	values     string // head of that column; a panel with one keeps its labels on one line if it can
	counts     string // head of a column of counts between names and axis, "": none
	fall, rise string // what lies left and right of zero, below the ticks; optional
}

// panel is a body of rows over one value axis: names left, marks, labels.
type panel struct {
	theme  Theme
	axis   axis
	rows   []placed
	names  vg.Length // width of the column of names
	counts vg.Length // and of that of counts, 0: none
	scale  vg.Length // length of the value axis
	width  vg.Length
	ticks  []tick
	cols   columns
	heads  block // of the column of labels
	title  block // of the axis
	marks  func(*panel) plot.Plotter
}

const (
	nameGap  = vg.Length(12) // between a name and its bar
	labelGap = vg.Length(7)  // between a mark and its label
	rowGap   = vg.Length(12)
	headGap  = vg.Length(6) // between a heading and the row above it
	barThick = vg.Length(22)
)

// newPanel lays the rows out. The column of names has at most 38 % of the
// width, and labels wrap so that the axis keeps 45 % of what is left; 55 % where
// the labels stand in a column and take the room from all rows. Where that
// column has a head, names have 30 % and the axis keeps 38 % of the rest.
func newPanel(o Options, a axis, rows []row, cols columns, marks func(*panel) plot.Plotter) *panel {
	p := &panel{theme: o.Theme, axis: a, width: o.inner(), cols: cols, marks: marks}
	for _, r := range rows {
		p.rows = append(p.rows, p.place(r, o.Lang))
	}
	p.sizeColumns()
	rest := p.width - p.left()
	p.stack(p.labelRoom(rest))
	p.fitAxis(rest)
	p.title = p.axisTitle(o.Lang)
	return p
}

// sizeColumns makes the columns of names and counts as wide as their texts.
func (p *panel) sizeColumns() {
	for _, r := range p.rows {
		p.names = max(p.names, r.indent()+max(r.nameText.width(), r.subText.width()))
	}
	if p.cols.counts == "" {
		return
	}
	p.counts = p.headStyle().Width(p.cols.counts)
	for _, r := range p.rows {
		p.counts = max(p.counts, face(p.theme.TextSize, p.theme.Ink).Width(r.count))
	}
}

// left is where the axis begins.
func (p *panel) left() vg.Length {
	if p.cols.counts == "" {
		return p.names + nameGap
	}
	return p.names + nameGap + p.counts + nameGap
}

func (p *panel) headStyle() text.Style { return bold(face(p.theme.SmallSize, p.theme.Muted)) }

// stack puts the rows below each other, labels wrapped at the width most.
func (p *panel) stack(most vg.Length) {
	p.heads = wrap(p.cols.values, p.headStyle(), most, 3)
	top := p.heads.height()
	if p.cols.counts != "" {
		top = max(top, p.headStyle().Font.Size*leading)
	}
	for i := range p.rows {
		r := &p.rows[i]
		style := face(p.theme.TextSize, p.theme.Ink)
		if r.missing {
			style.Color = p.theme.Muted
		}
		top += r.headText.height()
		if i > 0 && r.heading != "" {
			top += headGap
		}
		r.labelText = wrapLines(r.label, style, most)
		r.top, r.tall = top, rowGap+max(barThick, r.nameText.height()+r.subText.height(), r.labelText.height())
		top += r.tall
	}
}

// labelRoom is the width at which labels wrap. A number is never broken, so it
// is at least that of the longest one.
func (p *panel) labelRoom(rest vg.Length) vg.Length {
	most := rest*0.55 - labelGap
	switch {
	case p.cols.values != "":
		most = rest*0.62 - labelGap
	case p.cols.labels:
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
	if p.cols.values != "" {
		most = p.width * 0.30
	}
	out := placed{row: r, headText: wrap(glue(r.heading, lang), bold(face(p.theme.SmallSize, p.theme.Ink)), p.width, 2)}
	most -= out.indent()
	out.nameText = wrap(glue(r.name, lang), face(p.theme.TextSize, p.theme.Ink), most, 3)
	out.subText = wrap(glue(r.sub, lang), face(p.theme.SmallSize, p.theme.Muted), most, 2)
	return out
}

func (p *panel) rowsHeight() vg.Length {
	last := p.rows[len(p.rows)-1]
	return last.top + last.tall
}

func (p *panel) height() vg.Length {
	return p.rowsHeight() + 3 + p.line() + vg.Length(len(p.sides()))*p.line() + p.title.height()
}

// line is the height of a line below the axis.
func (p *panel) line() vg.Length { return vg.Length(p.theme.SmallSize) * leading }
