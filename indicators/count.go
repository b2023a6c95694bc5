package indicators

import (
	"context"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/efseval/efseval/datasets"
)

// Count counts all participations of a stream by a rule set, on as many cores as workers says; 0 is
// all. The counter does not depend on their number. A stream of rows that may name a person twice
// goes through [datasets.Gathering] first.
//
// The batches are used up: whatever else is to see one, as the list of its Problems, stands in the
// stream before. The first error of the stream or of a batch, in the order of the stream, ends the
// counting, and so does the end of the context; there is no counter then.
func Count(ctx context.Context, set *Set, o Options, batches iter.Seq2[*datasets.Batch, error], workers int) (*Counter, error) {
	c, err := newCrew(set, o, workers)
	if err != nil {
		return nil, err
	}
	defer c.stop()
	number := 0
	for b, err := range batches {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			c.reader.fail(number, err)
		}
		if c.failed.Load() {
			break
		}
		c.hand(number, b)
		number++
	}
	c.stop()
	return c.result()
}

// crew shares the batches out. Who reads them counts too, whenever no other is idle: no batch
// waits, and none is copied.
type crew struct {
	reader *worker
	others []*worker
	idle   chan *worker
	stop   func()
	failed *atomic.Bool
}

// worker is what one goroutine counts.
type worker struct {
	counter *Counter
	handed  chan int // the number of the batch
	batch   datasets.Batch
	fault   error
	at      int // the batch with the fault
	failed  *atomic.Bool
}

func newCrew(set *Set, o Options, workers int) (*crew, error) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	c := &crew{idle: make(chan *worker, workers), failed: new(atomic.Bool)}
	for range workers {
		counter, err := NewCounter(set, o)
		if err != nil {
			return nil, err
		}
		c.others = append(c.others, &worker{counter: counter, handed: make(chan int), failed: c.failed})
	}
	c.reader, c.others = c.others[0], c.others[1:]
	var ended sync.WaitGroup
	for _, w := range c.others {
		ended.Go(func() { w.work(c.idle) })
	}
	c.stop = sync.OnceFunc(func() {
		for _, w := range c.others {
			close(w.handed)
		}
		ended.Wait()
	})
	return c, nil
}

// hand gives a batch to whoever is idle.
func (c *crew) hand(number int, b *datasets.Batch) {
	select {
	case w := <-c.idle:
		w.batch.Take(b)
		w.handed <- number
	default:
		c.reader.count(number, b)
	}
}

func (w *worker) work(idle chan<- *worker) {
	idle <- w
	for number := range w.handed {
		w.count(number, &w.batch)
		idle <- w
	}
}

// count adds a batch; a fault of the program in it is a fault of the batch, whichever goroutine it is in.
func (w *worker) count(number int, b *datasets.Batch) {
	if err := datasets.Unbroken(func() error { return w.counter.Add(b) }); err != nil {
		w.fail(number, err)
	}
}

// fail keeps the first fault of a worker; its batches come in the order of the stream.
func (w *worker) fail(number int, err error) {
	if w.fault == nil {
		w.fault, w.at = err, number
	}
	w.failed.Store(true)
}

// result brings together what was counted, or tells the first fault.
func (c *crew) result() (*Counter, error) {
	first := c.reader
	for _, w := range c.others {
		if w.fault != nil && (first.fault == nil || w.at < first.at) {
			first = w
		}
	}
	if first.fault != nil {
		return nil, first.fault
	}
	for _, w := range c.others {
		if err := c.reader.counter.Merge(w.counter); err != nil {
			return nil, err
		}
	}
	return c.reader.counter, nil
}
