package chart

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// maxBars is how many bars of a histogram can be read.
const maxBars = 41

// bin is one bar of a histogram, centred on at.
type bin struct {
	at      float64
	classes [4]int64 // people by ChangeClass
}

func (b bin) n() int64 {
	var n int64
	for _, k := range b.classes {
		n += k
	}
	return n
}

// histogram is the body of a [Distribution] chart.
type histogram struct {
	o       DistributionOptions
	classes [4]int64
	n       int64
	bins    []bin   // those with people, by place
	width   float64 // of a bar, in points: an odd number of steps
	steps   float64 // that number
	exact   bool    // each bar is one value of the change
	axis    axis
	ticks   []tick
	title   block
}

// newHistogram takes the narrowest bars whose counts have room above them.
func newHistogram(o DistributionOptions, steps []ChangeStep) *histogram {
	h := &histogram{o: o}
	for _, s := range steps {
		h.classes[s.Class] += s.N
		h.n += s.N
	}
	least := h.least(steps)
	for h.steps = h.fewest(steps, least); ; h.steps = wider(h.steps) {
		h.width = h.steps * least
		h.collect(steps)
		h.axis = h.newAxis()
		if h.fits() || len(h.bins) == 1 {
			break
		}
	}
	h.exact = h.steps == 1 && h.onSteps(steps)
	h.ticks = h.fitTicks()
	h.title = h.axisTitle()
	return h
}

// reach is the range the axis has to hold, zero within it.
func (h *histogram) reach(steps []ChangeStep) (lo, hi float64) {
	limit := h.o.Threshold.v // 0 where missing, as the mean
	lo, hi = min(-limit, h.o.Mean.v), max(limit, h.o.Mean.v)
	for _, s := range steps {
		lo, hi = min(lo, s.Change), max(hi, s.Change)
	}
	return lo, hi
}

// least is the narrowest bar: the step of the score, or a round width of which
// some twenty hold the range.
func (h *histogram) least(steps []ChangeStep) float64 {
	if h.o.Step > 0 {
		return h.o.Step
	}
	lo, hi := h.reach(steps)
	if hi == lo {
		return 1
	}
	width, _ := niceStep((hi-lo)/20, false)
	return width
}

// fewest is the least odd number of steps that makes no more than maxBars.
func (h *histogram) fewest(steps []ChangeStep, least float64) float64 {
	lo, hi := h.reach(steps)
	return 2*math.Floor((hi-lo)/least/maxBars/2) + 1
}

// wider is the next odd number of steps: of an odd one no change that is a
// multiple of the step lies on the border of two bars.
func wider(steps float64) float64 {
	return 2*math.Floor(steps*1.2/2) + 3
}

// collect counts the people of each bar.
//
//	bar = sign(change) · ⌊|change| / width + ½⌋
func (h *histogram) collect(steps []ChangeStep) {
	bins := map[float64]*bin{}
	for _, s := range steps {
		if s.N == 0 {
			continue
		}
		place := math.Copysign(math.Floor(math.Abs(s.Change)/h.width+0.5), s.Change) + 0 // no -0
		if bins[place] == nil {
			bins[place] = &bin{at: place * h.width}
		}
		bins[place].classes[s.Class] += s.N
	}
	h.bins = h.bins[:0]
	for _, b := range bins {
		h.bins = append(h.bins, *b)
	}
	slices.SortFunc(h.bins, func(a, b bin) int { return cmp.Compare(a.at, b.at) })
}

// newAxis holds zero, every bar, the mean and the band with some of what lies
// beyond it.
func (h *histogram) newAxis() axis {
	limit := h.o.Threshold.v + h.width
	if !h.o.Threshold.known {
		limit = h.width / 2
	}
	a := axis{lo: min(-limit, h.o.Mean.v), hi: max(limit, h.o.Mean.v), label: h.o.Lang.signed}
	for _, b := range h.bins {
		a.lo, a.hi = min(a.lo, b.at-h.width/2), max(a.hi, b.at+h.width/2)
	}
	air := (a.hi - a.lo) / 50
	a.lo, a.hi = a.lo-air, a.hi+air
	return a
}

// slot is the length of a bar's width on the axis.
func (h *histogram) slot() vg.Length {
	return h.o.inner() * vg.Length(h.width/(h.axis.hi-h.axis.lo))
}

// fits says whether no count is wider than its bar, so that none can touch
// another.
func (h *histogram) fits() bool {
	style := h.small()
	for _, b := range h.bins {
		if style.Width(h.o.Lang.count(b.n()))+3 > h.slot() {
			return false
		}
	}
	return true
}

// onSteps says whether every change is a multiple of the step, to the rounding
// of scores that are means.
func (h *histogram) onSteps(steps []ChangeStep) bool {
	for _, s := range steps {
		if at := s.Change / h.width; math.Abs(at-math.Round(at)) > 1e-6 {
			return false
		}
	}
	return true
}
