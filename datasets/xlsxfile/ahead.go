package xlsxfile

import (
	"io"
	"sync"
)

// Blocks that are unpacked before they are asked for.
const (
	aheadBlocks = 4
	aheadSize   = 128 << 10
)

// ahead reads a part on a core of its own, so that unpacking and reading XML overlap.
type ahead struct {
	part    io.ReadCloser
	full    chan block
	free    chan []byte
	stop    chan struct{}
	stopped sync.WaitGroup
	current block
	given   int // bytes of current
}

// block is what was read at once, and how reading it ended.
type block struct {
	text []byte
	err  error
}

func readAhead(p io.ReadCloser) *ahead {
	a := &ahead{part: p, full: make(chan block, aheadBlocks), free: make(chan []byte, aheadBlocks+1), stop: make(chan struct{})}
	for range aheadBlocks {
		a.free <- make([]byte, aheadSize)
	}
	a.stopped.Go(a.run)
	return a
}

func (a *ahead) run() {
	defer close(a.full)
	for {
		select {
		case <-a.stop:
			return
		case text := <-a.free:
			n, err := io.ReadFull(a.part, text[:aheadSize])
			if err == io.ErrUnexpectedEOF {
				err = io.EOF
			}
			select {
			case a.full <- block{text[:n], err}:
			case <-a.stop:
				return
			}
			if err != nil {
				return
			}
		}
	}
}

// Read gives what was read in order; the error of the part after all that came before it.
func (a *ahead) Read(out []byte) (int, error) {
	for a.given == len(a.current.text) {
		if a.current.err != nil {
			return 0, a.current.err
		}
		if cap(a.current.text) > 0 {
			a.free <- a.current.text
		}
		var ok bool
		if a.current, ok = <-a.full; !ok {
			a.current.err = io.ErrClosedPipe
		}
		a.given = 0
	}
	n := copy(out, a.current.text[a.given:])
	a.given += n
	return n, nil
}

// Close stops reading and closes the part.
func (a *ahead) Close() error {
	close(a.stop)
	a.stopped.Wait()
	return a.part.Close()
}
