package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"
)

// Stage is one stop on the way through a project and how many people reached
// it, or left there.
type Stage struct {
	Name string // Required: "rozpoczęło", "ukończyło", "przerwało", "kontynuuje"
	N    Value[int64]
}

// Flow draws the way of the participants through the project: a bar from zero
// for each stage, in the order given, with n as label. Stages need not add up
// to one another; the chart does not say that they do.
//
// It returns an error when there is no stage, a stage has no name, or a count
// is negative or above 10¹².
func Flow(o Options, stages []Stage) (*Chart, error) {
	o, err := o.checked()
	if err != nil {
		return nil, err
	}
	c := newChecks(o, len(stages))
	for i, s := range stages {
		c.name(i, clean(s.Name))
		c.count(i, "n", s.N)
	}
	if err := c.err(); err != nil {
		return nil, err
	}
	var out []row
	for _, s := range stages {
		out = append(out, s.row(o.Lang))
	}
	p := newPanel(o, peopleAxis(o, out), out, columns{}, func(p *panel) plot.Plotter { return flowMarks{p, stages} })
	return frame{opts: o}.chart(p, labels(out)), nil
}

func (s Stage) row(lang Lang) row {
	if !s.N.known {
		return row{name: clean(s.Name), label: s.N.text(lang), missing: true}
	}
	return row{name: clean(s.Name), label: lang.count(s.N.v), anchor: float64(s.N.v)}
}

// flowMarks draws the bars of the stages.
type flowMarks struct {
	*panel
	data []Stage
}

// Plot implements plot.Plotter.
func (m flowMarks) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for i, s := range m.data {
		barFromZero(c, m.theme.Bar, x(0), x(float64(s.N.v)), y(-m.rows[i].middle().Points()), s.N.v)
	}
}
