package csvfile

import (
	"bytes"
	"io"
	"os"
)

// MaxLine is the longest line read, in bytes; MaxQuoted the farthest a closing quote is looked
// for. A quote that is not closed within it is taken for a letter of the cell, so that one
// stray quote does not swallow the rest of the file.
const (
	MaxLine   = 16 << 20
	MaxQuoted = 256 << 10
)

// blockSize is how much text is asked for at once: small enough to stay in the cache of a core.
const blockSize = 256 << 10

// splitter parts a stream of UTF-8 text into rows and cells. Its memory is one block and the
// longest row.
type splitter struct {
	source     io.Reader
	buf        []byte
	start, end int // text that is read and not yet parted
	block      int // how much text is asked for at once
	eof        bool
	eol        byte // '\n', or '\r' for a file without '\n'
	line       int  // lines before start
	quote      int  // place of the next quote at or after start; end where there is none
	cells      [][]byte
	looked     int // bytes looked through for closing quotes, so far
	passed     int // bytes parted, so far
}

// row is one row; its cells are valid until the next.
type row struct {
	cells [][]byte
	line  int // physical line on which it begins, from 1
	fault fault
}

func newSplitter(r io.Reader, block int) *splitter {
	return &splitter{source: r, block: block, buf: make([]byte, 2*block), quote: -1}
}

// blockFor is how much text of a source is asked for at once: a small file has small blocks, each still
// with room for all of it in any encoding, so that a thousand small files do not clear a gigabyte of memory.
func blockFor(r io.Reader) int {
	file, is := r.(*os.File)
	if !is {
		return blockSize
	}
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() > blockSize/4 {
		return blockSize
	}
	return min(4*int(info.Size())+4<<10, blockSize)
}

// head reads the first block and finds out the line ends. The text stays to be parted.
func (s *splitter) head() ([]byte, error) {
	for s.end < s.block/2 && !s.eof {
		if err := s.fill(); err != nil {
			return nil, err
		}
	}
	text := s.buf[:s.end]
	if len(bytes.TrimSpace(text)) == 0 && s.eof {
		return nil, errEmpty
	}
	if looksBinary(text) {
		return nil, errBinary
	}
	s.eol = '\n'
	if bytes.IndexByte(text, '\n') < 0 && bytes.IndexByte(text, '\r') >= 0 {
		s.eol = '\r'
	}
	return text, nil
}

// looksBinary tells whether one byte in ten or more is a control character that text lacks.
func looksBinary(text []byte) bool {
	text = text[:min(len(text), 4096)]
	odd := 0
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			odd++
		}
	}
	return odd*10 > len(text)
}

// over is a splitter of a copy of some text, to try a separator on it.
func (s *splitter) over(text []byte) *splitter {
	return &splitter{block: s.block, buf: bytes.Clone(text), end: len(text), eof: true, eol: s.eol, quote: -1}
}

// fill reads more text behind what is there, making room where it is needed.
func (s *splitter) fill() error {
	if s.start > 0 {
		s.end = copy(s.buf, s.buf[s.start:s.end])
		s.start = 0
	}
	if len(s.buf)-s.end < s.block/2 {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	s.quote = -1
	n, err := s.source.Read(s.buf[s.end:])
	s.end += n
	if err == io.EOF {
		s.eof = true
		return nil
	}
	return err
}

// next parts the next row. The error is io.EOF after the last.
func (s *splitter) next(separator byte) (row, error) {
	length, err := s.lineEnd(0)
	if err != nil {
		return row{line: s.line + 1}, err
	}
	r := row{line: s.line + 1}
	line := s.buf[s.start : s.start+length]
	if s.quoteBefore(s.start + length) {
		return s.nextQuoted(separator, r)
	}
	plain := s.trimCR(line)
	s.cells = splitPlain(s.cells[:0], plain, separator)
	s.advance(length)
	if r.cells = s.cells; s.mixes(plain) {
		r.fault |= lineEnds
	}
	if hasNUL(line) {
		r.fault |= nulByte
	}
	return r, nil
}

// lineEnd is the length of the text up to the first line end at or after from (both counted
// from start); the rest of the file where there is none. It reads on as needed.
func (s *splitter) lineEnd(from int) (int, error) {
	for {
		if i := bytes.IndexByte(s.buf[s.start+from:s.end], s.eol); i >= 0 {
			return from + i, nil
		}
		from = s.end - s.start
		if s.eof {
			if from == 0 {
				return 0, io.EOF
			}
			return from, nil
		}
		if from > MaxLine {
			return 0, errLong
		}
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
}

// quoteBefore tells whether a quote stands between start and limit. The place of the next quote
// is kept, so that text without quotes is looked through once.
func (s *splitter) quoteBefore(limit int) bool {
	if s.quote < s.start {
		s.quote = s.end
		if i := bytes.IndexByte(s.buf[s.start:s.end], '"'); i >= 0 {
			s.quote = s.start + i
		}
	}
	return s.quote < limit
}

// advance takes a row of some length and its line end off.
func (s *splitter) advance(length int) {
	s.start += length
	if s.start < s.end {
		s.start++
		length++
	}
	s.passed += length
	s.line++
}

func (s *splitter) trimCR(line []byte) []byte {
	if s.eol == '\n' && len(line) > 0 && line[len(line)-1] == '\r' {
		return line[:len(line)-1]
	}
	return line
}

func splitPlain(cells [][]byte, line []byte, separator byte) [][]byte {
	for {
		i := bytes.IndexByte(line, separator)
		if i < 0 {
			return append(cells, line)
		}
		cells = append(cells, line[:i])
		line = line[i+1:]
	}
}

// blank tells whether no cell of the row holds more than white space.
func (r *row) blank() bool {
	for _, c := range r.cells {
		if len(c) > 0 && (c[0] > ' ' && c[0] < 0x80 || len(bytes.TrimSpace(c)) > 0) {
			return false
		}
	}
	return true
}
