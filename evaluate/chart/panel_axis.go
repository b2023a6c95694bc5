package chart

import (
	"slices"

	"gonum.org/v1/plot/vg"
)

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
		free := rest - labelGap - max(r.labelText.width(), p.heads.width())
		if p.cols.labels {
			scale = min(scale, free)
		} else if rel := vg.Length(p.axis.rel(r.anchor)); rel > 0 {
			scale = min(scale, free/rel)
		}
	}
	return scale
}

// axisTitle stands below the axis where it has room there, otherwise below the
// whole panel.
func (p *panel) axisTitle(lang Lang) block {
	style := face(p.theme.SmallSize, p.theme.Muted)
	if most := p.width - p.left(); style.Width(p.axis.title) <= most {
		return block{style, []string{p.axis.title}}
	}
	return wrap(glue(p.axis.title, lang), style, p.width, 0)
}

// side is what lies on one side of zero, in a line below the ticks; x is from
// the panel's left edge.
type side struct {
	text block
	x    vg.Length
}

// sides returns the lines that say what lies left and right of zero: one line
// of both where they have room beside each other, else two.
func (p *panel) sides() [][]side {
	if p.cols.fall == "" && p.cols.rise == "" {
		return nil
	}
	style := face(p.theme.SmallSize, p.theme.Ink)
	zero := p.left() + vg.Length(p.axis.rel(0))*p.scale
	fall := side{text: wrap("← "+p.cols.fall, style, p.width, 1)}
	rise := side{text: wrap(p.cols.rise+" →", style, p.width, 1)}
	fall.x = max(0, zero-6-fall.text.width())
	rise.x = min(zero+6, p.width-rise.text.width())
	switch {
	case p.cols.fall == "":
		return [][]side{{rise}}
	case p.cols.rise == "":
		return [][]side{{fall}}
	case fall.x+fall.text.width()+8 <= rise.x:
		return [][]side{{fall, rise}}
	}
	return [][]side{{fall}, {rise}}
}
