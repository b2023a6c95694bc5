package parquetfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/efseval/efseval/datasets"
)

var (
	errEmpty   = errors.New("the file is empty")
	errNot     = errors.New("this is not a Parquet file")
	errDamaged = errors.New("the file is damaged or cut off")
	errNested  = errors.New("a nested column cannot be read")
	errType    = errors.New("the type of a column cannot be read")
	errSecret  = errors.New("the file is encrypted")
	errPage    = errors.New("a page is too large")
	errFooter  = errors.New("what the file says of its columns is too large")
	errCodec   = errors.New("the compression cannot be read")
	errText    = errors.New("a text is not UTF-8")
	errShrunk  = errors.New("the file became shorter while it was read")
	errMany    = errors.New("the file has more rows than can be numbered")
	errParts   = errors.New("a column stands in another file")
)

const (
	magic       = "PAR1"
	secretMagic = "PARE" // the footer is encrypted
)

// checkEnds looks for PAR1 at both ends, and that the footer, whose length stands before the
// last, fits into the file: the library would ask for up to 4 GB of memory for it. A file that
// only begins with PAR1 was cut off.
func checkEnds(r io.ReaderAt, size int64) error {
	if size == 0 {
		return errEmpty
	}
	start := make([]byte, len(magic))
	if _, err := r.ReadAt(start, 0); err != nil && err != io.EOF {
		return err
	}
	if string(start) == secretMagic {
		return errSecret
	}
	if string(start) != magic {
		return errNot
	}
	const tail = 8 // length and mark
	if size < int64(len(magic))+tail {
		return errDamaged
	}
	end := make([]byte, tail)
	if _, err := r.ReadAt(end, size-tail); err != nil && err != io.EOF {
		return err
	}
	if string(end[4:]) != magic || int64(binary.LittleEndian.Uint32(end)) > size-int64(len(magic))-tail {
		return errDamaged
	}
	return nil
}

// guard calls into the library and makes its panics errors: some bytes that are no Parquet make
// it index behind its buffers.
func guard(call func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%w: %v", errDamaged, cause)
		}
	}()
	return call()
}

// unreadable gives an error its place and next step.
func unreadable(name string, err error) error {
	cause, next := err, "write the file again"
	for _, known := range [...]struct {
		err  error
		next string
		full bool // the message names the column
	}{
		{errEmpty, "export it again: nothing was written into it", false},
		{errNot, "if it is text, give it the ending .csv", false},
		{errNested, "write its members as columns of their own", true},
		{errType, "write the column as text, number or date", true},
		{errSecret, "write it without encryption", false},
		{errPage, "write it with the usual page size of a megabyte", true},
		{errFooter, "write it with fewer columns or larger row groups", false},
		{errCodec, "write it with snappy, zstd or gzip", true},
		{errText, "write the column as UTF-8", true},
		{errShrunk, "wait until it is written, and read it again", false},
		{errMany, "part it into several files", false},
		{errParts, "write all columns into one file", true},
		{errDamaged, "download or export it again", false},
		{fs.ErrNotExist, "check the name in the project file", false},
	} {
		if errors.Is(err, known.err) {
			next = known.next
			if !known.full {
				cause = known.err
			}
			break
		}
	}
	return &datasets.Unreadable{At: datasets.Position{File: name}, Cause: cause, Next: next}
}
