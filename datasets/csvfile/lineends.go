package csvfile

import "bytes"

// other is the line end that the file does not have.
func (s *splitter) other() byte {
	if s.eol == '\r' {
		return '\n'
	}
	return '\r'
}

// mixes tells whether a row without quotes, its own line end off, holds a line end of the other
// kind. An LF at its beginning is the rest of a CRLF among lines that end with CR.
func (s *splitter) mixes(line []byte) bool {
	return bytes.LastIndexByte(line, s.other()) > s.mayBegin()
}

// mayBegin is the last place of a row where the other line end may stand and joins nothing.
func (s *splitter) mayBegin() int {
	if s.eol == '\r' {
		return 0
	}
	return -1
}

// joins tells whether the byte at a place of a row, outside quotes, is a line end of the other kind
// that joins rows: a CR before LF, or at the end of the file, does not.
func (s *splitter) joins(text []byte, at int) bool {
	if text[at] != s.other() || at <= s.mayBegin() {
		return false
	}
	return s.eol == '\r' || at+1 < len(text) && text[at+1] != '\n'
}

// mixesLineEnds tells whether a CR without LF stands outside quotes in the first size bytes. They are
// looked through one by one only where there are others than those at the ends of rows.
func (t *table) mixesLineEnds(size int) bool {
	text := t.Text[:size]
	found := bytes.Count(text, []byte{'\r'})
	if found == 0 {
		return false
	}
	for _, end := range t.Ends {
		if to := t.Cells[end-1].To; to > 0 && text[to-1] == '\r' {
			found--
		}
	}
	return found > 0 && t.loneCR(text)
}

func (t *table) loneCR(text []byte) bool {
	for at := 0; ; at++ {
		i := bytes.IndexByte(text[at:], '\r')
		if i < 0 {
			return false
		}
		at += i
		followed := at+1 < len(text) && text[at+1] == '\n'
		quoted := !t.Joined && t.marks[at/scanWidth].quotes>>(at%scanWidth)&1 == 1
		if !followed && !quoted {
			return true
		}
	}
}
