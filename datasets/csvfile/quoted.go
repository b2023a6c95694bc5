package csvfile

import (
	"bytes"
	"errors"
)

var (
	errNeedMore = errors.New("the quoted cell goes on behind the text that was read")
	errUnclosed = errors.New("the quoted cell is not closed")
	errBehind   = errors.New("text stands behind the quote that closes the cell")
)

// nextQuoted parts a row that has a quote in it. Where a quoted cell is never closed the row is
// parted once more with its quotes as plain letters, and says so.
func (s *splitter) nextQuoted(separator byte, r row) (row, error) {
	for {
		length, err := s.splitQuoted(separator, &r)
		switch err {
		case nil:
			s.takeQuoted(length, &r)
			return r, nil
		case errNeedMore:
			if !s.eof && s.end-s.start <= MaxLine {
				if err := s.fill(); err != nil {
					return r, err
				}
				continue
			}
			return s.nextUnclosed(separator, r, openQuote)
		case errUnclosed:
			return s.nextUnclosed(separator, r, openQuote)
		case errBehind:
			return s.nextUnclosed(separator, r, strayQuote)
		default:
			return r, err
		}
	}
}

// nextUnclosed parts the line on which a quote opened that nothing closes, or nothing as it ought to.
func (s *splitter) nextUnclosed(separator byte, r row, found fault) (row, error) {
	length, err := s.lineEnd(0)
	if err != nil {
		return r, err
	}
	line := s.trimCR(s.buf[s.start : s.start+length])
	s.cells = splitPlain(s.cells[:0], line, separator)
	if r.cells, r.fault = s.cells, found; s.mixes(line) {
		r.fault |= lineEnds
	}
	s.advance(length)
	return r, nil
}

// takeQuoted finishes a row: counts the line ends inside it and undoubles its quotes.
func (s *splitter) takeQuoted(length int, r *row) {
	text := s.buf[s.start : s.start+length]
	s.line += bytes.Count(text, []byte{s.eol})
	if hasNUL(text) {
		r.fault |= nulByte
	}
	s.advance(length)
	for i, c := range s.cells {
		s.cells[i] = unquote(c)
	}
	r.cells = s.cells
}

// splitQuoted finds the cells of the row at start, quotes still on, and its length.
func (s *splitter) splitQuoted(separator byte, r *row) (length int, err error) {
	text := s.buf[s.start:s.end]
	s.cells, r.fault = s.cells[:0], 0
	for at := 0; ; {
		end, found, err := s.cellEnd(text, at, separator)
		if err != nil {
			return 0, err
		}
		r.fault |= found
		if end == len(text) || text[end] == s.eol {
			s.cells = append(s.cells, s.trimCR(text[at:end]))
			return end, nil
		}
		s.cells = append(s.cells, text[at:end])
		at = end + 1
	}
}

// cellEnd is the place behind the cell that begins at a place: its separator, its line end or
// the end of the text.
func (s *splitter) cellEnd(text []byte, at int, separator byte) (end int, found fault, err error) {
	if at < len(text) && text[at] == '"' {
		stray := false
		if at, stray, err = s.closingQuote(text, at+1, separator); err != nil {
			return 0, 0, err
		}
		if stray {
			found = strayQuote
		}
	}
	for end = at; end < len(text); end++ {
		if c := text[end]; c == separator || c == s.eol {
			return end, found, nil
		} else if c == '"' {
			found |= bareQuote
		} else if s.joins(text, end) {
			found |= lineEnds
		}
	}
	if !s.eof {
		return 0, 0, errNeedMore
	}
	return end, found, nil
}

// closingQuote is the place behind the quote that closes a cell: one that a separator, a line
// end or the end of the file follows. Other quotes that are not doubled are letters, as in
// "Fundacja "Nowa" Katowice", and stray. A cell with stray quotes that goes over a line end was
// never meant to: its first quote is not closed. That is known at the first stray quote behind a
// line end, or the first line end behind a stray quote, so that lines with open quotes are not
// each looked through to the end of the file. Where nothing else on its line closes a cell and a
// stray quote could have, as in "Nowa" Katowice, text stands behind it: errBehind.
func (s *splitter) closingQuote(text []byte, at int, separator byte) (behind int, stray bool, err error) {
	closed := false // by a stray quote that does not open another cell
	for from := at; ; {
		i, err := s.nextQuote(text[at:], stray)
		if far := len(text) - from; err == errNeedMore && far > MaxQuoted || err == nil && at+i-from > MaxQuoted {
			err = errUnclosed // whatever was read by now, so that the answer is the same
		}
		if closed && (err == errUnclosed || err == errNeedMore && s.eof) {
			err = errBehind
		}
		if err != nil {
			return 0, false, err
		}
		at += i + 1
		switch {
		case at == len(text), text[at] == separator, text[at] == s.eol, s.endsLine(text[at:]):
			return at, stray, nil
		case text[at] == '"':
			at++
		default:
			if stray = true; bytes.IndexByte(text[from:at], s.eol) >= 0 {
				return 0, false, errUnclosed
			}
			closed = closed || text[at-2] != separator
		}
	}
}

// nextQuote is the place of the next quote, of one on the same line where an earlier one was stray.
func (s *splitter) nextQuote(text []byte, stray bool) (int, error) {
	if stray {
		if end := bytes.IndexByte(text, s.eol); end >= 0 {
			text = text[:end+1]
		}
	}
	i := bytes.IndexByte(text, '"')
	s.looked += len(text)
	if i >= 0 {
		s.looked -= len(text) - i
	}
	switch {
	case i < 0 && stray && len(text) > 0 && text[len(text)-1] == s.eol:
		return 0, errUnclosed
	case i < 0 || i+1 == len(text) && !s.eof:
		return 0, errNeedMore
	}
	return i, nil
}

// endsLine tells whether a line end follows, perhaps after a CR.
func (s *splitter) endsLine(rest []byte) bool {
	return s.eol == '\n' && rest[0] == '\r' && (len(rest) == 1 || rest[1] == '\n')
}

// unquote takes the quotes off a cell and makes doubled ones single, in place.
func unquote(cell []byte) []byte {
	if len(cell) < 2 || cell[0] != '"' || cell[len(cell)-1] != '"' {
		return cell
	}
	cell = cell[1 : len(cell)-1]
	if bytes.IndexByte(cell, '"') < 0 {
		return cell
	}
	out := cell[:0]
	for i := 0; i < len(cell); i++ {
		out = append(out, cell[i])
		if cell[i] == '"' && i+1 < len(cell) && cell[i+1] == '"' {
			i++
		}
	}
	return out
}
