package chart

import (
	"math"
	"unicode/utf8"
)

// maxEffect is beyond what a standardised change can be without an error of the input.
const maxEffect = 1e6

func checkForest(o ForestOptions, rows []ForestRow) error {
	c := newChecks(o.Options, len(rows))
	o.check(c)
	for i, r := range rows {
		c.name(i, r.Group.named(r.Name, o.Lang))
		if i == 0 && r.Sub {
			c.say("row 1: a part of the row above it, but there is none; begin with the scale")
		}
		if r.N < 0 || r.N > 1e9 {
			c.say("row %d: n is %d, must be 0 to 1000000000", i+1, r.N)
		}
		c.effect(i, "effect", r.Effect.v)
		if r.Effect.known && r.N == 0 {
			c.say("row %d: an effect of %v of nobody; leave Effect missing", i+1, r.Effect.v)
		}
		c.forestInterval(i, r, o.Level)
	}
	return c.err()
}

func (c *checks) forestInterval(i int, r ForestRow, level float64) {
	if !r.Interval.known {
		return
	}
	c.interval(i, r.Interval.v, level)
	c.effect(i, "lower bound", r.Interval.v.Lo)
	c.effect(i, "upper bound", r.Interval.v.Hi)
	if !r.Effect.known {
		c.say("row %d: an interval without an effect; give Effect, or leave both missing", i+1)
	}
}

// effect wants a standardised change that can be one.
func (c *checks) effect(i int, what string, x float64) {
	if !(math.Abs(x) <= maxEffect) { // also NaN
		c.say("row %d: %s is %v, must be finite and between -1e6 and 1e6", i+1, what, x)
	}
}

// check refuses options that leave a reader in doubt.
func (o ForestOptions) check(c *checks) {
	if clean(o.Effect) == "" || clean(o.Symbol) == "" {
		c.say("no effect; say in Effect and Symbol which standardised change is drawn")
	}
	if n := utf8.RuneCountInString(clean(o.Effect)); n > 200 {
		c.say("the effect has %d characters, at most 200 have room", n)
	}
	if o.Places < 0 || o.Places > 3 {
		c.say("%d decimal places, must be 0 to 3", o.Places)
	}
	if !(o.Clip >= 0 && o.Clip <= maxEffect) {
		c.say("clip is %v, must be 0 (no end) to 1e6", o.Clip)
	}
	c.short("symbol", o.Symbol)
	c.short("method", o.Method)
	c.short("fall", o.Fall)
	c.short("rise", o.Rise)
}
