package batch

import (
	"iter"
	"sync/atomic"

	"github.com/efseval/efseval/datasets"
)

// Meter counts how far a batch has come, for whoever shows it; it may be read at any time. A nil Meter
// counts nothing.
type Meter struct {
	all, done, running atomic.Int64
	rows               atomic.Int64
}

// Pace is what a [Meter] has counted.
type Pace struct {
	All, Done, Running int   // projects
	Rows               int64 // of the inputs, as they were read
}

// Pace is how far the batch is now.
func (m *Meter) Pace() Pace {
	return Pace{int(m.all.Load()), int(m.done.Load()), int(m.running.Load()), m.rows.Load()}
}

func (m *Meter) begin(projects int) {
	if m != nil {
		m.all.Store(int64(projects))
	}
}

func (m *Meter) start() {
	if m != nil {
		m.running.Add(1)
	}
}

func (m *Meter) end() {
	if m != nil {
		m.running.Add(-1)
		m.done.Add(1)
	}
}

// rowsOf counts the rows of an input on their way.
func (m *Meter) rowsOf(batches iter.Seq2[*datasets.Batch, error]) iter.Seq2[*datasets.Batch, error] {
	if m == nil {
		return batches
	}
	return func(yield func(*datasets.Batch, error) bool) {
		for b, err := range batches {
			if b != nil {
				m.rows.Add(int64(b.Rows()))
			}
			if !yield(b, err) {
				return
			}
		}
	}
}
