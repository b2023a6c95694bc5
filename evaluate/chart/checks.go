package chart

import (
	"errors"
	"fmt"
	"math"
	"unicode/utf8"
)

// Beyond these a number is an error of the input, not a result of a project.
const (
	maxCount = 1_000_000_000_000 // people
	maxScore = 1e12              // means of a scale
)

// checks collects what is wrong with the rows of one chart.
type checks struct {
	id   string
	errs []error
}

func newChecks(o Options, rows int) *checks {
	c := &checks{id: o.ID}
	switch {
	case rows == 0:
		c.say("no rows; leave the chart out where there is nothing to show")
	case rows > maxRows:
		c.say("%d rows, at most %d can be read; split the chart", rows, maxRows)
	}
	return c
}

func (c *checks) say(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("chart %s: "+format, append([]any{c.id}, args...)...))
}

func (c *checks) err() error { return errors.Join(c.errs...) }

// name wants a row to have a name.
func (c *checks) name(i int, name string) {
	if name == "" {
		c.say("row %d has no name; give Name, or a Group that has one", i+1)
	}
}

// count wants a number of people.
func (c *checks) count(i int, what string, v Value[int64]) {
	if v.known && (v.v < 0 || v.v > maxCount) {
		c.say("row %d: %s is %d, must be 0 to %d", i+1, what, v.v, int64(maxCount))
	}
}

// score wants a finite number of drawable size.
func (c *checks) score(i int, what string, x float64) {
	if !(math.Abs(x) <= maxScore) { // also NaN
		c.say("row %d: %s is %v, must be finite and between -1e12 and 1e12", i+1, what, x)
	}
}

// interval wants finite bounds in order, and a level to print.
func (c *checks) interval(i int, v Interval, level float64) {
	c.score(i, "lower bound", v.Lo)
	c.score(i, "upper bound", v.Hi)
	if v.Lo > v.Hi {
		c.say("row %d: interval from %v down to %v; give the lower bound as Lo", i+1, v.Lo, v.Hi)
	}
	if !(level > 0 && level < 1) {
		c.say("row %d has an interval but the level is %v; give Level between 0 and 1, e.g. 0.95", i+1, level)
	}
}

// short wants a text that fits one line.
func (c *checks) short(what, s string) {
	if n := utf8.RuneCountInString(clean(s)); n > 60 {
		c.say("the %s has %d characters, at most 60 have room", what, n)
	}
}
