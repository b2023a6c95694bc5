package files

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/csvfile"
	"github.com/efseval/efseval/datasets/parquetfile"
	"github.com/efseval/efseval/datasets/xlsxfile"
)

// peek is how many bytes tell a format.
const peek = 8

// OpenStream opens an export that can be read once, from its first byte to its last: standard
// input, a download. name stands in positions; its ending counts where the bytes tell nothing. CSV
// is read as it comes. A workbook or Parquet file is read from its end, so it goes to a temporary
// file first, which Close takes away. The stream itself is not closed.
func OpenStream(r io.Reader, name string, p *datasets.Profile) (datasets.Source, error) {
	return openStream(r, name, p, limits{total: MaxUnpacked, ratio: maxRatio, free: freeOfRatio})
}

func openStream(r io.Reader, name string, p *datasets.Profile, l limits) (datasets.Source, error) {
	stream := bufio.NewReader(r)
	start, err := stream.Peek(peek)
	if err != nil && err != io.EOF {
		return nil, unreadable(name, err)
	}
	if len(start) == 0 && name == StandardInput {
		return nil, unreadable(name, errNoInput)
	}
	if !isPacked(start) {
		return openPlain(stream, name, start, p, l)
	}
	plain, err := unpack(stream, name, l)
	if err != nil {
		return nil, err
	}
	inner := bufio.NewReader(plain)
	if start, err = inner.Peek(peek); err != nil && err != io.EOF {
		return nil, unreadable(name, err)
	}
	source, err := openPlain(inner, name, start, p, l)
	if err != nil {
		return nil, err
	}
	return &unpacked{source}, nil
}

// unpacked is a source that says it was packed.
type unpacked struct{ datasets.Source }

// Conclusions tells what was found out about the file.
func (s *unpacked) Conclusions() datasets.Conclusions {
	found := s.Source.Conclusions()
	found.Packed = "gzip"
	return found
}

// openPlain opens what is no longer packed.
func openPlain(r io.Reader, name string, start []byte, p *datasets.Profile, l limits) (datasets.Source, error) {
	kind := format(start, withoutPacking(name))
	if err := noSheets(kind, name, p); err != nil {
		return nil, err
	}
	if kind == "csv" {
		return csvfile.New(r, name, p)
	}
	file, err := spool(r, name, l)
	if err != nil {
		return nil, err
	}
	open := xlsxfile.OpenFile
	if kind == "parquet" {
		open = parquetfile.OpenFile
	}
	source, err := open(file, filepath.Base(name), p)
	if err != nil {
		return nil, errors.Join(err, forget(file))
	}
	return &spooled{source, file}, nil
}

// withoutPacking is the name that a packed file had before.
func withoutPacking(name string) string {
	if strings.EqualFold(filepath.Ext(name), ".gz") {
		return name[:len(name)-len(".gz")]
	}
	return name
}

// spooled is a source that reads a temporary file.
type spooled struct {
	datasets.Source
	file *os.File
}

// Close closes the source and takes its temporary file away.
func (s *spooled) Close() error { return errors.Join(s.Source.Close(), forget(s.file)) }

// spool writes a stream to a temporary file. It holds personal data, so nobody else may read it, and it loses its
// name before the first byte is written: however the program ends, nothing of it is left. Where a file that is
// open cannot lose its name, as on Windows, it does so when it is closed.
func spool(r io.Reader, name string, l limits) (*os.File, error) {
	file, err := os.CreateTemp("", "efseval-") // for the owner alone
	if err != nil {
		return nil, unreadable(name, err)
	}
	_ = os.Remove(file.Name()) // forget does it where it cannot be done yet
	if err := fill(file, r, l.total); err != nil {
		return nil, errors.Join(unreadable(name, err), file.Close(), forget(file))
	}
	return file, nil
}

// fill copies a stream, as far as it has no more than so many bytes.
func fill(file *os.File, r io.Reader, most int64) error {
	n, err := io.Copy(file, io.LimitReader(r, most+1))
	if err == nil && n > most {
		return errTooLarge
	}
	return err
}

// forget takes the name of a file away where it still has one.
func forget(file *os.File) error {
	if err := os.Remove(file.Name()); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
