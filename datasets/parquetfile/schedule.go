package parquetfile

import (
	"runtime"
	"sync"

	"github.com/parquet-go/parquet-go/format"

	"github.com/efseval/efseval/datasets"
)

// blockRows is how many rows of every column are typed at once, and the most of a batch.
const blockRows = 16 << 10

// maxWorkers bounds the blocks, and with them the memory, on a machine of many cores.
const maxWorkers = 16

// group is a row group being read.
type group struct {
	*format.RowGroup
	chunks []*chunk // by column; nil: not begun
}

// task is a block of rows of one row group. Its columns are filled by whoever is free, each once
// the block before it in the row group has that column.
type task struct {
	group       *group
	first, last bool // block of the row group
	rows        int
	line        int // of the first row
	binding     *datasets.Binding
	found       datasets.Concluded
	batch       *datasets.Batch
	block       *datasets.Block
	state       []state // by group of columns
	faults      []error
	open        int // groups of columns that are not filled, and one until the rows are told
}

type state uint8

const (
	waiting state = iota
	running
	filled
)

// schedule hands the columns of the next blocks out to the workers and the blocks back in the
// order of the file. At most window blocks are under way, so that row groups smaller than that are
// read side by side, and of larger ones the columns.
type schedule struct {
	*source
	seed    *datasets.Binding // forked, and not written to
	mu      sync.Mutex
	changed sync.Cond
	tasks   []*task // in the order of the file
	stopped bool
	spare   []*task
	free    [][]*chunk // by column
	// of the next block
	group *group
	at    int64 // row of the row group
	line  int
}

// parts yields the batches of the file.
func (s *source) parts(yield func(*datasets.Batch) bool) error {
	w := &schedule{source: s, seed: s.binding.Fork(), free: make([][]*chunk, len(s.columns)), line: 1}
	w.changed.L = &w.mu
	workers := min(runtime.GOMAXPROCS(0), maxWorkers)
	var ended sync.WaitGroup
	for range workers {
		ended.Go(w.work)
	}
	defer ended.Wait()
	defer w.stop()
	for range 2*workers + 2 {
		w.add()
	}
	for t := w.head(); t != nil; t = w.head() {
		if err := t.fault(); err != nil {
			return unreadable(s.name, err)
		}
		if w.add(); !yield(w.deliver(t)) {
			return nil
		}
		w.spare = append(w.spare, t)
	}
	return nil
}

func (w *schedule) stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.stopped = true
	w.changed.Broadcast()
}

// head takes the first block once all its columns are filled; nil behind the last.
func (w *schedule) head() *task {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.tasks) == 0 {
		return nil
	}
	for w.tasks[0].open > 0 {
		w.changed.Wait()
	}
	t := w.tasks[0]
	w.tasks = append(w.tasks[:0], w.tasks[1:]...)
	return t
}

// deliver makes the batch of a block, with what was found out so far.
func (w *schedule) deliver(t *task) *datasets.Batch {
	t.found = t.binding.Conclude(t.found)
	w.binding.Join(t.found, 0)
	if len(w.tasks) == 0 { // only this goroutine adds some
		w.binding.TellNotes(t.batch)
	}
	return t.batch
}

// fault is the first of the faults by column: which is told does not depend on the workers.
func (t *task) fault() error {
	for _, err := range t.faults {
		if err != nil {
			return err
		}
	}
	return nil
}

// add begins the next block of the file, if there is one.
func (w *schedule) add() {
	if w.group == nil {
		if len(w.groups) == 0 {
			return
		}
		w.group, w.at = &group{RowGroup: w.groups[0], chunks: make([]*chunk, len(w.columns))}, 0
		w.groups = w.groups[1:]
	}
	t := w.vacant()
	t.group, t.first, t.line = w.group, w.at == 0, w.line
	t.rows = int(min(blockRows, w.group.NumRows-w.at))
	w.at, w.line = w.at+int64(t.rows), w.line+t.rows
	if t.last = w.at == w.group.NumRows; t.last {
		w.group = nil
	}
	t.batch.Reset()
	t.block, t.open = t.binding.Block(t.batch, t.line, t.rows), len(t.state)+1
	clear(t.state)
	clear(t.faults)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.tasks = append(w.tasks, t)
	w.changed.Broadcast()
}

// vacant is a task whose memory may be used.
func (w *schedule) vacant() *task {
	if n := len(w.spare); n > 0 {
		t := w.spare[n-1]
		w.spare = w.spare[:n-1]
		return t
	}
	n := len(w.together)
	return &task{binding: w.seed.Fork(), batch: w.binding.NewBatch(), state: make([]state, n), faults: make([]error, n)}
}
