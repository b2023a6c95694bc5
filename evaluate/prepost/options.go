package prepost

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// Options say how a change is looked at.
type Options struct {
	Level         float64 // of the intervals; Defaults to 0.95
	LowerIsBetter bool    // then an improvement is a fall
	// Yardstick is what the change of one person is held against; nil: nobody's is called reliable.
	Yardstick *Yardstick
	// Resamples are drawn for the bootstrap intervals of the effect sizes that have no exact one; 0: none.
	// Seed makes them repeat, whatever the number of workers.
	Resamples int
	Seed      uint64
}

// Yardstick is the precision of the questionnaire, by which a change of one person is more than the error
// of measuring twice, or is not.
type Yardstick struct {
	Reliability stats.Maybe   // of the scale: its alpha before, or what its authors published
	SD          float64       // of the scores; 0: that of the pairs before
	Source      evaluate.Text // where both come from, as it is printed
}

// defaultPower is the chance to find the effect that [Change.Detectable] speaks of (Cohen 1988).
const defaultPower = 0.8

// mediumEffect is the d that Cohen (1988) calls medium, for [Change.Power]: never the one found, whose power
// is its p said again.
const mediumEffect = 0.5

func (o Options) level() float64 {
	if o.Level == 0 {
		return 0.95
	}
	return o.Level
}
