package chart

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Share is one part of a whole.
type Share struct {
	Group Group
	Name  string // Required for Other; Defaults to the name of the group
	N     int64
}

// GenderSplit draws one stacked bar of all participants, parts in the order
// given, each with "37 (61,67%)" as label. The shares are exact quotients,
// rounded half up to two places, so they may add up to 99,99 or 100,01. A part
// too narrow for its label has it below the bar, at the end of a line.
//
// It takes no missing value: where the number of one sex is not known or not
// shown, a bar of the others would be wrong or give it away, and the chart is
// to be left out. It returns an error for that reason when the parts sum to
// zero, and when there is no part, a part has no name, or a count is negative
// or above 10¹².
func GenderSplit(o Options, parts []Share) (*Chart, error) {
	o, err := o.checked()
	if err != nil {
		return nil, err
	}
	sum, err := checkShares(o, parts)
	if err != nil {
		return nil, err
	}
	w := o.Lang.words()
	if o.Subtitle == "" {
		o.Subtitle = w.total + o.Lang.count(sum)
	}
	s := newSplit(o, parts, sum)
	var texts []string
	for _, p := range s.parts {
		texts = append(texts, p.name+": "+p.label)
	}
	return frame{opts: o}.chart(s, texts), nil
}

func checkShares(o Options, parts []Share) (sum int64, err error) {
	c := newChecks(o, len(parts))
	for i, p := range parts {
		c.name(i, p.Group.named(p.Name, o.Lang))
		c.count(i, "n", Known(p.N))
		if p.Group == Total {
			c.say("row %d: the total is no part of itself; give the parts only", i+1)
		}
	}
	if err := c.err(); err != nil {
		return 0, err
	}
	for _, p := range parts {
		sum += p.N
	}
	if sum == 0 {
		return 0, fmt.Errorf("chart %s: no people in any part; leave the chart out, a share of nobody is not defined", o.ID)
	}
	return sum, nil
}

// part is a Share with its place on the bar.
type part struct {
	Share
	name, label string
	x0, x1      vg.Length // from the left end of the bar
	outside     bool      // the label stands below the bar, in row line
	line        int
}

func newPart(o Options, p Share, before, sum int64) part {
	width := o.inner()
	return part{
		Share: p,
		name:  p.Group.named(p.Name, o.Lang),
		label: o.Lang.count(p.N) + nbsp + "(" + o.Lang.percent(p.N, sum) + ")",
		x0:    width * vg.Length(float64(before)/float64(sum)),
		x1:    width * vg.Length(float64(before+p.N)/float64(sum)),
	}
}

// middle is where the line to an outside label starts.
func (p part) middle() vg.Length { return (p.x0 + p.x1) / 2 }

// edge draws the hair line between two parts of the bar.
func (p part) edge(c draw.Canvas, t Theme, y0, y1 vg.Length) {
	if p.x0 > 0 && p.N > 0 {
		bar(c, t.Paper, c.Min.X+p.x0-0.75, y0, c.Min.X+p.x0+0.75, y1)
	}
}
