package parquetfile

import "github.com/efseval/efseval/datasets"

// work fills columns until the file ends or the reader turns away.
func (w *schedule) work() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for !w.stopped {
		t, columns := w.next()
		if t == nil {
			w.changed.Wait()
			continue
		}
		t.state[columns] = running
		w.mu.Unlock()
		err := guard(func() error { return w.fill(t, columns) })
		w.mu.Lock()
		t.state[columns], t.faults[columns] = filled, err
		if t.open--; t.open == 1 {
			w.finish(t)
		}
		w.changed.Broadcast()
	}
}

// finish tells what shows in the rows of a block, once it is filled.
func (w *schedule) finish(t *task) {
	w.mu.Unlock()
	if t.fault() == nil {
		t.block.Finish()
		t.binding.TellRows(t.batch)
	}
	w.mu.Lock()
	t.open--
}

// next finds columns that can be filled, of the first block that has some.
func (w *schedule) next() (t *task, columns int) {
	for i, t := range w.tasks {
		for columns, state := range t.state {
			if state != waiting {
				continue
			}
			if t.first || i == 0 || w.tasks[i-1].state[columns] == filled {
				return t, columns
			}
		}
	}
	return nil, 0
}

// fill fills a group of columns of a block. After a fault the columns of later blocks mean
// nothing: the fault is told first.
func (w *schedule) fill(t *task, columns int) error {
	for _, c := range w.together[columns] {
		chunk := t.group.chunks[c]
		if chunk == nil {
			var err error
			if chunk, err = w.begin(t.group, c); err != nil {
				return err
			}
			t.group.chunks[c] = chunk
		}
		if err := chunk.fill(t.block, t.rows); err != nil {
			return err
		}
		if t.last {
			w.release(c, chunk)
		}
	}
	return nil
}

// begin turns a chunk that is free to a column of a row group.
func (w *schedule) begin(g *group, column int) (*chunk, error) {
	c := w.vacantChunk(column)
	meta, err := c.chunkOf(g.RowGroup)
	if err != nil {
		return nil, err
	}
	return c, c.begin(w.file, w.size, g.NumRows, meta)
}

func (w *schedule) vacantChunk(column int) *chunk {
	w.mu.Lock()
	defer w.mu.Unlock()
	if n := len(w.free[column]); n > 0 {
		c := w.free[column][n-1]
		w.free[column] = w.free[column][:n-1]
		return c
	}
	about := &w.columns[column]
	return newChunk(about, w.seed.Fork())
}

func newChunk(about *column, binding *datasets.Binding) *chunk {
	return &chunk{column: about, entries: binding.Entries(about.place), loose: binding.Entries(about.place)}
}

func (w *schedule) release(column int, c *chunk) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.free[column] = append(w.free[column], c)
}
