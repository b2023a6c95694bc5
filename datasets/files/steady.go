package files

import (
	"errors"
	"io/fs"
	"iter"
	"os"

	"github.com/efseval/efseval/datasets"
)

var errChanged = errors.New("the file was changed, replaced or taken away while it was being read")

// steady is a source whose file must be the same at the end as it was at the beginning. Where it
// is cut short while being read, what came before the cut reads like a smaller export; where it
// grows, nobody can say what was counted; where it is replaced, the checksum in the manifest is of
// another file.
type steady struct {
	datasets.Source
	path  string
	begun fs.FileInfo
}

// Batches streams the rows; where the file is not as it was, the last is an error.
func (s *steady) Batches() iter.Seq2[*datasets.Batch, error] {
	batches := s.Source.Batches()
	return func(yield func(*datasets.Batch, error) bool) {
		for b, err := range batches {
			if changed := err; err != nil {
				if now := s.changed(); now != nil {
					changed = now // the cause of whatever else was found
				}
				yield(nil, changed)
				return
			}
			if !yield(b, nil) {
				return
			}
		}
		if err := s.changed(); err != nil {
			yield(nil, err)
		}
	}
}

// changed compares the file with what it was.
func (s *steady) changed() error {
	now, err := os.Stat(s.path)
	if err == nil && os.SameFile(s.begun, now) && now.Size() == s.begun.Size() && now.ModTime().Equal(s.begun.ModTime()) {
		return nil
	}
	return &datasets.Unreadable{At: at(s.path), Cause: errChanged, Next: "run again when no program writes to it, or copy it first"}
}
