package parquetfile

import (
	"io"

	"github.com/efseval/efseval/datasets"
)

// filled is a batch or what ended the file.
type filled struct {
	batch *datasets.Batch
	err   error
}

// parts yields the batches of the file. The next one is filled while the loop is at one.
func (s *source) parts(yield func(*datasets.Batch) bool) error {
	ready, free, stop := make(chan filled), make(chan *datasets.Batch, 2), make(chan struct{})
	free <- s.binding.NewBatch()
	free <- s.binding.NewBatch()
	ended := make(chan struct{})
	go func() { defer close(ended); s.fillAhead(ready, free, stop) }()
	defer func() { close(stop); <-ended }()
	for f := range ready {
		if f.err == io.EOF {
			return nil
		}
		if f.err != nil {
			return unreadable(s.name, f.err)
		}
		if !yield(f.batch) {
			return nil
		}
		free <- f.batch
	}
	return nil
}

// fillAhead fills free batches until the file ends or it is told to stop.
func (s *source) fillAhead(ready chan<- filled, free <-chan *datasets.Batch, stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		case batch := <-free:
			batch.Reset()
			f := filled{batch: batch, err: s.fill(batch)}
			select {
			case <-stop:
				return
			case ready <- f:
			}
			if f.err != nil {
				return
			}
		}
	}
}
