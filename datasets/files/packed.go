package files

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/datasets"
)

// MaxUnpacked is the most bytes that a packed file or a stream may hold: a row of the national
// export is about 200 bytes, so 32 GiB is more than 150 million participations and supports.
const MaxUnpacked = 32 << 30

// A packed file is taken for a bomb where it unpacks to more than freeOfRatio and maxRatio times its
// size. Exports pack 5 to 30 times. Rows that differ in little but a running number pack 230
// times: each costs two or three bytes, since deflate copies at most 258 bytes for a few bits
// (RFC 1951, 3.2.5). It can at most 1032 times, which only one byte over and over reaches. CSV
// is never held whole, so what is let through costs time and not memory.
const (
	maxRatio    = 400
	freeOfRatio = 256 << 20
)

// limits are how much may come out of a file.
type limits struct{ total, ratio, free int64 }

var (
	errTooLarge = fmt.Errorf("the file holds more than %d GiB", MaxUnpacked>>30)
	errBomb     = fmt.Errorf("the packed file unpacks to more than %d times its size", maxRatio)
	errCutOff   = errors.New("the packed file is cut off")
	errDamaged  = errors.New("the packed file is damaged")
	errNoInput  = errors.New("nothing came in on standard input")
)

// isPacked tells whether a file begins as gzip does (RFC 1952, 2.3.1: ID1, ID2, deflate).
func isPacked(start []byte) bool {
	return len(start) >= 3 && start[0] == 0x1F && start[1] == 0x8B && start[2] == 8
}

// openPacked opens a file packed with gzip. The Source closes it.
func openPacked(path string, p *datasets.Profile) (datasets.Source, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, missing(path, err)
	}
	source, err := OpenStream(file, filepath.Base(path), p)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &packed{source, file}, nil
}

// packed is a source and the file under it.
type packed struct {
	datasets.Source
	file io.Closer
}

// Close closes both.
func (s *packed) Close() error { return errors.Join(s.Source.Close(), s.file.Close()) }

// unpacker reads what gzip packed and holds it to limits. Its errors are [datasets.Unreadable].
type unpacker struct {
	name     string
	in       *counter
	out      *gzip.Reader
	limits   limits
	unpacked int64
}

// counter counts the bytes that are read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func unpack(r io.Reader, name string, l limits) (*unpacker, error) {
	u := &unpacker{name: name, in: &counter{r: r}, limits: l}
	var err error
	if u.out, err = gzip.NewReader(u.in); err != nil {
		return nil, unreadable(name, causeOf(err))
	}
	return u, nil
}

// Read unpacks; where too much has come out it ends in an error instead of going on.
func (u *unpacker) Read(p []byte) (int, error) {
	n, err := u.out.Read(p)
	u.unpacked += int64(n)
	switch {
	case u.unpacked > u.limits.total:
		return 0, unreadable(u.name, errTooLarge)
	case u.unpacked > u.limits.free+u.limits.ratio*u.in.n:
		return 0, unreadable(u.name, errBomb)
	case err != nil && err != io.EOF:
		return n, unreadable(u.name, causeOf(err))
	}
	return n, err
}

// causeOf says in words what gzip found.
func causeOf(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errCutOff
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	return err
}

// unreadable gives an error its place and next step; one that has them stays as it is.
func unreadable(name string, err error) error {
	var known *datasets.Unreadable
	if errors.As(err, &known) {
		return err
	}
	next := "check that the file can be read to its end"
	switch {
	case errors.Is(err, errTooLarge):
		next = "part the export into several files"
	case errors.Is(err, errBomb):
		next = "unpack it with another program and look what it holds"
	case errors.Is(err, errCutOff), errors.Is(err, errDamaged):
		next = "fetch or pack it again"
	case errors.Is(err, errNoInput):
		next = "pipe one export into the command, and name - for one input only: it can be read once"
	}
	return &datasets.Unreadable{At: datasets.Position{File: filepath.Base(name)}, Cause: err, Next: next}
}
