package indicators

import "fmt"

// lacks is what the columns of a batch leave open: it depends on the columns alone, so that
// records are counted by it and the gaps of a table are worked out at the end.
type lacks struct {
	key     string           // equal for equal lacks
	unmet   [][]string       // of each figure: needs that make it not available
	without [][]string       // of each figure: optional needs that are not met
	sexless [groupCount]bool // groups that are not available
}

// lacks is what the present batch leaves open.
func (e *engine) lacks() *lacks {
	if e.lack != nil {
		return e.lack
	}
	l := &lacks{unmet: e.unmet, without: e.without}
	for g, id := range e.plan.groups {
		l.sexless[g] = id >= 0 && !e.available[id]
	}
	l.key = fmt.Sprintf("%q %q %v", l.unmet, l.without, l.sexless)
	e.lack = l
	return l
}

// note counts records and what their columns left open.
func (c *Counter) note(l *lacks, records int64) {
	c.records += records
	for g, sexless := range l.sexless {
		if sexless {
			c.groups[g].add(records, []string{"sex"})
		}
	}
	for i := range c.tallies {
		t := &c.tallies[i]
		if unmet := l.unmet[i]; unmet != nil {
			t.lacking.add(records, unmet)
			continue
		}
		for _, need := range l.without[i] {
			if t.without == nil {
				t.without = map[string]int64{}
			}
			t.without[need] += records
		}
	}
}
