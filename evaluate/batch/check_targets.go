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
	c.atStake()
}

// atStake checks that every amount hangs on a target in total, and that the arithmetic stays exact.
func (c *checker) atStake() {
	s := c.project.Targets.AtStake
	if s == nil {
		return
	}
	if s.Source == "" || len(s.Amounts) == 0 {
		c.fault("$.targets.at_stake", "wants amounts: and source:, where it says that this money depends on the target")
	}
	for _, id := range sortedKeys(s.Amounts) {
		path := "$.targets.at_stake.amounts." + id
		grosze, ok := c.money(path, s.Amounts[id])
		t, planned := c.project.Targets.of(id)
		switch {
		case !planned || t.Total == nil:
			c.fault(path, "there is no target in total for %s that the amount could depend on", id)
		case ok && *t.Total > 0 && grosze > math.MaxInt64/maxStake/int64(*t.Total):
			c.fault(path, "is too large an amount")
		}
	}
}

// maxStake leaves room for the hundred grosze of a złoty.
const maxStake = 100

// of is the target of an indicator, or of the participants.
func (t Targets) of(id string) (Target, bool) {
	if id == "participants" && t.Participants != nil {
		return *t.Participants, true
	}
	found, ok := t.Indicators[id]
	return found, ok
}

// target checks the numbers of one target: whole, at least one, the parts within the total.
func (c *checker) target(path string, t Target) {
	all := []targetNumber{{"total", t.Total}, {"women", t.Women}, {"men", t.Men}}
	for _, stated := range all {
		if n := stated.n; n != nil && (*n != math.Trunc(*n) || *n < 0 || *n > maxTarget) {
			c.fault(path+"."+stated.name, "is %v; want a whole number of persons", *n)
			return
		}
	}
	if t.Total == nil && t.Women == nil && t.Men == nil {
		c.say(path, "nie podaje żadnej liczby; wpisz total:, women: albo men:, albo usuń cel", "names no number; want total:, women: or men:, or leave it out")
	}
	if t.Total == nil {
		return
	}
	for _, part := range all[1:] {
		if part.n != nil && *part.n > *t.Total {
			c.say(path+"."+part.name, "to %v, więcej niż razem: %v", "is %v, more than the total of %v", *part.n, *t.Total)
			return
		}
	}
	c.sexesOf(path, t)
}

// targetNumber is a number of a target and its key; nil: none is stated.
type targetNumber struct {
	name string
	n    *float64
}

// sexesOf holds women and men of a target to its total.
func (c *checker) sexesOf(path string, t Target) {
	if t.Women == nil || t.Men == nil {
		return
	}
	// "At least 60, of whom at least 30 women and 20 men" leaves ten to either; more than the total contradicts it.
	both := *t.Women + *t.Men
	if both > *t.Total || both < *t.Total && !c.project.Targets.AtLeast {
		c.fault(path+".total", "is %v, but women and men add up to %v; correct the one that is wrong", *t.Total, both)
	}
}
