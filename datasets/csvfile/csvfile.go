package csvfile

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"

	"github.com/efseval/efseval/datasets"
)

// source is one CSV file being read.
type source struct {
	name     string
	profile  *datasets.Profile
	decoder  *decoder
	rows     *splitter
	binding  *datasets.Binding
	separate byte
	header   int
	read     int
	piece    int // how much text a worker takes at once
	workers  int
	forks    []*datasets.Binding // of the workers
	lost     bool                // it was told that letters are lost
	closer   io.Closer
}

// Open opens a CSV file. The caller closes the Source. A file that cannot be read is
// [datasets.Unreadable].
func Open(path string, p *datasets.Profile) (datasets.Source, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, cannotOpen(filepath.Base(path), err)
	}
	s, err := newSource(file, filepath.Base(path), p)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	s.closer = file
	return s, nil
}

// New reads CSV from a stream; name stands in positions. The stream is not closed.
func New(r io.Reader, name string, p *datasets.Profile) (datasets.Source, error) {
	s, err := newSource(r, name, p)
	if err != nil {
		return nil, err
	}
	return s, nil
}

func newSource(r io.Reader, name string, p *datasets.Profile) (*source, error) {
	d, err := newDecoder(r, p.Encoding)
	if err != nil {
		return nil, unreadable(name, 0, err)
	}
	shown := d.belied(p.Encoding)
	s := &source{name: name, profile: p, decoder: d, rows: newSplitter(d, len(d.block)), piece: min(pieceSize, len(d.block)), workers: runtime.GOMAXPROCS(0)}
	if err := s.findHeader(); err != nil {
		return nil, err
	}
	s.tellBelied(shown)
	return s, nil
}

func cannotOpen(name string, err error) error {
	next := "check the name in the project file"
	if errors.Is(err, fs.ErrPermission) {
		next = "give yourself the right to read it"
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return &datasets.Unreadable{At: datasets.Position{File: name}, Cause: err, Next: next}
}

// Batches streams the rows; see [datasets.Source].
func (s *source) Batches() iter.Seq2[*datasets.Batch, error] {
	header := datasets.Position{File: s.name, Row: s.header}
	return s.binding.Parts(header, &s.read, s.parts)
}

// next types one row.
func (s *source) next(batch *datasets.Batch) (more bool, err error) {
	row, err := s.rows.next(s.separate)
	if err == io.EOF {
		return false, nil
	}
	if err != nil {
		return false, unreadable(s.name, row.line, err)
	}
	if row.blank() {
		return true, nil
	}
	s.binding.Append(batch, row.line, row.cells)
	if row.fault != 0 || s.decoder.broken || s.decoder.page != nil && s.decoder.page.lost {
		s.tellFaults(batch, &row)
	}
	return true, nil
}

// Conclusions tells what was found out about the file.
func (s *source) Conclusions() datasets.Conclusions {
	return datasets.Conclusions{
		File: s.name, Format: "csv", Encoding: s.decoder.name(), Separator: string(s.separate),
		HeaderRow: s.header, Profile: s.profile.Name, Rows: s.read,
		Columns: s.binding.Columns, Problems: s.binding.Problems,
	}
}

// Close closes the file that Open opened.
func (s *source) Close() error {
	if s.closer == nil {
		return nil
	}
	return s.closer.Close()
}
