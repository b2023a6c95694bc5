package main

import (
	"cmp"
	"context"
	"io"
	"os"

	"golang.org/x/term"
)

// stdinBlock is how much of standard input is read at once.
const stdinBlock = 256 << 10

// stdin is standard input that an interruption ends, also while it waits for what never comes: reading a pipe knows
// nothing of signals, so it is done beside. One reader at a time. A terminal has nothing on it: nobody types an
// export, and a command that waited for one would look as if it worked.
type stdin struct {
	ctx  context.Context
	file *os.File
	came chan []byte // what was read; closed at the end
	free chan []byte // room to read into
	rest []byte      // of what came, not yet given
	room []byte      // that rest stands in
	err  error       // why no more came; set before came is closed
}

func newStdin(ctx context.Context, file *os.File) *stdin { return &stdin{ctx: ctx, file: file} }

// Read gives what came in; the cause of the context where that ends first.
func (s *stdin) Read(p []byte) (int, error) {
	if s.came == nil {
		if term.IsTerminal(int(s.file.Fd())) {
			return 0, io.EOF
		}
		s.begin()
	}
	for len(s.rest) == 0 {
		if s.room != nil {
			s.free <- s.room
			s.room = nil
		}
		select {
		case <-s.ctx.Done():
			return 0, context.Cause(s.ctx)
		case block, more := <-s.came:
			if !more {
				return 0, cmp.Or(s.err, context.Cause(s.ctx))
			}
			s.rest, s.room = block, block[:cap(block)]
		}
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

// begin reads a block ahead of what is asked for. Where the program ends first, so does what waits here.
func (s *stdin) begin() {
	s.came, s.free = make(chan []byte), make(chan []byte, 2)
	s.free <- make([]byte, stdinBlock)
	s.free <- make([]byte, stdinBlock)
	go func() {
		defer close(s.came)
		for {
			var room []byte
			select {
			case <-s.ctx.Done():
				return
			case room = <-s.free:
			}
			n, err := s.file.Read(room)
			select {
			case <-s.ctx.Done():
				return
			case s.came <- room[:n]:
			}
			if err != nil {
				s.err = err
				return
			}
		}
	}()
}
