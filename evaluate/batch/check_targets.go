package batch

import "math"

// maxTarget bounds a target: more people than live in the Union are a slip.
const maxTarget = 500_000_000

func (c *checker) targets() {
	t := c.project.Targets
	if t.Participants != nil {
		c.target("$.targets.participants", *t.Participants)
	}
	for _, code := range sortedKeys(t.Indicators) {
		c.target("$.targets.indicators."+code, t.Indicators[code])
	}
}

func (c *checker) target(path string, t Target) {
	for _, stated := range []struct {
		name string
		n    *float64
	}{{"total", t.Total}, {"women", t.Women}, {"men", t.Men}} {
		if n := stated.n; n != nil && (*n != math.Trunc(*n) || *n < 0 || *n > maxTarget) {
			c.fault(path+"."+stated.name, "is %v; want a whole number of persons", *n)
			return
		}
	}
	if t.Total != nil && t.Women != nil && t.Men != nil && *t.Total != *t.Women+*t.Men {
		c.fault(path+".total", "is %v, but women and men add up to %v", *t.Total, *t.Women+*t.Men)
	}
}
