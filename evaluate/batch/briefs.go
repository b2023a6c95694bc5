package batch

import (
	"errors"
	"os"
	"sync"

	"github.com/efseval/efseval/evaluate/report"
)

// briefs puts the briefs of a run over many projects aside in a file, each as soon as it is known, so that memory
// does not grow with the projects: of each stays where it stands. They are taken up by the place of the project.
type briefs struct {
	file *os.File

	mu     sync.Mutex
	sum    report.Unique // participations of those that were put
	end    int64
	places []filed
	room   []byte // for the next
}

// filed is where a brief stands in the file; size 0: nowhere.
type filed struct {
	at   int64
	size int
}

// putAside makes room for the briefs of n projects in a file in dir (empty: the folder of the system for such),
// which goes with the process wherever the system lets an open file be removed; else [briefs.close] removes it, and
// after a run that was killed [sweep].
func putAside(dir string, n int) (*briefs, error) {
	file, err := os.CreateTemp(dir, tempPrefix+"briefs-")
	if err != nil {
		return nil, err
	}
	os.Remove(file.Name()) // close removes it where this cannot
	return &briefs{file: file, places: make([]filed, n)}, nil
}

// put takes the brief of the i-th project.
func (s *briefs) put(i int, b *report.Brief) (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.room, err = b.AppendBinary(s.room[:0]); err != nil {
		return err
	}
	if _, err := s.file.WriteAt(s.room, s.end); err != nil {
		return err
	}
	s.places[i] = filed{s.end, len(s.room)}
	s.end += int64(len(s.room))
	addParticipations(&s.sum, b)
	return nil
}

// get is the brief of the i-th project; nil where none was put.
func (s *briefs) get(i int) (*report.Brief, error) {
	s.mu.Lock()
	place := s.places[i]
	s.mu.Unlock()
	if place.size == 0 {
		return nil, nil
	}
	text := make([]byte, place.size)
	if _, err := s.file.ReadAt(text, place.at); err != nil {
		return nil, err
	}
	b := &report.Brief{}
	return b, b.UnmarshalBinary(text)
}

// close lets the file go; without one it does nothing.
func (s *briefs) close() error {
	if s == nil {
		return nil
	}
	err := s.file.Close()
	if gone := os.Remove(s.file.Name()); gone != nil && !errors.Is(gone, os.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}
