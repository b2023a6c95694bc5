package xlsxfile

import (
	"bytes"
	"io"
)

// MaxRow is the most bytes that one row of a sheet, or one text of the table of shared texts,
// may take as XML. A spreadsheet allows 32 767 characters a cell; a row of a thousand full
// cells fits.
const MaxRow = 32 << 20

// windowSize is how much of a part is held at first.
const windowSize = 256 << 10

// window is the piece of a part's text that is being looked at. What was handed out stays as it
// is until mark: text is never moved in place between two marks.
type window struct {
	r     io.Reader
	buf   []byte
	start int // of the row
	pos   int // what comes next
	err   error
}

// mark says that what stands before pos will not be asked for again.
func (w *window) mark() {
	if w.pos > cap(w.buf)/2 {
		n := copy(w.buf[:cap(w.buf)], w.buf[w.pos:])
		w.buf, w.pos = w.buf[:n], 0
	}
	w.start = w.pos
}

// fill reads on. At the end of the part it is io.EOF; a row that is too large is an error.
func (w *window) fill() error {
	if w.err != nil {
		return w.err
	}
	if len(w.buf)-w.start > MaxRow {
		w.err = errRowTooLarge
		return w.err
	}
	if len(w.buf) == cap(w.buf) {
		larger := make([]byte, len(w.buf)-w.start, max(windowSize, 2*(len(w.buf)-w.start)))
		copy(larger, w.buf[w.start:])
		w.buf, w.pos, w.start = larger, w.pos-w.start, 0
	}
	n, err := w.r.Read(w.buf[len(w.buf):cap(w.buf)])
	w.buf = w.buf[:len(w.buf)+n]
	if n > 0 {
		err = nil // it comes again
	}
	w.err = err
	return err
}

// find is the distance from pos to the next c, reading on as far as it takes.
func (w *window) find(c byte) (int, error) {
	for from := 0; ; {
		if i := bytes.IndexByte(w.buf[w.pos+from:], c); i >= 0 {
			return from + i, nil
		}
		from = len(w.buf) - w.pos
		if err := w.fill(); err != nil {
			return 0, err
		}
	}
}

// ReadByte gives encoding/xml the text from pos on.
func (w *window) ReadByte() (byte, error) {
	for w.pos == len(w.buf) {
		if err := w.fill(); err != nil {
			return 0, err
		}
	}
	w.pos++
	return w.buf[w.pos-1], nil
}

// Read is there for encoding/xml, which reads byte by byte.
func (w *window) Read(out []byte) (int, error) {
	if len(out) == 0 {
		return 0, nil
	}
	c, err := w.ReadByte()
	if err != nil {
		return 0, err
	}
	out[0] = c
	return 1, nil
}
