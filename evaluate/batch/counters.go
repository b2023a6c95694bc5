package batch

import (
	"errors"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// counters count the participations of an export by the rule set and by what else the project is held
// to, in one pass.
type counters struct {
	main       *indicators.Counter
	efficiency *indicators.Counter // nil: the project is not held to the criterion
	splits     []*split
}

func (r *run) newCounters() (*counters, error) {
	set, err := r.project.countedSet()
	if err != nil {
		return nil, err
	}
	main, err := indicators.NewCounter(set, indicators.Options{Facts: r.project.Stated})
	out := &counters{main: main}
	if err == nil && r.project.eff != nil {
		out.efficiency, err = indicators.NewCounter(r.project.eff, indicators.Options{})
	}
	if err == nil {
		out.splits, err = r.newSplits()
	}
	return out, err
}

// Add counts a batch.
func (c *counters) Add(b *datasets.Batch) error {
	err := c.main.Add(b)
	if c.efficiency != nil {
		err = errors.Join(err, c.efficiency.Add(b))
	}
	return errors.Join(err, addSplits(c.splits, b))
}

// tables hands the run what was counted.
func (c *counters) tables(r *run) {
	r.table = c.main.Table()
	r.splitsBy = c.splits
	for _, s := range r.splitsBy {
		s.settle()
	}
	if c.efficiency != nil {
		r.efficiency = c.efficiency.Table()
	}
}
