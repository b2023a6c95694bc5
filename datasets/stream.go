package datasets

import (
	"errors"
	"iter"
)

// Stream is the loop every reader has: it calls next until there are no more rows and yields the
// batch whenever it is full, and at the end with the notes of the binding. next types one row
// (or none, where a line is blank) and tells whether there may be more. rows counts what was
// read. An input without a single row is [Unreadable]: an empty export is a fault of the
// export, never a project without participants. The stream may be ranged over once.
func (b *Binding) Stream(header Position, rows *int, next func(*Batch) (more bool, err error)) iter.Seq2[*Batch, error] {
	used := false
	return func(yield func(*Batch, error) bool) {
		if used {
			yield(nil, errors.New("datasets: a source may be ranged over once; open the file again"))
			return
		}
		used = true
		b.stream(header, rows, next, yield)
	}
}

func (b *Binding) stream(header Position, rows *int, next func(*Batch) (bool, error), yield func(*Batch, error) bool) {
	batch := b.NewBatch()
	for {
		if batch.Rows() == MaxRows {
			b.tellRows(batch)
			if !yield(batch, nil) {
				return
			}
			batch.Reset()
		}
		before := batch.Rows()
		more, err := next(batch)
		if err != nil {
			yield(nil, err)
			return
		}
		*rows += batch.Rows() - before
		if !more {
			break
		}
	}
	switch {
	case *rows == 0:
		yield(nil, emptyExport(header))
	case batch.Rows() > 0 || len(b.Notes()) > 0:
		b.tellRows(batch)
		batch.Problems = append(batch.Problems, b.Notes()...)
		yield(batch, nil)
	}
}

func emptyExport(header Position) error {
	return &Unreadable{At: header, Cause: errors.New("empty export: a header and no data rows"),
		Next: "export the participants again, or take the file out of the project file"}
}
