package chart

import (
	"errors"
	"fmt"
	"math"
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
