package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// output is standard output. It keeps the first error of writing to it, so that none is lost in a command that goes
// on printing.
type output struct {
	io.Writer
	failed error
}

// Write writes until that fails.
func (p *output) Write(text []byte) (int, error) {
	if p.failed != nil {
		return 0, p.failed
	}
	n, err := p.Writer.Write(text)
	p.failed = err
	return n, err
}

// verdict is the error of a command: that of printing where it is the only one. Where to print to is the user's to
// say, so it is one of usage, as an output folder that cannot be written to.
func (p *output) verdict(err error) error {
	if p.failed == nil || err != nil && !errors.Is(err, p.failed) {
		return err
	}
	cause := p.failed
	if at, is := errors.AsType[*fs.PathError](cause); is {
		cause = at.Err
	}
	return usageError{fmt.Errorf("standard output cannot be written to: %w; make room, or print to another place", cause)}
}

// terminalOf is the file behind a writer, nil where there is none.
func terminalOf(w io.Writer) *os.File {
	if p, is := w.(*output); is {
		w = p.Writer
	}
	file, _ := w.(*os.File)
	return file
}
