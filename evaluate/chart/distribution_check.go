package chart

import (
	"math"
	"unicode/utf8"
)

func checkDistribution(o DistributionOptions, steps []ChangeStep) error {
	c := &checks{id: o.ID}
	o.check(c)
	var n int64
	lo, hi := 0.0, 0.0
	for i, s := range steps {
		c.score(i, "change", s.Change)
		c.count(i, "n", Known(s.N))
		c.class(i, s, o.Threshold)
		n += s.N
		lo, hi = min(lo, s.Change), max(hi, s.Change)
	}
	if len(c.errs) == 0 && n == 0 {
		c.say("nobody's change is known; leave the chart out where there is nothing to show")
	}
	if o.Step > 0 && (hi-lo)/o.Step > 1e6 {
		c.say("a step of %v is less than a millionth of the range %v to %v; give the least difference between two scores, or 0", o.Step, lo, hi)
	}
	c.sides(steps)
	return c.err()
}

func (o DistributionOptions) check(c *checks) {
	if !(o.Step >= 0 && o.Step <= maxScore) {
		c.say("the step is %v, must be 0 (not known) to 1e12", o.Step)
	}
	if o.Places < 0 || o.Places > 4 {
		c.say("%d decimal places, must be 0 to 4", o.Places)
	}
	if !(math.Abs(o.Mean.v) <= maxScore) {
		c.say("the mean is %v, must be finite and between -1e12 and 1e12", o.Mean.v)
	}
	if o.Threshold.known && !(o.Threshold.v > 0 && o.Threshold.v <= maxScore) {
		c.say("the threshold is %v, must be above 0 and at most 1e12; leave it missing where there is none", o.Threshold.v)
	}
	if n := utf8.RuneCountInString(clean(o.Basis)); n > 300 {
		c.say("the basis has %d characters, at most 300 have room", n)
	}
	c.short("unit", o.Unit)
}

// class wants class and threshold to say the same of a change. A change as
// large as the threshold, to the rounding of float64, may be of either class.
func (c *checks) class(i int, s ChangeStep, threshold Value[float64]) {
	const slack = 1e-9
	size := math.Abs(s.Change)
	switch {
	case s.Class < NotClassified || s.Class > ReliablyBetter:
		c.say("row %d: class %d; use one of the constants", i+1, int(s.Class))
	case !threshold.known && s.Class != NotClassified:
		c.say("row %d: a class without a threshold; give Threshold, or leave Class out", i+1)
	case threshold.known && s.Class == NotClassified:
		c.say("row %d: no class, but there is a threshold; give Class", i+1)
	case s.Class == NotReliable && size > threshold.v*(1+slack):
		c.say("row %d: a change of %v is said to be not reliable, but the threshold is %v", i+1, s.Change, threshold.v)
	case s.Class > NotClassified && s.Class != NotReliable && size < threshold.v*(1-slack):
		c.say("row %d: a change of %v is said to be reliable, but the threshold is %v", i+1, s.Change, threshold.v)
	}
}

// sides wants better and worse to lie on different sides of zero.
func (c *checks) sides(steps []ChangeStep) {
	var better, worse [2]bool // falls, rises
	for _, s := range steps {
		rise := 0
		if s.Change > 0 {
			rise = 1
		}
		better[rise] = better[rise] || s.Class == ReliablyBetter
		worse[rise] = worse[rise] || s.Class == ReliablyWorse
	}
	if better[0] && better[1] || worse[0] && worse[1] || better[0] && worse[0] || better[1] && worse[1] {
		c.say("falls or rises are both better and worse, or better on both sides of zero; one direction is for the better")
	}
}
