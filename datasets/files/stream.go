package files

import (
	"bufio"
	"errors"
	"io"
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
	if kind == "csv" {
		return csvfile.New(r, name, p)
	}
	folder, path, err := spool(r, name, l)
	if err != nil {
		return nil, err
	}
	open := xlsxfile.Open
	if kind == "parquet" {
		open = parquetfile.Open
	}
	source, err := open(path, p)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return &spooled{source, folder}, nil
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
	folder string
}

// Close closes the source and takes its temporary file away.
func (s *spooled) Close() error { return errors.Join(s.Source.Close(), os.RemoveAll(s.folder)) }

// spool writes a stream to a file of its own name in a temporary folder, so that positions name
// it as the user does.
func spool(r io.Reader, name string, l limits) (folder, path string, err error) {
	folder, err = os.MkdirTemp("", "efseval-")
	if err != nil {
		return "", "", unreadable(name, err)
	}
	path = filepath.Join(folder, filepath.Base(name))
	if err := write(path, r, l.total); err != nil {
		return "", "", errors.Join(unreadable(name, err), os.RemoveAll(folder))
	}
	return folder, path, nil
}

func write(path string, r io.Reader, most int64) (err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) // personal data: nobody else reads it
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	n, err := io.Copy(file, io.LimitReader(r, most+1))
	if err == nil && n > most {
		err = errTooLarge
	}
	return err
}
