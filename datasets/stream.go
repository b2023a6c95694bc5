package datasets

import (
	"errors"
	"iter"
)

// Stream is the loop of the readers that type row by row: it calls next until there are no more
// rows and yields the batch whenever it is full. next types one row (or none, where a line is
// blank) and tells whether there may be more. The rest is as of [Binding.Parts].
func (b *Binding) Stream(header Position, rows *int, next func(*Batch) (more bool, err error)) iter.Seq2[*Batch, error] {
	return b.Parts(header, rows, func(yield func(*Batch) bool) error { return b.Rows(next, yield) })
}

// Rows calls next until there are no more rows and yields the batch whenever it is full; the last
// one tells the notes.
func (b *Binding) Rows(next func(*Batch) (more bool, err error), yield func(*Batch) bool) error {
	batch := b.NewBatch()
	for {
		if batch.Rows() == MaxRows {
			b.TellRows(batch)
			if !yield(batch) {
				return nil
			}
			batch.Reset()
		}
		more, err := next(batch)
		if err != nil {
			return err
		}
		if !more {
			break
		}
	}
	if batch.Rows() > 0 || len(batch.Problems) > 0 {
		b.TellRows(batch)
		b.TellNotes(batch)
		yield(batch)
	}
	return nil
}

// TellNotes adds the notes of the binding to the last batch of a file.
func (b *Binding) TellNotes(batch *Batch) {
	batch.Problems = append(batch.Problems, b.Notes()...)
	b.zeros.told = true
}

// Parts is the stream of every reader: run yields batches until there are no more or it is told
// to stop, and what it returns ends the stream. rows counts what was read. An input without a
// single row is [Unreadable]: an empty export is a fault of the export, never a project without
// participants. Notes of the binding that no batch has told come at the end, in a batch without
// rows. The stream may be ranged over once.
func (b *Binding) Parts(header Position, rows *int, run func(yield func(*Batch) bool) error) iter.Seq2[*Batch, error] {
	used := false
	return func(yield func(*Batch, error) bool) {
		if used {
			yield(nil, errors.New("datasets: a source may be ranged over once; open the file again"))
			return
		}
		used = true
		stopped := false
		defer b.conclude()
		err := run(func(batch *Batch) bool {
			*rows += batch.Rows()
			stopped = !yield(batch, nil)
			return !stopped
		})
		if stopped {
			return
		}
		b.finish(header, *rows, err, yield)
	}
}

// finish yields what ends a stream: an error, or the notes.
func (b *Binding) finish(header Position, rows int, err error, yield func(*Batch, error) bool) {
	switch notes := b.Notes(); {
	case err != nil:
		yield(nil, err)
	case rows == 0:
		yield(nil, emptyExport(header))
	case len(notes) > 0 && !b.zeros.told:
		batch := b.NewBatch()
		batch.Problems = append(batch.Problems, notes...)
		yield(batch, nil)
	}
}

func emptyExport(header Position) error {
	return &Unreadable{At: header, Cause: errors.New("empty export: a header and no data rows"),
		Next: "export the participants again, or take the file out of the project file"}
}
